#include <cmath>
#include <stdexcept>

#include <fmt/core.h>

#include <negotiation/model/issue.hpp>
#include <negotiation/model/typed_text.hpp>

namespace negotiation {

double grid_points(const issue_range& range) {
    // The tolerance lets 0, 0.1, …, 0.3 reach 0.3 although 3 * 0.1 is a little more.
    return std::floor((range.high - range.low) / range.step * (1 + 1e-12) + 1e-9) + 1;
}

std::vector<option_label> options_of(issue_kind kind, const issue_range& range) {
    if (!(range.step > 0) || !(range.high >= range.low)) {
        throw std::invalid_argument(
            fmt::format("options_of: a range needs low <= high and step > 0; got {}..{} by {}",
                        range.low, range.high, range.step));
    }
    const double points = grid_points(range);
    if (!(points <= static_cast<double>(maximum_options))) {
        throw std::invalid_argument(fmt::format(
            "options_of: a range has at most {} options; got {}", maximum_options, points));
    }
    std::vector<option_label> labels;
    labels.reserve(static_cast<std::size_t>(points));
    for (std::size_t k = 0; k < static_cast<std::size_t>(points); ++k) {
        // Levels are multiples of 10^-12, or of 10^-9 from a thousand on, so that 0.3 is written
        // 0.3 and 1000.3 is 1000.3.
        const double sum = range.low + static_cast<double>(k) * range.step;
        const double grid = std::abs(sum) < 1e3 ? 1e12 : 1e9;
        const double level = std::abs(sum) < 1e6 ? std::round(sum * grid) / grid : sum;
        if (kind == issue_kind::integer) {
            labels.emplace_back(static_cast<std::int64_t>(std::llround(level)));
        } else {
            labels.emplace_back(level);
        }
    }
    return labels;
}

std::optional<std::size_t> find_option(const issue& of, const option_label& label) {
    for (std::size_t k = 0; k < of.options.size(); ++k) {
        if (same_option(of.options[k], label)) {
            return k;
        }
    }
    return std::nullopt;
}

std::optional<std::size_t> find_option(const issue& of, std::string_view text) {
    for (std::size_t k = 0; k < of.options.size(); ++k) {
        if (to_string(of.options[k]) == text) {
            return k;
        }
    }
    const auto number = parse_finite_number(text);
    return number ? find_option(of, option_label{*number}) : std::nullopt;
}

std::string list_options(const issue& of) {
    constexpr std::size_t shown = 12;
    std::string text;
    for (std::size_t k = 0; k < of.options.size() && k < shown; ++k) {
        text += (k == 0 ? "" : ", ") + to_string(of.options[k]);
    }
    if (of.options.size() > shown) {
        text += fmt::format(", … ({} in all)", of.options.size());
    }
    return text;
}

}  // namespace negotiation
