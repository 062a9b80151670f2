#include <cmath>
#include <cstddef>
#include <stdexcept>

#include <fmt/core.h>

#include <negotiation/ratification/win_set.hpp>

#include "ratification/survey_homes.hpp"

namespace negotiation::ratification {

namespace {

/// The moods that decide most questions whether a probability reaches a level.
struct deciding_moods {
    double low;
    double high;
};

/// The mood that is exceeded with some probability, roughly: any mood gives a bound.
[[nodiscard]] double mood_exceeded(double probability) {
    double low = -detail::furthest_mood;
    double high = detail::furthest_mood;
    for (int k = 0; k < 40; ++k) {
        const double middle = 0.5 * (low + high);
        (detail::normal_probability(-middle) > probability ? low : high) = middle;
    }
    return low;
}

[[nodiscard]] deciding_moods moods_for(double level) {
    if (!(level > 0 && level < 1)) {
        throw std::invalid_argument(fmt::format(
            "find_win_set: the probability of passing must lie in (0, 1); got {}", level));
    }
    return {mood_exceeded(0.5 * (1 + level)), mood_exceeded(0.5 * level)};
}

/// Counts deals as they come.
class counting {
public:
    counting(const std::vector<home>& homes, const win_set_terms& terms)
        : counted_(detail::counted_homes(homes, terms.how)),
          level_(terms.probability),
          moods_(moods_for(terms.probability)) {
        found_.by_home.assign(homes.size(), 0);
    }

    [[nodiscard]] std::vector<detail::counted_home>& homes() { return counted_; }
    [[nodiscard]] const win_set& found() const { return found_; }

    void take(const outcome& deal, const grains* sums) {
        bool all = true;
        for (std::size_t h = 0; h < counted_.size(); ++h) {
            const bool passes = counted_[h].reaches(deal, sums, level_, moods_.low, moods_.high);
            found_.by_home[h] += passes ? 1U : 0U;
            all = all && passes;
            sums += counted_[h].factions().size();
        }
        ++found_.deals;
        found_.joint += all ? 1U : 0U;
    }

private:
    std::vector<detail::counted_home> counted_;
    double level_;
    deciding_moods moods_;
    win_set found_;
};

}  // namespace

std::optional<win_set> find_win_set(const bargaining& table, const std::vector<home>& homes,
                                    deal_range range, const win_set_terms& terms) {
    counting so_far(homes, terms);
    if (detail::too_many(table.space)) {
        return std::nullopt;
    }
    detail::for_each_in_range(
        table, so_far.homes(), range,
        [&](const outcome& deal, const grains* sums) { so_far.take(deal, sums); });
    return so_far.found();
}

win_set find_win_set(const outcome_space& space, const std::vector<home>& homes,
                     const std::vector<outcome>& deals, const win_set_terms& terms) {
    counting so_far(homes, terms);
    std::vector<grains> sums;
    for (const outcome& deal : deals) {
        sums.clear();
        for (const detail::counted_home& h : so_far.homes()) {
            for (const faction* f : h.factions()) {
                sums.push_back(sum_of(f->utility, space.sizes, deal));
            }
        }
        so_far.take(deal, sums.data());
    }
    return so_far.found();
}

}  // namespace negotiation::ratification
