#pragma once

/// @file
/// A person at the table, as a strategy. Compiled in the library negotiation::negotiation
/// (src/question/person.cpp).

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <negotiation/model/outcome_space.hpp>
#include <negotiation/question/dialogue.hpp>
#include <negotiation/scenario/scenario.hpp>
#include <negotiation/talks/strategy.hpp>

namespace negotiation::question {

/// @brief Tells a person what was said and what it is worth to it, and asks what to do until that
/// is a legal move: `accept`, `offer`, `reject` or `walk`; `draft`, `at` and `theirs` put an offer
/// together, `help` tells all of them. What is worth less than no deal is accepted by `accept!`
/// only. Of the others it tells what they say and nothing else. When
/// there are no more lines the person walks away.
/// @copycost that of its draft; copies speak to the same person
/// @thread one run, one owner
/// @test tests/question/play.cpp "a person negotiates with a strategy"
class person {
public:
    /// @brief Seats a person.
    /// @param world   names of issues and options; must outlive it
    /// @param seats   names of the parties, in the order in which they act
    /// @param between how it is spoken to
    person(const scenario& world, std::vector<std::string> seats, dialogue between)
        : world_(&world),
          seats_(std::move(seats)),
          between_(std::move(between)) {}

    /// @brief What the person decides. @param t the turn @return a legal move
    talks::move act(const talks::turn& t, random_stream&);

private:
    [[nodiscard]] std::optional<talks::move> decide(const talks::turn& t, const std::string& line);
    [[nodiscard]] talks::move offer(const talks::turn& t) const;
    void doubt_acceptance(const talks::turn& t) const;
    void report(const talks::turn& t);
    void show(const talks::turn& t) const;
    void aim(const talks::turn& t, double target);
    void take(const talks::turn& t, talks::offer_id deal);
    [[nodiscard]] std::string worth(const talks::turn& t, talks::offer_id deal) const;

    const scenario* world_;
    std::vector<std::string> seats_;
    dialogue between_;
    outcome draft_ = {};
    std::size_t told_ = 0;
    bool accepted_ = false;  ///< its last move was to accept
};

}  // namespace negotiation::question
