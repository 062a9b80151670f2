#include <fmt/format.h>
#include <io/decode.hpp>

#include <negotiation/model/nearest.hpp>

namespace negotiation::io::detail {

void decode_weights(table_reader& reader, std::vector<std::pair<std::string, double>>& into) {
    const node* from = reader.take("weights");
    if (from == nullptr) {
        return;
    }
    const node::table* table = from->as_table();
    if (table == nullptr) {
        reader.wrong().refuse(
            *from,
            fmt::format("'weights' is a table from issues to numbers; got {}", describe(*from)));
        return;
    }
    for (const entry& e : *table) {
        const auto weight =
            read_number(e.inside, fmt::format("the weight of '{}'", shown(e.key)), reader.wrong());
        into.emplace_back(e.key, weight.value_or(0));
    }
}

namespace {

prospect decode_prospect(table_reader& reader) {
    prospect f;
    reader.number("alpha", f.alpha);
    reader.number("lambda", f.lambda);
    double reference = 0;
    if (reader.number("reference", reference)) {
        f.reference = reference;
    }
    return f;
}

void decode_risk(const node& from, party& into, problems& wrong) {
    table_reader reader(from, "risk", wrong);
    const auto attitude = reader.need_choice("attitude", {"neutral", "cara", "crra", "prospect"});
    if (!attitude) {
        for (const char* key : {"a", "rho", "alpha", "lambda", "reference"}) {
            reader.take(key);  // which of them belong here, the attitude would have told
        }
    } else if (*attitude == 1) {
        cara f;
        reader.need_number("a", f.a);
        into.risk = f;
    } else if (*attitude == 2) {
        crra f;
        reader.need_number("rho", f.rho);
        into.risk = f;
    } else if (*attitude == 3) {
        into.risk = decode_prospect(reader);
    }
    reader.finish();
}

void decode_discount(const node& from, party& into, problems& wrong) {
    discount patience;
    table_reader reader(from, "discount", wrong);
    reader.need_number("factor", patience.factor);
    patience.period = need_period(reader, "per").value_or(1);
    reader.finish();
    into.patience = patience;
}

red_line decode_red_line(const node& from, const known_issues& issues, problems& wrong) {
    red_line line;
    table_reader reader(from, "a red line", wrong);
    reader.need_text("issue", line.issue);
    if (const node* allow = reader.need("allow")) {
        line.allow = decode_condition(*allow, line.issue, issues, wrong);
    }
    reader.truth("public", line.is_public);
    reader.finish();
    return line;
}

void decode_preferences(table_reader& reader, party& into) {
    decode_weights(reader, into.weights);
    if (const node* values = reader.take("values")) {
        decode_values(*values, into, reader.wrong());
    }
    reader.text("values_from", into.values_from);
    if (const auto combine = reader.choice("combine", {"additive", "multiplicative"})) {
        into.combine = *combine == 0 ? aggregation::additive : aggregation::multiplicative;
    }
    if (const node* interactions = reader.take("interaction")) {
        decode_interactions(*interactions, into, reader.wrong());
    }
}

}  // namespace

void decode_red_lines(table_reader& reader, const known_issues& issues,
                      std::vector<red_line>& into) {
    const node* lines = reader.take("red_lines");
    if (lines == nullptr) {
        return;
    }
    const node::array* list = read_list(*lines, "'red_lines' of " + reader.what(), reader.wrong());
    for (std::size_t k = 0; list != nullptr && k < list->size(); ++k) {
        into.push_back(decode_red_line((*list)[k], issues, reader.wrong()));
    }
}

party decode_agent(const node& from, std::string_view section, const known_issues& issues,
                   problems& wrong) {
    party into;
    table_reader reader(from, call(section, from), wrong);
    reader.need_text("name", into.name);
    reader.need_number("reservation", into.reservation);
    decode_preferences(reader, into);
    if (const node* risk = reader.take("risk")) {
        decode_risk(*risk, into, wrong);
    }
    if (const node* patience = reader.take("discount")) {
        decode_discount(*patience, into, wrong);
    }
    decode_red_lines(reader, issues, into.red_lines);
    reader.text("source", into.source);
    reader.text("note", into.note);
    reader.finish();
    return into;
}

std::optional<double> need_period(table_reader& reader, std::string_view key) {
    const node* from = reader.need(key);
    if (from == nullptr) {
        return std::nullopt;
    }
    const std::string what = fmt::format("'{}' of {}", key, reader.what());
    const std::string* word = from->as_text();
    if (word == nullptr) {
        return read_number(*from, what, reader.wrong());
    }
    const auto days = days_in(*word);
    if (!days) {
        reader.wrong().refuse(
            *from, fmt::format("{} is a period or a number of days; got '{}'; {}", what,
                               shown(*word), nearest(*word, {"day", "week", "month", "year"})));
    }
    return days;
}

}  // namespace negotiation::io::detail
