#include <charconv>
#include <cmath>
#include <optional>
#include <stdexcept>
#include <string_view>

#include <fmt/format.h>

#include <negotiation/model/nearest.hpp>
#include <negotiation/model/typed_text.hpp>
#include <negotiation/scenario/set_number.hpp>
#include <negotiation/study/axis.hpp>

namespace negotiation::study {

namespace {

[[nodiscard]] std::optional<std::size_t> count_in(std::string_view text) {
    std::size_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error == std::errc::result_out_of_range) {
        return maximum_points + 1;
    }
    const bool all = error == std::errc() && end == text.data() + text.size();
    return all ? std::optional(value) : std::nullopt;
}

void check_levels(const axis& of, const std::string& text) {
    const auto refuse = [&](const std::string& why) {
        throw std::invalid_argument(fmt::format("'{}': {}", shown(text), why));
    };
    if (!std::isfinite(of.low) || !std::isfinite(of.high)) {
        refuse("both ends must be finite numbers");
    }
    if (of.low > of.high) {
        refuse(fmt::format("{} is above {}; the lesser end comes first", of.low, of.high));
    }
    if (of.points == 0 || of.points > maximum_points) {
        refuse(fmt::format("needs from 1 to {} points", maximum_points));
    }
    if (of.points == 1 && of.low < of.high) {
        refuse(fmt::format("from {} to {} takes 2 points at least; got 1", of.low, of.high));
    }
    if (of.points > 1 && !(of.low < of.high)) {
        refuse(fmt::format("from {} to {} there is one level, not {}", of.low, of.high, of.points));
    }
}

}  // namespace

double level_of(const axis& of, std::size_t k) {
    if (k == 0) {
        return of.low;
    }
    if (k + 1 >= of.points) {
        return of.high;
    }
    const double share = static_cast<double>(k) / static_cast<double>(of.points - 1);
    const double exactly = of.low * (1 - share) + of.high * share;
    // What has shrunk to nothing against the ends is nothing.
    constexpr double nothing = 1e-13;
    const double size = std::max(std::abs(of.low), std::abs(of.high));
    if (std::abs(exactly) < nothing * size) {
        return 0;
    }
    return parse_number(fmt::format("{:.12g}", exactly)).value_or(exactly);
}

axis parse_axis(const scenario& world, const std::string& text) {
    const std::size_t equals = text.rfind('=');
    const std::string_view range = equals == std::string::npos
                                       ? std::string_view()
                                       : std::string_view(text).substr(equals + 1);
    const std::size_t dots = range.find("..");
    const std::size_t colon = range.rfind(':');
    if (dots == std::string_view::npos || colon == std::string_view::npos || colon < dots) {
        throw std::invalid_argument(fmt::format(
            "needs PATH=lo..hi:n, say party.Iran.reservation=0.5..0.7:9; got '{}'", shown(text)));
    }
    const auto low = parse_number(range.substr(0, dots));
    const auto high = parse_number(range.substr(dots + 2, colon - dots - 2));
    const auto points = count_in(range.substr(colon + 1));
    if (!low || !high) {
        throw std::invalid_argument(fmt::format(
            "'{}' is not a number; needs PATH=lo..hi:n; got '{}'",
            shown(low ? range.substr(dots + 2, colon - dots - 2) : range.substr(0, dots)),
            shown(text)));
    }
    if (!points) {
        throw std::invalid_argument(
            fmt::format("'{}' is not a number of points; needs PATH=lo..hi:n; got '{}'",
                        shown(range.substr(colon + 1)), shown(text)));
    }
    axis of{{}, *low, *high, *points};
    check_levels(of, text);
    of.place = number_named(world, text.substr(0, equals));
    return of;
}

}  // namespace negotiation::study
