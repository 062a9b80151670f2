#include <algorithm>

#include <negotiation/ratification/passage_survey.hpp>

#include "ratification/survey_homes.hpp"

namespace negotiation::ratification {

std::optional<passage_survey> survey_passages(const bargaining& table,
                                              const std::vector<home>& homes, deal_range range,
                                              const conditions& how, const passage_visit& visit) {
    if (detail::too_many(table.space)) {
        return std::nullopt;
    }
    std::vector<detail::counted_home> counted = detail::counted_homes(homes, how);
    std::vector<double> chances(homes.size());
    passage_survey survey;
    detail::for_each_in_range(table, counted, range, [&](const outcome& deal, const grains* sums) {
        for (std::size_t h = 0; h < counted.size(); ++h) {
            chances[h] = counted[h].probability(deal, sums);
            sums += counted[h].factions().size();
        }
        ++survey.deals;
        visit(deal, chances);
    });
    for (const detail::counted_home& h : counted) {
        survey.combinations += h.combinations();
        survey.error = std::max(survey.error, h.error());
    }
    return survey;
}

}  // namespace negotiation::ratification
