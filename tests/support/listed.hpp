#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include <rapidcheck.h>

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

/// Random lists for it: 1 to `most` deals, each worth a whole number from `low` to `high` to every
/// party; as varied in the first case of a property as in the last.
[[nodiscard]] inline rc::Gen<std::vector<std::vector<double>>> some_deals(std::size_t parties,
                                                                          std::size_t most, int low,
                                                                          int high) {
    return rc::gen::resize(rc::kNominalSize, rc::gen::exec([=] {
                               const auto count = *rc::gen::inRange<std::size_t>(1, most + 1);
                               std::vector<std::vector<double>> deals(count);
                               for (auto& utilities : deals) {
                                   for (std::size_t i = 0; i < parties; ++i) {
                                       utilities.push_back(*rc::gen::inRange(low, high + 1));
                                   }
                               }
                               return deals;
                           }));
}

}  // namespace negotiation::tests
