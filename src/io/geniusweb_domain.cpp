#include <cmath>
#include <unordered_set>

#include <fmt/format.h>
#include <io/geniusweb.hpp>
#include <io/geniusweb_reading.hpp>

#include <negotiation/scenario/validate.hpp>

namespace negotiation::io::detail {

namespace {

void read_words(const node& list, const json_reader& read, foreign_issue& into) {
    const node::array* values = list.as_array();
    const std::string what = fmt::format("'values' of issue '{}'", shown(into.name));
    if (values == nullptr || values->empty()) {
        read.tell(list.at, fmt::format("{} must be a list of values; got {}", what,
                                       values == nullptr ? describe(list) : "an empty one"));
        return;
    }
    for (const node& value : *values) {
        const auto word = read.word(value, "a value of issue '" + shown(into.name) + "'");
        into.values.push_back({word.value_or(""), value.at});
    }
    std::unordered_set<std::string_view> seen;
    for (std::size_t k = 0; k < into.values.size(); ++k) {
        if (!seen.insert(into.values[k].text).second) {
            read.tell(into.values[k].at, fmt::format("issue '{}' has the value '{}' twice",
                                                     shown(into.name), shown(into.values[k].text)));
        }
    }
}

/// [low, high, step], as decimals in quotes or as numbers.
void read_range(const node& range, const foreign_reading& how, const json_reader& read,
                foreign_issue& into) {
    const node::array* ends = range.as_array();
    const std::string what = fmt::format("'range' of issue '{}'", shown(into.name));
    if (ends == nullptr || ends->size() != 3) {
        read.tell(range.at, fmt::format("{} must be [low, high, step]; got {}", what,
                                        ends == nullptr ? describe(range)
                                                        : fmt::format("{} numbers", ends->size())));
        return;
    }
    const auto low = read.number((*ends)[0], what);
    const auto high = read.number((*ends)[1], what);
    const auto step = read.number((*ends)[2], what);
    if (!low || !high || !step) {
        return;
    }
    if (!(*step > 0)) {
        read.tell((*ends)[2].at,
                  fmt::format("the step of {} must be above 0; got {}", what, *step));
        return;
    }
    const bool whole = std::floor(*low) >= *low && std::floor(*step) >= *step;
    into.kind = whole ? issue_kind::integer : issue_kind::real;
    into.written = {*low, whole ? std::floor(*high) : *high, *step};
    list_levels(into, how);
}

foreign_issue read_issue_of_json(const entry& from, const foreign_reading& how,
                                 const json_reader& read) {
    foreign_issue into;
    into.name = from.key;
    into.at = from.at;
    const std::string what = fmt::format("issue '{}'", shown(from.key));
    const node::table* table = read.table(&from.inside, what);
    if (table == nullptr) {
        return into;
    }
    if (const node* values = find(*table, "values")) {
        read_words(*values, read, into);
    } else if (const node* range = find(*table, "range")) {
        read_range(*range, how, read, into);
    } else {
        const std::string got = table->empty() ? "neither" : "'" + shown(table->front().key) + "'";
        read.tell(from.at, fmt::format("{} needs 'values' or a 'range'; got {}", what, got));
    }
    return into;
}

}  // namespace

foreign_domain read_geniusweb_domain(const node& document, const std::string& file,
                                     const foreign_reading& how) {
    std::vector<located_message> wrong;
    const json_reader read(wrong);
    foreign_domain into;
    into.file = file;
    into.at = document.at;
    const node::table* issues = nullptr;
    if (const node::table* table = read.table(&document, "a domain")) {
        issues = read.need_table(*table, document.at, "a domain", geniusweb_domain_key);
    }
    if (issues != nullptr && issues->empty()) {
        read.tell(document.at, "a domain needs at least one issue; got none");
    }
    if (issues != nullptr && issues->size() > maximum_issues) {
        read.tell(document.at, fmt::format("a scenario has at most {} issues; got {}",
                                           maximum_issues, issues->size()));
        throw_if_any(wrong);
    }
    for (std::size_t k = 0; issues != nullptr && k < issues->size(); ++k) {
        try {
            into.issues.push_back(read_issue_of_json((*issues)[k], how, read));
        } catch (const parse_error& refused) {
            wrong.insert(wrong.end(), refused.messages().begin(), refused.messages().end());
        }
    }
    throw_if_any(wrong);
    index_values(into);
    return into;
}

}  // namespace negotiation::io::detail
