#include <algorithm>

#include <fmt/format.h>
#include <io/document.hpp>
#include <toml++/toml.h>

namespace negotiation::io::detail {

namespace {

using file_name = std::shared_ptr<const std::string>;

place place_of(const toml::source_region& region, const file_name& file) {
    return {file, region.begin.line, region.begin.column};
}

node convert(const toml::node& from, const file_name& file);

node::table convert_table(const toml::table& from, const file_name& file) {
    node::table table;
    table.reserve(from.size());
    for (auto&& [key, value] : from) {
        table.push_back(
            {std::string(key.str()), place_of(key.source(), file), convert(value, file)});
    }
    // The parser sorts by name; people write in an order that means something to them.
    std::stable_sort(table.begin(), table.end(), [](const entry& a, const entry& b) {
        return std::pair(a.at.line, a.at.column) < std::pair(b.at.line, b.at.column);
    });
    return table;
}

node convert(const toml::node& from, const file_name& file) {
    node to{place_of(from.source(), file), other_value{}};
    if (const auto* table = from.as_table()) {
        to.value = convert_table(*table, file);
    } else if (const auto* list = from.as_array()) {
        node::array array;
        array.reserve(list->size());
        for (const toml::node& element : *list) {
            array.push_back(convert(element, file));
        }
        to.value = std::move(array);
    } else if (const auto* text = from.as_string()) {
        to.value = text->get();
    } else if (const auto* whole = from.as_integer()) {
        to.value = whole->get();
    } else if (const auto* real = from.as_floating_point()) {
        to.value = real->get();
    } else if (const auto* truth = from.as_boolean()) {
        to.value = truth->get();
    }
    return to;
}

/// The parser's message in the form of ours: what is wrong, without "Error while parsing".
std::string reword(std::string_view description) {
    constexpr std::string_view lead = "Error while parsing ";
    std::string text(description);
    if (text.compare(0, lead.size(), lead) == 0) {
        text = "cannot read " + text.substr(lead.size());
    }
    for (char& c : text) {
        c = c == '\n' || c == '\r' ? ' ' : c;
    }
    return text;
}

}  // namespace

node parse_document(std::string_view text, const std::string& name) {
    const auto file = std::make_shared<const std::string>(name);
    check_text(text, file);
    try {
        return convert(toml::parse(text, std::string_view(name)), file);
    } catch (const toml::parse_error& wrong) {
        throw parse_error({at(place_of(wrong.source(), file), reword(wrong.description()))});
    }
}

}  // namespace negotiation::io::detail
