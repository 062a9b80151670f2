#include <utility>

#include <fmt/format.h>
#include <io/decode.hpp>

#include <negotiation/scenario/nearest.hpp>

#include "scenario/findings.hpp"

namespace negotiation::io::detail {

namespace {

/// Which options of an issue a bound leaves: by number, or by place among ordered words.
class bound {
public:
    bound(const issue& of, const node& from, std::string_view key, problems& wrong) : of_(of) {
        const auto label = read_label(from, fmt::format("'{}'", key), wrong);
        if (!label) {
            return;
        }
        numeric_ = !of.options.empty() && is_number(of.options.front());
        if (!numeric_ && of.kind == issue_kind::categorical) {
            wrong.add(from.at, fmt::format("'{}' needs an issue whose options have an order; got "
                                           "'{}' of kind 'categorical'",
                                           key, shown(of.name)));
        } else if (numeric_ && is_number(*label)) {
            limit_ = number_or(*label, 0);
            sound_ = true;
        } else if (const auto place = find_option(of, *label)) {
            limit_ = static_cast<double>(*place);
            sound_ = true;
        } else {
            wrong.add(from.at, negotiation::detail::no_option(of, *label));
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

void exclude(const issue& of, const node* from, std::vector<bool>& open, problems& wrong) {
    if (from == nullptr) {
        return;
    }
    const node::array* list = read_list(*from, "'not'", wrong);
    for (std::size_t k = 0; list != nullptr && k < list->size(); ++k) {
        const auto label = read_label((*list)[k], "an element of 'not'", wrong);
        if (!label) {
            continue;
        }
        if (const auto place = find_option(of, *label)) {
            open[*place] = false;
        } else {
            wrong.add((*list)[k].at, negotiation::detail::no_option(of, *label));
        }
    }
}

std::vector<condition> decode_conditions(const node* from, std::string_view key,
                                         const scenario& world, problems& wrong) {
    std::vector<condition> conditions;
    if (from == nullptr) {
        return conditions;
    }
    const node::table* table = from->as_table();
    if (table == nullptr || table->empty()) {
        wrong.add(from->at, fmt::format("'{}' must be a table of issues and options; got {}", key,
                                        table == nullptr ? describe(*from) : "an empty one"));
        return conditions;
    }
    for (const entry& e : *table) {
        conditions.push_back({e.key, decode_condition(e.inside, e.key, world, wrong)});
    }
    return conditions;
}

}  // namespace

std::vector<option_label> decode_condition(const node& from, const std::string& name,
                                           const scenario& world, problems& wrong) {
    if (from.as_table() == nullptr) {
        if (from.as_array() == nullptr) {
            wrong.add(from.at, fmt::format("a condition on '{}' is a list of options or a table of "
                                           "not, at_least, at_most; got {}",
                                           shown(name), describe(from)));
            return {};
        }
        return read_labels(from, fmt::format("the condition on '{}'", shown(name)), wrong)
            .value_or(std::vector<option_label>{});
    }
    table_reader reader(from, fmt::format("the condition on '{}'", shown(name)), wrong);
    const node* excluded = reader.take("not");
    const node* least = reader.take("at_least");
    const node* most = reader.take("at_most");
    reader.finish();
    const issue* of = find_issue(world, name);
    if (of == nullptr) {
        wrong.add(from.at, negotiation::detail::no_issue(name, issue_names(world)));
        return {};
    }
    const std::size_t told = wrong.list.size();
    std::vector<bool> open(of->options.size(), true);
    exclude(*of, excluded, open, wrong);
    cut(*of, least, "at_least", open, wrong);
    cut(*of, most, "at_most", open, wrong);
    std::vector<option_label> options;
    for (std::size_t k = 0; k < open.size(); ++k) {
        if (open[k]) {
            options.push_back(of->options[k]);
        }
    }
    if (options.empty() && !of->options.empty() && wrong.list.size() == told) {
        wrong.add(from.at, fmt::format("the condition on '{}' leaves none of its options: {}",
                                       shown(name), list_options(*of)));
    }
    return options;
}

constraint decode_constraint(const node& from, const scenario& world, problems& wrong) {
    constraint into;
    table_reader reader(from, call("constraint", from), wrong);
    reader.need_text("name", into.name);
    const node* given = reader.take("if");
    const node* then = reader.take("then");
    const node* forbid = reader.take("forbid");
    reader.finish();
    if (!reader.readable()) {
        return into;
    }
    if ((given != nullptr) != (then != nullptr) || (given != nullptr) == (forbid != nullptr)) {
        std::string got;
        for (const auto& [key, found] :
             {std::pair("if", given), std::pair("then", then), std::pair("forbid", forbid)}) {
            got += found == nullptr ? "" : (got.empty() ? "'" : ", '") + std::string(key) + "'";
        }
        wrong.add(from.at, fmt::format("{} needs 'if' and 'then', or 'forbid' alone; got {}",
                                       reader.what(), got.empty() ? "none of them" : got));
        return into;
    }
    into.given = forbid != nullptr ? decode_conditions(forbid, "forbid", world, wrong)
                                   : decode_conditions(given, "if", world, wrong);
    into.then = decode_conditions(then, "then", world, wrong);
    return into;
}

}  // namespace negotiation::io::detail
