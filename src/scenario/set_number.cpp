#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <negotiation/model/nearest.hpp>
#include <negotiation/scenario/numbers.hpp>
#include <negotiation/scenario/set_number.hpp>

#include "scenario/number_walk.hpp"
#include "scenario/spec_numbers.hpp"

namespace negotiation {

namespace detail {
namespace {

[[noreturn]] void refuse(const path& place, const std::string& why) {
    throw std::invalid_argument(to_string(place) + ": " + why);
}

[[nodiscard]] const std::string* name_at(const path& place, std::size_t k) {
    return k < place.steps.size() ? std::get_if<std::string>(&place.steps[k]) : nullptr;
}

[[nodiscard]] bool is_name(const path& place, std::size_t k, const char* name) {
    const std::string* step = name_at(place, k);
    return step != nullptr && *step == name;
}

/// The entry of that name; the place is one of the scenario's, so it is there.
template <class Entries>
[[nodiscard]] auto& entry_named(Entries& entries, const std::string& name) {
    return *std::find_if(entries.begin(), entries.end(),
                         [&](const auto& entry) { return entry.name == name; });
}

/// A number in the parentheses of a spec, written anew.
void set_in_spec(std::string& spec, const path& place, std::size_t depth, double value) {
    for (const spec_number& n : numbers_in_spec(spec)) {
        const auto begin = place.steps.begin() + static_cast<std::ptrdiff_t>(depth);
        if (std::equal(n.keys.begin(), n.keys.end(), begin, place.steps.end(),
                       [](const std::string& key, const path::step& step) {
                           return step == path::step(key);
                       })) {
            const auto at = static_cast<std::size_t>(n.text.data() - spec.data());
            spec.replace(at, n.text.size(), fmt::format("{}", value));
            return;
        }
    }
}

void set_in_talks(talks::section& of, const path& place, double value) {
    if (is_name(place, 0, "mediator")) {
        set_in_spec(entry_named(of.mediators, *name_at(place, 1)).role, place, 3, value);
    } else if (is_name(place, 1, "kind")) {
        set_in_spec(of.protocol, place, 2, value);
    } else if (is_name(place, 1, "strategies")) {
        const auto found =
            std::find_if(of.strategies.begin(), of.strategies.end(),
                         [&](const auto& said) { return said.first == *name_at(place, 2); });
        set_in_spec(found->second, place, 3, value);
    } else {
        constexpr double most = 1e15;
        if (std::abs(value) > most || std::abs(std::nearbyint(value) - value) > 0) {
            refuse(place, fmt::format("must be a whole number; got {}", value));
        }
        of.rounds = static_cast<std::int64_t>(value);
    }
}

/// The scenario may be changed, only the walk over it may not.
void write(const double& held, double value) { const_cast<double&>(held) = value; }

/// What the scenario keeps in another form than the file.
void set_in_another_form(scenario& world, const path& place, double value) {
    if (is_name(place, 0, "issue")) {
        entry_named(world.issues, *name_at(place, 1))
            .options[std::get<std::size_t>(place.steps[3])] = value;
    } else if (is_name(place, 0, "protocol") || is_name(place, 0, "mediator")) {
        set_in_talks(*world.protocol, place, value);
    } else if (is_name(place, 0, "survival")) {
        world.survival->horizon = value * world.survival->period;
    } else if (is_name(place, 0, "event") && is_name(place, 2, "after")) {
        survival::written_event& e = entry_named(world.survival->events, *name_at(place, 1));
        e.days = value * e.period;
    } else {
        refuse(place, "names options of an issue, on which a condition bites: it cannot be varied");
    }
}

/// Options of a range follow it.
void list_options_anew(scenario& world, const path& place) {
    issue& of = entry_named(world.issues, *name_at(place, 1));
    if (of.range) {
        try {
            of.options = options_of(of.kind, *of.range);
        } catch (const std::invalid_argument& wrong) {
            refuse(place, wrong.what());
        }
    }
}

using weight_list = std::vector<std::pair<std::string, double>>;

/// Weights that have to sum to 1 with the one at that place; nothing where they have not.
[[nodiscard]] weight_list* weights_to_sum(scenario& world, const path& place) {
    if (place.steps.size() != 4 || !is_name(place, 2, "weights") ||
        world.utilities != utility_convention::unit) {
        return nullptr;
    }
    if (is_name(place, 0, "faction")) {
        return &entry_named(world.ratification.factions, *name_at(place, 1)).weights;
    }
    party& who = entry_named(is_name(place, 0, "party") ? world.parties : world.onlookers,
                             *name_at(place, 1));
    return who.combine == aggregation::multiplicative ? nullptr : &who.weights;
}

[[nodiscard]] double sum_of(const weight_list& weights) {
    double sum = 0;
    for (const auto& [name, weight] : weights) {
        sum += weight;
    }
    return sum;
}

/// Weights of one owner, some of which are set.
struct set_weights {
    weight_list* weights;
    double sum;                ///< before any of them was set
    std::set<std::string> by;  ///< issues whose weights are set
    path last;                 ///< where one of them stands
};

void rescale_others(const set_weights& of) {
    double fixed = 0;
    double others = 0;
    bool negative = false;
    for (const auto& [name, weight] : *of.weights) {
        (of.by.contains(name) ? fixed : others) += weight;
        negative = negative || weight < 0;
    }
    const double room = of.sum - fixed;
    constexpr double rounding = 1e-9;
    if (negative || room < -rounding || (others <= 0 && room > rounding)) {
        refuse(of.last,
               fmt::format("weights that are set must lie between 0 and the sum of all, {:.6g}, "
                           "and leave the rest to others above 0; they come to {:.6g}",
                           of.sum, fixed));
    }
    for (auto& [name, weight] : *of.weights) {
        weight *= of.by.contains(name) || others <= 0 ? 1 : std::max(room, 0.0) / others;
    }
}

/// Owners whose weights have to sum to 1 and are set.
[[nodiscard]] std::vector<set_weights> owners_of(scenario& world,
                                                 std::span<const number_change> changes) {
    std::vector<set_weights> owners;
    for (const number_change& change : changes) {
        weight_list* const weights = weights_to_sum(world, change.place);
        if (weights == nullptr) {
            continue;
        }
        auto known = std::find_if(owners.begin(), owners.end(),
                                  [&](const set_weights& o) { return o.weights == weights; });
        if (known == owners.end()) {
            owners.push_back({weights, sum_of(*weights), {}, {}});
            known = owners.end() - 1;
        }
        known->by.insert(*name_at(change.place, 3));
        known->last = change.place;
    }
    return owners;
}

void set_alone(scenario& world, const path& place, double value) {
    if (!std::isfinite(value)) {
        refuse(place, fmt::format("must be a finite number; got {}", value));
    }
    const double* held = nullptr;
    for_each_number(world, [&](const path& at, double, const double* where) {
        held = at == place ? where : held;
    });
    if (held != nullptr) {
        write(*held, value);
    } else {
        set_in_another_form(world, place, value);
    }
    if (is_name(place, 0, "issue")) {
        list_options_anew(world, place);
    }
}

}  // namespace
}  // namespace detail

path number_named(const scenario& world, const std::string& text) {
    const auto asked = parse_path(text);
    if (!asked) {
        throw std::invalid_argument(
            fmt::format("'{}' is not a path; say party.Iran.reservation", shown(text)));
    }
    std::vector<std::string> known;
    std::vector<std::string> within;
    for (const located_number& n : numbers(world)) {
        if (n.place == *asked) {
            return *asked;
        }
        known.push_back(to_string(n.place));
        if (covers(*asked, n.place)) {
            within.push_back(known.back());
        }
    }
    if (!within.empty()) {
        throw std::invalid_argument(
            fmt::format("'{}' is not a number but holds {}; {}", shown(text),
                        within.size() == 1 ? "one" : fmt::format("{} of them", within.size()),
                        nearest("", within)));
    }
    throw std::invalid_argument(fmt::format("no number '{}' in this scenario; {}", shown(text),
                                            nearest(to_string(*asked), known)));
}

scenario with_numbers(scenario world, std::span<const number_change> changes,
                      other_weights others) {
    // Places are looked for before weights are: an owner is found by its name.
    const auto known = numbers(world);
    for (const number_change& change : changes) {
        if (std::none_of(known.begin(), known.end(),
                         [&](const located_number& n) { return n.place == change.place; })) {
            detail::refuse(change.place, "no such number in this scenario");
        }
    }
    const std::vector<detail::set_weights> owners = others == other_weights::rescaled
                                                        ? detail::owners_of(world, changes)
                                                        : std::vector<detail::set_weights>();
    for (const number_change& change : changes) {
        detail::set_alone(world, change.place, change.value);
    }
    for (const detail::set_weights& of : owners) {
        detail::rescale_others(of);
    }
    return world;
}

scenario with_number(scenario world, const path& place, double value, other_weights others) {
    const number_change change{place, value};
    return with_numbers(std::move(world), {&change, 1}, others);
}

}  // namespace negotiation
