#include "laboratory/repeat_errors.hpp"

#include <cmath>
#include <vector>

namespace negotiation::laboratory {

namespace {

/// What one repeat moved a payoff by, and whether it was played at all.
struct moved {
    double by = 0;
    bool at_all = false;
};

/// One contestant against another one.
struct shifts {
    std::vector<moved> repeats;  ///< empty: they never met
    double seats = 0;            ///< in pairings, with results
};

/// The results of one seat of a pairing, by repeat.
class seat_results {
public:
    seat_results(const tournament_result& from, std::size_t pairing, std::size_t seat)
        : from_(from),
          pairing_(pairing),
          seat_(seat) {}

    [[nodiscard]] std::size_t repeats() const { return from_.duels.size() / from_.pairings.size(); }
    [[nodiscard]] double at(std::size_t repeat) const {
        return from_.duels[repeat * from_.pairings.size() + pairing_][seat_];
    }

    /// Moves a payoff by what its repeats differ from their mean, which is taken from the first
    /// one on: where all are alike, rounding moves nothing.
    void add_to(shifts& of) const {
        double first = 0;
        double sum = 0;
        double count = 0;
        for (std::size_t r = 0; r < repeats(); ++r) {
            if (!std::isnan(at(r))) {
                first = count == 0 ? at(r) : first;
                sum += at(r) - first;
                count += 1;
            }
        }
        if (count == 0) {
            return;
        }
        const double mean = first + sum / count;
        of.seats += 1;
        of.repeats.resize(repeats());
        for (std::size_t r = 0; r < repeats(); ++r) {
            if (!std::isnan(at(r))) {
                of.repeats[r].by += (at(r) - mean) / count;
                of.repeats[r].at_all = true;
            }
        }
    }

private:
    const tournament_result& from_;
    std::size_t pairing_;
    std::size_t seat_;
};

/// Repeats as clusters: n / (n - 1) times the sum of squares of what each of n moved the mean by.
[[nodiscard]] double error_of(const shifts& of) {
    double squares = 0;
    double n = 0;
    for (const moved& m : of.repeats) {
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
