#include "laboratory/seat_tally.hpp"

#include <algorithm>
#include <numeric>

namespace negotiation::laboratory {

namespace {

[[nodiscard]] std::vector<double> shares(const std::vector<double>& sums, double count) {
    std::vector<double> values;
    values.reserve(sums.size());
    for (const double sum : sums) {
        values.push_back(sum / count);
    }
    return values;
}

}  // namespace

void staged_mean::add(std::size_t stage, double value) {
    if (stages_.size() <= stage) {
        stages_.resize(stage + 1);
    }
    on_stage& of = stages_[stage];
    of.sum += value;
    of.count += 1;
    const double before = value - of.running;
    of.running += before / of.count;
    of.squares += before * (value - of.running);
}

std::optional<double> staged_mean::value() const {
    double sum = 0;
    double stages = 0;
    for (const on_stage& of : stages_) {
        if (of.count > 0) {
            sum += of.sum / of.count;
            stages += 1;
        }
    }
    return stages > 0 ? std::optional(sum / stages) : std::nullopt;
}

/// Results with weights w that sum to 1 are as many as 1 / sum of w^2 of equal weight, and their
/// weighted squares of deviations fall short of the variance by the factor 1 - sum of w^2.
std::optional<interval> staged_mean::range() const {
    constexpr double allowance = 1e-9;
    const std::optional<double> mean = value();
    double stages = 0;
    double weights = 0;
    double squares = 0;
    for (const on_stage& of : stages_) {
        if (of.count > 0) {
            const double off = of.sum / of.count - *mean;
            stages += 1;
            weights += 1 / of.count;
            squares += of.squares / of.count + off * off;
        }
    }
    if (stages == 0) {
        return std::nullopt;
    }
    const double results = stages * stages / weights;
    if (results < static_cast<double>(least_results) - allowance) {
        return std::nullopt;
    }
    return interval_of_mean(*mean, squares / stages / (1 - 1 / results), results);
}

pairing_means means_of(const pairing_result& p) {
    if (p.results == 0) {
        return {};
    }
    const auto n = static_cast<double>(p.results);
    pairing_means of{p.who.stage,
                     p.results,
                     static_cast<double>(p.agreements) / n,
                     static_cast<double>(p.rounds) / n,
                     static_cast<double>(p.offers) / n,
                     shares(p.utilities, n),
                     shares(p.advantages, n),
                     p.products / n,
                     p.to};
    for (std::optional<double>& sum : of.to) {
        if (sum) {
            *sum /= n;
        }
    }
    return of;
}

void seat_tally::add(const pairing_means& of, std::size_t seat) {
    utility_.add(of.stage, of.utilities[seat]);
    advantage_.add(of.stage, of.advantages[seat]);
    sum_.add(of.stage, std::accumulate(of.advantages.begin(), of.advantages.end(), 0.0));
    product_.add(of.stage, of.product);
    agreement_.add(of.stage, of.agreement);
    rounds_.add(of.stage, of.rounds);
    offers_.add(of.stage, of.offers);
    for (std::size_t k = 0; k < to_.size(); ++k) {
        if (of.to[k]) {
            to_[k].add(of.stage, *of.to[k]);
        }
    }
    results_ += of.count;
}

standing seat_tally::read(const std::string& name, ranked_by by) const {
    standing row;
    row.name = name;
    row.mean_advantage = advantage_.value();
    row.mean_sum = sum_.value();
    row.mean_product = product_.value();
    row.agreement_rate = agreement_.value();
    row.mean_rounds = rounds_.value();
    row.mean_offers = offers_.value();
    row.results = results_;
    row.faults = faults_;
    if (const auto range = advantage_.range()) {
        row.advantage_low = std::max(range->low, -1.0);
        row.advantage_high = std::min(range->high, 1.0);
    }
    if (by == ranked_by::advantage) {
        return row;
    }
    row.mean_utility = utility_.value();
    if (const auto range = utility_.range()) {
        row.low = range->low;
        row.high = range->high;
    }
    for (std::size_t k = 0; k < to_.size(); ++k) {
        row.mean_distances[k] = to_[k].value();
    }
    return row;
}

}  // namespace negotiation::laboratory
