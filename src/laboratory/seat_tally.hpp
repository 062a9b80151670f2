#pragma once

/// What the rows of a table of standings are added up from.

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <negotiation/laboratory/pairing_result.hpp>
#include <negotiation/laboratory/standing.hpp>

namespace negotiation::laboratory {

/// The mean over stages, each alike, of the means on each: stages with more seats or more pairings
/// weigh no more than others.
class staged_mean {
public:
    void add(std::size_t stage, double value);

    [[nodiscard]] std::optional<double> value() const;

    /// Student's, of independent results that weigh as the mean weighs them; nothing below
    /// `least_results`.
    [[nodiscard]] std::optional<interval> range() const;

private:
    /// By Welford's running variance.
    struct on_stage {
        double sum = 0;
        double count = 0;
        double running = 0;  ///< mean
        double squares = 0;  ///< of deviations from it
    };

    std::vector<on_stage> stages_;
};

/// One pairing, its repeats averaged; nothing counts where no repeat does.
struct pairing_means {
    std::size_t stage = 0;
    std::size_t count = 0;
    double agreement = 0;
    double rounds = 0;
    double offers = 0;
    std::vector<double> utilities = {};   ///< by seat
    std::vector<double> advantages = {};  ///< by seat
    double product = 0;                   ///< of advantages
    distances to = {};
};

[[nodiscard]] pairing_means means_of(const pairing_result& p);

/// What one row of the table is made from.
class seat_tally {
public:
    void add(const pairing_means& of, std::size_t seat);
    void add_faults(std::size_t count) { faults_ += count; }

    /// By advantage nothing is told in utilities: scales differ.
    [[nodiscard]] standing read(const std::string& name, ranked_by by) const;

private:
    staged_mean utility_;
    staged_mean advantage_;
    staged_mean sum_;      ///< of advantages
    staged_mean product_;  ///< likewise
    staged_mean agreement_;
    staged_mean rounds_;
    staged_mean offers_;
    std::array<staged_mean, marks.size()> to_;
    std::size_t results_ = 0;
    std::size_t faults_ = 0;
};

}  // namespace negotiation::laboratory
