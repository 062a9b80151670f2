#include <fmt/format.h>
#include <io/decode.hpp>

#include <negotiation/scenario/validate.hpp>

#include "scenario/check_issue.hpp"

namespace negotiation::io::detail {

namespace {

/// Keeps the sum of options below its limit. @return false, told, when they are too many
bool fits(const node& from, double options, std::size_t& options_left, problems& wrong) {
    if (options > static_cast<double>(options_left)) {
        wrong.add(
            from.at,
            fmt::format("a scenario has at most {} options in all; got {:.10g} more than that",
                        maximum_options_in_all, options - static_cast<double>(options_left)));
        return false;
    }
    options_left -= static_cast<std::size_t>(options);
    return true;
}

void decode_options(table_reader& reader, issue& into, std::size_t& options_left) {
    const node* from = reader.need("options");
    if (from == nullptr) {
        return;
    }
    const std::string what = "'options' of " + reader.what();
    const node::array* list = read_list(*from, what, reader.wrong());
    if (list == nullptr ||
        !fits(*from, static_cast<double>(list->size()), options_left, reader.wrong())) {
        return;
    }
    if (list->empty()) {
        reader.wrong().add(from->at, "an issue needs at least one option; got none");
    }
    if (auto labels = read_labels(*from, what, reader.wrong())) {
        into.options = std::move(*labels);
    }
}

/// Lists the grid of a range whose numbers make sense.
void list_grid(const node& range_at, const node* step_at, issue& into, std::size_t& options_left,
               problems& wrong) {
    const scenario nothing;
    negotiation::detail::findings found(nothing);
    if (!negotiation::detail::check_range(found, {}, into.kind, *into.range)) {
        const diagnostic& d = found.list.front();
        wrong.add(d.path == "step" && step_at != nullptr ? step_at->at : range_at.at, d.message);
        return;
    }
    if (fits(range_at, grid_points(*into.range), options_left, wrong)) {
        into.options = options_of(into.kind, *into.range);
    }
}

void decode_range(table_reader& reader, issue& into, std::size_t& options_left) {
    const node* from = reader.need("range");
    const node* step_at = reader.take("step");
    issue_range range;
    if (from == nullptr) {
        return;
    }
    if (into.kind == issue_kind::integer) {
        if (step_at != nullptr && !reader.number("step", range.step)) {
            return;
        }
    } else if (!reader.need_number("step", range.step)) {
        return;
    }
    const auto ends = read_numbers(*from, "'range' of " + reader.what(), reader.wrong());
    if (!ends) {
        return;
    }
    if (ends->size() != 2) {
        reader.wrong().add(from->at,
                           fmt::format("a range is [low, high]; got {} numbers", ends->size()));
        return;
    }
    range.low = ends->front();
    range.high = ends->back();
    into.range = range;
    list_grid(*from, step_at, into, options_left, reader.wrong());
}

void decode_status_quo(table_reader& reader, issue& into) {
    const node* from = reader.need("status_quo");
    if (from == nullptr || into.options.empty()) {
        return;
    }
    const auto label = read_label(*from, "'status_quo' of " + reader.what(), reader.wrong());
    if (!label) {
        return;
    }
    if (const auto place = find_option(into, *label)) {
        into.status_quo = *place;
    } else {
        reader.wrong().add(from->at, negotiation::detail::no_option(into, *label));
    }
}

}  // namespace

issue decode_issue(const node& from, std::size_t& options_left, problems& wrong) {
    issue into;
    table_reader reader(from, call("issue", from), wrong);
    reader.need_text("name", into.name);
    const auto kind = reader.need_choice("kind", {"categorical", "ordered", "integer", "real"});
    reader.text("unit", into.unit);
    if (kind) {
        into.kind = static_cast<issue_kind>(*kind);
        if (into.kind == issue_kind::integer || into.kind == issue_kind::real) {
            decode_range(reader, into, options_left);
        } else {
            decode_options(reader, into, options_left);
        }
    } else {
        for (const char* key : {"options", "range", "step"}) {
            reader.take(key);  // which of them belong here, the kind would have told
        }
    }
    if (kind) {
        decode_status_quo(reader, into);
    } else {
        reader.need("status_quo");
    }
    reader.text("source", into.source);
    reader.text("note", into.note);
    reader.finish();
    wrong.incomplete = wrong.incomplete || into.options.empty();
    return into;
}

}  // namespace negotiation::io::detail
