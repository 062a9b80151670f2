#pragma once

/// @file
/// Which parts of a scenario could not be read. They were told already, and nothing may be
/// concluded from what stands there instead.

#include <algorithm>
#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <utility>

#include <negotiation/scenario/path.hpp>

namespace negotiation::detail {

/// A set of places, asked for what contains a place and what lies in it.
class unread_places {
public:
    void add(const path& place) {
        branch* here = &root_;
        for (const path::step& step : place.steps) {
            auto& next = here->inside[step];
            if (next == nullptr) {
                next = std::make_unique<branch>();
            }
            here = next.get();
        }
        here->unread = true;
    }

    [[nodiscard]] bool empty() const { return root_.inside.empty() && !root_.unread; }

    /// True when the place or something that contains it is unread.
    [[nodiscard]] bool holds(const path& place) const { return look(place).first; }

    /// True when the place, something that contains it or something in it is unread.
    [[nodiscard]] bool touches(const path& place) const {
        const auto [inside, reached] = look(place);
        return inside || reached;
    }

    /// True when a pattern may cover an unread place, or one in it, or an entry whose name is
    /// unread.
    [[nodiscard]] bool meets(const path& pattern) const { return meets(root_, pattern, 0); }

private:
    struct branch {
        bool unread = false;
        std::map<path::step, std::unique_ptr<branch>> inside;
    };

    /// Walks down. @return whether an unread place was passed, whether the walk came to its end
    [[nodiscard]] std::pair<bool, bool> look(const path& place) const {
        const branch* here = &root_;
        for (const path::step& step : place.steps) {
            if (here->unread) {
                return {true, false};
            }
            const auto next = here->inside.find(step);
            if (next == here->inside.end()) {
                return {false, false};
            }
            here = next->second.get();
        }
        return {here->unread, true};
    }

    static bool meets(const branch& here, const path& pattern, std::size_t depth) {
        if (here.unread || depth == pattern.steps.size()) {
            return here.unread || !here.inside.empty();
        }
        const path::step& step = pattern.steps[depth];
        const bool any = step == path::step(std::string("*"));
        return std::any_of(here.inside.begin(), here.inside.end(), [&](const auto& next) {
            const bool nameless = next.first == path::step(std::string());
            return nameless ||
                   ((any || next.first == step) && meets(*next.second, pattern, depth + 1));
        });
    }

    branch root_;
};

}  // namespace negotiation::detail
