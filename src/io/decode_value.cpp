#include <fmt/format.h>
#include <io/decode.hpp>

#include <negotiation/scenario/nearest.hpp>

namespace negotiation::io::detail {

namespace {

piecewise_linear_value decode_points(const node& from, problems& wrong) {
    piecewise_linear_value f;
    const node::array* list = read_list(from, "'points'", wrong);
    for (std::size_t k = 0; list != nullptr && k < list->size(); ++k) {
        const auto point = read_numbers((*list)[k], "a point", wrong);
        if (point && point->size() == 2) {
            f.points.emplace_back(point->front(), point->back());
        } else if (point) {
            wrong.add((*list)[k].at,
                      fmt::format("a point is [level, value]; got {} numbers", point->size()));
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

value_function decode_form(table_reader& reader) {
    const auto form = reader.need_choice("form", {"power", "exponential", "logistic"});
    if (!form) {
        for (const char* key : {"exponent", "rate", "worst", "best", "midpoint", "scale"}) {
            reader.take(key);
        }
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

value_function decode_value(const node& from, const std::string& name, problems& wrong) {
    const std::string what = "values." + shown(name);
    if (from.as_array() != nullptr) {
        return tabled_value{read_numbers(from, what, wrong).value_or(std::vector<double>{})};
    }
    if (from.as_table() == nullptr) {
        wrong.add(from.at, fmt::format("{} must be a list of numbers, or a table with points or a "
                                       "form; got {}",
                                       what, describe(from)));
        return tabled_value{};
    }
    table_reader reader(from, what, wrong);
    value_function f;
    if (const node* points = find(*from.as_table(), "points")) {
        reader.take("points");
        f = decode_points(*points, wrong);
    } else {
        f = decode_form(reader);
    }
    reader.finish();
    return f;
}

/// A table of an interaction, nested by issue or flat, as a flat list.
/// @return the numbers a row holds, 0 when the rows differ or hold something else
std::size_t flatten(const node& from, std::vector<double>& into, problems& wrong) {
    const node::array* list = from.as_array();
    if (list == nullptr) {
        const auto number = read_number(from, "an entry of 'table'", wrong);
        into.push_back(number.value_or(0));
        return number ? 1 : 0;
    }
    std::size_t total = 0;
    std::size_t each = 0;
    for (std::size_t k = 0; k < list->size(); ++k) {
        const bool row = (*list)[k].as_array() != nullptr;
        const std::size_t size = flatten((*list)[k], into, wrong);
        if (size == 0 && !row) {
            return 0;
        }
        if (k > 0 && (size != each || row != (list->front().as_array() != nullptr))) {
            wrong.add((*list)[k].at, fmt::format("rows of a table are equally long; got {} entries "
                                                 "after {}",
                                                 size, each));
            return 0;
        }
        each = size;
        total += size;
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
            wrong.add(table->at, fmt::format("'table' of an interaction must be a list of numbers; "
                                             "got {}",
                                             table->as_array() == nullptr ? describe(*table)
                                                                          : "an empty one"));
        } else {
            flatten(*table, into.table, wrong);
        }
    }
    reader.finish();
    return into;
}

}  // namespace

void decode_values(const node& from, party& into, problems& wrong) {
    const node::table* table = from.as_table();
    if (table == nullptr) {
        wrong.add(from.at,
                  fmt::format("'values' is a table from issues to values; got {}", describe(from)));
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
