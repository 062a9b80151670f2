#pragma once

/// @file
/// Orders of execution, step by step, by their names.

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include <negotiation/question/sequence_answer.hpp>
#include <negotiation/scenario/freeze_sequence.hpp>
#include <negotiation/sequence/exchange.hpp>

namespace negotiation::question::detail {

/// @brief Names what algorithms found of one agreement. Refers to what it is made of.
class order_namer {
public:
    order_namer(const frozen_sequence& steps, const std::vector<std::string>& parties,
                const std::vector<double>& beliefs, const std::vector<double>& discounts,
                const sequence::trust_options& trusts);

    [[nodiscard]] const frozen_sequence& steps() const noexcept { return *steps_; }
    [[nodiscard]] const sequence::exchange& made() const noexcept { return made_; }

    [[nodiscard]] order_view view(const sequence::order_report& report) const;

    /// DOT. @param places of each step in an order, from 1; 0 where there is none
    [[nodiscard]] std::string graph(const std::vector<std::size_t>& places) const;

private:
    [[nodiscard]] run_view view(const sequence::run& of, const sequence::trust& most) const;
    [[nodiscard]] trust_view view(party_id i, const sequence::trust& of) const;
    [[nodiscard]] std::optional<waiting_view> waiting(const sequence::order_report& report) const;

    const frozen_sequence* steps_;
    const std::vector<std::string>* parties_;
    const std::vector<double>* beliefs_;
    const std::vector<double>* discounts_;
    sequence::trust_options trusts_;
    sequence::exchange made_;
};

}  // namespace negotiation::question::detail
