#include <algorithm>
#include <cmath>
#include <numeric>
#include <stdexcept>

#include <fmt/core.h>

#include <negotiation/sequence/inspection_plan.hpp>

#include "model/argument.hpp"

namespace negotiation::sequence {

namespace {

void check_visit(const inspection& of) {
    require_probability("inspection: the detection of a visit", of.detection);
    require_amount("inspection: the price of a visit", of.price);
}

[[nodiscard]] inspected_step inspected(const honesty& of, const inspection& by) {
    inspected_step step{of.which, of.needed ? visits_needed(by, *of.needed) : std::nullopt};
    step.cost = static_cast<double>(step.visits.value_or(0)) * by.price;
    return step;
}

}  // namespace

double detection_by(const inspection& of, std::size_t count) {
    check_visit(of);
    if (count == 0) {
        return 0;
    }
    return -std::expm1(static_cast<double>(count) * std::log1p(-of.detection));
}

std::optional<std::size_t> visits_needed(const inspection& of, double needed) {
    check_visit(of);
    require_probability("inspection: the detection needed", needed);
    if (needed <= 0) {
        return 0;
    }
    if (of.detection >= 1) {
        return 1;
    }
    if (of.detection <= 0 || needed >= 1) {
        return std::nullopt;
    }
    return least_count(std::log1p(-needed) / std::log1p(-of.detection));
}

inspection_plan cheapest_inspections(std::span<const honesty> steps,
                                     std::span<const inspection> visits,
                                     std::optional<double> budget) {
    if (steps.size() != visits.size()) {
        throw std::invalid_argument(fmt::format("inspection: needs {} visits, one a step; got {}",
                                                steps.size(), visits.size()));
    }
    if (budget) {
        require_amount("inspection: the budget", *budget);
    }
    inspection_plan plan;
    for (std::size_t k = 0; k < steps.size(); ++k) {
        plan.steps.push_back(inspected(steps[k], visits[k]));
        plan.cost += plan.steps.back().cost;
    }
    std::vector<std::size_t> by_cost(steps.size());
    std::iota(by_cost.begin(), by_cost.end(), std::size_t{0});
    std::stable_sort(by_cost.begin(), by_cost.end(), [&](std::size_t a, std::size_t b) {
        return plan.steps[a].cost < plan.steps[b].cost;
    });
    constexpr double rounding = 1e-12;
    for (const std::size_t k : by_cost) {
        inspected_step& step = plan.steps[k];
        const bool paid = !budget || plan.spent + step.cost <= *budget * (1 + rounding);
        step.kept_honest = step.visits.has_value() && paid;
        plan.spent += step.kept_honest ? step.cost : 0;
    }
    if (budget && plan.cost > *budget * (1 + rounding)) {
        plan.short_of = plan.cost - *budget;
    }
    return plan;
}

}  // namespace negotiation::sequence
