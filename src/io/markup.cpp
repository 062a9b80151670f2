#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <system_error>
#include <utility>

#include <fmt/format.h>
#include <io/markup.hpp>

#include <negotiation/model/nearest.hpp>
#include <negotiation/model/typed_text.hpp>

namespace negotiation::io::detail {

namespace {

[[noreturn]] void refuse_markup(place where, std::string message) {
    throw parse_error({at(where, std::move(message))});
}

/// What the parser says, as ours begin: "cannot read XML: start-end tags mismatch".
std::string reworded(const char* description) {
    std::string text(description);
    if (!text.empty() && text[0] >= 'A' && text[0] <= 'Z' && text.substr(0, 2) != "PI") {
        text[0] = static_cast<char>(text[0] - 'A' + 'a');
    }
    return text;
}

/// The end of what begins at `from`, past the word that ends it; the end of the text without one.
std::size_t past(std::string_view text, std::size_t from, std::string_view word) {
    const std::size_t found = text.find(word, from);
    return found == std::string_view::npos ? text.size() : found + word.size();
}

/// True for the entities that XML itself knows.
bool is_known_entity(std::string_view rest) {
    for (const std::string_view known : {"&amp;", "&lt;", "&gt;", "&quot;", "&apos;"}) {
        if (rest.substr(0, known.size()) == known) {
            return true;
        }
    }
    return false;
}

/// True for a reference to one of the characters of XML 1.0 (production 2).
bool is_known_character(std::string_view rest) {
    const bool hex = rest.substr(0, 3) == "&#x";
    const std::string_view digits = rest.substr(hex ? 3 : 2);
    std::uint32_t code = 0;
    const char* end = digits.data() + digits.size();
    const auto read = std::from_chars(digits.data(), end, code, hex ? 16 : 10);
    if (read.ec != std::errc{} || read.ptr == end || *read.ptr != ';') {
        return false;
    }
    return code == 0x9 || code == 0xA || code == 0xD || (code >= 0x20 && code <= 0xD7FF) ||
           (code >= 0xE000 && code <= 0xFFFD) || (code >= 0x10000 && code <= 0x10FFFF);
}

/// A stretch of text that is all blanks, as XML means them.
std::size_t first_sign(std::string_view text) { return text.find_first_not_of(" \t\r\n"); }

}  // namespace

markup::markup(std::string_view text, const std::string& name)
    : places_(text, std::make_shared<const std::string>(name)) {
    check_characters(text, places_.file());
    refuse_entities();
    // As a fragment, so that what stands beside the root is seen and not passed over.
    const pugi::xml_parse_result read = tree_.load_buffer(
        text.data(), text.size(), pugi::parse_default | pugi::parse_fragment, pugi::encoding_utf8);
    if (!read) {
        const auto offset = static_cast<std::size_t>(read.offset);
        const std::string seen = places_.seen_at(offset);
        refuse_markup(places_.at(offset),
                      fmt::format("cannot read XML: {}; got {}", reworded(read.description()),
                                  seen.empty() ? "the end of a line" : "'" + seen + "'"));
    }
    refuse_beside_root();
    refuse_depth();
}

place markup::at(const pugi::xml_node& element) const {
    const std::ptrdiff_t offset = element.offset_debug();
    // The parser points at the name; people look for the bracket before it.
    return places_.at(offset > 0 ? static_cast<std::size_t>(offset) - 1 : 0);
}

void markup::refuse_entities() const {
    const std::string_view text = places_.text();
    for (std::size_t k = 0; k < text.size();) {
        if (text[k] != '<' && text[k] != '&') {
            ++k;
            continue;
        }
        const std::string_view rest = text.substr(k);
        if (rest.substr(0, 4) == "<!--") {
            const std::size_t end = past(text, k + 4, "--");
            if (end < text.size() && text[end] != '>') {
                refuse_markup(
                    places_.at(end - 2),
                    fmt::format("a comment may not hold '--'; got '{}'", places_.seen_at(end - 2)));
            }
            k = end;
        } else if (rest.substr(0, 9) == "<![CDATA[") {
            k = past(text, k, "]]>");
        } else if (rest.substr(0, 2) == "<!") {
            refuse_markup(places_.at(k),
                          fmt::format("a document type and its entities are not read; got '{}'",
                                      places_.seen_at(k)));
        } else if (rest.substr(0, 2) == "&#" && !is_known_character(rest)) {
            refuse_markup(places_.at(k),
                          fmt::format("&#NUMBER; or &#xNUMBER; stands for a character that XML "
                                      "may hold; got '{}'",
                                      places_.seen_at(k)));
        } else if (rest.front() == '&' && rest.substr(0, 2) != "&#" && !is_known_entity(rest)) {
            refuse_markup(
                places_.at(k),
                fmt::format("XML knows &amp;, &lt;, &gt;, &quot;, &apos; and &#NUMBER;, and "
                            "no other entity is read; got '{}'",
                            places_.seen_at(k)));
        } else {
            ++k;
        }
    }
}

/// A document is one element; comments and instructions may stand beside it.
void markup::refuse_beside_root() const {
    pugi::xml_node first;
    for (const pugi::xml_node& here : tree_.children()) {
        const auto offset =
            static_cast<std::size_t>(std::max<std::ptrdiff_t>(here.offset_debug(), 0));
        if (here.type() == pugi::node_element && !first) {
            first = here;
        } else if (here.type() == pugi::node_element) {
            refuse_markup(at(here), fmt::format("cannot read XML: a document has one root; got "
                                                "'{}' after '{}'",
                                                shown(here.name()), shown(first.name())));
        } else if (here.type() == pugi::node_pcdata || here.type() == pugi::node_cdata) {
            const std::size_t sign = first_sign(places_.text().substr(offset));
            const std::size_t from = offset + (sign == std::string_view::npos ? 0 : sign);
            refuse_markup(places_.at(from),
                          fmt::format("cannot read XML: no text may stand {} the root; got '{}'",
                                      first ? "after" : "before", places_.seen_at(from)));
        }
    }
    if (!first) {
        refuse_markup(places_.at(places_.text().size()),
                      "cannot read XML: no document element found; got the end of the file");
    }
}

void markup::refuse_depth() const {
    std::size_t depth = 1;
    pugi::xml_node here = root();
    while (here) {
        if (depth > maximum_depth) {
            refuse_markup(at(here),
                          fmt::format("nested too deeply; got more than {} levels", maximum_depth));
        }
        if (const pugi::xml_node inner = here.first_child()) {
            here = inner;
            ++depth;
            continue;
        }
        while (here && !here.next_sibling()) {
            here = depth == 1 ? pugi::xml_node() : here.parent();
            depth -= depth == 1 ? 0 : 1;
        }
        here = here && depth > 1 ? here.next_sibling() : pugi::xml_node();
    }
}

void element_reader::tell(const pugi::xml_node& element, std::string message) const {
    add_message(wrong_, at(element), std::move(message));
}

std::string element_reader::call(const pugi::xml_node& element) {
    for (const char* key : {"name", "value"}) {
        const pugi::xml_attribute own = element.attribute(key);
        if (own && (key[0] == 'n' || std::strcmp(element.name(), "item") == 0)) {
            return fmt::format("{} '{}'", element.name(), shown(own.value()));
        }
    }
    if (const pugi::xml_attribute index = element.attribute("index")) {
        return fmt::format("{} {}", element.name(), shown(index.value()));
    }
    return fmt::format("element '{}'", shown(element.name()));
}

std::optional<std::string_view> element_reader::text(const pugi::xml_node& of,
                                                     const char* key) const {
    pugi::xml_attribute found;
    for (const pugi::xml_attribute& a : of.attributes()) {
        if (std::strcmp(a.name(), key) != 0) {
            continue;
        }
        if (found) {
            tell(of, fmt::format("the attribute '{}' of {} is there twice", key, call(of)));
            break;
        }
        found = a;
    }
    return found ? std::optional<std::string_view>(found.value()) : std::nullopt;
}

std::optional<std::string_view> element_reader::need_text(const pugi::xml_node& of,
                                                          const char* key) const {
    const auto found = text(of, key);
    if (!found) {
        constexpr std::size_t most = 100;
        std::vector<std::string> there;
        for (const pugi::xml_attribute& a : of.attributes()) {
            if (there.size() < most) {
                there.emplace_back(a.name());
            }
        }
        const auto near = nearest_name(key, there);
        tell(of, fmt::format("{} needs the attribute '{}'; got {}", call(of), key,
                             near ? "'" + shown(*near) + "'" : "none"));
    }
    return found;
}

std::optional<double> element_reader::number(const pugi::xml_node& of, const char* key) const {
    const auto found = text(of, key);
    if (!found) {
        return std::nullopt;
    }
    std::string_view digits = trimmed(*found);
    digits.remove_prefix(digits.size() > 1 && digits[0] == '+' && digits[1] != '-' ? 1 : 0);
    double value = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (read.ec == std::errc{} && !std::isfinite(value)) {
        tell(of, fmt::format("the attribute '{}' of {} must be a finite number; got '{}'", key,
                             call(of), shown(*found)));
        return std::nullopt;
    }
    if (read.ec == std::errc::result_out_of_range) {
        tell(of, fmt::format("the attribute '{}' of {} must lie in the range of doubles; got '{}'",
                             key, call(of), shown(*found)));
        return std::nullopt;
    }
    if (read.ec != std::errc{} || read.ptr != digits.data() + digits.size()) {
        tell(of, fmt::format("the attribute '{}' of {} must be a number; got '{}'", key, call(of),
                             shown(*found)));
        return std::nullopt;
    }
    return value;
}

std::optional<double> element_reader::need_number(const pugi::xml_node& of, const char* key) const {
    return of.attribute(key) ? number(of, key)
                             : (static_cast<void>(need_text(of, key)), std::nullopt);
}

std::optional<std::size_t> element_reader::need_index(const pugi::xml_node& of) const {
    constexpr double most = 1e9;
    const auto index = need_number(of, "index");
    if (index && !(*index >= 1 && *index <= most && std::floor(*index) >= *index)) {
        tell(of, fmt::format("an index is a whole number from 1; got {}", *index));
        return std::nullopt;
    }
    return index ? std::optional(static_cast<std::size_t>(*index)) : std::nullopt;
}

}  // namespace negotiation::io::detail
