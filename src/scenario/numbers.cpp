#include <algorithm>
#include <cstddef>
#include <set>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <negotiation/scenario/numbers.hpp>

#include "scenario/number_walk.hpp"
#include "scenario/pattern_set.hpp"

namespace negotiation {

namespace detail {
namespace {

/// What the assumptions cover; one that is no path covers nothing (`validate` tells).
pattern_set assumed_patterns(const scenario& world) {
    pattern_set patterns;
    for (const assumption& a : world.assumptions) {
        if (const auto pattern = parse_path(a.what)) {
            patterns.add(*pattern);
        }
    }
    return patterns;
}

/// What sources cover: the numbers they name, and all of an entry that names them.
pattern_set sourced_patterns(const scenario& world) {
    pattern_set patterns;
    for (const source& s : world.sources) {
        for (const std::string& what : s.covers) {
            if (const auto pattern = parse_path(what)) {
                patterns.add(*pattern);
            }
        }
    }
    const auto add = [&](const char* section, const auto& entries) {
        for (const auto& entry : entries) {
            if (!entry.source.empty()) {
                patterns.add(path{} / section / entry.name);
            }
        }
    };
    add("issue", world.issues);
    add("constraint", world.constraints);
    add("party", world.parties);
    add("onlooker", world.onlookers);
    add("reported", world.reported);
    add("chamber", world.ratification.chambers);
    add("faction", world.ratification.factions);
    add("inspector", world.compliance.inspectors);
    if (world.protocol) {
        add("mediator", world.protocol->mediators);
    }
    if (world.sequence) {
        add("step", world.sequence->steps);
        if (world.sequence->tranches && !world.sequence->tranches->source.empty()) {
            patterns.add(path{} / std::string("tranches"));
        }
    }
    if (world.survival) {
        add("hazard", world.survival->hazards);
        add("event", world.survival->events);
    }
    return patterns;
}

/// True where nobody answers for a number and somebody should. Of a channel 0 says that there is
/// no such thing, which is what a file says that says nothing.
bool lacks_source(const pattern_set& assumed, const pattern_set& sourced, const path& place,
                  double value) {
    const auto* const section = std::get_if<std::string>(&place.steps.front());
    const bool absent = value == 0 && section != nullptr && *section == "channel";
    return !absent && !assumed.covers(place) && !sourced.covers(place);
}

/// Names what lacks something: each place alone, or what contains it when all in it lacks it.
class lack_list {
public:
    void take(const path& place, bool lacks) {
        std::size_t same = 0;
        while (same < open_.size() && same + 1 < place.steps.size() &&
               open_[same].step == place.steps[same]) {
            ++same;
        }
        close(same);
        for (std::size_t k = same; k + 1 < place.steps.size(); ++k) {
            open_.push_back({place.steps[k], true, {}});
        }
        if (!lacks) {
            for (part& p : open_) {
                p.all = false;
            }
        } else if (!open_.empty()) {
            open_.back().inside.push_back(to_string(place));
        }
    }

    [[nodiscard]] std::vector<std::string> finish() {
        close(0);
        return std::move(names_);
    }

private:
    struct part {
        path::step step;
        bool all;  ///< everything in it so far lacks it
        std::vector<std::string> inside;
    };

    /// Entries are named, never a section of several.
    [[nodiscard]] bool has_name() const {
        const path::step& section = open_.front().step;
        return open_.size() > 1 || section == path::step(std::string("protocol")) ||
               section == path::step(std::string("channel")) ||
               section == path::step(std::string("sequence")) ||
               section == path::step(std::string("tranches")) ||
               section == path::step(std::string("survival"));
    }

    void close(std::size_t depth) {
        while (open_.size() > depth) {
            if (open_.back().all && has_name()) {
                open_.back().inside = {to_string(here())};
            }
            const std::vector<std::string> inside = std::move(open_.back().inside);
            open_.pop_back();
            std::vector<std::string>& into = open_.empty() ? names_ : open_.back().inside;
            into.insert(into.end(), inside.begin(), inside.end());
        }
    }

    [[nodiscard]] path here() const {
        path p;
        for (const part& open : open_) {
            p.steps.push_back(open.step);
        }
        return p;
    }

