#include <algorithm>
#include <map>
#include <stdexcept>
#include <tuple>
#include <utility>

#include <fmt/format.h>
#include <io/decode.hpp>
#include <io/document.hpp>
#include <io/foreign.hpp>
#include <io/sound_scenario.hpp>

#include <negotiation/io/locate.hpp>
#include <negotiation/io/read_scenario.hpp>

#include "scenario/validate_read.hpp"

namespace negotiation::io {

namespace {

/// Adds what is wrong with the scenario as a whole, where the file says it.
void check(const detail::node& document, const scenario& world, detail::problems& wrong) {
    const auto unread = detail::unread_places_of(document, wrong);
    detail::locator where(document);
    for (diagnostic& d : negotiation::detail::validate(world, unread)) {
        wrong.add(where.find(parse_path(d.path).value_or(path{})), std::move(d.message));
    }
}

/// By place: first the file itself, then those it extends, then what was set.
void sort(std::vector<located_message>& messages, const std::string& first) {
    std::map<std::string, std::size_t> rank{{first, 0}};
    for (const located_message& m : messages) {
        rank.emplace(m.file, m.line == 0 ? 2 : 1);
    }
    const auto key = [&](const located_message& m) {
        return std::tuple(rank.at(m.file), m.file, m.line, m.column);
    };
    std::stable_sort(
        messages.begin(), messages.end(),
        [&](const located_message& a, const located_message& b) { return key(a) < key(b); });
    messages.erase(std::unique(messages.begin(), messages.end()), messages.end());
}

}  // namespace

namespace detail {

static_assert(maximum_bytes == maximum_scenario_bytes);

scenario sound_scenario(node document, const std::string& first,
                        const std::vector<std::string>& overrides,
                        std::vector<located_message> found) {
    problems wrong;
    wrong.list = std::move(found);
    for (const std::string& set : overrides) {
        override_value(document, set, wrong.list);
    }
    scenario world = decode_scenario(document, wrong);
    check(document, world, wrong);
    if (!wrong.list.empty()) {
        sort(wrong.list, first);
        throw parse_error(std::move(wrong.list));
    }
    return world;
}

void check_reading(const foreign_reading& how) {
    if (how.steps < 1 || how.steps > maximum_foreign_steps) {
        throw std::invalid_argument(
            fmt::format("foreign_reading: steps must be a whole number from 1 to {}; got {}",
                        maximum_foreign_steps, how.steps));
    }
}

}  // namespace detail

scenario parse_scenario(std::string_view text, const std::string& name,
                        const std::vector<std::string>& overrides, const foreign_reading& how) {
    detail::check_reading(how);
    std::vector<located_message> wrong;
    detail::node document = detail::load_document(text, name, wrong, how);
    return detail::sound_scenario(std::move(document), name, overrides, std::move(wrong));
}

scenario read_scenario(const std::string& path, const std::vector<std::string>& overrides,
                       const foreign_reading& how) {
    if (is_foreign(path)) {
        detail::check_reading(how);
        return detail::sound_scenario(detail::load_foreign(path, how), path, overrides);
    }
    return parse_scenario(detail::read_text(path), path, overrides, how);
}

parse_error locate(const std::string& path, const std::vector<diagnostic>& wrong,
                   const std::vector<std::string>& overrides, const foreign_reading& how) {
    detail::problems found;
    detail::node document =
        is_foreign(path) ? detail::load_foreign(path, how)
                         : detail::load_document(detail::read_text(path), path, found.list, how);
    for (const std::string& set : overrides) {
        override_value(document, set, found.list);
    }
    detail::locator where(document);
    for (const diagnostic& d : wrong) {
        found.add(where.find(parse_path(d.path).value_or(negotiation::path{})), d.message);
    }
    sort(found.list, path);
    return parse_error(std::move(found.list));
}

}  // namespace negotiation::io
