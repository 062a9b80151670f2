#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <stdexcept>
#include <utility>

#include <fmt/core.h>

#include <negotiation/talks/equilibrium/screening.hpp>

namespace negotiation::talks::equilibrium {

namespace {

/// Selling down to `cutoff` at `price`, best for a state just above `from` and some way on.
struct sale {
    double from = 0;
    double cutoff = 0;
    double price = 0;
    double later = 0;  ///< what is left is worth, in the money of today
    [[nodiscard]] double worth(double left) const { return (left - cutoff) * price + later; }
};

using plan = std::vector<sale>;  ///< by the state, from the least on

void check_screening(const screening& of) {
    const std::size_t n = of.types.size();
    if (n == 0 || of.prior.size() != n || of.periods < 1 || of.periods > 1000) {
        throw std::invalid_argument(
            fmt::format("screening: expected a probability for each type and 1 to 1000 periods; "
                        "got {} types, {} probabilities and {} periods",
                        n, of.prior.size(), of.periods));
    }
    double sum = 0;
    for (std::size_t j = 0; j < n; ++j) {
        if (!(of.types[j] > (j == 0 ? 0 : of.types[j - 1])) || !std::isfinite(of.types[j]) ||
            !(of.prior[j] > 0) || !(of.prior[j] <= 1)) {
            throw std::invalid_argument(
                fmt::format("screening: types must rise from above 0, each with a probability in "
                            "(0, 1]; type {} is {} with {}",
                            j, of.types[j], of.prior[j]));
        }
        sum += of.prior[j];
    }
    if (!(std::abs(sum - 1) <= 1e-9)) {
        throw std::invalid_argument(fmt::format("screening: the prior must sum to 1; got {}", sum));
    }
    for (const double factor : {of.seller_discount, of.buyer_discount}) {
        if (!(factor > 0) || !(factor <= 1)) {
            throw std::invalid_argument(
                fmt::format("screening: a discount factor must lie in (0, 1]; got {}", factor));
        }
    }
}

[[nodiscard]] const sale& chosen(const plan& made, double left) {
    const auto above = std::upper_bound(made.begin(), made.end(), left,
                                        [](double z, const sale& s) { return z < s.from; });
    return above == made.begin() ? *above : *std::prev(above);
}

/// The types as a population, the lowest first.
class population {
public:
    explicit population(const screening& of) : of_(of) {
        double below = 0;
        for (const double share : of.prior) {
            starts_.push_back(below);
            below += share;
        }
    }

    [[nodiscard]] const std::vector<double>& starts() const noexcept { return starts_; }

    /// What the thing is worth to the buyer just above a place.
    [[nodiscard]] double type_above(double place) const {
        const auto above = std::upper_bound(starts_.begin(), starts_.end(), place);
        return of_.types[static_cast<std::size_t>(above - starts_.begin()) - 1];
    }

