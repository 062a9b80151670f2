#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <stdexcept>
#include <utility>

#include <negotiation/talks/equilibrium/stationary.hpp>

#include "talks/equilibrium/endless.hpp"
#include "talks/equilibrium/one_offer.hpp"

namespace negotiation::talks::equilibrium {

namespace {

using detail::endless;
using detail::same_play;
using detail::same_values;

/// Play that parties take turns at, as it follows from what one of them gets.
class rotation {
public:
    explicit rotation(const endless& at) : at_(at) {}

    /// Once round the table, back to the party itself, if offering is worth so much to everybody.
    [[nodiscard]] stationary_play follow(std::size_t start,
                                         const std::vector<double>& worth) const {
        const std::size_t n = at_.parties();
        stationary_play play;
        play.choices.resize(n);
        play.values.resize(n * n);
        play.thresholds.resize(n * n);
        std::vector<double> next = worth;
        for (std::size_t back = 1; back <= n; ++back) {
            const std::size_t p = (start + n - back) % n;
            const detail::one_offer done = at_.offer_of(p, next);
            play.choices[p] = done.made;
            std::copy(done.worth.begin(), done.worth.end(), row(play.values, p));
            std::copy(done.thresholds.begin(), done.thresholds.end(), row(play.thresholds, p));
            next = done.worth;
        }
        return play;
    }

    /// Follows a guess and keeps it when it comes back to itself.
    [[nodiscard]] std::optional<stationary_play> try_guess(std::size_t start,
                                                           const std::vector<double>& worth) const {
        stationary_play play = follow(start, worth);
        for (std::size_t i = 0; i < at_.parties(); ++i) {
            if (std::abs(play.values[start * at_.parties() + i] - worth[i]) > at_.slack()[i]) {
                return std::nullopt;
            }
        }
        return play;
    }

private:
    [[nodiscard]] std::vector<double>::iterator row(std::vector<double>& of, std::size_t p) const {
        return of.begin() + static_cast<std::ptrdiff_t>(p * at_.parties());
    }

    const endless& at_;
};

/// Whether all that offer before a party wait for it.
[[nodiscard]] bool all_wait_before(const stationary_play& play, std::size_t start) {
    return std::all_of(play.choices.begin(),
                       play.choices.begin() + static_cast<std::ptrdiff_t>(start),
                       [](const choice& c) { return c.kind == proposal::wait && c.next == 1; });
}

/// Every guess of what the first party that does not wait gets.
[[nodiscard]] std::vector<stationary_play> all_of_them(const deal_set& deals, const endless& at,
                                                       const rotation& table) {
    std::vector<stationary_play> found;
    for (std::size_t start = 0; start < deals.parties; ++start) {
        for (std::uint32_t k = 0; k < deals.size(); ++k) {
            auto play = table.try_guess(start, deals.row(k));
            if (play && play->choices[start] == choice{proposal::offer, k, 0} &&
                all_wait_before(*play, start)) {
                found.push_back(std::move(*play));
            }
        }
        auto play = table.try_guess(start, deals.no_deal);
        if (play && play->choices[start].kind != proposal::offer &&
            play->choices[start].next == 0 && all_wait_before(*play, start)) {
            found.push_back(std::move(*play));
        }
    }
    auto play = table.try_guess(0, at.for_ever());
    if (play && all_wait_before(*play, deals.parties)) {
        found.push_back(std::move(*play));
    }
    return found;
}

/// Play with an ever more distant deadline, where a party has the last offer.
class distant_deadline {
public:
    distant_deadline(const deal_set& deals, const endless& at, const rotation& table,
                     std::size_t last_offer)
        : deals_(deals),
          at_(at),
          table_(table),
          start_((last_offer + 1) % deals.parties),
          worth_(deals.no_deal),
          mark_(deals.no_deal) {}

    /// @return what it tends to; nothing where it settles nowhere, or was not followed
    [[nodiscard]] std::optional<stationary_play> settle(std::uint64_t most) {
        while (!over_ && rounds_ < most) {
            step();
        }
        return std::move(settled_);
    }

