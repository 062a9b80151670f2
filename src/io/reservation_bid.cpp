#include "io/reservation_bid.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace negotiation::io::detail {

namespace {

constexpr std::size_t most_combinations = 1'000'000;

/// Worth of a combination of the options of some issues, and its number, the last issue fastest.
struct combination {
    double worth = 0;
    std::size_t number = 0;
};

/// Places of issues, and how many combinations their options have: at most one too many is told.
struct half {
    std::vector<std::size_t> issues;
    std::size_t size = 1;

    void add(std::size_t issue, std::size_t options) {
        issues.push_back(issue);
        size = size > most_combinations / options ? most_combinations + 1 : size * options;
    }
};

/// The issue with most options first, each to the smaller half.
[[nodiscard]] std::pair<half, half> halves_of(const additive_party& who) {
    std::vector<std::size_t> order;
    for (std::size_t k = 0; k < who.values.size(); ++k) {
        order.push_back(k);
    }
    const auto options = [&](std::size_t k) { return who.values[k].size(); };
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return options(a) > options(b); });
    std::pair<half, half> both;
    for (const std::size_t k : order) {
        (both.first.size <= both.second.size ? both.first : both.second).add(k, options(k));
    }
    return both;
}

[[nodiscard]] std::vector<combination> combinations_of(const additive_party& who, const half& of) {
    std::vector<combination> all{{}};
    for (const std::size_t k : of.issues) {
        std::vector<combination> longer;
        longer.reserve(all.size() * who.values[k].size());
        for (const combination& c : all) {
            for (const double value : who.values[k]) {
                longer.push_back({c.worth + who.weights[k] * value, longer.size()});
            }
        }
        all = std::move(longer);
    }
    return all;
}

void choose(const additive_party& who, const half& of, std::size_t number,
            std::vector<std::size_t>& options) {
    for (auto k = of.issues.rbegin(); k != of.issues.rend(); ++k) {
        options[*k] = number % who.values[*k].size();
        number /= who.values[*k].size();
    }
}

/// Added up in the order of the issues, as whoever reads it will.
[[nodiscard]] double bid_value(const additive_party& who, const std::vector<std::size_t>& options) {
    double sum = 0;
    for (std::size_t k = 0; k < options.size(); ++k) {
        sum += who.weights[k] * who.values[k][options[k]];
    }
    return sum;
}

}  // namespace

/// Each combination of one half meets the least of the other that makes up for the rest.
std::optional<reservation_bid> bid_for_reservation(const additive_party& who) {
    const auto [one, two] = halves_of(who);
    if (one.size > most_combinations || two.size > most_combinations) {
        return std::nullopt;
    }
    // Terms are rounded to this when they are frozen, each of them.
    const double same_worth = 1e-12 * static_cast<double>(who.values.size() + 1);
    const double floor = who.reservation - same_worth;
    std::vector<combination> rest = combinations_of(who, two);
    std::sort(rest.begin(), rest.end(), [](const combination& a, const combination& b) {
        return a.worth != b.worth ? a.worth < b.worth : a.number < b.number;
    });
    std::optional<std::pair<std::size_t, std::size_t>> best;
    double least = 0;
    for (const combination& c : combinations_of(who, one)) {
        const auto with = std::partition_point(
            rest.begin(), rest.end(),
            [&](const combination& other) { return c.worth + other.worth < floor; });
        if (with != rest.end() && (!best || c.worth + with->worth < least)) {
            best = {c.number, with->number};
            least = c.worth + with->worth;
        }
    }
    if (!best) {
        return std::nullopt;
    }
    reservation_bid found;
    found.options.resize(who.values.size());
    choose(who, one, best->first, found.options);
    choose(who, two, best->second, found.options);
    found.worth = bid_value(who, found.options);
    found.exact = std::abs(found.worth - who.reservation) <= same_worth;
    return found;
}

}  // namespace negotiation::io::detail
