#include <algorithm>
#include <cmath>
#include <stdexcept>

#include <fmt/core.h>

#include <negotiation/talks/equilibrium/baron_ferejohn.hpp>

namespace negotiation::talks::equilibrium {

namespace {

void check_legislature(const legislature& of) {
    const std::size_t n = of.recognition.size();
    if (n == 0 || of.discount.size() != n || of.quota < 1 || of.quota > n) {
        throw std::invalid_argument(fmt::format(
            "legislature: expected recognition and discount for each party and a quota in [1, "
            "parties]; got {} probabilities, {} discount factors and quota {}",
            n, of.discount.size(), of.quota));
    }
    double sum = 0;
    for (std::size_t i = 0; i < n; ++i) {
        const double chance = of.recognition[i];
        const double factor = of.discount[i];
        if (!(chance >= 0) || !(chance <= 1) || !(factor >= 0) || !(factor < 1)) {
            throw std::invalid_argument(
                fmt::format("legislature: recognition must lie in [0, 1] and discount in [0, 1); "
                            "party {} has {} and {}",
                            i, chance, factor));
        }
        sum += chance;
    }
    if (!(std::abs(sum - 1) <= 1e-9)) {
        throw std::invalid_argument(
            fmt::format("legislature: recognition must sum to 1; got {}", sum));
    }
}

/// Bisects a function that falls from at least 0 at `low` to at most 0 at `high`.
template <class Function>
[[nodiscard]] double root_of(double low, double high, Function falls) {
    constexpr int steps = 200;
    for (int k = 0; k < steps && low < high; ++k) {
        const double middle = low + (high - low) / 2;
        if (!(low < middle && middle < high)) {
            break;
        }
        (falls(middle) > 0 ? low : high) = middle;
    }
    return low + (high - low) / 2;
}

/// A party's price, given the cost of the cheapest coalition without it and the price of the
/// dearest vote bought.
class market {
public:
    explicit market(const legislature& of) : of_(of) {}

    /// Its price if nobody ever bought its vote.
    [[nodiscard]] double alone(std::size_t i, double cost) const {
        return of_.discount[i] * of_.recognition[i] * (1 - cost);
    }

    /// Its price if everybody always did.
    [[nodiscard]] double wanted(std::size_t i, double cost, double dearest) const {
        return of_.discount[i] * of_.recognition[i] * std::max(1 - cost - dearest, 0.0) /
               (1 - of_.discount[i]);
    }

    [[nodiscard]] double price(std::size_t i, double cost, double dearest) const {
        const double unbought = alone(i, cost);
        return unbought > dearest ? unbought : std::min(wanted(i, cost, dearest), dearest);
    }

    /// How often its vote is bought.
    [[nodiscard]] double bought(std::size_t i, double cost, double dearest) const {
        const double most = 1 - of_.recognition[i];
        if (wanted(i, cost, dearest) < dearest) {
            return most;
        }
        if (alone(i, cost) > dearest || !(of_.discount[i] > 0) || !(dearest > 0)) {
            return 0;
        }
        const double often = 1 / of_.discount[i] - of_.recognition[i] * (1 - cost) / dearest;
        return std::clamp(often, 0.0, most);
    }

    /// The price of the dearest vote bought at which as many votes are bought as are needed.
    [[nodiscard]] double dearest(double cost) const {
        return root_of(0, 1, [&](double w) {
            double votes = 0;
            for (std::size_t i = 0; i < of_.recognition.size(); ++i) {
                votes += bought(i, cost, w);
            }
            return static_cast<double>(of_.quota - 1) - votes;
        });
    }

