#pragma once

/// @file
/// What the checks of a scenario share: the list they fill, and names looked up once.

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include <fmt/core.h>

#include <negotiation/scenario/diagnostic.hpp>
#include <negotiation/scenario/nearest.hpp>
#include <negotiation/scenario/path.hpp>
#include <negotiation/scenario/scenario.hpp>

namespace negotiation::detail {

/// Bound on the size of a number in the raw convention; sums of terms then stay exact.
inline constexpr double largest_number = 1e6;

/// What to say about an option that an issue does not have.
inline std::string no_option(const issue& of, const option_label& label) {
    std::vector<std::string> labels;
    for (const option_label& known : of.options) {
        labels.push_back(to_string(known));
    }
    return fmt::format("issue '{}' has no option '{}'; {}", shown(of.name), shown(to_string(label)),
                       nearest(to_string(label), labels));
}

/// What to say about an issue that is not there.
inline std::string no_issue(const std::string& name, const std::vector<std::string>& known) {
    return fmt::format("no issue '{}'; {}", shown(name), nearest(name, known));
}

/// The scenario, its names, and what was found wrong with it so far.
struct findings {
    explicit findings(const scenario& of) : world(of) {
        for (const issue& i : of.issues) {
            issues.emplace(i.name, &i);
            issue_names.push_back(i.name);
        }
        for (const auto* group : {&of.parties, &of.onlookers}) {
            for (const party& who : *group) {
                agents.emplace(who.name, &who);
                agent_names.push_back(who.name);
            }
        }
        for (const source& s : of.sources) {
            source_ids.push_back(s.id);
        }
    }

    void add(const path& place, std::string message) {
        list.push_back({to_string(place), std::move(message)});
    }

    [[nodiscard]] const issue* find_issue(const std::string& name) const {
        const auto found = issues.find(name);
        return found == issues.end() ? nullptr : found->second;
    }

    /// The issue of that name; tells when there is none.
    const issue* expect_issue(const path& place, const std::string& name) {
        const issue* of = find_issue(name);
        if (of == nullptr) {
            add(place, no_issue(name, issue_names));
        }
        return of;
    }

    /// Tells when an issue has no option of that label. @return whether it has
    bool expect_option(const path& place, const issue& of, const option_label& label) {
        if (find_option(of, label)) {
            return true;
        }
        add(place, no_option(of, label));
        return false;
    }

    void expect_source(const path& place, const std::string& id) {
        if (!id.empty() &&
            std::find(source_ids.begin(), source_ids.end(), id) == source_ids.end()) {
            add(place / "source",
                fmt::format("no source '{}'; {}", shown(id), nearest(id, source_ids)));
        }
    }

    const scenario& world;
    std::vector<diagnostic> list;
    std::unordered_map<std::string, const issue*> issues;
    std::unordered_map<std::string, const party*> agents;
    std::vector<std::string> issue_names;
    std::vector<std::string> agent_names;
    std::vector<std::string> source_ids;
};

/// A section of the scenario as the start of a path.
inline path section(std::string name) { return path{} / std::move(name); }

/// Names of one kind: there, not `*` (which stands for any name), and each once.
class distinct_names {
public:
    distinct_names(findings& found, std::string what) : found_(found), what_(std::move(what)) {}

    void expect_new(const path& place, const std::string& name) {
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
    std::unordered_set<std::string> seen_;
};

}  // namespace negotiation::detail
