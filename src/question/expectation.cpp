#include <algorithm>
#include <cstddef>
#include <utility>

#include <negotiation/question/expectation.hpp>

namespace negotiation::question {

namespace detail {
namespace {

/// The issue over orders, where the table was set with one.
[[nodiscard]] std::optional<issue_id> order_issue(const seating& at) {
    if (at.frozen.carried_out.empty()) {
        return std::nullopt;
    }
    const auto found =
        std::find_if(at.frozen.in_scope.begin(), at.frozen.in_scope.end(),
                     [&](issue_id k) { return at.world->issues[k].kind == issue_kind::order; });
    return *found;
}

[[nodiscard]] double utility_by(const seating& at, const utility_function& f, const outcome& deal) {
    return utility_of(f.scale, sum_of(f, at.frozen.table.space.sizes, deal));
}

}  // namespace
}  // namespace detail

std::optional<expectation> expectation_of(const seating& at) {
    const auto order = detail::order_issue(at);
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
    for (const utility_function& f : at.frozen.carried_out) {
        utilities.push_back(detail::utility_by(at, f, deal));
    }
    return utilities;
}

double utility_today(const seating& at, party_id who) {
    return at.frozen.carried_out.empty()
               ? utility_of(at.frozen.table, who, at.frozen.status_quo)
               : detail::utility_by(at, at.frozen.carried_out[who], at.frozen.status_quo);
}

std::vector<order_worth> orders_of(const seating& at, const outcome& deal) {
    const auto order = detail::order_issue(at);
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