    /// What the cheapest coalition costs whoever is not in it.
    [[nodiscard]] double cheapest(double cost, double w) const {
        auto votes = static_cast<double>(of_.quota - 1);
        double sum = 0;
        for (std::size_t i = 0; i < of_.recognition.size(); ++i) {
            const double c = price(i, cost, w);
            if (c < w) {
                sum += c;
                votes -= 1;
            }
        }
        return sum + votes * w;
    }

private:
    const legislature& of_;
};

/// Parties whose vote costs nothing, whatever the others': never recognised, or without patience.
[[nodiscard]] std::vector<bool> free_votes(const legislature& of) {
    std::vector<bool> is_free;
    for (std::size_t i = 0; i < of.recognition.size(); ++i) {
        is_free.push_back(!(of.discount[i] * of.recognition[i] > 0));
    }
    return is_free;
}

/// Enough votes cost nothing for everybody who proposes: they are taken evenly of those.
void take_free_votes(const legislature& of, const std::vector<bool>& is_free, double how_many,
                     legislative_bargain& into) {
    const market at(of);
    for (std::size_t i = 0; i < of.recognition.size(); ++i) {
        double often = 0;
        for (std::size_t p = 0; p < of.recognition.size() && is_free[i]; ++p) {
            const double others = how_many - (is_free[p] ? 1 : 0);
            often += p == i ? 0 : of.recognition[p] * static_cast<double>(of.quota - 1) / others;
        }
        into.prices.push_back(is_free[i] ? 0 : at.alone(i, 0));
        into.bought.push_back(often);
    }
}

/// Values from prices, what proposers keep, and how far the two are from one another.
void fill(const legislature& of, legislative_bargain& into) {
    const std::size_t n = of.recognition.size();
    std::vector<double> sorted = into.prices;
    std::sort(sorted.begin(), sorted.end());
    double votes = 0;
    for (std::size_t i = 0; i < n; ++i) {
        // The cheapest votes but its own.
        double cost = 0;
        bool left_out = false;
        std::size_t taken = 0;
        for (std::size_t k = 0; k < n && taken + 1 < of.quota; ++k) {
            if (!left_out && !(sorted[k] < into.prices[i]) && !(into.prices[i] < sorted[k])) {
                left_out = true;
                continue;
            }
            cost += sorted[k];
            ++taken;
        }
        into.keeps.push_back(1 - cost);
        into.values.push_back(of.recognition[i] * into.keeps[i] + into.bought[i] * into.prices[i]);
        into.proof.residual = std::max(into.proof.residual,
                                       std::abs(of.discount[i] * into.values[i] - into.prices[i]));
        votes += into.bought[i];
    }
    into.proof.residual =
        std::max(into.proof.residual, std::abs(votes - static_cast<double>(of.quota - 1)));
    constexpr double small = 1e-9;
    into.proof.regret = into.proof.residual;
    into.proof.bound =
        into.proof.residual / (1 - *std::max_element(of.discount.begin(), of.discount.end()));
    into.proof.converged = into.proof.residual <= small;
    into.proof.states = n;
}

}  // namespace

legislative_bargain solve(const legislature& of) {
    check_legislature(of);
    const std::size_t n = of.recognition.size();
    legislative_bargain found;
    const std::vector<bool> is_free = free_votes(of);
    const auto free = static_cast<std::size_t>(std::count(is_free.begin(), is_free.end(), true));
    if (free >= of.quota && of.quota < n) {
        take_free_votes(of, is_free, static_cast<double>(free), found);
    } else if (of.quota == n) {
        // All votes are bought: prices are shares of what a proposer would keep beyond its own.
        double all = 0;
        for (std::size_t i = 0; i < n; ++i) {
            all += of.discount[i] * of.recognition[i] / (1 - of.discount[i]);
        }
        for (std::size_t i = 0; i < n; ++i) {
            found.prices.push_back(of.discount[i] * of.recognition[i] / (1 - of.discount[i]) /
                                   (1 + all));
            found.bought.push_back(1 - of.recognition[i]);
        }
    } else {
        const market at(of);
        const bool alone = of.quota == 1;
        const double cost =
            alone ? 0 : root_of(0, 1, [&](double k) { return at.cheapest(k, at.dearest(k)) - k; });
        const double w = alone ? 0 : at.dearest(cost);
        for (std::size_t i = 0; i < n; ++i) {
            found.prices.push_back(alone ? at.alone(i, 0) : at.price(i, cost, w));
            found.bought.push_back(alone ? 0 : at.bought(i, cost, w));
        }
    }
    fill(of, found);
    return found;
}

double proposer_share(std::size_t parties, std::size_t quota, double discount) {
    if (parties == 0 || quota < 1 || quota > parties || !(discount >= 0) || !(discount <= 1)) {
        throw std::invalid_argument(
            fmt::format("legislature: expected a party or more, a quota in [1, parties] and a "
                        "discount in [0, 1]; got {}, {} and {}",
                        parties, quota, discount));
    }
    return 1 - static_cast<double>(quota - 1) * discount / static_cast<double>(parties);
}

}  // namespace negotiation::talks::equilibrium
