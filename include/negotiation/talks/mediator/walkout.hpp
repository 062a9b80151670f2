#pragma once

/// @file
/// When a mediator gives up.

#include <cstdint>

#include <negotiation/talks/mediator_view.hpp>

namespace negotiation::talks {

/// @brief A mediator with a reservation value leaves when, for so many rounds in succession, the
/// best on the table (the parties' last offers, and what stands) has been worth less to it than
/// that. Rounds before the first offer do not count.
/// @test tests/talks/mediator/walkout.cpp "patience ends after so many bad rounds in succession"
struct walkout {
    std::int64_t patience = 3;  ///< rounds @range{[1, inf)}
    std::int64_t below = 0;     ///< rounds in succession so far

    /// @brief Notes how a round ended. @param v after the round @return true: it is time to leave
    [[nodiscard]] bool due(const mediator_view& v) {
        if (!v.reservation()) {
            return false;
        }
        const auto best = v.best_offer();
        below = best && *best < *v.reservation() ? below + 1 : 0;
        return below >= patience;
    }
};

}  // namespace negotiation::talks
