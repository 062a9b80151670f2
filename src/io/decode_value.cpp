#include <algorithm>
#include <optional>

#include <fmt/format.h>
#include <io/decode.hpp>

#include <negotiation/model/nearest.hpp>

namespace negotiation::io::detail {

namespace {

piecewise_linear_value decode_points(const node& from, problems& wrong) {
    piecewise_linear_value f;
    const node::array* list = read_list(from, "'points'", wrong);
    for (std::size_t k = 0; list != nullptr && k < list->size(); ++k) {
        const auto point = read_numbers((*list)[k], "a point", wrong);
        const bool pair = point && point->size() == 2;
        f.points.emplace_back(pair ? point->front() : 0, pair ? point->back() : 0);
        if (point && !pair) {
            wrong.refuse((*list)[k], fmt::format("a point is [level, value]; got {} number{}",
                                                 point->size(), point->size() == 1 ? "" : "s"));
        }
    }
    return f;
}

template <class Curve>
Curve decode_curve(table_reader& reader, std::string_view key, double Curve::*parameter) {
    Curve f;
    reader.need_number(key, f.*parameter);
    reader.need_number("worst", f.worst);
    reader.need_number("best", f.best);
    return f;
}

logistic_value decode_logistic(table_reader& reader) {
    logistic_value f;
    reader.need_number("midpoint", f.midpoint);
    reader.need_number("scale", f.scale);
    return f;
}

value_function decode_form(table_reader& reader, const node& from) {
    const auto form = reader.need_choice("form", {"power", "exponential", "logistic"});
    if (!form) {
        for (const char* key : {"exponent", "rate", "worst", "best", "midpoint", "scale"}) {
            reader.take(key);  // which of them belong here, the form would have told
        }
        reader.wrong().unread.insert(&from);
        return tabled_value{};
    }
    if (*form == 0) {
        return decode_curve(reader, "exponent", &power_value::exponent);
    }
    if (*form == 1) {
        return decode_curve(reader, "rate", &exponential_value::rate);
    }
    return decode_logistic(reader);
}

/// True when a table of values has neither points nor a form, but a key that looks like points.
bool misspells_points(const node::table& table) {
    return find(table, "form") == nullptr &&
           std::any_of(table.begin(), table.end(), [](const entry& e) {
               return nearest_name(e.key, {"form", "points"}) == "points";
           });
}

value_function decode_value(const node& from, const std::string& name, problems& wrong) {
    const std::string what = "values." + shown(name);
    if (from.as_array() != nullptr) {
        return tabled_value{read_numbers(from, what, wrong).value_or(std::vector<double>{})};
    }
    if (from.as_table() == nullptr) {
        wrong.refuse(from, fmt::format("{} must be a list of numbers, or a table with points or a "
                                       "form; got {}",
                                       what, describe(from)));
        return tabled_value{};
    }
    table_reader reader(from, what, wrong);
    value_function f;
    if (const node* points = reader.take("points")) {
        f = decode_points(*points, wrong);
    } else if (misspells_points(*from.as_table())) {
        wrong.unread.insert(&from);
    } else {
        f = decode_form(reader, from);
    }
    reader.finish();
    return f;
}

/// A table of an interaction, nested by issue or flat, as a flat list; what is no number stands in
/// it as 0.
/// @return the numbers a row holds, nothing when the rows differ, which is told once
std::optional<std::size_t> flatten(const node& from, std::vector<double>& into, problems& wrong) {
    const node::array* list = from.as_array();
    if (list == nullptr) {
        into.push_back(read_number(from, "an entry of 'table'", wrong).value_or(0));
        return 1;
    }
    std::size_t total = 0;
    std::size_t each = 0;
    for (std::size_t k = 0; k < list->size(); ++k) {
        const bool row = (*list)[k].as_array() != nullptr;
        const auto size = flatten((*list)[k], into, wrong);
        if (!size) {
            return std::nullopt;
        }
        if (k > 0 && (*size != each || row != (list->front().as_array() != nullptr))) {
            wrong.add((*list)[k].at,
                      fmt::format("rows of a table are equally long; got {} {} after "
                                  "{}",
                                  *size, *size == 1 ? "entry" : "entries", each));
            return std::nullopt;
        }
        each = *size;
        total += *size;
    }
    return total;
}

interaction decode_interaction(const node& from, problems& wrong) {
    interaction into;
    table_reader reader(from, "an interaction", wrong);
    if (const node* issues = reader.need("issues")) {
        into.issues = read_words(*issues, "'issues' of an interaction", wrong)
                          .value_or(std::vector<std::string>{});
    }
    reader.need_number("weight", into.weight);
    if (const node* table = reader.take("table")) {
        if (table->as_array() == nullptr || table->as_array()->empty()) {
            wrong.refuse(
                *table,
                fmt::format("'table' of an interaction must be a list of numbers; got {}",
                            table->as_array() == nullptr ? describe(*table) : "an empty one"));
        } else if (!flatten(*table, into.table, wrong)) {
            wrong.unread.insert(table);
        }
    }
    reader.finish();
    return into;
}

}  // namespace

void decode_values(const node& from, party& into, problems& wrong) {
    const node::table* table = from.as_table();
    if (table == nullptr) {
        wrong.refuse(
            from, fmt::format("'values' is a table from issues to values; got {}", describe(from)));
        return;
    }
    for (const entry& e : *table) {
        into.values.emplace_back(e.key, decode_value(e.inside, e.key, wrong));
    }
}

void decode_interactions(const node& from, party& into, problems& wrong) {
    const node::array* list = read_list(from, "'interaction'", wrong);
    for (std::size_t k = 0; list != nullptr && k < list->size(); ++k) {
        into.interactions.push_back(decode_interaction((*list)[k], wrong));
    }
}

}  // namespace negotiation::io::detail
