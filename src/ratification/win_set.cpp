#include <cstddef>

#include <negotiation/ratification/win_set.hpp>

#include "ratification/deciding_moods.hpp"
#include "ratification/survey_homes.hpp"

namespace negotiation::ratification {

namespace {

/// Counts deals as they come.
class counting {
public:
    counting(const std::vector<home>& homes, const win_set_terms& terms)
        : counted_(detail::counted_homes(homes, terms.how)),
          level_(terms.probability),
          moods_(detail::moods_for("find_win_set", terms.probability)) {
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
    detail::deciding_moods moods_;
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
    detail::for_each_listed(
        space, so_far.homes(), deals,
        [&](const outcome& deal, const grains* sums) { so_far.take(deal, sums); });
    return so_far.found();
}

}  // namespace negotiation::ratification
