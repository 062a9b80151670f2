#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include <io/decode.hpp>
#include <io/document.hpp>

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

scenario parse_scenario(std::string_view text, const std::string& name,
                        const std::vector<std::string>& overrides) {
    detail::problems wrong;
    detail::node document = detail::load_document(text, name, wrong.list);
    for (const std::string& set : overrides) {
        detail::override_value(document, set, wrong.list);
    }
    scenario world = detail::decode_scenario(document, wrong);
    check(document, world, wrong);
    if (!wrong.list.empty()) {
        sort(wrong.list, name);
        throw parse_error(std::move(wrong.list));
    }
    return world;
}

scenario read_scenario(const std::string& path, const std::vector<std::string>& overrides) {
    return parse_scenario(detail::read_text(path), path, overrides);
}

}  // namespace negotiation::io