    [[nodiscard]] bool is_over() const noexcept { return over_; }
    [[nodiscard]] std::uint64_t rounds() const noexcept { return rounds_; }

private:
    /// Once round the table.
    void step() {
        ++rounds_;
        stationary_play play = table_.follow(start_, worth_);
        const bool again = last_ && same_play(*last_, play);
        if (again && same_values(*last_, play, at_.slack()) && holds(play)) {
            settled_ = std::move(play);
            over_ = true;
            return;
        }
        std::vector<double> next = row_of(play);
        if (again && all_wait_before(play, deals_.parties)) {
            wait_on(next);
        }
        const bool stands = again && last_->values == play.values;
        over_ = over_ || stands || (next != worth_ && comes_round(next));
        worth_ = std::move(next);
        last_ = std::move(play);
    }

    /// Whether play is worth what it says.
    [[nodiscard]] bool holds(stationary_play play) const {
        const stationary_play exact{play.choices, worth_of(play.choices, deals_, at_.rules()), {}};
        return same_values(exact, play, at_.slack());
    }

    /// Passes the rounds in which nobody can have another choice; all of them if there is none.
    /// What was chosen in this round is chosen for as long as nothing has changed since it began.
    void wait_on(std::vector<double>& next) {
        const auto n = static_cast<double>(deals_.parties);
        const double quiet = at_.quiet_offers(worth_);
        if (quiet > 3 * n) {
            next = at_.waited(worth_, std::isfinite(quiet) ? n * std::floor(quiet / n - 1) : quiet);
        }
        if (!std::isfinite(quiet)) {
            stationary_play end = table_.follow(start_, next);
            if (all_wait_before(end, deals_.parties) && holds(end)) {
                settled_ = std::move(end);
            }
            over_ = true;
        }
    }

    /// Whether values are those of an earlier round, which is moved on ever more rarely (Brent).
    [[nodiscard]] bool comes_round(const std::vector<double>& next) {
        if (next == mark_ && since_ > 0) {
            return true;
        }
        if (++since_ >= power_) {
            power_ *= 2;
            since_ = 0;
            mark_ = next;
        }
        return false;
    }

    [[nodiscard]] std::vector<double> row_of(const stationary_play& play) const {
        const auto from =
            play.values.begin() + static_cast<std::ptrdiff_t>(start_ * deals_.parties);
        return {from, from + static_cast<std::ptrdiff_t>(deals_.parties)};
    }

    const deal_set& deals_;
    const endless& at_;
    const rotation& table_;
    std::size_t start_;
    std::vector<double> worth_;
    std::vector<double> mark_;  ///< of an earlier round
    std::uint64_t power_ = 1;
    std::uint64_t since_ = 0;  ///< rounds since the mark
    std::uint64_t rounds_ = 0;
    std::optional<stationary_play> last_;
    std::optional<stationary_play> settled_;
    bool over_ = false;
};

/// The place of a play among those found, where it is put if it is not there.
[[nodiscard]] std::size_t place_of(std::vector<stationary_play>& found, stationary_play play) {
    const auto place =
        std::find_if(found.begin(), found.end(), [&](const auto& p) { return same_play(p, play); });
    const auto at = static_cast<std::size_t>(place - found.begin());
    if (place == found.end()) {
        found.push_back(std::move(play));
    }
    return at;
}

}  // namespace

stationary_set solve_stationary(const deal_set& deals, const offer_game& rules,
                                std::uint64_t limit) {
    const endless at(deals, rules);
    const rotation table(at);
    stationary_set set;
    const auto n = static_cast<double>(deals.parties);
    const auto m = static_cast<double>(deals.size());
    const double look = deals.parties == 2 && deals.refused.empty() ? 64 : m * n;
    if (m * n * n * look <= static_cast<double>(limit)) {
        set.found = all_of_them(deals, at, table);
        std::stable_sort(set.found.begin(), set.found.end(),
                         [](const auto& a, const auto& b) { return a.values[0] > b.values[0]; });
        set.count = set.found.size();
    }
    const double round = n * look;
    const auto most = static_cast<std::uint64_t>(
        std::clamp(static_cast<double>(limit) / round, 10'000.0, 1'000'000.0));
    std::uint64_t rounds = 0;
    for (std::size_t last = 0; last < deals.parties; ++last) {
        distant_deadline search(deals, at, table, last);
        auto reached = search.settle(most);
        rounds += search.rounds();
        set.followed = set.followed && search.is_over();
        set.reached.push_back(reached ? std::optional(place_of(set.found, std::move(*reached)))
                                      : std::nullopt);
    }
    set.iterations = rounds * deals.parties;
    return set;
}

}  // namespace negotiation::talks::equilibrium
