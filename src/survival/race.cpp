#include <cmath>
#include <limits>

#include <negotiation/survival/race.hpp>

#include "survival/argument.hpp"

namespace negotiation::survival {

namespace {

void check_race(const race& of) {
    require_not_negative("race: the rate of settlement", of.settlement);
    require_not_negative("race: the rate of collapse", of.collapse);
}

/// Share of the first in a sum; 0 of nothing.
[[nodiscard]] double share_of(double part, double rest) {
    return part > 0 ? 1 / (1 + rest / part) : 0;
}

}  // namespace

double settles_first(const race& of, std::size_t phases) {
    check_race(of);
    return std::pow(share_of(of.settlement, of.collapse), static_cast<double>(phases));
}

double settles_within(const race& of, double time) {
    check_race(of);
    require_not_negative("race: the time", time);
    return -share_of(of.settlement, of.collapse) *
           std::expm1(-(of.settlement + of.collapse) * time);
}

double mean_time(const race& of) {
    check_race(of);
    const double rate = of.settlement + of.collapse;
    return rate > 0 ? 1 / rate : std::numeric_limits<double>::infinity();
}

double value_of(const race& of, double worth, double interest) {
    check_race(of);
    require_payoff("race: the worth of a settlement", worth);
    require_not_negative("race: the interest", interest);
    return worth * share_of(of.settlement, of.collapse + interest);
}

double least_worth_in_haste(const race& of, double worth, double interest, double hurried) {
    require_positive("race: the rate of settlement in a hurry", hurried);
    return value_of(of, worth, interest) / share_of(hurried, of.collapse + interest);
}

std::vector<double> strikes_first(std::span<const double> rates) {
    double sum = 0;
    for (const double rate : rates) {
        require_not_negative("strikes_first: a rate", rate);
        sum += rate;
    }
    std::vector<double> shares;
    for (const double rate : rates) {
        shares.push_back(sum > 0 ? rate / sum : 0);
    }
    return shares;
}

double plan_survival(double rate, std::span<const double> durations) {
    require_not_negative("plan_survival: the rate", rate);
    double sum = 0;
    for (const double duration : durations) {
        require_not_negative("plan_survival: a duration", duration);
        sum += duration;
    }
    return std::exp(-rate * sum);
}

}  // namespace negotiation::survival
