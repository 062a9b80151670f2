#include "laboratory/repeat_errors.hpp"

#include <cmath>
#include <cstddef>
#include <vector>

namespace negotiation::laboratory {

namespace {

/// What one cluster of repeats moved a payoff by, and whether it was played at all.
struct moved {
    double by = 0;
    bool at_all = false;
};

/// One contestant against another one.
struct shifts {
    std::vector<moved> clusters;  ///< empty: they never met
    double seats = 0;             ///< in pairings, with results
};

/// The results of one seat of a pairing, by cluster of repeats.
class seat_results {
public:
    seat_results(const tournament_result& from, std::size_t pairing, std::size_t seat)
        : from_(from),
          pairing_(pairing),
          seat_(seat) {}

    [[nodiscard]] std::size_t clusters() const {
        return from_.duels.size() / from_.pairings.size();
    }
    [[nodiscard]] const duel& at(std::size_t cluster) const {
        return from_.duels[cluster * from_.pairings.size() + pairing_];
    }

    /// Moves a payoff by what its clusters differ from their mean, which is taken from the first
    /// one on: where all are alike, rounding moves nothing.
    void add_to(shifts& of) const {
        double first = 0;
        double sum = 0;
        double count = 0;
        for (std::size_t c = 0; c < clusters(); ++c) {
            if (at(c).count > 0) {
                const auto weight = static_cast<double>(at(c).count);
                first = count == 0 ? at(c).advantages[seat_] : first;
                sum += weight * (at(c).advantages[seat_] - first);
                count += weight;
            }
        }
        if (count == 0) {
            return;
        }
        const double mean = first + sum / count;
        of.seats += 1;
        of.clusters.resize(clusters());
        for (std::size_t c = 0; c < clusters(); ++c) {
            if (at(c).count > 0) {
                const auto weight = static_cast<double>(at(c).count);
                of.clusters[c].by += weight * (at(c).advantages[seat_] - mean) / count;
                of.clusters[c].at_all = true;
            }
        }
    }

private:
    const tournament_result& from_;
    std::size_t pairing_;
    std::size_t seat_;
};

/// n / (n - 1) times the sum of squares of what each of n clusters moved the mean by.
[[nodiscard]] double error_of(const shifts& of) {
    double squares = 0;
    double n = 0;
    for (const moved& m : of.clusters) {
        squares += m.by * m.by;
        n += m.at_all ? 1 : 0;
    }
    return n < 2 ? 0 : std::sqrt(squares * n / (n - 1)) / of.seats;
}

}  // namespace

payoff_table repeat_errors(const tournament_result& from, std::size_t stage,
                           std::size_t contestants) {
    payoff_table errors(contestants, std::vector<double>(contestants, 0));
    if (from.duels.empty()) {
        return errors;
    }
    std::vector<std::vector<shifts>> met(contestants, std::vector<shifts>(contestants));
    for (std::size_t k = 0; k < from.pairings.size(); ++k) {
        const pairing& who = from.pairings[k].who;
        for (std::size_t seat = 0; who.stage == stage && seat < 2; ++seat) {
            seat_results(from, k, seat)
                .add_to(met[who.contestants[seat]][who.contestants[1 - seat]]);
        }
    }
    for (std::size_t a = 0; a < contestants; ++a) {
        for (std::size_t b = 0; b < contestants; ++b) {
            errors[a][b] = error_of(met[a][b]);
        }
    }
    return errors;
}

}  // namespace negotiation::laboratory
