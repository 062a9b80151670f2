#pragma once

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include <boost/rational.hpp>

#include <negotiation/sequence/agreement.hpp>
#include <negotiation/sequence/trust.hpp>

/// Orders of execution by the words of their definitions: every order is written out, every number
/// is whole or a fraction, nothing is shared with the library but the agreement itself.
namespace negotiation::tests {

using ratio = boost::rational<long long>;

/// What an order asks for.
struct judged {
    std::vector<sequence::step_id> order;
    bool feasible = true;
    std::vector<ratio> trust;   ///< by party
    std::vector<double> prior;  ///< by party: with learning
    std::size_t runs = 0;

    ratio greatest() const { return *std::max_element(trust.begin(), trust.end()); }
    double greatest_prior() const { return *std::max_element(prior.begin(), prior.end()); }
};

/// Millionths: agreements of the tests have values and shares of at most three decimals.
using millionths = long long;

inline millionths exactly(double x, long long one) {
    return std::llround(x * static_cast<double>(one));
}

/// What is kept of each step by a party.
inline std::vector<millionths> kept_by(const sequence::agreement& of, std::size_t i) {
    std::vector<millionths> kept;
    for (const auto& s : of.steps) {
        kept.push_back(exactly(1 - s.undone[i], 1000) * exactly(s.value[i], 1000));
    }
    return kept;
}

inline millionths whole_value(const sequence::agreement& of, std::size_t i) {
    millionths v = exactly(of.completion[i], 1'000'000);
    for (const auto& s : of.steps) {
        v += exactly(s.value[i], 1'000'000);
    }
    return v;
}

inline judged judge(const sequence::agreement& of, const std::vector<sequence::step_id>& order,
                    sequence::reading how) {
    const std::size_t parties = of.completion.size();
    const std::size_t n = order.size();
    judged j{order, true, std::vector<ratio>(parties, 0), std::vector<double>(parties, 0), 0};
    const auto by = [&](std::size_t k) { return of.steps[order[k]].performer; };
    for (std::size_t k = 0; k < n; ++k) {
        j.runs += k == 0 || by(k) != by(k - 1) ? 1U : 0U;
    }
    for (std::size_t i = 0; i < parties; ++i) {
        const millionths v = whole_value(of, i);
        const std::vector<millionths> kept = kept_by(of, i);
        std::vector<millionths> h{0};
        std::vector<double> learned{0};
        millionths sum = -exactly(of.breakdown[i], 1'000'000);
        for (std::size_t k = 0; k < n; ++k) {
            sum += kept[order[k]];
            h.push_back(k + 1 == n ? v : sum);
            learned.push_back(learned.back() +
                              (by(k) == i ? 0 : -std::log(1 - of.steps[order[k]].defection)));
        }
        j.feasible = j.feasible && v >= 0;
        for (std::size_t c = 0; c < n; ++c) {
            j.feasible = j.feasible && !(by(c) == i && v < h[c]);
        }
        for (std::size_t t = 1; t < n; ++t) {
            if (by(t - 1) != i || by(t) == i) {
                continue;
            }
            std::vector<std::size_t> moments;
            if (how == sequence::reading::peak_exposure) {
                moments = {0};
            } else if (how == sequence::reading::drawdown) {
                for (std::size_t c = 0; c < t; ++c) {
                    if (by(c) == i) {
                        moments.push_back(c);
                    }
                }
            } else {
                std::size_t c = t - 1;
                while (c > 0 && by(c - 1) == i) {
                    --c;
                }
                moments = {c};
            }
            for (const std::size_t c : moments) {
                const millionths loss = h[c] - h[t];
                const millionths gain = v - h[c];
                if (loss <= 0 || gain < 0) {
                    continue;
                }
                j.trust[i] = std::max(j.trust[i], ratio(loss, loss + gain));
                const auto l = static_cast<double>(loss);
                const double g = static_cast<double>(gain) * std::exp(learned[c]);
                j.prior[i] = std::max(j.prior[i], l / (l + g));
            }
        }
    }
    return j;
}

/// Visits every order.
inline void for_each_order(
    const sequence::agreement& of,
    const std::function<void(const std::vector<sequence::step_id>&)>& visit) {
    std::vector<sequence::step_id> order;
    std::vector<bool> done(of.steps.size(), false);
    const std::function<void()> go = [&] {
        if (order.size() == of.steps.size()) {
            visit(order);
            return;
        }
        for (sequence::step_id s = 0; s < of.steps.size(); ++s) {
            const auto& after = of.steps[s].after;
            if (!done[s] &&
                std::all_of(after.begin(), after.end(), [&](auto b) { return done[b]; })) {
                done[s] = true;
                order.push_back(s);
                go();
                order.pop_back();
                done[s] = false;
            }
        }
    };
    go();
}

/// Every feasible order, judged.
inline std::vector<judged> feasible_orders(const sequence::agreement& of, sequence::reading how) {
    std::vector<judged> all;
    for_each_order(of, [&](const auto& order) {
        judged j = judge(of, order, how);
        if (j.feasible) {
            all.push_back(std::move(j));
        }
    });
    return all;
}

/// The fraction of a trust as the oracle writes it.
inline std::string text(const ratio& r) {
    return r.denominator() == 1
               ? std::to_string(r.numerator())
               : std::to_string(r.numerator()) + "/" + std::to_string(r.denominator());
}

}  // namespace negotiation::tests
