#include <algorithm>
#include <cstddef>

#include <negotiation/ratification/synergy.hpp>

namespace negotiation::ratification {

namespace {

[[nodiscard]] std::vector<double> chances_of(const outcome_space& space,
                                             const std::vector<home>& homes, const outcome& deal,
                                             const conditions& how) {
    std::vector<double> chances;
    for (const home& h : homes) {
        chances.push_back(passage_of(h, space, deal, how).probability);
    }
    return chances;
}

[[nodiscard]] synergy_kind kind_of(const std::vector<double>& changes) {
    const auto up = std::count_if(changes.begin(), changes.end(),
                                  [](double change) { return change > least_change; });
    const auto down = std::count_if(changes.begin(), changes.end(),
                                    [](double change) { return change < -least_change; });
    if (up > 0 && down > 0) {
        return synergy_kind::contested;
    }
    const auto moved = static_cast<std::size_t>(up + down);
    if (moved == 0) {
        return synergy_kind::none;
    }
    return moved == changes.size() ? synergy_kind::shared : synergy_kind::one_sided;
}

}  // namespace

std::vector<synergy> synergy_table(const outcome_space& space, const std::vector<home>& homes,
                                   const outcome& deal, const conditions& how) {
    const std::vector<double> before = chances_of(space, homes, deal, how);
    std::vector<synergy> table;
    for (issue_id k = 0; k < deal.size(); ++k) {
        outcome changed = deal;
        for (const option_id option : space.domains[k]) {
            changed[k] = option;
            if (option == deal[k] || !feasible(space, changed)) {
                continue;
            }
            synergy row{k, option, chances_of(space, homes, changed, how), synergy_kind::none};
            for (std::size_t h = 0; h < homes.size(); ++h) {
                row.changes[h] -= before[h];
            }
            row.kind = kind_of(row.changes);
            table.push_back(std::move(row));
        }
    }
    return table;
}

}  // namespace negotiation::ratification
