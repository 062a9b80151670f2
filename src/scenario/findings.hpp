#pragma once

/// @file
/// What the checks of a scenario share: the list they fill, and names looked up once.

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include <fmt/core.h>

#include <negotiation/model/nearest.hpp>
#include <negotiation/scenario/detail/option_index.hpp>
#include <negotiation/scenario/diagnostic.hpp>
#include <negotiation/scenario/path.hpp>
#include <negotiation/scenario/scenario.hpp>

#include "scenario/suggestion.hpp"
#include "scenario/unread.hpp"

namespace negotiation::detail {

/// Bound on the size of a number in the raw convention; sums of terms then stay exact.
inline constexpr double largest_number = 1e6;

/// Interactions of all agents cover no more combinations of options than this, and the issues that
/// agents weigh have no more options, so that a small file cannot ask for much memory.
inline constexpr double largest_preferences = 1e7;

/// What to say about an option that an issue does not have.
inline std::string no_option(const issue& of, const option_label& label, suggestions& near) {
    return fmt::format("issue '{}' has no option '{}'{}", shown(of.name), shown(to_string(label)),
                       near.option(of, label));
}

/// What to say about an issue that is not there.
inline std::string no_issue(const std::string& name, const std::vector<std::string>& known,
                            suggestions& near) {
    return fmt::format("no issue '{}'{}", shown(name), near.name(name, known));
}

/// A section of the scenario as the start of a path.
inline path section(std::string name) { return path{} / std::move(name); }

/// The scenario, its names, what of it could not be read, and what was found wrong with the rest.
///
/// What follows from an unread place is no finding: the place was told, and whoever mends it would
/// look for a second mistake that is none.
struct findings {
    explicit findings(const scenario& of, const unread_places* already = nullptr)
        : world(of),
          unread(already == nullptr ? nothing : *already),
          index(of.issues) {
        for (const issue& i : of.issues) {
            issue_names.push_back(i.name);
        }
        list_agents("party", of.parties);
        list_agents("onlooker", of.onlookers);
        for (const source& s : of.sources) {
            source_ids.push_back(s.id);
        }
    }
    findings(const findings&) = delete;
    findings& operator=(const findings&) = delete;

    /// Tells, unless the place could not be read in the first place.
    void add(const path& place, std::string message) {
        if (!full() && !unread.holds(place)) {
            list.push_back({to_string(place), std::move(message)});
        }
    }

    /// True when there are as many findings as anybody would mend in one go.
    [[nodiscard]] bool full() const { return list.size() >= 10'000; }

    /// True when some entry of a section has a name that could not be read, and so may be the one
    /// that is missed elsewhere.
    [[nodiscard]] bool names_unread(const char* of, const char* key = "name") const {
        return !unread.empty() && unread.holds(section(of) / std::string() / key);
    }

    /// True when all options of the issue are known.
    [[nodiscard]] bool complete(const issue& of) const {
        return countable(of) && doubtful.count(&of) == 0 &&
               (unread.empty() || !unread.touches(section("issue") / of.name / "options"));
    }

    /// True when it is known how many options the issue has.
    [[nodiscard]] bool countable(const issue& of) const {
        if (unread.empty()) {
            return !of.options.empty();
        }
        const path place = section("issue") / of.name;
        return !of.options.empty() && !unread.holds(place / "options") &&
               !unread.touches(place / "range") && !unread.holds(place / "step");
    }

    [[nodiscard]] const issue* find_issue(const std::string& name) const {
        const auto place = index.find(name);
        return place ? &world.issues[*place] : nullptr;
    }

    /// The issue of that name; tells when there is none.
    const issue* expect_issue(const path& place, const std::string& name) {
        const issue* of = find_issue(name);
        if (of == nullptr && !full() && !names_unread("issue")) {
            add(place, no_issue(name, issue_names, near));
        }
        return of;
    }

    /// Where an issue has an option of that label.
    [[nodiscard]] std::optional<std::size_t> place_of(const issue& of, const option_label& label) {
        return index.find(static_cast<std::size_t>(&of - world.issues.data()), label);
    }

    [[nodiscard]] bool has_option(const issue& of, const option_label& label) {
        return place_of(of, label).has_value();
    }

    /// Tells when an issue has no option of that label. @return whether it has
    bool expect_option(const path& place, const issue& of, const option_label& label) {
        if (has_option(of, label)) {
            return true;
        }
        if (!full() && complete(of)) {
            add(place, no_option(of, label, near));
        }
        return false;
    }

    void expect_source(const path& place, const std::string& id) {
        if (!id.empty() &&
            std::find(source_ids.begin(), source_ids.end(), id) == source_ids.end() &&
            !names_unread("source", "id")) {
            add(place / "source",
                fmt::format("no source '{}'{}", shown(id), near.name(id, source_ids)));
        }
    }

    const scenario& world;
    const unread_places nothing;
    const unread_places& unread;
    std::vector<diagnostic> list;
    scenario_index index;
    std::unordered_map<std::string, const party*> agents;
    std::unordered_map<const party*, path> agent_places;
    std::unordered_map<const party*, std::unordered_map<std::string, const value_function*>> values;
    std::unordered_set<const issue*> doubtful;  ///< with an option that is told to be wrong
    std::vector<std::string> issue_names;
    std::vector<std::string> agent_names;
    std::vector<std::string> source_ids;
    suggestions near;
    double constraint_options = 0;  ///< that the constraints looked at so far name
    double combinations = 0;        ///< that the interactions looked at so far cover
    double weighed_options = 0;     ///< that the agents looked at so far give values to

private:
    void list_agents(const char* name, const std::vector<party>& group) {
        for (const party& who : group) {
            agents.emplace(who.name, &who);
            agent_names.push_back(who.name);
            agent_places.emplace(&who, section(name) / who.name);
            auto& own = values[&who];
            for (const auto& [issue, f] : who.values) {
                own.emplace(issue, &f);
            }
        }
    }
};

/// Names of one kind: there, not `*` (which stands for any name), and each once.
class distinct_names {
public:
    distinct_names(findings& found, std::string what, std::string key = "name")
        : found_(found),
          what_(std::move(what)),
          key_(std::move(key)) {}

    void expect_new(const path& place, const std::string& name) {
        if (found_.unread.holds(place / key_)) {
            return;
        }
        if (name.empty()) {
            found_.add(place, fmt::format("a name of {} must not be empty", what_));
        } else if (name == "*") {
            found_.add(place, fmt::format("'*' stands for any name and cannot name {}", what_));
        } else if (!seen_.insert(name).second) {
            found_.add(place, fmt::format("'{}' names {} twice", shown(name), what_));
        }
    }

private:
    findings& found_;
    std::string what_;
    std::string key_;
    std::unordered_set<std::string> seen_;
};

}  // namespace negotiation::detail
