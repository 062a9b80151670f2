#include <algorithm>
#include <utility>

#include <fmt/format.h>
#include <io/decode.hpp>

#include <negotiation/model/nearest.hpp>
#include <negotiation/scenario/validate.hpp>

#include "scenario/findings.hpp"

namespace negotiation::io::detail {

namespace {

/// Which options of an issue a bound leaves: by number, or by place among ordered words.
class bound {
public:
    bound(const issue& of, const node& from, std::string_view key, problems& wrong) : of_(of) {
        const auto label = read_label(from, fmt::format("'{}'", key), wrong);
        if (!label || of.options.empty()) {
            return;
        }
        numeric_ = is_number(of.options.front());
        if (!numeric_ && of.kind == issue_kind::categorical) {
            wrong.refuse(from, fmt::format("'{}' needs an issue whose options have an order; got "
                                           "'{}' of kind 'categorical'",
                                           key, shown(of.name)));
        } else if (numeric_ && is_number(*label)) {
            limit_ = number_or(*label, 0);
            sound_ = true;
        } else if (const auto place = find_option(of, *label)) {
            limit_ = static_cast<double>(*place);
            sound_ = true;
        } else if (wrong.incomplete.count(of.name) == 0) {
            wrong.refuse(from, negotiation::detail::no_option(of, *label, wrong.near));
        }
    }

