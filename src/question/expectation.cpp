#include <algorithm>
#include <cstddef>
#include <utility>

#include <negotiation/question/expectation.hpp>

namespace negotiation::question {

namespace detail {
namespace {

[[nodiscard]] double utility_by(const seating& at, const utility_function& f, const outcome& deal) {
    return utility_of(f.scale, sum_of(f, at.frozen.table.space.sizes, deal));
}

}  // namespace
}  // namespace detail

std::optional<expectation> expectation_of(const seating& at) {
    const std::optional<issue_id>& order = at.frozen.order;
    if (!order) {
        return std::nullopt;
    }
    expectation found{at.world->issues[*order].name, {}};
    for (party_id i = 0; i < at.parties.size(); ++i) {
        if (!at.frozen.table.parties[i].utility.derived.empty()) {
            const std::string& name = at.parties[i]->name;
            found.beliefs.emplace_back(name,
                                       sequence::number_of(at.world->sequence->trust, name, 0));
        }
    }
    return found;
}

std::vector<double> carried_out(const seating& at, const outcome& deal) {
    std::vector<double> utilities;
    for (std::size_t i = 0; i < at.frozen.carried_out.size(); ++i) {
        const utility_function& f = at.frozen.carried_out[i];
        const grains sum = sum_of(f, at.frozen.table.space.sizes, deal);
        const double value = value_of(f.scale, sum) + at.frozen.completion[i];
        utilities.push_back(utility_of(f.scale.risk, value, f.scale.reservation));
    }
    return utilities;
}

double utility_today(const seating& at, party_id who) {
    return at.frozen.carried_out.empty()
               ? utility_of(at.frozen.table, who, at.frozen.status_quo)
               : detail::utility_by(at, at.frozen.carried_out[who], at.frozen.status_quo);
}

std::vector<order_worth> orders_of(const seating& at, const outcome& deal) {
    const std::optional<issue_id>& order = at.frozen.order;
    std::vector<order_worth> all;
    if (!order) {
        return all;
    }
    const issue& of = at.world->issues[*order];
    outcome in_order = deal;
    for (option_id o = 0; o < of.options.size(); ++o) {
        in_order[*order] = o;
        order_worth worth{of.options[o], o == deal[*order], {}, true};
        for (party_id i = 0; i < at.parties.size(); ++i) {
            const bargaining::seat& seat = at.frozen.table.parties[i];
            worth.utilities.push_back(utility_of(at.frozen.table, i, in_order));
            worth.acceptable = worth.acceptable && sum_of(seat.utility, at.frozen.table.space.sizes,
                                                          in_order) >= seat.threshold;
        }
        all.push_back(std::move(worth));
    }
    return all;
}

}  // namespace negotiation::question
