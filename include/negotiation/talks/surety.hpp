#pragma once

/// @file
/// What somebody outside stands for while a deal is carried out. Compiled in the library
/// negotiation::negotiation (src/talks/mediator_catalogue.cpp).

#include <optional>
#include <string>
#include <variant>

namespace negotiation::talks {

/// @brief Losses made good: if the others stop, the guarantor pays a share of what a party has lost
/// since it was in control with most in hand.
struct cover {
    std::string party;  ///< whose losses; empty: those of every party that has not stopped itself
    double share = 1;   ///< of a loss @range{(0, 1]}
    double budget =
        0;  ///< the most it pays, whoever stops and when @unit{utility} @range{(0, inf)}

    bool operator==(const cover&) const = default;
};

/// @brief A payment held until it is answered.
struct custody {
    std::string payment;             ///< name of the step that is paid into the escrow
    std::string answer;              ///< name of the step against which it is released; empty: the
                                     ///< one of another party with which the order needs least
                                     ///< trust
    double cost = 0;                 ///< what the payer loses all the same if it is never released
                                     ///< @unit{utility} @range{[0, inf)}
    std::optional<double> capacity;  ///< the most it can hold, in units of the issue that the
                                     ///< payment carries out; nothing: any amount

    bool operator==(const custody&) const = default;
};

/// @brief What a mediator stands for.
using surety = std::variant<cover, custody>;

/// @brief What a mediator stands for once it has said so.
/// @param role as for `read_mediator`
/// @return its surety; nothing for roles that are over when the talks are
/// @throws std::invalid_argument as `read_mediator`
/// @complexity{O(length)}; thread-safe
/// @test tests/talks/surety.cpp "a role says what it stands for"
[[nodiscard]] std::optional<surety> surety_of(const std::string& role);

}  // namespace negotiation::talks
