#pragma once

/// @file
/// Many patterns of paths at once, so that a number is compared with all of them in a few steps.

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <negotiation/scenario/path.hpp>

namespace negotiation::detail {

/// Patterns as a tree of their steps; a pattern covers a place when its steps begin the place's.
class pattern_set {
public:
    void add(const path& pattern, std::size_t id = 0) {
        branch* here = &root_;
        for (const path::step& step : pattern.steps) {
            auto& next = here->inside[step];
            if (next == nullptr) {
                next = std::make_unique<branch>();
            }
            here = next.get();
        }
        here->ids.push_back(id);
    }

    /// True when some pattern covers the place.
    [[nodiscard]] bool covers(const path& place) const {
        bool any = false;
        visit(root_, place, 0, [&](std::size_t) {
            any = true;
            return false;
        });
        return any;
    }

    /// Shows the number of each pattern that covers the place.
    template <class Visit>
    void each_cover(const path& place, Visit see) const {
        visit(root_, place, 0, [&](std::size_t id) {
            see(id);
            return true;
        });
    }

private:
    struct branch {
        std::vector<std::size_t> ids;
        std::map<path::step, std::unique_ptr<branch>> inside;
    };

    /// @return false as soon as `see` does
    template <class See>
    static bool visit(const branch& here, const path& place, std::size_t depth, See see) {
        for (const std::size_t id : here.ids) {
            if (!see(id)) {
                return false;
            }
        }
        if (depth == place.steps.size() || here.inside.empty()) {
            return true;
        }
        const path::step& step = place.steps[depth];
        if (const auto next = here.inside.find(step); next != here.inside.end()) {
            if (!visit(*next->second, place, depth + 1, see)) {
                return false;
            }
        }
        const auto any = here.inside.find(path::step(std::string("*")));
        return any == here.inside.end() || any->first == step ||
               visit(*any->second, place, depth + 1, see);
    }

    branch root_;
};

}  // namespace negotiation::detail
