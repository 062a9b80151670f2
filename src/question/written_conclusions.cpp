#include "question/written_conclusions.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include <negotiation/deal/conflict.hpp>
#include <negotiation/model/discount.hpp>

#include "question/lookups.hpp"
#include "question/wording.hpp"

namespace negotiation::question::detail {

namespace {

using about = conclusion_topic;
using holding = std::optional<bool>;

/// The same as is written; nothing where it is not known.
[[nodiscard]] holding as_written_there(holding here, bool written) {
    return here ? holding(*here == written) : std::nullopt;
}

void add_deals(world_look& written, std::vector<written_conclusion>& into) {
    const auto add = [&](const char* where, publicity talks) {
        if (const holding deal = written.has_deal(talks)) {
            into.push_back({about::deals,
                            fmt::format("There is {} {}", *deal ? "a deal" : "no deal", where),
                            [talks, is = *deal](world_look& at) {
                                return as_written_there(at.has_deal(talks), is);
                            }});
        }
    };
    if (written.table_in(publicity::open) == written.table_in(publicity::secret)) {
        add("that suits everybody", publicity::open);
        return;
    }
    add("in the back channel, where public red lines do not bind", publicity::secret);
    add("in public, where they do", publicity::open);
}

/// The sets of red lines that leave no deal together; nothing where that is not known.
using line_sets = std::vector<std::vector<deal::line_id>>;

[[nodiscard]] std::optional<line_sets> clashes_of(world_look& at) {
    const deal::conflicts found = deal::minimal_conflicts(at.table());
    if (found.refused || !found.complete) {
        return std::nullopt;
    }
    return found.minimal;
}

void add_clashes(world_look& written, std::vector<written_conclusion>& into) {
    const bool lines = !lines_of(written.at()).empty();
    const std::optional<line_sets> sets = lines ? clashes_of(written) : std::nullopt;
    if (!sets) {
        return;
    }
    if (sets->empty()) {
        into.push_back(
            {about::deals, "No red lines together rule out every deal", [](world_look& at) {
                 const auto here = clashes_of(at);
                 return here ? holding(here->empty()) : std::nullopt;
             }});
    }
    for (const std::vector<deal::line_id>& set : *sets) {
        std::vector<std::string> names;
        for (const deal::line_id id : set) {
            names.push_back(line_text(line_of(written.at(), id)));
        }
        const std::string text =
            set.size() == 1 ? "The red line of " + names.front() + " rules out every deal by itself"
                            : "The red lines of " + joined(names) +
                                  " leave no deal together; without any one of them there is one";
        into.push_back({about::deals, text, [set](world_look& at) {
                            const auto here = clashes_of(at);
                            return here ? holding(std::find(here->begin(), here->end(), set) !=
                                                  here->end())
                                        : std::nullopt;
                        }});
    }
}

void add_terms(world_look& written, std::vector<written_conclusion>& into) {
    if (!written.nash()) {
        return;
    }
    const outcome deal = written.nash()->deal;
    const auto holds = [](world_look& at, const auto& same_terms) -> holding {
        if (at.points().refused) {
            return std::nullopt;
        }
        return at.nash() && same_terms(at.nash()->deal);
    };
    into.push_back({about::terms, "all terms", [deal, holds](world_look& at) {
                        return holds(at, [&](const outcome& d) { return d == deal; });
                    }});
    for (const issue_id k : written.at().frozen.in_scope) {
        const issue& of = written.at().world->issues[k];
        into.push_back({about::terms,
                        fmt::format("{}: {}", of.name, to_string(of.options[deal[k]])),
                        [k, option = deal[k], holds](world_look& at) {
                            return holds(at, [&](const outcome& d) { return d[k] == option; });
                        }});
    }
}

/// Whether a chance is one in two or more, as it is written.
[[nodiscard]] std::function<holding(world_look&)> as_likely(
    bool written, std::function<std::optional<double>(world_look&)> chance) {
    return [written, chance](world_look& at) -> holding {
        if (at.points().refused) {
            return std::nullopt;
        }
        const std::optional<double> here = chance(at);
        constexpr double half = 0.5;
        return here && (*here >= half) == written;
    };
}

void add_homes(world_look& written, std::vector<written_conclusion>& into) {
    constexpr double half = 0.5;
    const scenario& world = *written.at().world;
    for (party_id i = 0; i < written.parties(); ++i) {
        const std::string& name = written.at().parties[i]->name;
        const bool votes =
            std::any_of(world.ratification.chambers.begin(), world.ratification.chambers.end(),
                        [&](const ratification::written_chamber& c) { return c.party == name; });
        const auto chance = votes ? written.passes(i) : std::nullopt;
        if (chance) {
            into.push_back(
                {about::homes,
                 fmt::format("The Nash deal passes at home in {} {} likely than not", name,
                             *chance >= half ? "more" : "less"),
                 as_likely(*chance >= half, [i](world_look& at) { return at.passes(i); })});
        }
    }
}

void add_steps(world_look& written, std::vector<written_conclusion>& into) {
    const std::optional<carrying_look>& look = written.carrying();
    if (!look || !look->known) {
        return;
    }
    const bool believes = look->shortfall.has_value() || !look->trust;
    const bool is = look->trust && look->shortfall.value_or(0) <= 0;
    const std::string text =
        believes ? (is ? "Some order of the steps is carried out at the scenario's beliefs"
                       : "In every order of the steps somebody breaks off at the scenario's "
                         "beliefs")
                 : "Some order of the steps is carried out by parties with trust enough";
    into.push_back({about::steps, text, [is](world_look& at) -> holding {
                        const auto& here = at.carrying();
                        if (at.points().refused || (here && !here->known)) {
                            return std::nullopt;
                        }
                        return here && (here->trust && here->shortfall.value_or(0) <= 0) == is;
                    }});
}

void add_lasting(world_look& written, std::vector<written_conclusion>& into) {
    constexpr double half = 0.5;
    const std::optional<lasting_view>& look = written.lasting();
    if (!look) {
        return;
    }
    const auto add = [&](const std::string& span, double lasting_view::*until) {
        const bool is = (*look).*until >= half;
        into.push_back({about::lasting,
                        fmt::format("Once carried out, the Nash deal lasts {} {} likely than not",
                                    span, is ? "more" : "less"),
                        as_likely(is, [until](world_look& at) {
                            return at.lasting() ? std::optional((*at.lasting()).*until)
                                                : std::nullopt;
                        })});
    };
    add("twelve months", &lasting_view::year);
    add(fmt::format("{:.3g} years", look->horizon_days / *days_in("year")), &lasting_view::horizon);
}

}  // namespace

std::vector<written_conclusion> conclusions_of(world_look& written) {
    std::vector<written_conclusion> all;
    add_deals(written, all);
    add_clashes(written, all);
    add_terms(written, all);
    add_homes(written, all);
    add_steps(written, all);
    add_lasting(written, all);
    return all;
}

}  // namespace negotiation::question::detail
