#include <algorithm>

#include <fmt/format.h>
#include <io/document.hpp>

#include <negotiation/model/nearest.hpp>

namespace negotiation::io::detail {

const node* find(const node::table& in, std::string_view key) {
    const auto found =
        std::find_if(in.begin(), in.end(), [&](const entry& e) { return e.key == key; });
    return found == in.end() ? nullptr : &found->inside;
}

node* find(node::table& in, std::string_view key) {
    const auto found =
        std::find_if(in.begin(), in.end(), [&](const entry& e) { return e.key == key; });
    return found == in.end() ? nullptr : &found->inside;
}

std::string describe(const node& value) {
    struct visitor {
        std::string operator()(const other_value&) const { return "a date or time"; }
        std::string operator()(bool v) const { return v ? "true" : "false"; }
        std::string operator()(std::int64_t v) const { return fmt::format("the number {}", v); }
        std::string operator()(double v) const { return fmt::format("the number {}", v); }
        std::string operator()(const std::string& v) const {
            return fmt::format("the word '{}'", shown(v));
        }
        std::string operator()(const node::array&) const { return "a list"; }
        std::string operator()(const node::table&) const { return "a table"; }
    };
    return std::visit(visitor{}, value.value);
}

located_message at(const place& where, std::string message) {
    return {where.file == nullptr ? std::string() : *where.file, where.line, where.column,
            std::move(message)};
}

void add_message(std::vector<located_message>& wrong, const place& where, std::string message) {
    constexpr std::size_t most = 1000;
    if (wrong.size() < most) {
        wrong.push_back(at(where, std::move(message)));
    }
}

std::string with_article(std::string_view noun) {
    return (noun.find_first_of("aeiou") == 0 ? "an " : "a ") + std::string(noun);
}

std::string_view identity_key(std::string_view section) {
    if (section == "source") {
        return "id";
    }
    return section == "assumption" ? "what" : "name";
}

const std::string* identity(std::string_view section, const node& of) {
    const node::table* table = of.as_table();
    const node* name = table == nullptr ? nullptr : find(*table, identity_key(section));
    return name == nullptr ? nullptr : name->as_text();
}

const locator::index& locator::names_in(const node& of, std::string_view section) {
    const auto [entry, fresh] = indexes_.try_emplace(&of);
    index& names = entry->second;
    if (!fresh) {
        return names;
    }
    if (const node::table* table = of.as_table()) {
        for (const detail::entry& e : *table) {
            names.emplace(e.key, &e.inside);
        }
    } else if (const node::array* list = of.as_array()) {
        for (const node& element : *list) {
            const std::string* own = identity(section, element);
            names.emplace(own == nullptr ? std::string() : *own, &element);
        }
    }
    return names;
}

/// One step into a value: a key of a table, a named entry of a section, a place in a list.
const node* locator::step_into(const node& from, const path::step& step, std::string_view section) {
    if (const auto* k = std::get_if<std::size_t>(&step)) {
        const node::array* list = from.as_array();
        return list != nullptr && *k < list->size() ? &(*list)[*k] : nullptr;
    }
    const index& names = names_in(from, section);
    const auto found = names.find(std::get<std::string>(step));
    return found == names.end() ? nullptr : found->second;
}

place locator::find(const path& p) {
    const node* here = &root_;
    place best = root_.at;
    std::string_view section;
    for (const path::step& step : p.steps) {
        const node* next = step_into(*here, step, section);
        if (next == nullptr) {
            break;
        }
        best = next->at;
        section = section.empty() && std::holds_alternative<std::string>(step)
                      ? std::string_view(std::get<std::string>(step))
                      : section;
        here = next;
    }
    return best;
}

}  // namespace negotiation::io::detail
