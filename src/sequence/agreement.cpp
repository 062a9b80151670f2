#include <cmath>
#include <stdexcept>
#include <string_view>

#include <fmt/core.h>

#include <negotiation/sequence/agreement.hpp>

namespace negotiation::sequence {

namespace {

constexpr std::size_t maximum_parties = 128;
constexpr double greatest_amount = 1e6;

[[noreturn]] void refuse(std::size_t place, std::string_view what) {
    throw std::invalid_argument(fmt::format("agreement: step {}: {}", place, what));
}

void check_amount(std::size_t place, std::string_view name, double amount) {
    if (!(std::abs(amount) <= greatest_amount)) {
        refuse(place, fmt::format("{} must lie in [-10^6, 10^6]; got {}", name, amount));
    }
}

void check_share(std::size_t place, std::string_view name, double share) {
    if (!(share >= 0 && share <= 1)) {
        refuse(place, fmt::format("{} must lie in [0, 1]; got {}", name, share));
    }
}

void check_days(std::size_t place, std::string_view name, double days) {
    if (!(days >= 0 && days <= greatest_amount)) {
        refuse(place, fmt::format("{} must lie in [0, 10^6]; got {}", name, days));
    }
}

void check_pretence(std::size_t place, const faking& pretence) {
    if (!(pretence.saves >= 0 && pretence.saves <= greatest_amount)) {
        refuse(place,
               fmt::format("what faking saves must lie in [0, 10^6]; got {}", pretence.saves));
    }
    check_share(place, "the probability of detection", pretence.detection);
    check_days(place, "the window of detection", pretence.window_days);
}

void check_step(const agreement& of, std::size_t place) {
    const step& s = of.steps[place];
    const std::size_t parties = parties_of(of);
    if (s.performer >= parties) {
        refuse(place, fmt::format("performer {} is not one of {} parties", s.performer, parties));
    }
    if (s.value.size() != parties || s.undone.size() != parties) {
        refuse(place, fmt::format("needs {} values and shares undone; got {} and {}", parties,
                                  s.value.size(), s.undone.size()));
    }
    for (std::size_t i = 0; i < parties; ++i) {
        check_amount(place, "a value", s.value[i]);
        check_share(place, "the share undone", s.undone[i]);
    }
    for (const step_id before : s.after) {
        if (before >= of.steps.size()) {
            refuse(place, fmt::format("waits for step {}, which is not one of {}", before,
                                      of.steps.size()));
        }
    }
    check_days(place, "days", s.days);
    if (!(s.defection >= 0 && s.defection < 1)) {
        refuse(place,
               fmt::format("the chance of defection must lie in [0, 1); got {}", s.defection));
    }
    if (s.pretence) {
        check_pretence(place, *s.pretence);
    }
}

}  // namespace

void check(const agreement& of) {
    const std::size_t parties = parties_of(of);
    if (parties == 0 || parties > maximum_parties) {
        throw std::invalid_argument(
            fmt::format("agreement: needs 1 to {} parties; got {}", maximum_parties, parties));
    }
    if (of.steps.size() > maximum_steps) {
        throw std::invalid_argument(
            fmt::format("agreement: at most {} steps; got {}", maximum_steps, of.steps.size()));
    }
    if (of.breakdown.size() != parties) {
        throw std::invalid_argument(fmt::format("agreement: needs {} costs of a breakdown; got {}",
                                                parties, of.breakdown.size()));
    }
    if (!of.covered.empty() && of.covered.size() != parties) {
        throw std::invalid_argument(fmt::format(
            "agreement: needs {} shares covered, or none; got {}", parties, of.covered.size()));
    }
    for (std::size_t i = 0; i < of.covered.size(); ++i) {
        if (!(of.covered[i] >= 0 && of.covered[i] <= 1)) {
            throw std::invalid_argument(fmt::format(
                "agreement: the share of losses covered of party {} must lie in [0, 1]; got {}", i,
                of.covered[i]));
        }
    }
    for (std::size_t i = 0; i < parties; ++i) {
        if (!(std::abs(of.completion[i]) <= greatest_amount)) {
            throw std::invalid_argument(
                fmt::format("agreement: the value of completion to party {} must lie in [-10^6, "
                            "10^6]; got {}",
                            i, of.completion[i]));
        }
        if (!(of.breakdown[i] >= 0 && of.breakdown[i] <= greatest_amount)) {
            throw std::invalid_argument(fmt::format(
                "agreement: the cost of a breakdown to party {} must lie in [0, 10^6]; got {}", i,
                of.breakdown[i]));
        }
    }
    for (std::size_t place = 0; place < of.steps.size(); ++place) {
        check_step(of, place);
    }
}

}  // namespace negotiation::sequence