    [[nodiscard]] bool sound() const { return sound_; }
    [[nodiscard]] double limit() const { return limit_; }
    [[nodiscard]] double level(std::size_t k) const {
        return numeric_ ? number_or(of_.options[k], 0) : static_cast<double>(k);
    }

private:
    const issue& of_;
    bool numeric_ = false;
    bool sound_ = false;
    double limit_ = 0;
};

/// Takes out what a bound excludes.
void cut(const issue& of, const node* from, std::string_view key, std::vector<bool>& open,
         problems& wrong) {
    if (from == nullptr) {
        return;
    }
    const bound limit(of, *from, key, wrong);
    const bool least = key == "at_least";
    for (std::size_t k = 0; limit.sound() && k < open.size(); ++k) {
        const double level = limit.level(k);
        open[k] = open[k] && (least ? level >= limit.limit() : level <= limit.limit());
    }
}

void exclude(const issue& of, const node* from, const known_issues& issues, std::vector<bool>& open,
             problems& wrong) {
    if (from == nullptr) {
        return;
    }
    const node::array* list = read_list(*from, "'not'", wrong);
    for (std::size_t k = 0; list != nullptr && k < list->size(); ++k) {
        const auto label = read_label((*list)[k], "an element of 'not'", wrong);
        if (!label) {
            continue;
        }
        if (const auto place = issues.place_of(of, *label)) {
            open[*place] = false;
        } else if (wrong.incomplete.count(of.name) == 0) {
            wrong.refuse((*list)[k], negotiation::detail::no_option(of, *label, wrong.near));
        }
    }
}

/// Keeps the options that all conditions look at below their limit. @return false, told once, when
/// they are too many
bool fits(const node& from, std::size_t options, problems& wrong) {
    if (options <= wrong.conditions_left) {
        wrong.conditions_left -= options;
        return true;
    }
    if (!wrong.conditions_told) {
        wrong.add(from.at, fmt::format("the issues of conditions and red lines have at most {} "
                                       "options in all; got more up to here",
                                       maximum_condition_options));
    }
    wrong.conditions_told = true;
    wrong.conditions_left = 0;
    wrong.unread.insert(&from);
    return false;
}

/// The parts of a condition that is a table.
struct bounds {
    const node* excluded = nullptr;
    const node* least = nullptr;
    const node* most = nullptr;
};

std::vector<option_label> options_within(const node& from, const issue& of, const bounds& parts,
                                         const known_issues& issues, problems& wrong) {
    if (!fits(from, of.options.size(), wrong)) {
        return {};
    }
    const std::size_t told = wrong.list.size();
    std::vector<bool> open(of.options.size(), true);
    exclude(of, parts.excluded, issues, open, wrong);
    cut(of, parts.least, "at_least", open, wrong);
    cut(of, parts.most, "at_most", open, wrong);
    if (wrong.incomplete.count(of.name) > 0) {
        wrong.unread.insert(&from);  // what it names is not known
        return {};
    }
    const auto left = static_cast<std::size_t>(std::count(open.begin(), open.end(), true));
    if (left == 0 && wrong.list.size() == told) {
        wrong.refuse(from, fmt::format("the condition on '{}' leaves none of its options: {}",
                                       shown(of.name), list_options(of)));
    }
    std::vector<option_label> options;
    options.reserve(left);
    for (std::size_t k = 0; k < open.size(); ++k) {
        if (open[k]) {
            options.push_back(of.options[k]);
        }
    }
    return options;
}

}  // namespace

std::vector<option_label> decode_condition(const node& from, const std::string& name,
                                           const known_issues& issues, problems& wrong) {
    const std::string what = fmt::format("the condition on '{}'", shown(name));
    if (const node::array* list = from.as_array()) {
        return fits(from, list->size(), wrong)
                   ? read_labels(from, what, wrong).value_or(std::vector<option_label>{})
                   : std::vector<option_label>{};
    }
    if (from.as_table() == nullptr) {
        wrong.refuse(from, fmt::format("a condition on '{}' is a list of options or a table of "
                                       "not, at_least, at_most; got {}",
                                       shown(name), describe(from)));
        return {};
    }
    table_reader reader(from, what, wrong);
    const bounds parts{reader.take("not"), reader.take("at_least"), reader.take("at_most")};
    const bool misspelt = !reader.finish().empty();
    const issue* of = issues.find(name);
    if (of == nullptr || misspelt) {
        wrong.unread.insert(&from);
    }
    return of == nullptr ? std::vector<option_label>{}
                         : options_within(from, *of, parts, issues, wrong);
}

std::vector<condition> decode_conditions(const node* from, std::string_view key,
                                         const known_issues& issues, problems& wrong) {
    std::vector<condition> conditions;
    if (from == nullptr) {
        return conditions;
    }
    const node::table* table = from->as_table();
    if (table == nullptr || table->empty()) {
        wrong.refuse(*from, fmt::format("'{}' must be a table of issues and options; got {}", key,
                                        table == nullptr ? describe(*from) : "an empty one"));
        return conditions;
    }
    for (const entry& e : *table) {
        if (e.inside.as_table() != nullptr && issues.find(e.key) == nullptr && !issues.nameless()) {
            wrong.add(e.inside.at,
                      negotiation::detail::no_issue(e.key, issues.names(), wrong.near));
        }
        conditions.push_back({e.key, decode_condition(e.inside, e.key, issues, wrong)});
    }
    return conditions;
}

namespace {

/// Which keys of a constraint are there, for a message.
std::string keys_text(const node* given, const node* then, const node* forbid) {
    std::string got;
    for (const auto& [key, found] :
         {std::pair("if", given), std::pair("then", then), std::pair("forbid", forbid)}) {
        got += found == nullptr ? "" : (got.empty() ? "'" : ", '") + std::string(key) + "'";
    }
    return got.empty() ? "none of them" : got;
}

}  // namespace

constraint decode_constraint(const node& from, const known_issues& issues, problems& wrong) {
    constraint into;
    table_reader reader(from, call("constraint", from), wrong);
    reader.need_text("name", into.name);
    const node* given = reader.take("if");
    const node* then = reader.take("then");
    const node* forbid = reader.take("forbid");
    reader.text("source", into.source);
    const bool misspelt = !reader.finish().empty();
    if (!reader.readable()) {
        return into;
    }
    if ((given != nullptr) != (then != nullptr) || (given != nullptr) == (forbid != nullptr)) {
        if (!misspelt) {
            wrong.add(from.at, fmt::format("{} needs 'if' and 'then', or 'forbid' alone; got {}",
                                           reader.what(), keys_text(given, then, forbid)));
        }
        wrong.missing[&from].emplace_back(then == nullptr ? "then" : "if");
    }
    into.given = decode_conditions(forbid != nullptr ? forbid : given,
                                   forbid != nullptr ? "forbid" : "if", issues, wrong);
    into.then = decode_conditions(then, "then", issues, wrong);
    return into;
}

}  // namespace negotiation::io::detail
