#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <functional>
#include <map>
#include <set>
#include <utility>

#include <negotiation/scenario/diagnostic.hpp>
#include <negotiation/scenario/numbers.hpp>
#include <negotiation/scenario/path.hpp>

#include "question/scope_worth.hpp"

namespace negotiation::question::detail {

namespace {

/// A number of a scenario that can be changed alone.
struct movable {
    path place;
    double value = 0;
    std::function<void(scenario&, double)> set;
};

/// Every number that a comparison may hang on.
class movables {
public:
    /// @param seats onlookers at the table
    movables(const scenario& world, const std::vector<std::string>& seats)
        : world_(world),
          seats_(seats) {
        agents("party", world.parties, &scenario::parties);
        agents("onlooker", world.onlookers, &scenario::onlookers);
        factions();
        if (world.survival) {
            hazards();
            events();
        }
    }

    [[nodiscard]] const std::vector<movable>& all() const noexcept { return all_; }

private:
    /// One weight, the others scaled so that the sum stays, where sums have to.
    template <class Weights>
    static void set_weight(Weights& weights, std::size_t k, double value, bool sum_stays) {
        double others = 0;
        for (std::size_t j = 0; j < weights.size(); ++j) {
            others += j == k ? 0 : weights[j].second;
        }
        const double room = weights[k].second + others - value;
        for (std::size_t j = 0; j < weights.size() && sum_stays && others > 0; ++j) {
            weights[j].second *= j == k ? 1 : room / others;
        }
        weights[k].second = value;
    }

    /// Where an interaction holds a part of the sum it stays as it is.
    [[nodiscard]] bool sums_to_one(const party& who) const {
        return world_.utilities == utility_convention::unit && who.combine == aggregation::additive;
    }

    [[nodiscard]] bool is_spoiler(const std::string& name) const {
        return world_.survival &&
               std::any_of(world_.survival->hazards.begin(), world_.survival->hazards.end(),
                           [&](const survival::written_hazard& h) {
                               return h.spoiler && h.spoiler->agent == name;
                           });
    }

    void agents(const std::string& kind, const std::vector<party>& group,
                std::vector<party> scenario::*in) {
        for (std::size_t i = 0; i < group.size(); ++i) {
            const bool seated =
                std::find(seats_.begin(), seats_.end(), group[i].name) != seats_.end();
            if (kind == "onlooker" && !seated && !is_spoiler(group[i].name)) {
                continue;
            }
            const path place{{kind, group[i].name}};
            add(path{place} / std::string("reservation"), group[i].reservation,
                [in, i](scenario& w, double v) { (w.*in)[i].reservation = v; });
            const bool keeps = sums_to_one(group[i]);
            for (std::size_t k = 0; k < group[i].weights.size(); ++k) {
                const auto& [issue, weight] = group[i].weights[k];
                add(path{place} / std::string("weights") / issue, weight,
                    [in, i, k, keeps](scenario& w, double v) {
                        set_weight((w.*in)[i].weights, k, v, keeps);
                    });
            }
        }
    }

    void factions() {
        for (std::size_t i = 0; i < world_.ratification.factions.size(); ++i) {
            const ratification::written_faction& f = world_.ratification.factions[i];
            const path place{{std::string("faction"), f.name}};
            const auto of = [i](scenario& w) -> ratification::written_faction& {
                return w.ratification.factions[i];
            };
            if (f.threshold) {
                add(path{place} / std::string("threshold"), *f.threshold,
                    [of](scenario& w, double v) { of(w).threshold = v; });
            }
            add(path{place} / std::string("noise"), f.noise,
                [of](scenario& w, double v) { of(w).noise = v; });
            add(path{place} / std::string("shock"), f.shock,
                [of](scenario& w, double v) { of(w).shock = v; });
            const bool keeps = world_.utilities == utility_convention::unit;
            for (std::size_t k = 0; k < f.weights.size(); ++k) {
                add(path{place} / std::string("weights") / f.weights[k].first, f.weights[k].second,
                    [of, k, keeps](scenario& w, double v) {
                        set_weight(of(w).weights, k, v, keeps);
                    });
            }
        }
    }

    void hazards() {
        for (std::size_t i = 0; i < world_.survival->hazards.size(); ++i) {
            const survival::written_hazard& h = world_.survival->hazards[i];
            const path place{{std::string("hazard"), h.name}};
            const auto of = [i](scenario& w) -> survival::written_hazard& {
                return w.survival->hazards[i];
            };
            add(path{place} / std::string(to_string(h.stated)), h.value,
                [of](scenario& w, double v) { of(w).value = v; });
            if (h.spoiler) {
                const path spoiler = path{place} / std::string("spoiler");
                add(path{spoiler} / std::string("slope"), h.spoiler->slope,
                    [of](scenario& w, double v) { of(w).spoiler->slope = v; });
                add(path{spoiler} / std::string("noise"), h.spoiler->noise,
                    [of](scenario& w, double v) { of(w).spoiler->noise = v; });
            }
            for (std::size_t k = 0; k < h.terms.size(); ++k) {
                add(path{place} / std::string("terms") / k / std::string("add"), h.terms[k].add,
                    [of, k](scenario& w, double v) { of(w).terms[k].add = v; });
            }
        }
    }

    void events() {
        for (std::size_t i = 0; i < world_.survival->events.size(); ++i) {
            const survival::written_event& e = world_.survival->events[i];
            add(path{{std::string("event"), e.name, std::string("probability")}}, e.probability,
                [i](scenario& w, double v) { w.survival->events[i].probability = v; });
        }
    }

