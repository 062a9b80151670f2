#include <unordered_set>

#include <fmt/format.h>
#include <io/genius.hpp>

#include <negotiation/model/nearest.hpp>
#include <negotiation/scenario/validate.hpp>

namespace negotiation::io::detail {

pugi::xml_node genius_objective(const pugi::xml_node& space, const element_reader& read) {
    const pugi::xml_node objective = space.child("objective");
    if (!objective) {
        return space;
    }
    if (const pugi::xml_node second = objective.next_sibling("objective")) {
        read.tell(second, "a utility_space has one objective; got another");
    }
    if (const pugi::xml_node inner = objective.child("objective")) {
        read.tell(inner, "objectives inside one another are not read; got one");
    }
    return objective;
}

std::optional<issue_kind> genius_kind(const pugi::xml_node& of, const element_reader& read) {
    auto type = read.text(of, "type");
    type = type ? type : read.text(of, "vtype");
    type = type ? type : read.text(of, "etype");
    if (!type) {
        read.tell(of, fmt::format("{} needs the attribute 'type'; got none", read.call(of)));
        return std::nullopt;
    }
    if (*type == "discrete") {
        return issue_kind::categorical;
    }
    if (*type == "integer") {
        return issue_kind::integer;
    }
    if (*type == "real") {
        return issue_kind::real;
    }
    const std::string word(*type);
    read.tell(of, fmt::format(
                      "the type of {} must be 'discrete', 'integer' or 'real'; got '{}'; {}",
                      read.call(of), shown(word), nearest(word, {"discrete", "integer", "real"})));
    return std::nullopt;
}

pugi::xml_node genius_bounds(const pugi::xml_node& of) {
    if (of.attribute("lowerbound") || of.attribute("upperbound")) {
        return of;
    }
    return of.child("range");
}

namespace {

void read_items(const pugi::xml_node& from, const element_reader& read, foreign_issue& into) {
    std::unordered_set<std::string_view> seen;
    for (const pugi::xml_node& item : from.children("item")) {
        const auto value = read.need_text(item, "value");
        if (value && !seen.insert(*value).second) {
            read.tell(item, fmt::format("issue '{}' has the item '{}' twice", shown(into.name),
                                        shown(*value)));
        } else if (value) {
            into.values.push_back({std::string(*value), read.at(item)});
        }
    }
    if (!from.child("item")) {
        read.tell(from,
                  fmt::format("issue '{}' needs at least one item; got none", shown(into.name)));
    }
}

void read_bounds(const pugi::xml_node& from, const foreign_reading& how, const element_reader& read,
                 foreign_issue& into) {
    const pugi::xml_node bounds = genius_bounds(from);
    if (!bounds) {
        read.tell(from, fmt::format("issue '{}' needs a lowerbound and an upperbound; got neither",
                                    shown(into.name)));
        return;
    }
    const auto low = read.need_number(bounds, "lowerbound");
    const auto high = read.need_number(bounds, "upperbound");
    if (low && high) {
        into.written = {*low, *high, into.kind == issue_kind::integer ? 1.0 : 0.0};
        list_levels(into, how);
    }
}

foreign_issue read_issue(const pugi::xml_node& from, const foreign_reading& how,
                         const element_reader& read) {
    foreign_issue into;
    into.at = read.at(from);
    into.index = read.need_index(from).value_or(0);
    into.name = std::string(read.need_text(from, "name").value_or(""));
    const auto kind = genius_kind(from, read);
    into.kind = kind.value_or(issue_kind::categorical);
    if (kind && *kind == issue_kind::categorical) {
        read_items(from, read, into);
    } else if (kind) {
        read_bounds(from, how, read, into);
    }
    return into;
}

/// Tells when the file says that there are more or fewer issues than it has.
void check_count(const pugi::xml_node& space, std::size_t issues, const element_reader& read) {
    const auto said = read.number(space, "number_of_issues");
    const auto there = static_cast<double>(issues);
    if (said && (*said < there || *said > there)) {
        read.tell(space, fmt::format("number_of_issues says {}; got {}", *said, issues));
    }
}

}  // namespace

foreign_domain read_genius_domain(const markup& file, const foreign_reading& how) {
    std::vector<located_message> wrong;
    const element_reader read(file, wrong);
    foreign_domain into;
    into.file = *file.places().file();
    into.at = file.at(file.root());
    const pugi::xml_node space = file.root().child("utility_space");
    if (!space) {
        read.tell(file.root(), "a negotiation_template needs a utility_space; got none");
        throw_if_any(wrong);
    }
    std::unordered_set<std::size_t> indexes;
    for (const pugi::xml_node& from : genius_objective(space, read).children("issue")) {
        if (into.issues.size() == maximum_issues) {
            read.tell(from,
                      fmt::format("a scenario has at most {} issues; got more", maximum_issues));
            break;
        }
        try {
            into.issues.push_back(read_issue(from, how, read));
        } catch (const parse_error& refused) {
            wrong.insert(wrong.end(), refused.messages().begin(), refused.messages().end());
            continue;
        }
        const foreign_issue& of = into.issues.back();
        if (of.index > 0 && !indexes.insert(of.index).second) {
            read.tell(from, fmt::format("an index belongs to one issue; got {} again", of.index));
        }
    }
    if (into.issues.empty() && wrong.empty()) {
        read.tell(space, "a domain needs at least one issue; got none");
    }
    if (wrong.empty()) {
        check_count(space, into.issues.size(), read);
    }
    throw_if_any(wrong);
    index_values(into);
    return into;
}

}  // namespace negotiation::io::detail