    /// How many of a type are left.
    [[nodiscard]] double mass(std::size_t j, double left) const {
        return std::clamp(left - starts_[j], 0.0, of_.prior[j]);
    }

private:
    const screening& of_;
    std::vector<double> starts_;
};

/// The price at which everybody above a place buys now, whatever is asked next.
[[nodiscard]] double price_of(const screening& of, const population& all, const plan* next,
                              double place) {
    const double type = all.type_above(place);
    return next == nullptr
               ? type
               : (1 - of.buyer_discount) * type + of.buyer_discount * chosen(*next, place).price;
}

/// The upper envelope of all sales that may be best: their prices rise with their cut-offs.
[[nodiscard]] plan plan_of(const screening& of, const population& all, const plan* next) {
    std::vector<double> places = all.starts();
    for (std::size_t k = 0; next != nullptr && k < next->size(); ++k) {
        places.push_back((*next)[k].from);
    }
    std::sort(places.begin(), places.end());
    places.erase(std::unique(places.begin(), places.end()), places.end());
    plan made;
    for (const double place : places) {
        sale one{place, place, price_of(of, all, next, place), 0};
        one.later = next == nullptr ? 0 : of.seller_discount * chosen(*next, place).worth(place);
        if (!made.empty() && !(one.price > made.back().price)) {
            continue;  // the lower place sells to more at no lower a price
        }
        while (!made.empty()) {
            // Where it begins to be better than the best so far.
            const sale& best = made.back();
            const double gap = best.worth(0) - one.worth(0);
            one.from = gap / (one.price - best.price);
            if (one.from > best.from) {
                break;
            }
            made.pop_back();
        }
        one.from = made.empty() ? 0 : one.from;
        if (one.from <= 1 + 1e-12) {
            // With everybody left it may be just as good: then the higher price is asked.
            one.from = std::min(one.from, 1.0);
            made.push_back(one);
        }
    }
    return made;
}

/// What a type gets along the offers if it buys at the best of them, and as the play says.
void judge_buyers(const screening& of, screening_play& into) {
    for (std::size_t j = 0; j < of.types.size(); ++j) {
        double best = 0;
        double played = 0;
        double still_there = 1;
        double weight = 1;
        for (const screening_offer& offer : into.offers) {
            const double gain = weight * (of.types[j] - offer.price);
            best = std::max(best, gain);
            played += still_there * offer.accepts[j] * gain;
            still_there *= 1 - offer.accepts[j];
            weight *= of.buyer_discount;
        }
        into.gains.push_back(played);
        into.proof.regret = std::max(into.proof.regret, best - played);
    }
}

/// The seller's gain from asking otherwise, each price told by the cut-off that it leads to.
[[nodiscard]] double best_deviation(const screening& of, const population& all, const plan* next,
                                    const sale& now, double left, std::size_t tried) {
    double most = -std::numeric_limits<double>::infinity();
    for (std::size_t k = 0; k < tried; ++k) {
        const double cutoff = left * static_cast<double>(k) / static_cast<double>(tried);
        const double later =
            next == nullptr ? 0 : of.seller_discount * chosen(*next, cutoff).worth(cutoff);
        const double other = (left - cutoff) * price_of(of, all, next, cutoff) + later;
        most = std::max(most, other - now.worth(left));
    }
    return most;
}

/// What is asked where so much is left, and how each type answers.
[[nodiscard]] screening_offer price_asked(const screening& of, const population& all,
                                          const plan* next, const sale& now, double left) {
    screening_offer offer;
    offer.price = now.price;
    offer.sold = left - now.cutoff;
    for (std::size_t j = 0; j < of.types.size(); ++j) {
        const double before = all.mass(j, left);
        offer.belief.push_back(before / left);
        offer.accepts.push_back(before > 0 ? 1 - all.mass(j, now.cutoff) / before : 0);
        offer.limits.push_back(price_of(of, all, next, all.starts()[j]));
    }
    return offer;
}

}  // namespace

screening_play solve(const screening& of) {
    check_screening(of);
    const population all(of);
    std::vector<plan> plans;  // by periods left, from 1
    for (std::int64_t t = 0; t < of.periods; ++t) {
        plans.push_back(plan_of(of, all, plans.empty() ? nullptr : &plans.back()));
    }
    screening_play found;
    found.proof.deals = 1000;
    double left = 1;
    double weight = 1;
    double earned = 0;
    for (std::size_t t = plans.size(); t-- > 0 && left > 0;) {
        const plan* next = t == 0 ? nullptr : &plans[t - 1];
        const sale& now = chosen(plans[t], left);
        found.profit = found.offers.empty() ? now.worth(left) : found.profit;
        screening_offer offer = price_asked(of, all, next, now, left);
        found.proof.regret = std::max(found.proof.regret,
                                      best_deviation(of, all, next, now, left, found.proof.deals));
        ++found.proof.states;
        earned += weight * offer.sold * offer.price;
        weight *= of.seller_discount;
        left = now.cutoff;
        found.offers.push_back(std::move(offer));
    }
    found.proof.residual = std::abs(earned - found.profit);
    judge_buyers(of, found);
    return found;
}

}  // namespace negotiation::talks::equilibrium
