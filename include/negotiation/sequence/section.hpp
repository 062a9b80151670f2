#pragma once

/// @file
/// What a scenario file says of carrying out: the steps, orders with a name, variants, what is cut
/// into tranches.

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <negotiation/model/constraint.hpp>
#include <negotiation/sequence/step.hpp>

namespace negotiation::sequence {

/// @brief A number for each party: one for all, or by name, those that are not named having the
/// number for all or, where there is none, what the user of it says.
struct by_party {
    std::optional<double> all;                          ///< for whoever is not named
    std::vector<std::pair<std::string, double>> named;  ///< party, number

    bool operator==(const by_party&) const = default;
};

/// @brief Whether a file says anything. @param of numbers by party @return false where it does not
/// @complexity{O(1)}; thread-safe
/// @test tests/sequence/section.cpp "a number by party is its own or the one for all"
[[nodiscard]] inline bool is_given(const by_party& of) {
    return of.all.has_value() || !of.named.empty();
}

/// @brief The number of a party.
/// @param of        numbers by party
/// @param party     its name
/// @param otherwise where neither it nor all have one
/// @return its own, else the one for all, else `otherwise`
/// @complexity{O(parties)}; thread-safe
/// @test tests/sequence/section.cpp "a number by party is its own or the one for all"
[[nodiscard]] inline double number_of(const by_party& of, const std::string& party,
                                      double otherwise) {
    for (const auto& [name, number] : of.named) {
        if (name == party) {
            return number;
        }
    }
    return of.all.value_or(otherwise);
}

/// @brief A step that carries out (a share of) what a deal says of an issue, and is priced from the
/// parties' own preferences.
struct implementation {
    std::string issue;  ///< the issue
    double share = 1;   ///< how much of it @range{(0, 1]}

    bool operator==(const implementation&) const = default;
};

/// @brief What a probability of being found out hangs on: where the deal that is carried out does
/// not satisfy every condition, another one holds instead of `faking::detection`.
struct conditional_detection {
    std::vector<condition> given;  ///< at least one
    double otherwise = 0;          ///< probability of being found out elsewhere @range{[0, 1]}

    bool operator==(const conditional_detection&) const = default;
};

/// @brief A step as its author describes it. Either it states its values or it implements an issue.
struct written_step {
    std::string name;                          ///< unique among steps
    std::string party;                         ///< who performs it; one at the table
    by_party value;                            ///< of its being in force @unit{utility}; parties
                                               ///< that are not named: 0
    std::optional<implementation> implements;  ///< instead of values
    by_party undone;                           ///< share that a collapse takes back; else 0
    std::vector<std::string> after;            ///< steps that come before it
    double days = 0;                           ///< how long it takes @unit{days}
    double defection = 0;                      ///< see `step::defection`
    std::optional<faking> pretence;            ///< where it can be faked
    std::optional<double> saved_share;         ///< instead of what faking saves: which share of the
                                               ///< cost to its performer @range{[0, 1]}
    std::optional<conditional_detection> detection_if;  ///< where detection hangs on the deal
    std::string source;                                 ///< id of a source, may be empty
    std::string note;                                   ///< free text, may be empty

    bool operator==(const written_step&) const = default;
};

/// @brief An order with a name: history's, or what a side demands.
struct named_order {
    std::string name;                ///< unique among orders
    std::vector<std::string> steps;  ///< every step once
    std::string source;              ///< id of a source, may be empty
    std::string note;                ///< free text, may be empty

    bool operator==(const named_order&) const = default;
};

/// @brief The same agreement with something changed: further prerequisites, an order that is fixed,
/// other snapback, other values of completion.
struct variant {
    std::string name;  ///< unique among variants
    /// Step, steps that come before it as well.
    std::vector<std::pair<std::string, std::vector<std::string>>> after;
    std::string order;             ///< name of an order that it fixes, or empty: free
    std::optional<double> undone;  ///< of every step and party, instead of what the steps say
    by_party completion;           ///< instead of the section's
    std::string note;              ///< free text, may be empty

    bool operator==(const variant&) const = default;
};

/// @brief A rate of shocks as a file writes it: so many in a period.
struct written_hazard {
    double rate = 0;    ///< shocks that end what goes on, in a period @range{[0, 1e6)}
    double period = 1;  ///< its length @unit{days} @range{(0, inf)}

    bool operator==(const written_hazard&) const = default;
};

/// @brief A divisible exchange that is to be cut into tranches, as its author describes it. Both
/// sides give at `cost` what the other receives at `worth`.
struct written_tranches {
    std::string what;      ///< what is exchanged for what, may be empty
    double cost = 0;       ///< k: of a unit, to whoever gives it @unit{utility} @range{[0, 1e6)}
    double worth = 0;      ///< v: of a unit, to whoever receives it @unit{utility} @range{[0, 1e6)}
    double defection = 0;  ///< chance that an untrustworthy other would not have honoured a
                           ///< tranche @range{[0, 1)}
    double trust = 0;      ///< prior belief of whoever gives first that the other carries on
                           ///< @range{(0, 1)}
    double target = 1;     ///< share of the whole at which a plan ends @range{(0, 1]}
    double days = 0;       ///< of a tranche with its answer @unit{days}
    std::optional<written_hazard> hazard;  ///< of a shock that ends the exchange; else none
    std::string source;                    ///< id of a source, may be empty
    std::string note;                      ///< free text, may be empty

    bool operator==(const written_tranches&) const = default;
};

/// @brief Everything about carrying out.
struct section {
    by_party completion;              ///< F: what completion adds beyond the steps; else 0
    by_party breakdown;               ///< kappa: cost of a collapse once begun; else 0
    by_party trust;                   ///< prior belief that all others complete @range{(0, 1)}
    std::vector<written_step> steps;  ///< in the file's order
    std::vector<named_order> orders;  ///< in the file's order
    std::vector<variant> variants;    ///< in the file's order
    /// What is cut into tranches, if anything.
    std::optional<written_tranches> tranches;

    bool operator==(const section&) const = default;
};

}  // namespace negotiation::sequence