    /// What is 0 does not change by a share of itself.
    void add(path place, double value, std::function<void(scenario&, double)> set) {
        if (value < 0 || value > 0) {
            all_.push_back({std::move(place), value, std::move(set)});
        }
    }

    const scenario& world_;
    const std::vector<std::string>& seats_;
    std::vector<movable> all_;
};

/// A criterion that a flip may turn.
struct flip_criterion {
    const char* name;
    std::vector<double> scope_worths::*worths;
};

constexpr std::array<flip_criterion, 2> flip_criteria{
    {{"linked", &scope_worths::linked}, {"expected", &scope_worths::expected}}};

/// The scope that is better than the one which was best, if one is.
[[nodiscard]] std::optional<std::size_t> beats(const std::vector<double>& worths,
                                               std::size_t best_before) {
    const std::size_t best = best_of(worths);
    return worths[best] > worths[best_before] ? std::optional(best) : std::nullopt;
}

/// Worlds with one number changed, each looked at once.
class changed_worlds {
public:
    changed_worlds(const scenario& world, const std::vector<std::string>& names,
                   const scope_options& options, scope_answer& into)
        : world_(world),
          names_(names),
          options_(options),
          into_(into) {}

    /// Nothing where such a world is not sound, a search was refused or all was used up.
    [[nodiscard]] std::optional<scope_worths> at(const movable& number, double factor) {
        if (known_of_ != &number) {
            known_.clear();
            known_of_ = &number;
        }
        const auto found = known_.find(factor);
        if (found != known_.end()) {
            return found->second;
        }
        if (into_.evaluations >= options_.evaluations) {
            into_.complete = false;
            return std::nullopt;
        }
        scenario changed = world_;
        number.set(changed, number.value * factor);
        return known_[factor] = look(changed);
    }

    [[nodiscard]] std::optional<scope_worths> look(const scenario& changed) {
        ++into_.evaluations;
        try {
            return worths_of(changed, names_, options_);
        } catch (const scenario_error&) {
            return std::nullopt;  // beyond what such a number may be
        }
    }

private:
    const scenario& world_;
    const std::vector<std::string>& names_;
    const scope_options& options_;
    scope_answer& into_;
    const movable* known_of_ = nullptr;
    std::map<double, std::optional<scope_worths>> known_;
};

/// The nearest factor in one direction at which the verdict is another, and the better scope there.
[[nodiscard]] std::optional<std::pair<double, std::size_t>> first_flip(changed_worlds& worlds,
                                                                       const movable& number,
                                                                       const flip_criterion& by,
                                                                       std::size_t now,
                                                                       double share) {
    constexpr int steps = 4;
    constexpr int halvings = 12;
    double same = 1;
    for (int k = 1; k <= steps; ++k) {
        double factor = 1 + share * k / steps;
        const auto there = worlds.at(number, factor);
        if (!there) {
            return std::nullopt;
        }
        auto better = beats((*there).*by.worths, now);
        if (!better) {
            same = factor;
            continue;
        }
        for (int n = 0; n < halvings; ++n) {
            const double middle = (same + factor) / 2;
            const auto between = worlds.at(number, middle);
            if (!between) {
                break;
            }
            const auto other = beats((*between).*by.worths, now);
            (other ? factor : same) = middle;
            better = other ? other : better;
        }
        return std::pair(factor, *better);
    }
    return std::nullopt;
}

/// Paths of the numbers that are assumed.
[[nodiscard]] std::set<std::string> assumed_paths(const scenario& world) {
    std::set<std::string> paths;
    for (const located_number& n : numbers(world)) {
        if (n.assumed) {
            paths.insert(to_string(n.place));
        }
    }
    return paths;
}

/// The nearer of both directions.
void add_flip(changed_worlds& worlds, const movable& number, const flip_criterion& by,
              const scope_worths& as_written, const std::vector<std::string>& names, double spread,
              scope_answer& into) {
    const std::size_t now = best_of(as_written.*by.worths);
    const auto up = first_flip(worlds, number, by, now, spread);
    const auto down = first_flip(worlds, number, by, now, -spread);
    const bool upward = up && (!down || up->first - 1 <= 1 - down->first);
    if (const auto& nearer = upward ? up : down) {
        into.flips.push_back({by.name, to_string(number.place), number.value,
                              number.value * nearer->first, names[now], names[nearer->second]});
    }
}

}  // namespace

void find_flips(const scenario& world, const std::vector<std::string>& names,
                const scope_options& options, scope_answer& into) {
    changed_worlds worlds(world, names, options, into);
    const auto now = options.spread > 0 ? worlds.look(world) : std::nullopt;
    if (!now) {
        return;
    }
    const std::set<std::string> assumed = assumed_paths(world);
    const movables candidates(world, options.seats);
    for (const movable& number : candidates.all()) {
        if (assumed.contains(to_string(number.place))) {
            ++into.tried;
            for (const flip_criterion& by : flip_criteria) {
                add_flip(worlds, number, by, *now, names, options.spread, into);
            }
        }
    }
    const auto change = [](const flip_view& f) { return std::abs(f.changed / f.value - 1); };
    std::stable_sort(into.flips.begin(), into.flips.end(),
                     [&](const flip_view& a, const flip_view& b) { return change(a) < change(b); });
}

}  // namespace negotiation::question::detail
