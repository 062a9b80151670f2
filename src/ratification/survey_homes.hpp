#pragma once

/// @file
/// The deals of a range, with the values to everyone at home.

#include <cstddef>
#include <cstdint>
#include <vector>

#include <negotiation/ratification/passage_survey.hpp>

#include "ratification/counted_home.hpp"
#include "ratification/deal_walk.hpp"

namespace negotiation::ratification::detail {

/// Homes that remember, one a home.
inline std::vector<counted_home> counted_homes(const std::vector<home>& homes,
                                               const conditions& how) {
    std::vector<counted_home> counted;
    counted.reserve(homes.size());
    for (const home& h : homes) {
        counted.emplace_back(h, how);
    }
    return counted;
}

/// Shows every deal of the range with sums of factions, home after home.
/// @param visit (deal, sums)
template <class Visit>
void for_each_in_range(const bargaining& table, std::vector<counted_home>& homes, deal_range range,
                       Visit visit) {
    std::vector<const utility_function*> functions;
    const std::size_t seats = range == deal_range::acceptable ? table.parties.size() : 0;
    for (std::size_t i = 0; i < seats; ++i) {
        functions.push_back(&table.parties[i].utility);
    }
    for (const counted_home& h : homes) {
        for (const faction* f : h.factions()) {
            functions.push_back(&f->utility);
        }
    }
    deal_walk(table.space, functions).run([&](const outcome& deal, const grains* sums) {
        for (std::size_t i = 0; i < seats; ++i) {
            const bargaining::seat& party = table.parties[i];
            if (sums[i] < party.threshold || !respects_red_lines(party, deal)) {
                return;
            }
        }
        visit(deal, sums + seats);
    });
}

/// Shows every deal of a list with sums of factions, home after home.
/// @param visit (deal, sums)
template <class Visit>
void for_each_listed(const outcome_space& space, const std::vector<counted_home>& homes,
                     const std::vector<outcome>& deals, Visit visit) {
    std::vector<grains> sums;
    for (const outcome& deal : deals) {
        sums.clear();
        for (const counted_home& h : homes) {
            for (const faction* f : h.factions()) {
                sums.push_back(sum_of(f->utility, space.sizes, deal));
            }
        }
        visit(deal, sums.data());
    }
}

/// True when a space is too large to be listed.
inline bool too_many(const outcome_space& space) { return raw_count(space) > most_deals_surveyed; }

}  // namespace negotiation::ratification::detail
