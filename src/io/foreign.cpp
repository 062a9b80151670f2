#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include <fmt/format.h>
#include <io/foreign.hpp>

#include <negotiation/model/nearest.hpp>

#include "scenario/findings.hpp"

namespace negotiation::io::detail {

namespace {

[[noreturn]] void refuse_range(const foreign_issue& of, std::string message) {
    throw parse_error(
        {at(of.at, fmt::format("issue '{}' {}", shown(of.name), std::move(message)))});
}

/// Bounds that make sense, told where they do not.
void check_bounds(const foreign_issue& of) {
    constexpr double largest = 9e15;  // beyond it doubles are not all whole numbers
    const auto [low, high, step] = of.written;
    if (low > high) {
        refuse_range(of, fmt::format("needs a lower bound that is not above the upper one; got {} "
                                     "and {}",
                                     low, high));
    }
    if (!(std::abs(low) < largest && std::abs(high) < largest)) {
        refuse_range(of, fmt::format("needs bounds below 9e15 in size; got {} and {}", low, high));
    }
    if (of.kind == issue_kind::integer && (std::floor(low) < low || std::floor(high) < high)) {
        refuse_range(of, fmt::format("has whole numbers, and needs bounds that are; got {} and {}",
                                     low, high));
    }
}

}  // namespace

void throw_if_any(std::vector<located_message>& wrong) {
    if (!wrong.empty()) {
        throw parse_error(std::move(wrong));
    }
}

void list_levels(foreign_issue& of, const foreign_reading& how) {
    check_bounds(of);
    of.range = of.written;
    const double width = of.written.high - of.written.low;
    const auto steps = static_cast<double>(how.steps);
    if (of.kind == issue_kind::real && !(of.written.step > 0)) {
        of.range.step = width > 0 ? width / steps : 1;
        of.thinned = width > 0 ? fmt::format(
                                     "the file has every number from {} to {}; {} equal steps "
                                     "are read",
                                     of.written.low, of.written.high, how.steps)
                               : "";
    } else if (grid_points(of.range) > static_cast<double>(maximum_options)) {
        of.range.step = of.written.step * std::ceil(width / of.written.step / steps);
        of.thinned = fmt::format(
            "the file has {:.10g} numbers from {} to {}, more than an issue may "
            "have options; one in {:.10g} is read",
            grid_points(of.written), of.written.low, of.written.high,
            of.range.step / of.written.step);
    }
    for (const option_label& label : options_of(of.kind, of.range)) {
        of.levels.push_back(number_or(label, 0));
    }
}

void index_values(foreign_domain& domain) {
    for (foreign_issue& of : domain.issues) {
        of.known.clear();
        for (std::size_t k = 0; k < of.values.size(); ++k) {
            of.known.emplace(of.values[k].text, k);
        }
    }
}

namespace {

/// Where a sum of terms may come to lie above 1, and over which issues.
struct excess {
    double greatest = 0;
    double entries = 1;
    std::vector<std::size_t> issues;
    std::vector<std::size_t> sizes;
};

/// A weight or a value that no scenario may have.
bool has_too_large_number(const foreign_profile& profile) {
    const auto too_large = [](const foreign_number& of) {
        return !(std::abs(of.value) < negotiation::detail::largest_number);
    };
    return std::any_of(profile.weights.begin(), profile.weights.end(), too_large) ||
           std::any_of(profile.values.begin(), profile.values.end(), [&](const auto& of_issue) {
               return std::any_of(of_issue.begin(), of_issue.end(), too_large);
           });
}

excess excess_of(const foreign_profile& profile) {
    excess found;
    for (std::size_t k = 0; k < profile.values.size(); ++k) {
        const double weight = profile.weights[k].value;
        double best = -std::numeric_limits<double>::infinity();
        for (const foreign_number& v : profile.values[k]) {
            best = std::max(best, weight * v.value);
        }
        if (!profile.values[k].empty() && (weight < 0 || weight > 0)) {
            found.greatest += best;
            found.entries *= static_cast<double>(profile.values[k].size());
            found.issues.push_back(k);
            found.sizes.push_back(profile.values[k].size());
        }
    }
    return found;
}

}  // namespace

void limit_at_one(foreign_profile& profile) {
    if (has_too_large_number(profile)) {
        return;  // refused where it stands, and not for what it would make here
    }
    constexpr double unit = 1e-12;  // terms are rounded to it: what is less is not there
    const excess over = excess_of(profile);
    if (over.greatest <= 1 + unit * static_cast<double>(over.issues.size())) {
        return;
    }
    if (over.issues.size() == 1) {
        foreign_number& weight = profile.weights[over.issues.front()];
        for (foreign_number& v : profile.values[over.issues.front()]) {
            v.value = std::min(1.0, weight.value * v.value);
        }
        weight.value = 1;
        return;
    }
    if (over.entries > static_cast<double>(maximum_table_entries)) {
        throw parse_error(
            {at(profile.at,
                fmt::format(
                    "utilities above 1 count as 1, and here they reach {:.10g}: that is a term "
                    "over {} issues, whose table has {:.10g} entries; at most {} are read. The raw "
                    "reading knows no such limit",
                    over.greatest, over.issues.size(), over.entries, maximum_table_entries))});
    }
    foreign_table table{over.issues, {}, profile.at};
    table.entries.resize(static_cast<std::size_t>(over.entries));
    each_combination(over.sizes, [&](std::size_t entry, const std::vector<std::size_t>& options) {
        double sum = 0;
        for (std::size_t k = 0; k < options.size(); ++k) {
            const std::size_t issue = over.issues[k];
            sum += profile.weights[issue].value * profile.values[issue][options[k]].value;
        }
        table.entries[entry] = std::min(0.0, 1 - sum);
    });
    profile.tables.push_back(std::move(table));
}

}  // namespace negotiation::io::detail