    std::vector<part> open_;
    std::vector<std::string> names_;
};

/// Issues and agents whose numbers an answer uses.
struct answer_basis {
    std::set<std::string> issues;
    std::set<std::string> agents;
    std::set<std::string> lenders;  ///< agents whose values those agents share
    bool orders = false;            ///< who goes first is among the issues

    /// True when an answer about deals uses the number.
    [[nodiscard]] bool uses(const path& place) const {
        const std::string& section = name_at(place, 0);
        if (section == "issue") {
            return issues.count(name_at(place, 1)) > 0;
        }
        if (orders && (section == "sequence" || section == "step")) {
            return moves_expectations(place);
        }
        if (section != "party" && section != "onlooker") {
            return false;
        }
        const std::string& key = name_at(place, 2);
        return (key == "values" && lenders.count(name_at(place, 1)) > 0) ||
               (agents.count(name_at(place, 1)) > 0 && (key == "reservation" || key == "weights" ||
                                                        key == "values" || key == "interaction"));
    }

    /// True when an answer about the talks uses the number, although one about deals does not.
    [[nodiscard]] bool uses_in_talks(const path& place, bool discounts) const {
        const std::string& section = name_at(place, 0);
        if (section == "party" || section == "onlooker") {
            return discounts && name_at(place, 2) == "discount" &&
                   agents.count(name_at(place, 1)) > 0;
        }
        const std::string& key = name_at(place, 1);
        if (section == "protocol" && (key == "strategies" || key == "votes")) {
            return agents.count(name_at(place, 2)) > 0;
        }
        return section == "protocol" || section == "channel" || section == "mediator";
    }

private:
    /// What may be expected of a deal in an order hangs on what steps are worth and leave, not on
    /// how long they take or whether they are faked.
    [[nodiscard]] static bool moves_expectations(const path& place) {
        if (name_at(place, 0) == "sequence") {
            return true;
        }
        const std::string& key = name_at(place, 2);
        return key == "value" || key == "implements" || key == "undone";
    }

