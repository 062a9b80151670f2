#include <algorithm>
#include <cmath>
#include <stdexcept>

#include <fmt/core.h>

#include <negotiation/model/draw.hpp>
#include <negotiation/talks/preference_types.hpp>
#include <negotiation/talks/turn.hpp>

namespace negotiation::talks {

namespace {

constexpr std::size_t greatest_set = 100'000;

[[nodiscard]] std::vector<std::size_t> first_places(const std::vector<option_id>& sizes) {
    std::vector<std::size_t> first;
    std::size_t next = 0;
    for (const option_id size : sizes) {
        first.push_back(next);
        next += size;
    }
    first.push_back(next);
    return first;
}

[[nodiscard]] std::vector<issue_id> issues_with_choice(const outcome_space& space) {
    std::vector<issue_id> issues;
    for (issue_id k = 0; k < space.domains.size(); ++k) {
        if (space.domains[k].size() > 1) {
            issues.push_back(k);
        }
    }
    return issues;
}

/// Orders of n issues times peaks, or one more than the most where there are more.
[[nodiscard]] std::size_t count_types(const outcome_space& space,
                                      const std::vector<issue_id>& issues, std::size_t most) {
    std::size_t count = 1;
    const auto times = [&](std::size_t n) {
        count = count > most / std::max<std::size_t>(n, 1) ? most + 1 : count * n;
    };
    for (std::size_t k = 0; k < issues.size(); ++k) {
        times(k + 1);
        times(space.domains[issues[k]].size());
    }
    return count;
}

/// One type: issue order[r] has rank r, and its values peak at peaks[r].
[[nodiscard]] std::vector<double> regular_type(const outcome_space& space,
                                               const std::vector<std::size_t>& first,
                                               const std::vector<issue_id>& order,
                                               const std::vector<std::size_t>& peaks) {
    const auto n = static_cast<double>(order.size());
    std::vector<double> worth(first.back(), 0);
    for (std::size_t r = 0; r < order.size(); ++r) {
        const auto& domain = space.domains[order[r]];
        const double weight = 2 * (n - static_cast<double>(r)) / (n * (n + 1));
        const auto peak = static_cast<double>(peaks[r]);
        const double farthest = std::max(peak, static_cast<double>(domain.size() - 1) - peak);
        for (std::size_t place = 0; place < domain.size(); ++place) {
            const double away = std::abs(static_cast<double>(place) - peak);
            worth[first[order[r]] + domain[place]] = weight * (1 - away / farthest);
        }
    }
    return worth;
}

/// The next combination of peaks, first rank fastest. @return false after the last one
[[nodiscard]] bool advance(const outcome_space& space, const std::vector<issue_id>& order,
                           std::vector<std::size_t>& peaks) {
    for (std::size_t r = 0; r < order.size(); ++r) {
        if (++peaks[r] < space.domains[order[r]].size()) {
            return true;
        }
        peaks[r] = 0;
    }
    return false;
}

void list_all(const outcome_space& space, const std::vector<issue_id>& issues,
              preference_types& into) {
    std::vector<issue_id> order = issues;
    do {
        std::vector<std::size_t> peaks(order.size(), 0);
        do {
            into.worth.push_back(regular_type(space, into.first, order, peaks));
        } while (advance(space, order, peaks));
    } while (std::next_permutation(order.begin(), order.end()));
}

void draw_some(const outcome_space& space, const std::vector<issue_id>& issues, std::size_t count,
               preference_types& into) {
    random_stream draws(count);  // the same ones for every party and every run
    for (std::size_t k = 0; k < count; ++k) {
        std::vector<issue_id> order = issues;
        std::vector<std::size_t> peaks;
        for (std::size_t r = 0; r < order.size(); ++r) {
            std::swap(order[r], order[r + draw_place(draws, order.size() - r)]);
            peaks.push_back(draw_place(draws, space.domains[order[r]].size()));
        }
        into.worth.push_back(regular_type(space, into.first, order, peaks));
    }
}

/// Numbers over their sum. @throws std::invalid_argument naming what they are
[[nodiscard]] std::vector<double> shares_of(std::vector<double> numbers, std::size_t wanted,
                                            const char* what) {
    if (numbers.size() != wanted) {
        throw std::invalid_argument(
            fmt::format("types: {} must be {} numbers; got {}", what, wanted, numbers.size()));
    }
    double sum = 0;
    for (const double x : numbers) {
        if (!(x >= 0) || !std::isfinite(x)) {
            throw std::invalid_argument(
                fmt::format("types: {} must be finite and at least 0; got {}", what, x));
        }
        sum += x;
    }
    if (!(sum > 0) || !std::isfinite(sum)) {
        throw std::invalid_argument(
            fmt::format("types: {} must have a finite sum above 0; got {}", what, sum));
    }
    for (double& x : numbers) {
        x /= sum;
    }
    return numbers;
}

[[nodiscard]] std::vector<double> priors_of(const std::vector<double>& prior, std::size_t types) {
    return shares_of(prior.empty() ? std::vector<double>(types, 1) : prior, types, "priors");
}

/// For every issue with a choice a type to whom it weighs as much as all others together.
[[nodiscard]] std::vector<std::vector<double>> leading(const outcome_space& space) {
    const std::vector<issue_id> issues = issues_with_choice(space);
    std::vector<std::vector<double>> all;
    for (const issue_id leader : issues) {
        std::vector<double> weights(space.sizes.size(), 0);
        for (const issue_id k : issues) {
            weights[k] = 1;
        }
        weights[leader] = std::max(1.0, static_cast<double>(issues.size() - 1));
        all.push_back(std::move(weights));
    }
    if (all.empty()) {
        all.emplace_back(space.sizes.size(), 1);
    }
    return all;
}

}  // namespace

preference_types regular_types(const outcome_space& space, std::size_t most) {
    if (most < 1 || most > greatest_set) {
        throw std::invalid_argument(
            fmt::format("types: at least 1 and at most {}; got {}", greatest_set, most));
    }
    const std::vector<issue_id> issues = issues_with_choice(space);
    preference_types made;
    made.first = first_places(space.sizes);
    if (count_types(space, issues, most) > most) {
        draw_some(space, issues, most, made);
    } else {
        list_all(space, issues, made);
    }
    made.prior = priors_of({}, made.size());
    return made;
}

preference_types opposed_types(const arena& at, party_id me,
                               const std::vector<std::vector<double>>& weights,
                               const std::vector<double>& prior) {
    const outcome_space& space = at.table().space;
    proceedings nothing_said;
    nothing_said.begin(at);
    const turn t(nothing_said, me, {}, {});
    preference_types made;
    made.first = first_places(space.sizes);
    for (const std::vector<double>& row : weights.empty() ? leading(space) : weights) {
        const std::vector<double> shares = shares_of(row, space.sizes.size(), "weights of a type");
        std::vector<double> worth;
        for (issue_id k = 0; k < space.sizes.size(); ++k) {
            for (const double mine : t.values_of(k)) {
                worth.push_back(shares[k] * (1 - mine));
            }
        }
        made.worth.push_back(std::move(worth));
    }
    made.prior = priors_of(prior, made.size());
    return made;
}

preference_types given_types(const outcome_space& space,
                             const std::vector<std::vector<utility_term>>& terms,
                             const std::vector<double>& prior) {
    preference_types made;
    made.first = first_places(space.sizes);
    for (const std::vector<utility_term>& type : terms) {
        std::vector<double> worth(made.first.back(), 0);
        for (const utility_term& term : type) {
            if (term.issues.size() != 1 ||
                term.values.size() != space.sizes.at(term.issues.front())) {
                throw std::invalid_argument(fmt::format(
                    "types: every term must be over one issue, a value an option; got one over {} "
                    "issues with {} values",
                    term.issues.size(), term.values.size()));
            }
            for (std::size_t o = 0; o < term.values.size(); ++o) {
                worth[made.first[term.issues.front()] + o] += static_cast<double>(term.values[o]);
            }
        }
        double span = 0;
        for (issue_id k = 0; k < space.sizes.size(); ++k) {
            double least = 0;
            double greatest = 0;
            for (std::size_t d = 0; d < space.domains[k].size(); ++d) {
                const double value = worth[made.first[k] + space.domains[k][d]];
                least = d == 0 ? value : std::min(least, value);
                greatest = d == 0 ? value : std::max(greatest, value);
            }
            for (std::size_t o = made.first[k]; o < made.first[k + 1]; ++o) {
                worth[o] -= least;
            }
            span += greatest - least;
        }
        for (double& value : worth) {
            value = span > 0 ? value / span : 0;
        }
        made.worth.push_back(std::move(worth));
    }
    made.prior = priors_of(prior, made.size());
    return made;
}

}  // namespace negotiation::talks
