#include <algorithm>
#include <optional>

#include <fmt/format.h>
#include <io/decode.hpp>

#include <negotiation/scenario/validate.hpp>

#include "scenario/check_issue.hpp"

namespace negotiation::io::detail {

namespace {

/// Keeps the sum of options below its limit. @return false, told, when they are too many
bool fits(const node& from, double options, problems& wrong) {
    if (options > static_cast<double>(wrong.options_left)) {
        wrong.refuse(
            from,
            fmt::format("a scenario has at most {} options in all; got {:.10g} more than that",
                        maximum_options_in_all, options - static_cast<double>(wrong.options_left)));
        return false;
    }
    wrong.options_left -= static_cast<std::size_t>(options);
    return true;
}

void decode_options(table_reader& reader, issue& into) {
    const node* from = reader.need("options");
    if (from == nullptr) {
        return;
    }
    const std::string what = "'options' of " + reader.what();
    const node::array* list = read_list(*from, what, reader.wrong());
    if (list == nullptr || !fits(*from, static_cast<double>(list->size()), reader.wrong())) {
        return;
    }
    if (list->empty()) {
        reader.wrong().refuse(*from, "an issue needs at least one option; got none");
    }
    if (auto labels = read_labels(*from, what, reader.wrong())) {
        into.options = std::move(*labels);
    }
}

/// Lists the grid of a range whose numbers make sense.
void list_grid(const node& range_at, const node* step_at, issue& into, problems& wrong) {
    const scenario nothing;
    negotiation::detail::findings found(nothing);
    if (!negotiation::detail::check_range(found, {}, into.kind, *into.range)) {
        const diagnostic& d = found.list.front();
        wrong.refuse(d.path == "step" && step_at != nullptr ? *step_at : range_at, d.message);
        wrong.unread.insert(&range_at);
        return;
    }
    if (fits(range_at, grid_points(*into.range), wrong)) {
        into.options = options_of(into.kind, *into.range);
    }
}

/// The step of a range; an integer issue goes by ones unless it says otherwise.
std::optional<double> decode_step(table_reader& reader, issue_kind kind) {
    issue_range range;
    const node* from = kind == issue_kind::integer ? reader.take("step") : reader.need("step");
    if (from == nullptr) {
        return kind == issue_kind::integer ? std::optional(range.step) : std::nullopt;
    }
    return reader.number("step", range.step) ? std::optional(range.step) : std::nullopt;
}

void decode_range(table_reader& reader, issue& into) {
    const node* from = reader.need("range");
    const auto step = decode_step(reader, into.kind);
    if (from == nullptr) {
        return;
    }
    problems& wrong = reader.wrong();
    const std::size_t told = wrong.list.size();
    const auto ends = read_numbers(*from, "'range' of " + reader.what(), wrong);
    if (ends && ends->size() != 2) {
        wrong.refuse(*from, fmt::format("a range is [low, high]; got {} number{}", ends->size(),
                                        ends->size() == 1 ? "" : "s"));
    }
    if (!ends || !step || wrong.list.size() > told) {
        wrong.unread.insert(from);
        return;
    }
    into.range = issue_range{ends->front(), ends->back(), *step};
    list_grid(*from, reader.take("step"), into, wrong);
}

bool has_fraction(const node* of) {
    const double* real = of == nullptr ? nullptr : std::get_if<double>(&of->value);
    return real != nullptr && !negotiation::detail::is_whole(*real);
}

/// A kind that could not be read is taken to be what the other keys fit, so that they are checked
/// all the same.
issue_kind likely_kind(const node& from) {
    const node::table* table = from.as_table();
    const node* range = table == nullptr ? nullptr : find(*table, "range");
    if (range == nullptr) {
        return issue_kind::ordered;
    }
    bool fraction = has_fraction(find(*table, "step"));
    for (std::size_t k = 0; range->as_array() != nullptr && k < range->as_array()->size(); ++k) {
        fraction = fraction || has_fraction(&(*range->as_array())[k]);
    }
    return fraction ? issue_kind::real : issue_kind::integer;
}

/// True when an issue has neither options nor a range.
bool lacks_options(const node& from) {
    const node::table* table = from.as_table();
    return table == nullptr ||
           (find(*table, "options") == nullptr && find(*table, "range") == nullptr);
}

/// True when each of the options listed could be read.
bool options_read(const node& from, const problems& wrong) {
    const node* options = from.as_table() == nullptr ? nullptr : find(*from.as_table(), "options");
    const node::array* list = options == nullptr ? nullptr : options->as_array();
    return list == nullptr || std::none_of(list->begin(), list->end(), [&](const node& option) {
               return wrong.unread.count(&option) > 0;
           });
}

/// All words or all numbers, as they should be; else an option may be missed that was meant.
bool of_one_sort(const issue& of) {
    return std::all_of(of.options.begin(), of.options.end(), [&](const option_label& label) {
        return is_number(label) == is_number(of.options.front());
    });
}

void decode_status_quo(table_reader& reader, const node& entry, issue& into) {
    // Nobody carries anything out without a deal: any order may stand for that.
    const node* from =
        into.kind == issue_kind::order ? reader.take("status_quo") : reader.need("status_quo");
    if (from == nullptr) {
        return;
    }
    problems& wrong = reader.wrong();
    const auto label = read_label(*from, "'status_quo' of " + reader.what(), wrong);
    if (!label || into.options.empty()) {
        return;
    }
    if (const auto place = find_option(into, *label)) {
        into.status_quo = *place;
    } else if (options_read(entry, wrong) && of_one_sort(into)) {
        wrong.refuse(*from, negotiation::detail::no_option(into, *label, wrong.near));
    } else {
        wrong.unread.insert(from);  // it may be an option that could not be read
    }
}

}  // namespace

issue decode_issue(const node& from, problems& wrong) {
    issue into;
    table_reader reader(from, call("issue", from), wrong);
    reader.need_text("name", into.name);
    const auto kind =
        reader.need_choice("kind", {"categorical", "ordered", "integer", "real", "order"});
    reader.text("unit", into.unit);
    into.kind = kind ? static_cast<issue_kind>(*kind) : likely_kind(from);
    if (!kind && lacks_options(from)) {
        wrong.missing[&from].emplace_back("options");  // or a range: the kind would have told
    } else if (into.kind == issue_kind::integer || into.kind == issue_kind::real) {
        decode_range(reader, into);
    } else {
        decode_options(reader, into);
    }
    decode_status_quo(reader, from, into);
    reader.text("source", into.source);
    reader.text("note", into.note);
    if (!kind) {
        for (const char* key : {"options", "range", "step"}) {
            reader.take(key);  // which of them belong here, the kind would have told
        }
    }
    reader.finish();
    if (into.options.empty() || !options_read(from, wrong) || !of_one_sort(into)) {
        wrong.incomplete.insert(into.name);
    }
    return into;
}

}  // namespace negotiation::io::detail
