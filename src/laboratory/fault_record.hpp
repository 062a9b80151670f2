#pragma once

/// Who failed where, over a whole tournament.

#include <algorithm>
#include <cstddef>
#include <map>
#include <mutex>
#include <optional>
#include <tuple>
#include <utility>
#include <vector>

#include <negotiation/laboratory/fault_tally.hpp>

namespace negotiation::laboratory {

/// From any thread, in any order.
class fault_record {
public:
    void add(const broken_match& m) {
        fault_tally of = tally_for(m);
        const std::lock_guard<std::mutex> one(adding_);
        tallies_.try_emplace({of.stage, of.contestant, of.mediation}, std::move(of))
            .first->second.add(m);
    }

    /// Who failed first comes first.
    [[nodiscard]] std::vector<fault_tally> read() const {
        std::vector<fault_tally> all;
        for (const auto& [whose, of] : tallies_) {
            all.push_back(of);
        }
        std::sort(all.begin(), all.end(), [](const fault_tally& a, const fault_tally& b) {
            return a.first.front().number < b.first.front().number;
        });
        return all;
    }

private:
    using culprit = std::tuple<std::size_t, std::optional<std::size_t>, std::size_t>;

    std::map<culprit, fault_tally> tallies_;
    std::mutex adding_;
};

}  // namespace negotiation::laboratory
