#pragma once

/// @file
/// Names of steps, and which of them have to come before which.

#include <cstddef>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include <fmt/core.h>

#include <negotiation/sequence/poset.hpp>

#include "scenario/findings.hpp"

namespace negotiation::detail {

/// The steps by name, and which has to come before which.
class step_names {
public:
    using relations = sequence::poset::relations;

    step_names(findings& found, const sequence::section& said) : found_(found) {
        for (const sequence::written_step& s : said.steps) {
            if (ids_.emplace(s.name, static_cast<sequence::step_id>(names_.size())).second) {
                names_.push_back(s.name);
            }
        }
    }

    [[nodiscard]] std::size_t size() const { return names_.size(); }
    [[nodiscard]] const std::string& name(sequence::step_id s) const { return names_[s]; }

    /// The step of that name; tells when there is none.
    std::optional<sequence::step_id> expect(const path& place, const std::string& name) {
        const auto id = ids_.find(name);
        if (id != ids_.end()) {
            return id->second;
        }
        if (!found_.full() && !found_.names_unread("step")) {
            found_.add(place,
                       fmt::format("no step '{}'{}", shown(name), found_.near.name(name, names_)));
        }
        return std::nullopt;
    }

    /// What a list says has to come before a step.
    void read_before(const path& place, std::optional<sequence::step_id> step,
                     const std::vector<std::string>& before, relations& into) {
        std::unordered_set<std::string> seen;
        for (std::size_t k = 0; k < before.size(); ++k) {
            const auto first = expect(place / k, before[k]);
            if (!seen.insert(before[k]).second) {
                found_.add(place / k, fmt::format("step '{}' is there twice", shown(before[k])));
            } else if (first && step) {
                into.emplace_back(*first, *step);
            }
        }
    }

    /// Steps that wait for one another; none where they do not.
    [[nodiscard]] std::vector<sequence::step_id> circle_in(const relations& before) const {
        try {
            static_cast<void>(sequence::poset(size(), before));
        } catch (const sequence::cycle_error& wrong) {
            return wrong.cycle();
        }
        return {};
    }

    /// Tells of a circle.
    void tell(const path& place, const std::vector<sequence::step_id>& circle) {
        constexpr std::size_t most = 10;  // of a longer one the rest is seen in the file
        std::string text;
        for (std::size_t k = 0; k < circle.size() && k < most; ++k) {
            text += shown(name(circle[k])) + " before ";
        }
        found_.add(place, fmt::format("steps wait for one another: {}{}{}", text,
                                      circle.size() > most ? "… before " : "",
                                      shown(name(circle.front()))));
    }

private:
    findings& found_;
    std::unordered_map<std::string, sequence::step_id> ids_;
    std::vector<std::string> names_;
};

}  // namespace negotiation::detail
