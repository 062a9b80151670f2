#pragma once

/// @file
/// Names of those who sit at the table, or may.

#include <algorithm>
#include <string>
#include <vector>

#include <fmt/core.h>

#include "scenario/findings.hpp"

namespace negotiation::detail {

/// Who may be named where: parties, and onlookers where a seat can be given to them.
class seat_names {
public:
    explicit seat_names(findings& found) : found_(found) {
        for (const party& who : found.world.parties) {
            parties_.push_back(who.name);
        }
    }

    void expect_party(const path& place, const std::string& name) {
        expect(place, name, parties_, "party");
    }
    void expect_agent(const path& place, const std::string& name) {
        expect(place, name, found_.agent_names, "party or onlooker");
    }

private:
    void expect(const path& place, const std::string& name, const std::vector<std::string>& known,
                const char* what) {
        if (std::find(known.begin(), known.end(), name) == known.end() && !found_.full() &&
            !found_.names_unread("party") && !found_.names_unread("onlooker")) {
            found_.add(place, fmt::format("no {} '{}'{}", what, shown(name),
                                          found_.near.name(name, known)));
        }
    }

    findings& found_;
    std::vector<std::string> parties_;
};

}  // namespace negotiation::detail
