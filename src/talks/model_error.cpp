#include <algorithm>
#include <cmath>
#include <cstdint>
#include <functional>
#include <numeric>
#include <stdexcept>

#include <fmt/core.h>

#include <negotiation/model/draw.hpp>
#include <negotiation/talks/estimate.hpp>
#include <negotiation/talks/model_error.hpp>

namespace negotiation::talks {

namespace {

constexpr std::uint64_t most_compared = 4096;

/// Ranks from 1, equal values sharing the mean of theirs.
[[nodiscard]] std::vector<double> ranks_of(std::span<const double> values) {
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(),
              [&](std::size_t i, std::size_t j) { return values[i] < values[j]; });
    std::vector<double> ranks(values.size());
    for (std::size_t from = 0; from < order.size();) {
        std::size_t end = from + 1;
        while (end < order.size() && !(values[order[from]] < values[order[end]])) {
            ++end;
        }
        for (std::size_t k = from; k < end; ++k) {
            ranks[order[k]] = static_cast<double>(from + 1 + end) / 2;
        }
        from = end;
    }
    return ranks;
}

/// Every deal of a small space, or some of a large one.
[[nodiscard]] std::vector<outcome> deals_to_compare(const outcome_space& space) {
    std::uint64_t combinations = 1;
    for (const auto& domain : space.domains) {
        combinations = std::min(most_compared + 1, combinations * domain.size());
    }
    std::vector<outcome> deals;
    random_stream draws(most_compared);  // the same deals for every model
    const std::uint64_t count = std::min(combinations, most_compared);
    for (std::uint64_t k = 0; k < count; ++k) {
        outcome deal(space.sizes.size());
        std::uint64_t rest = k;
        for (std::size_t issue = deal.size(); issue-- > 0;) {
            const auto& domain = space.domains[issue];
            deal[issue] = domain[combinations > most_compared ? draw_place(draws, domain.size())
                                                              : rest % domain.size()];
            rest /= domain.size();
        }
        if (feasible(space, deal)) {
            deals.push_back(std::move(deal));
        }
    }
    return deals;
}

/// From 0 at the least to 1 at the greatest; 1/2 where all are alike.
void rescale(std::vector<double>& values) {
    const auto [least, greatest] = std::minmax_element(values.begin(), values.end());
    const double low = *least;
    const double span = *greatest - low;
    for (double& value : values) {
        value = span > 0 ? (value - low) / span : 0.5;
    }
}

/// What deals are worth to the others, in shares of their ranges over these deals.
[[nodiscard]] std::vector<double> truth_about(const arena& at, party_id me,
                                              const std::vector<outcome>& deals) {
    std::vector<double> sum(deals.size(), 0);
    for (party_id j = 0; j < at.parties(); ++j) {
        if (j == me) {
            continue;
        }
        std::vector<double> worth;
        for (const outcome& deal : deals) {
            worth.push_back(utility_of(at.table(), j, deal));
        }
        rescale(worth);
        std::transform(sum.begin(), sum.end(), worth.begin(), sum.begin(), std::plus<>{});
    }
    return sum;
}

}  // namespace

std::optional<double> rank_correlation(std::span<const double> a, std::span<const double> b) {
    if (a.size() != b.size()) {
        throw std::invalid_argument(
            fmt::format("rank_correlation: as many values of one side as of the other; got {} and "
                        "{}",
                        a.size(), b.size()));
    }
    const std::vector<double> first = ranks_of(a);
    const std::vector<double> second = ranks_of(b);
    const double mean = static_cast<double>(a.size() + 1) / 2;
    double both = 0;
    double of_first = 0;
    double of_second = 0;
    for (std::size_t k = 0; k < a.size(); ++k) {
        both += (first[k] - mean) * (second[k] - mean);
        of_first += (first[k] - mean) * (first[k] - mean);
        of_second += (second[k] - mean) * (second[k] - mean);
    }
    if (!(of_first > 0 && of_second > 0)) {
        return std::nullopt;
    }
    return std::clamp(both / std::sqrt(of_first * of_second), -1.0, 1.0);
}

model_error error_of(std::span<const utility_term> estimate, const arena& at, party_id me) {
    const std::vector<outcome> deals = deals_to_compare(at.table().space);
    model_error found;
    found.deals = deals.size();
    if (deals.empty()) {
        return found;
    }
    std::vector<double> believed;
    for (const outcome& deal : deals) {
        believed.push_back(estimated_sum(estimate, at.table().space.sizes, deal));
    }
    std::vector<double> truth = truth_about(at, me, deals);
    found.spearman = rank_correlation(believed, truth);
    rescale(believed);
    rescale(truth);
    double squares = 0;
    for (std::size_t k = 0; k < deals.size(); ++k) {
        squares += (believed[k] - truth[k]) * (believed[k] - truth[k]);
    }
    found.rmse = std::sqrt(squares / static_cast<double>(deals.size()));
    return found;
}

}  // namespace negotiation::talks
