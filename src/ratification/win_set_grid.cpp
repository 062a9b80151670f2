#include <cstddef>

#include <negotiation/ratification/win_set_grid.hpp>

#include "ratification/deciding_moods.hpp"
#include "ratification/survey_homes.hpp"

namespace negotiation::ratification {

namespace {

[[nodiscard]] std::vector<detail::counted_home> all_counted(
    const std::vector<std::vector<home>>& variants, const conditions& how) {
    std::vector<detail::counted_home> counted;
    for (const std::vector<home>& of_one : variants) {
        for (const home& h : of_one) {
            counted.emplace_back(h, how);
        }
    }
    return counted;
}

/// Counts deals in every combination as they come.
class grid_counting {
public:
    grid_counting(const std::vector<std::vector<home>>& variants, const win_set_terms& terms)
        : counted_(all_counted(variants, terms.how)),
          level_(terms.probability),
          moods_(detail::moods_for("find_win_set_grid", terms.probability)),
          passing_(variants.size()) {
        std::size_t combinations = 1;
        for (const std::vector<home>& of_one : variants) {
            found_.by_home.emplace_back(of_one.size(), 0);
            combinations *= of_one.size();
        }
        found_.joint.assign(combinations, 0);
    }

    [[nodiscard]] std::vector<detail::counted_home>& homes() { return counted_; }
    [[nodiscard]] const win_set_grid& found() const { return found_; }

    void take(const outcome& deal, const grains* sums) {
        std::size_t next = 0;
        for (std::size_t h = 0; h < passing_.size(); ++h) {
            passing_[h].clear();
            for (std::size_t v = 0; v < found_.by_home[h].size(); ++v, ++next) {
                detail::counted_home& home = counted_[next];
                if (home.reaches(deal, sums, level_, moods_.low, moods_.high)) {
                    passing_[h].push_back(v);
                    ++found_.by_home[h][v];
                }
                sums += home.factions().size();
            }
        }
        ++found_.deals;
        add(0, 0);
    }

private:
    /// Adds the deal wherever it passes in all homes from one on.
    void add(std::size_t h, std::size_t place) {
        if (h == passing_.size()) {
            ++found_.joint[place];
            return;
        }
        for (const std::size_t v : passing_[h]) {
            add(h + 1, place * found_.by_home[h].size() + v);
        }
    }

    std::vector<detail::counted_home> counted_;  ///< home by home, variant by variant
    double level_;
    detail::deciding_moods moods_;
    std::vector<std::vector<std::size_t>> passing_;  ///< by home: variants the deal passes in
    win_set_grid found_;
};

}  // namespace

std::optional<win_set_grid> find_win_set_grid(const bargaining& table,
                                              const std::vector<std::vector<home>>& variants,
                                              deal_range range, const win_set_terms& terms) {
    grid_counting so_far(variants, terms);
    if (detail::too_many(table.space)) {
        return std::nullopt;
    }
    detail::for_each_in_range(
        table, so_far.homes(), range,
        [&](const outcome& deal, const grains* sums) { so_far.take(deal, sums); });
    return so_far.found();
}

win_set_grid find_win_set_grid(const outcome_space& space,
                               const std::vector<std::vector<home>>& variants,
                               const std::vector<outcome>& deals, const win_set_terms& terms) {
    grid_counting so_far(variants, terms);
    detail::for_each_listed(
        space, so_far.homes(), deals,
        [&](const outcome& deal, const grains* sums) { so_far.take(deal, sums); });
    return so_far.found();
}

}  // namespace negotiation::ratification
