#include "sequence/way_ahead.hpp"

#include <algorithm>
#include <limits>

namespace negotiation::sequence {

namespace {

constexpr grains anything = std::numeric_limits<grains>::max();

}  // namespace

way_ahead::way_ahead(const stage_values& at, reading how, std::span<const std::optional<odds>> caps)
    : at_(&at),
      how_(how),
      caps_(caps),
      parties_(at.of().parties()) {
    first_.assign(at.lattice().size() * parties_, 0);
    count_.assign(first_.size(), 0);
    for (party_id i = 0; i < parties_; ++i) {
        keep(at.last(), i, {{0, anything}});
    }
    for (ideal_id k = at.last(); k-- > 0;) {
        look_back_from(k);
    }
    caps_ = {};
}

void way_ahead::look_back_from(ideal_id k) {
    std::vector<ways> on(parties_);  // by who takes the next step
    at_->for_each_next(k, [&](step_id s, ideal_id to) {
        const party_id by = at_->of().performer(s);
        if (at_->held(k, by) <= at_->of().total(by)) {
            const auto then = known(to, by);
            on[by].insert(on[by].end(), then.begin(), then.end());
        }
    });
    std::vector<std::optional<std::size_t>> new_runs;
    for (party_id by = 0; by < parties_; ++by) {
        new_runs.push_back(runs_of_new_run(k, by, on[by]));
    }
    for (party_id i = 0; i < parties_; ++i) {
        for (party_id by = 0; by < parties_; ++by) {
            if (by != i && new_runs[by]) {
                on[i].push_back({*new_runs[by], most_before(k, i)});
            }
        }
        keep(k, i, on[i]);
    }
}

std::optional<std::size_t> way_ahead::runs_of_new_run(ideal_id k, party_id by,
                                                      const ways& on) const {
    const grains held = how_ == reading::peak_exposure ? 0 : at_->held(k, by);
    std::optional<std::size_t> least;
    for (const way& w : on) {
        if (w.most >= held && (!least || w.runs + 1 < *least)) {
            least = w.runs + 1;
        }
    }
    return least;
}

/// Keeps those that are not worse than others, fewest runs first.
void way_ahead::keep(ideal_id k, party_id i, const ways& all) {
    ways sorted = all;
    std::sort(sorted.begin(), sorted.end(), [](const way& a, const way& b) {
        return a.runs != b.runs ? a.runs < b.runs : a.most > b.most;
    });
    const std::size_t state = k * parties_ + i;
    first_[state] = static_cast<std::uint32_t>(ways_.size());
    for (const way& w : sorted) {
        if (ways_.size() == first_[state] || w.most > ways_.back().most) {
            ways_.push_back(w);
        }
    }
    count_[state] = static_cast<std::uint8_t>(ways_.size() - first_[state]);
}

std::span<const way_ahead::way> way_ahead::known(ideal_id k, party_id i) const {
    const std::size_t state = k * parties_ + i;
    return {ways_.data() + first_[state], count_[state]};
}

/// The most that party i may have held in control when it hands over here: M with
/// (M - H) / (V - H) within its cap.
grains way_ahead::most_before(ideal_id k, party_id i) const {
    const std::optional<odds>& cap = i < caps_.size() ? caps_[i] : std::optional<odds>();
    if (!cap) {
        return anything;
    }
    const grains held = at_->held(k, i);
    const units room = static_cast<units>(at_->of().total(i)) - held;
    if (room <= 0) {
        return held;
    }
    const units whole = static_cast<units>(cap->loss) + cap->gain;
    return held + static_cast<grains>(room * cap->loss / whole);
}

}  // namespace negotiation::sequence
