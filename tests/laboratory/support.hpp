#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>
#include <vector>

#include <support/two_issues.hpp>

#include <negotiation/laboratory/tournament.hpp>
#include <negotiation/scenario/problem_builder.hpp>
#include <negotiation/talks/strategy/hardliner.hpp>
#include <negotiation/talks/strategy/random_walker.hpp>
#include <negotiation/talks/strategy/time_dependent.hpp>
#include <negotiation/talks/strategy/tit_for_tat.hpp>

/// Small worlds and odd agents for tournaments.
namespace negotiation::tests {

/// A price between what a buyer pays at most and a seller takes at least.
[[nodiscard]] inline problem price(int parties = 2) {
    problem_builder build;
    build.issue("price", 0, 10);
    build.party(
        "buyer", [](auto o) { return 10 - o[0]; }, 2);
    build.party(
        "seller", [](auto o) { return o[0]; }, 3);
    if (parties > 2) {
        build.party(
            "broker", [](auto o) { return o[0] / 2; }, 0);
    }
    return build.build();
}

/// Throws in a round; before it, offers its best deal.
struct thrower {
    std::int64_t round = 3;
    talks::move act(const talks::turn& t, random_stream&) const {
        if (t.now().round >= round) {
            throw std::runtime_error("lost its papers");
        }
        return talks::turn::offer(t.order()->row(0));
    }
};

/// Offers something worth at least a share of what it could gain, and takes as much.
struct fixed_share {
    double share = 0.5;
    talks::move act(const talks::turn& t, random_stream&) const {
        const double target = t.aspiration(share);
        if (t.legal().accept && t.standing_utility() >= target) {
            return talks::turn::accept();
        }
        return talks::turn::offer(t.cheapest_at_least(target));
    }
};

/// The largest difference between two lists, or a large number where they differ in kind.
[[nodiscard]] inline double apart(const laboratory::distances& a, const laboratory::distances& b) {
    double most = 0;
    for (std::size_t k = 0; k < a.size(); ++k) {
        if (a[k].has_value() != b[k].has_value()) {
            return 1e300;
        }
        most = std::max(most, a[k] ? std::abs(*a[k] - *b[k]) : 0);
    }
    return most;
}

/// Tough, soft, erratic and answering in kind.
[[nodiscard]] inline std::vector<laboratory::contestant> four_strategies() {
    return {{"boulware", talks::boulware()},
            {"conceder", talks::conceder()},
            {"walker", talks::random_walker{}},
            {"tit-for-tat", talks::tit_for_tat()}};
}

[[nodiscard]] inline std::vector<laboratory::stage> two_stages() {
    return {{"price", price()}, {"two issues", two_issues()}};
}

}  // namespace negotiation::tests
