#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include <rapidcheck.h>

#include <negotiation/model/bargaining.hpp>
#include <negotiation/ratification/home.hpp>

/// Random small problems with a home for each party.
namespace negotiation::tests {

/// A problem and who is at home.
struct two_levels {
    bargaining table;
    std::vector<ratification::home> homes;
};

/// Every feasible deal, in enumeration order.
[[nodiscard]] inline std::vector<outcome> all_deals(const outcome_space& space) {
    std::vector<outcome> deals;
    outcome deal(space.sizes.size(), 0);
    for (;;) {
        if (feasible(space, deal)) {
            deals.push_back(deal);
        }
        std::size_t k = deal.size();
        while (k > 0 && ++deal[k - 1] == space.sizes[k - 1]) {
            deal[--k] = 0;
        }
        if (k == 0) {
            return deals;
        }
    }
}

/// Values in hundredths; one term over two issues.
[[nodiscard]] inline utility_function random_utility(const outcome_space& space) {
    utility_function f;
    f.scale.grain = unit_utility / 100;
    const auto issues = static_cast<issue_id>(space.sizes.size());
    for (issue_id k = 0; k < issues; ++k) {
        f.terms.push_back({{k},
                           *rc::gen::container<std::vector<grains>>(
                               space.sizes[k], rc::gen::inRange<grains>(0, 40))});
    }
    f.terms.push_back({{1, 0},
                       *rc::gen::container<std::vector<grains>>(
                           static_cast<std::size_t>(space.sizes[0]) * space.sizes[1],
                           rc::gen::inRange<grains>(-5, 6))});
    return f;
}

[[nodiscard]] inline std::vector<bargaining::line> random_lines(const outcome_space& space) {
    std::vector<bargaining::line> lines;
    if (*rc::gen::inRange(0, 3) == 0) {
        bargaining::line line;
        line.issue = *rc::gen::inRange<issue_id>(0, static_cast<issue_id>(space.sizes.size()));
        line.allowed.assign(space.sizes[line.issue], true);
        line.allowed[0] = false;
        line.is_public = *rc::gen::arbitrary<bool>();
        lines.push_back(std::move(line));
    }
    return lines;
}

[[nodiscard]] inline ratification::home random_home(const outcome_space& space,
                                                    const std::vector<int>& noises) {
    ratification::home made;
    const int chambers = *rc::gen::inRange(0, 3);
    for (int c = 0; c < chambers; ++c) {
        ratification::chamber body;
        const int factions = *rc::gen::inRange(1, 3);
        for (int f = 0; f < factions; ++f) {
            ratification::faction who;
            who.votes = *rc::gen::inRange<std::uint32_t>(1, 9);
            who.utility = random_utility(space);
            who.threshold = to_units(*rc::gen::inRange(20, 90) / 100.0L);
            who.noise = *rc::gen::elementOf(noises) / 100.0;
            who.shock = *rc::gen::element(0, 3) / 100.0;
            who.red_lines = random_lines(space);
            body.factions.push_back(std::move(who));
        }
        body.decides = {
            *rc::gen::element(ratification::rule_kind::quota, ratification::rule_kind::disapproval,
                              ratification::rule_kind::unanimity),
            *rc::gen::inRange<std::uint32_t>(1, static_cast<std::uint32_t>(votes_in(body)) + 1)};
        made.chambers.push_back(std::move(body));
    }
    if (chambers > 0 && *rc::gen::arbitrary<bool>()) {
        made.chambers.push_back({{}, {}, 0});
    }
    return made;
}

/// @param noises of factions, in hundredths
[[nodiscard]] inline two_levels random_two_levels(const std::vector<int>& noises) {
    two_levels made;
    std::vector<option_id> sizes;
    for (int k = 0; k < 3; ++k) {
        sizes.push_back(*rc::gen::inRange<option_id>(2, 4));
    }
    made.table.space = make_outcome_space(sizes);
    made.table.space.forbidden = {
        {{2, 0}, {option_mask(sizes[2], false), option_mask(sizes[0], true)}}};
    made.table.space.forbidden.front().masks[0][1] = true;
    made.table.space.forbidden.front().masks[1][0] = false;
    for (int i = 0; i < 2; ++i) {
        bargaining::seat party;
        party.utility = random_utility(made.table.space);
        party.threshold = *rc::gen::inRange<grains>(0, 60);
        party.reservation = party.threshold * party.utility.scale.grain;
        party.red_lines = random_lines(made.table.space);
        made.table.parties.push_back(std::move(party));
        made.homes.push_back(random_home(made.table.space, noises));
    }
    return made;
}

}  // namespace negotiation::tests
