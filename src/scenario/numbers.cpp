#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <negotiation/scenario/numbers.hpp>

#include "scenario/number_walk.hpp"

namespace negotiation {

namespace detail {
namespace {

/// The patterns of the assumptions; one that is no path covers nothing (`validate` tells).
std::vector<path> assumed_patterns(const scenario& world) {
    std::vector<path> patterns;
    for (const assumption& a : world.assumptions) {
        if (auto pattern = parse_path(a.what)) {
            patterns.push_back(std::move(*pattern));
        }
    }
    return patterns;
}

bool is_assumed(const std::vector<path>& patterns, const path& place) {
    return std::any_of(patterns.begin(), patterns.end(),
                       [&](const path& pattern) { return covers(pattern, place); });
}

/// Issues and agents whose numbers an answer about deals uses.
struct answer_basis {
    std::set<std::string> issues;
    std::set<std::string> agents;

    [[nodiscard]] bool uses(const path& place) const {
        const auto& section = std::get<std::string>(place.steps[0]);
        const auto& entry = std::get<std::string>(place.steps[1]);
        const auto& key = std::get<std::string>(place.steps[2]);
        if (section == "issue") {
            return issues.count(entry) > 0;
        }
        return (section == "party" || section == "onlooker") && agents.count(entry) > 0 &&
               (key == "reservation" || key == "weights" || key == "values" ||
                key == "interaction");
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
    for (const party& who : world.parties) {
        basis.agents.insert(who.name);
    }
    for (const party& who : world.onlookers) {
        if (std::find(seats.begin(), seats.end(), who.name) != seats.end()) {
            basis.agents.insert(who.name);
        }
    }
    return basis;
}

}  // namespace
}  // namespace detail

std::vector<located_number> numbers(const scenario& world) {
    const std::vector<path> patterns = detail::assumed_patterns(world);
    std::vector<located_number> found;
    detail::for_each_number(world, [&](const path& place, double value) {
        found.push_back({place, value, detail::is_assumed(patterns, place)});
    });
    return found;
}

std::size_t assumed_numbers(const scenario& world, const std::string& scope_name,
                            const std::vector<std::string>& seats) {
    const std::vector<path> patterns = detail::assumed_patterns(world);
    const detail::answer_basis basis = detail::basis_of(world, scope_name, seats);
    std::size_t count = 0;
    detail::for_each_number(world, [&](const path& place, double) {
        if (basis.uses(place) && detail::is_assumed(patterns, place)) {
            ++count;
        }
    });
    return count;
}

}  // namespace negotiation
