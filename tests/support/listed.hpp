#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include <negotiation/scenario/problem_builder.hpp>

namespace negotiation::tests {

/// A problem of one issue: its deals are these, in this order, each worth so much to every party.
[[nodiscard]] inline problem listed(const std::vector<std::vector<double>>& deals,
                                    const std::vector<double>& no_deal) {
    problem_builder builder;
    builder.issue("deal", deals.size());
    for (std::size_t i = 0; i < no_deal.size(); ++i) {
        std::vector<std::vector<double>> values(1);
        for (const auto& utilities : deals) {
            values[0].push_back(utilities[i]);
        }
        builder.party("party", std::move(values), no_deal[i]);
    }
    return builder.build();
}

}  // namespace negotiation::tests
