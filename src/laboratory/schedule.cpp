#include <algorithm>
#include <limits>
#include <stdexcept>

#include <fmt/core.h>

#include <negotiation/laboratory/schedule.hpp>

namespace negotiation::laboratory {

namespace {

using tuple = std::vector<std::size_t>;

/// The next choice of contestants, the last seat fastest: every order of them, or (sorted) each
/// choice once. @return false after the last one
[[nodiscard]] bool advance(tuple& of, std::size_t contestants, bool sorted) {
    for (std::size_t seat = of.size(); seat-- > 0;) {
        if (++of[seat] < contestants) {
            std::fill(of.begin() + static_cast<std::ptrdiff_t>(seat) + 1, of.end(),
                      sorted ? of[seat] : 0);
            return true;
        }
    }
    return false;
}

/// n * m, or the greatest number where it is more.
[[nodiscard]] std::uint64_t product(std::uint64_t n, std::uint64_t m) {
    constexpr std::uint64_t most = std::numeric_limits<std::uint64_t>::max();
    return m != 0 && n > most / m ? most : n * m;
}

/// How many choices of contestants a stage has: C^n, or C(C+1)...(C+n-1)/n! where order is nothing.
[[nodiscard]] std::uint64_t choices(std::uint64_t contestants, std::size_t seats, bool rotate) {
    constexpr std::uint64_t most = std::numeric_limits<std::uint64_t>::max();
    std::uint64_t count = 1;
    for (std::uint64_t k = 0; k < seats; ++k) {
        const std::uint64_t more = product(count, rotate ? contestants : contestants + k);
        if (more == most) {
            return most;
        }
        count = rotate ? more : more / (k + 1);
    }
    return count;
}

void check(const schedule::dimensions& of, std::uint64_t limit) {
    if (of.contestants == 0 || of.seats.empty() || of.mediations == 0) {
        throw std::invalid_argument(
            fmt::format("tournament: needs a strategy, a scenario and a way of talking; got {}, {} "
                        "and {}",
                        of.contestants, of.seats.size(), of.mediations));
    }
    std::uint64_t count = 0;
    std::size_t most_seats = 0;
    for (const std::size_t seats : of.seats) {
        if (seats < 2) {
            throw std::invalid_argument(
                fmt::format("tournament: a scenario needs two parties or more; got {}", seats));
        }
        const std::uint64_t here =
            product(choices(of.contestants, seats, of.rotate), of.mediations);
        count = here > std::numeric_limits<std::uint64_t>::max() - count
                    ? std::numeric_limits<std::uint64_t>::max()
                    : count + here;
        most_seats = std::max(most_seats, seats);
    }
    if (count > limit) {
        throw std::invalid_argument(fmt::format(
            "tournament: {} strategies in up to {} seats of {} scenarios{} make {} pairings{}; at "
            "most {} can be played; take fewer strategies{}",
            of.contestants, most_seats, of.seats.size(),
            of.mediations == 1 ? "" : fmt::format(" under {} ways of talking", of.mediations),
            count == std::numeric_limits<std::uint64_t>::max() ? "more than 10^19"
                                                               : fmt::format("{}", count),
            of.rotate ? " with roles rotated" : "", limit,
            of.rotate ? ", or set rotate to false" : ""));
    }
}

}  // namespace

schedule::schedule(const dimensions& of, std::uint64_t limit) : stages_(of.seats.size()) {
    check(of, limit);
    for (std::size_t stage = 0; stage < of.seats.size(); ++stage) {
        for (std::size_t mediation = 0; mediation < of.mediations; ++mediation) {
            tuple who(of.seats[stage], 0);
            do {
                pairings_.push_back({stage, mediation, who});
            } while (advance(who, of.contestants, !of.rotate));
        }
    }
}

}  // namespace negotiation::laboratory