    static const std::string& name_at(const path& place, std::size_t k) {
        return std::get<std::string>(place.steps[k]);
    }
};

answer_basis basis_of(const scenario& world, const std::string& scope_name,
                      const std::vector<std::string>& seats) {
    answer_basis basis;
    for (const issue& of : world.issues) {
        if (scope_name.empty()) {
            basis.issues.insert(of.name);
        }
    }
    for (const scope& s : world.scopes) {
        if (s.name == scope_name) {
            basis.issues.insert(s.issues.begin(), s.issues.end());
        }
    }
    basis.orders = std::any_of(world.issues.begin(), world.issues.end(), [&](const issue& of) {
        return of.kind == issue_kind::order && basis.issues.count(of.name) > 0;
    });
    for (const party& who : world.parties) {
        basis.agents.insert(who.name);
    }
    for (const party& who : world.onlookers) {
        if (std::find(seats.begin(), seats.end(), who.name) != seats.end()) {
            basis.agents.insert(who.name);
        }
    }
    // Values may be lent on: as many rounds as there are agents reach every lender.
    for (std::size_t round = 0; round <= world.parties.size() + world.onlookers.size(); ++round) {
        for (const auto* group : {&world.parties, &world.onlookers}) {
            for (const party& who : *group) {
                if (!who.values_from.empty() &&
                    basis.agents.count(who.name) + basis.lenders.count(who.name) > 0) {
                    basis.lenders.insert(who.values_from);
                }
            }
        }
    }
    return basis;
}

template <class Uses>
std::size_t count_assumed(const scenario& world, Uses uses) {
    const pattern_set assumed = assumed_patterns(world);
    std::size_t count = 0;
    for_each_number(world, [&](const path& place, double, const double*) {
        count += uses(place) && assumed.covers(place) ? 1U : 0U;
    });
    return count;
}

}  // namespace
}  // namespace detail

std::vector<located_number> numbers(const scenario& world) {
    const detail::pattern_set assumed = detail::assumed_patterns(world);
    std::vector<located_number> found;
    detail::for_each_number(world, [&](const path& place, double value, const double*) {
        found.push_back({place, value, assumed.covers(place)});
    });
    return found;
}

number_summary summarise_numbers(const scenario& world) {
    const detail::pattern_set assumed = detail::assumed_patterns(world);
    const detail::pattern_set sourced = detail::sourced_patterns(world);
    detail::lack_list lacking;
    number_summary summary;
    detail::for_each_number(world, [&](const path& place, double value, const double*) {
        const bool lacks = detail::lacks_source(assumed, sourced, place, value);
        lacking.take(place, lacks);
        ++summary.all;
        summary.assumed += assumed.covers(place) ? 1U : 0U;
        summary.unsourced += lacks ? 1U : 0U;
    });
    summary.unsourced_places = lacking.finish();
    return summary;
}

std::size_t unsourced_numbers(const scenario& world) {
    const detail::pattern_set assumed = detail::assumed_patterns(world);
    const detail::pattern_set sourced = detail::sourced_patterns(world);
    std::size_t count = 0;
    detail::for_each_number(world, [&](const path& place, double value, const double*) {
        count += detail::lacks_source(assumed, sourced, place, value) ? 1U : 0U;
    });
    return count;
}

std::size_t assumed_numbers(const scenario& world, const std::string& scope_name,
                            const std::vector<std::string>& seats) {
    const detail::answer_basis basis = detail::basis_of(world, scope_name, seats);
    return detail::count_assumed(world, [&](const path& place) { return basis.uses(place); });
}

std::size_t assumed_numbers_of_talks(const scenario& world, const std::string& scope_name,
                                     const std::vector<std::string>& seats) {
    const detail::answer_basis basis = detail::basis_of(world, scope_name, seats);
    const bool discounts = !world.protocol || world.protocol->discount != talks::discounting::none;
    return detail::count_assumed(world, [&](const path& place) {
        return basis.uses(place) || basis.uses_in_talks(place, discounts);
    });
}

std::size_t assumed_numbers_of_ratification(const scenario& world) {
    return detail::count_assumed(world, [](const path& place) {
        const std::string& section = std::get<std::string>(place.steps.front());
        const auto* const last = std::get_if<std::string>(&place.steps.back());
        // Days say when and not whether; seats are there to check the sizes of factions.
        const bool moves_nothing = last != nullptr && (*last == "days" || *last == "seats");
        return (section == "chamber" && !moves_nothing) || section == "faction";
    });
}

std::size_t assumed_numbers_of_steps(const scenario& world,
                                     const std::vector<std::string>& variants) {
    return detail::count_assumed(world, [&](const path& place) {
        const auto name_at = [&](std::size_t k) { return std::get<std::string>(place.steps[k]); };
        const std::string section = name_at(0);
        return section == "sequence" || section == "step" ||
               (section == "variant" &&
                std::find(variants.begin(), variants.end(), name_at(1)) != variants.end());
    });
}

std::size_t assumed_numbers_of_survival(const scenario& world) {
    return detail::count_assumed(world, [](const path& place) {
        const std::string& section = std::get<std::string>(place.steps.front());
        return section == "survival" || section == "hazard" || section == "event";
    });
}

std::size_t assumed_numbers_of_compliance(const scenario& world) {
    return detail::count_assumed(world, [](const path& place) {
        return std::get<std::string>(place.steps.front()) == "inspector";
    });
}

std::size_t assumed_numbers_of_spoilers(const scenario& world) {
    return detail::count_assumed(world, [&](const path& place) {
        const auto said = [&](std::size_t k) {
            const auto* name =
                k < place.steps.size() ? std::get_if<std::string>(&place.steps[k]) : nullptr;
            return name == nullptr ? std::string() : *name;
        };
        const auto& hazards =
            world.survival ? world.survival->hazards : std::vector<survival::written_hazard>{};
        return said(0) == "hazard" && said(2) != "terms" && said(2) != "spikes" &&
               said(2) != "effect" &&
               std::any_of(hazards.begin(), hazards.end(), [&](const auto& h) {
                   return h.name == said(1) && h.spoiler.has_value();
               });
    });
}

std::size_t assumed_numbers_of_tranches(const scenario& world) {
    return detail::count_assumed(world, [](const path& place) {
        return std::get<std::string>(place.steps.front()) == "tranches";
    });
}

}  // namespace negotiation
