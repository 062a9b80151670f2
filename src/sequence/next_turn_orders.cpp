#include "sequence/next_turn_orders.hpp"

#include <algorithm>

namespace negotiation::sequence {

namespace {

constexpr std::uint32_t left_out = std::numeric_limits<std::uint32_t>::max();
constexpr grains end_of_all = std::numeric_limits<grains>::max();  // nothing is asked for

}  // namespace

next_turn_orders::next_turn_orders(const next_turn_runs& at, std::vector<ideal_id> stages)
    : at_(&at),
      on_(at.parties()),
      new_runs_(at.parties()) {
    look_at(std::move(stages));
}

void next_turn_orders::look_at(std::vector<ideal_id> stages) {
    stages_ = std::move(stages);
    places_.assign(at_->lattice().size(), left_out);
    for (std::size_t place = 0; place < stages_.size(); ++place) {
        places_[stages_[place]] = static_cast<std::uint32_t>(place);
    }
}

std::optional<std::size_t> next_turn_orders::fewest_runs(const next_turn_caps& within) {
    return attempt(within, no_party).possible ? std::optional(fewest_) : std::nullopt;
}

std::optional<next_turn_orders::odds> next_turn_orders::least_of_one(party_id whose,
                                                                     next_turn_caps within) {
    const next_turn_bound tried = attempt(within, whose);
    if (!tried.possible) {
        return std::nullopt;
    }
    return least_bound(tried.most_allowed, [&](const odds& bound) {
        within.trusts[whose] = bound;
        return attempt(within, whose);
    });
}

/// @param whose trust the bound is about
next_turn_bound next_turn_orders::attempt(const next_turn_caps& within, party_id whose) {
    next_turn_bound tried;
    visited_ += stages_.size();
    ways_.clear();
    first_.assign(stages_.size() * at_->parties(), 0);
    count_.assign(first_.size(), 0);
    for (party_id i = 0; i < at_->parties(); ++i) {
        on_[i] = {{0, end_of_all}};
        keep(stages_.size() - 1, i);
    }
    for (std::size_t place = stages_.size() - 1; place-- > 0;) {
        look_back_from(place, within, whose, tried);
    }
    fewest_ = *std::min_element(new_runs_.begin(), new_runs_.end());
    tried.possible = fewest_ <= within.runs;
    return tried;
}

void next_turn_orders::look_back_from(std::size_t place, const next_turn_caps& within,
                                      party_id whose, next_turn_bound& tried) {
    const ideal_id k = stages_[place];
    std::for_each(on_.begin(), on_.end(), [](ways& of_one) { of_one.clear(); });
    at_->lattice().for_each_next(k, [&](step_id s, ideal_id to) {
        const party_id by = at_->of().performer(s);
        const auto then = known(to, by);
        on_[by].insert(on_[by].end(), then.begin(), then.end());
    });
    for (party_id by = 0; by < at_->parties(); ++by) {
        new_runs_[by] = unbounded_runs;
        const grains held = at_->held(k, by);
        if (!at_->goes_on(by, held)) {
            on_[by].clear();
        }
        for (const way& w : on_[by]) {
            const odds asked = at_->asked(by, held, w.end);
            const bool allowed = by == whose ? tried.allow(within.trusts[by], asked)
                                             : !greatest_held::below(within.trusts[by], asked);
            if (allowed && w.runs < within.runs) {
                new_runs_[by] = std::min(new_runs_[by], w.runs + 1);
            }
        }
    }
    for (party_id i = 0; i < at_->parties(); ++i) {
        for (party_id by = 0; by < at_->parties(); ++by) {
            if (by != i && new_runs_[by] != unbounded_runs) {
                on_[i].push_back({new_runs_[by], at_->held(k, i)});
            }
        }
        keep(place, i);
    }
}

/// Keeps of a party's ways on those that are not worse than others, fewest runs first.
void next_turn_orders::keep(std::size_t place, party_id i) {
    std::sort(on_[i].begin(), on_[i].end(), [](const way& a, const way& b) {
        return a.runs != b.runs ? a.runs < b.runs : a.end > b.end;
    });
    const std::size_t state = place * at_->parties() + i;
    first_[state] = ways_.size();
    for (const way& w : on_[i]) {
        if (ways_.size() == first_[state] || w.end > ways_.back().end) {
            ways_.push_back(w);
        }
    }
    count_[state] = static_cast<std::uint8_t>(ways_.size() - first_[state]);
}

std::span<const next_turn_orders::way> next_turn_orders::known(ideal_id k, party_id i) const {
    if (places_[k] == left_out) {
        return {};
    }
    const std::size_t state = places_[k] * at_->parties() + i;
    return {ways_.data() + first_[state], count_[state]};
}

/// Whether what has begun can be completed from an ideal.
bool next_turn_orders::is_open(ideal_id k, party_id i, const beginning& from,
                               const next_turn_caps& within) const {
    const auto on = known(k, i);
    return std::any_of(on.begin(), on.end(), [&](const way& w) {
        return from.runs + w.runs <= within.runs && ends(i, from, w.end, within);
    });
}

/// Whether a run may end where its party holds so much.
bool next_turn_orders::ends(party_id i, const beginning& from, grains held,
                            const next_turn_caps& within) const {
    return from.runs <= within.runs &&
           !greatest_held::below(within.trusts[i], at_->asked(i, from.start, held));
}

void next_turn_orders::narrow(const next_turn_caps& within) {
    static_cast<void>(attempt(within, no_party));
    const std::size_t parties = at_->parties();
    std::vector<beginning> all(stages_.size() * parties);
    std::vector<ideal_id> kept;
    for (std::size_t place = 0; place < stages_.size(); ++place) {
        const ideal_id k = stages_[place];
        const std::span<beginning> here(all.data() + place * parties, parties);
        if (place > 0 && std::none_of(here.begin(), here.end(),
                                      [](const beginning& b) { return b.runs <= maximum_steps; })) {
            continue;
        }
        kept.push_back(k);
        begin_runs(k, within, here);
        at_->lattice().for_each_next(k, [&](step_id s, ideal_id to) {
            const party_id by = at_->of().performer(s);
            if (is_open(to, by, here[by], within)) {
                all[places_[to] * parties + by].lower(here[by]);
            }
        });
    }
    look_at(std::move(kept));
}

/// Adds the runs that begin where another's can end, and takes away those of whoever would stop.
void next_turn_orders::begin_runs(ideal_id k, const next_turn_caps& within,
                                  std::span<beginning> here) const {
    std::vector<std::size_t> ended;  // runs, by party
    for (party_id i = 0; i < at_->parties(); ++i) {
        ended.push_back(ends(i, here[i], at_->held(k, i), within) ? here[i].runs : unbounded_runs);
    }
    for (party_id by = 0; by < at_->parties(); ++by) {
        const grains held = at_->held(k, by);
        if (!at_->goes_on(by, held)) {
            here[by] = {};
            continue;
        }
        if (k == 0) {
            here[by] = {1, held};
        }
        for (party_id i = 0; i < at_->parties(); ++i) {
            if (i != by && ended[i] != unbounded_runs) {
                here[by].lower({ended[i] + 1, held});
            }
        }
    }
}

std::vector<step_id> next_turn_orders::first_by_names(const next_turn_caps& within,
                                                      std::span<const std::size_t> names) {
    std::vector<step_id> order;
    if (!fewest_runs(within)) {
        return order;
    }
    for (stage now; now.at != at_->last();) {
        std::optional<stage> first;
        at_->lattice().for_each_next(now.at, [&](step_id s, ideal_id to) {
            if (first && names[first->by_step] < names[s]) {
                return;
            }
            const std::optional<stage> next = after(now, s, to, within);
            first = next ? next : first;
        });
        order.push_back(first->by_step);
        now = *first;
    }
    return order;
}

/// One more step; nothing where the rest cannot be done within bounds.
std::optional<next_turn_orders::stage> next_turn_orders::after(const stage& now, step_id s,
                                                               ideal_id to,
                                                               const next_turn_caps& within) const {
    const party_id by = at_->of().performer(s);
    const grains held = at_->held(now.at, by);
    stage next{to, by, s, now.run};
    if (by != now.in_control) {
        if (now.in_control != no_party &&
            !ends(now.in_control, now.run, at_->held(now.at, now.in_control), within)) {
            return std::nullopt;
        }
        next.run = {now.run.runs + 1, held};
    }
    const bool open = at_->goes_on(by, held) && is_open(to, by, next.run, within);
    return open ? std::optional(next) : std::nullopt;
}

}  // namespace negotiation::sequence
