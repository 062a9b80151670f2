#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <io/decode.hpp>

#include <negotiation/model/nearest.hpp>
#include <negotiation/scenario/validate.hpp>

namespace negotiation::io::detail {

namespace {

/// A table from agents to numbers.
void decode_agent_numbers(table_reader& reader, std::string_view key,
                          std::vector<std::pair<std::string, double>>& into) {
    const node* from = reader.take(key);
    if (from == nullptr) {
        return;
    }
    problems& wrong = reader.wrong();
    const std::string what = fmt::format("'{}' of {}", key, reader.what());
    const node::table* table = from->as_table();
    if (table == nullptr) {
        wrong.refuse(*from, fmt::format("{} is a table from parties to numbers; got {}", what,
                                        describe(*from)));
        return;
    }
    read_numbers_by_name(*from, what, wrong, into);
}

void decode_effect(table_reader& reader, survival::written_effect& into) {
    const node* from = reader.take("effect");
    if (from == nullptr) {
        return;
    }
    table_reader inside(*from, fmt::format("'effect' of {}", reader.what()), reader.wrong());
    inside.number("ends", into.ends);
    decode_agent_numbers(inside, "reservation", into.reservation);
    decode_agent_numbers(inside, "odds", into.odds);
    inside.number("hazards", into.hazards);
    inside.finish();
}

/// The tables in a list of at most so many.
std::vector<const node*> tables_in(table_reader& reader, std::string_view key) {
    std::vector<const node*> tables;
    const node* from = reader.take(key);
    if (from == nullptr) {
        return tables;
    }
    const std::string what = fmt::format("'{}' of {}", key, reader.what());
    const node::array* list = read_list(*from, what, reader.wrong());
    if (list != nullptr && list->size() > survival::maximum_terms) {
        reader.wrong().refuse(*from, fmt::format("{} has at most {} entries; got {}", what,
                                                 survival::maximum_terms, list->size()));
        return tables;
    }
    for (std::size_t k = 0; list != nullptr && k < list->size(); ++k) {
        tables.push_back(&(*list)[k]);
    }
    return tables;
}

survival::written_term decode_term(const node& from, const std::string& what,
                                   const known_issues& issues, problems& wrong) {
    survival::written_term into;
    table_reader reader(from, fmt::format("a term of {}", what), wrong);
    into.given = decode_conditions(reader.need("if"), "if", issues, wrong);
    reader.need_number("add", into.add);
    reader.finish();
    return into;
}

survival::written_spike decode_spike(const node& from, const std::string& what, problems& wrong) {
    survival::written_spike into;
    table_reader reader(from, fmt::format("a spike of {}", what), wrong);
    reader.need_text("at", into.at);
    reader.need_number("add", into.add);
    reader.number("days_before", into.days_before);
    reader.number("days_after", into.days_after);
    reader.finish();
    return into;
}

survival::written_spoiler decode_spoiler(const node& from, const std::string& what,
                                         problems& wrong) {
    survival::written_spoiler into;
    table_reader reader(from, fmt::format("'spoiler' of {}", what), wrong);
    reader.need_text("of", into.agent);
    reader.need_number("slope", into.slope);
    reader.number("noise", into.noise);
    reader.finish();
    return into;
}

void take_stage(const node& from, const std::string& what, std::vector<survival::stage>& into,
                problems& wrong) {
    const auto word = read_word(from, "an element of " + what, wrong);
    if (!word) {
        return;
    }
    std::vector<std::string> known;
    for (const survival::stage one : survival::all_stages) {
        known.emplace_back(to_string(one));
    }
    const auto found = std::find(known.begin(), known.end(), *word);
    if (found == known.end()) {
        wrong.refuse(from, fmt::format("no stage '{}'; {}", shown(*word), nearest(*word, known)));
        return;
    }
    const auto stage = survival::all_stages[static_cast<std::size_t>(found - known.begin())];
    if (std::find(into.begin(), into.end(), stage) != into.end()) {
        wrong.refuse(from, fmt::format("stage '{}' is there twice", *word));
        return;
    }
    into.push_back(stage);
}

void decode_stages(table_reader& reader, std::vector<survival::stage>& into) {
    const node* from = reader.take("stages");
    if (from == nullptr) {
        return;
    }
    const std::string what = fmt::format("'stages' of {}", reader.what());
    const node::array* list = read_list(*from, what, reader.wrong());
    if (list != nullptr && list->empty()) {
        reader.wrong().refuse(*from, what + " needs at least one stage; got none");
    }
    for (std::size_t k = 0; list != nullptr && k < list->size(); ++k) {
        take_stage((*list)[k], what, into, reader.wrong());
    }
}

/// How often: by `rate` or by `probability`. @return whether one of them is there
bool decode_measure(table_reader& reader, const node& from, survival::written_hazard& into) {
    const bool rate = reader.take("rate") != nullptr;
    const bool probability = reader.take("probability") != nullptr;
    into.stated = probability ? survival::measure::probability : survival::measure::rate;
    reader.number("rate", into.value);
    reader.number("probability", into.value);
    if (rate && probability) {
        reader.wrong().add(from.at,
                           fmt::format("{} has a rate or a probability; got both", reader.what()));
        reader.wrong().missing[&from].emplace_back("probability");
    }
    return rate || probability;
}

/// Tells that a hazard does not say how often it comes, unless it does so under a misspelt key.
void tell_measureless(const node& from, const std::string& what,
                      const std::vector<std::string>& meant, problems& wrong) {
    const auto is = [&](const char* key) {
        return std::find(meant.begin(), meant.end(), key) != meant.end();
    };
    if (!is("rate") && !is("probability")) {
        wrong.add(from.at, fmt::format("{} needs 'rate' or 'probability'; got neither", what));
    }
    wrong.missing[&from].emplace_back("rate");
    wrong.missing[&from].emplace_back("probability");
}

}  // namespace

void decode_survival(const node& from, survival::section& into, problems& wrong) {
    table_reader reader(from, "survival", wrong);
    double horizon = 0;
    const bool counted = reader.take("horizon") != nullptr || reader.take("per") != nullptr;
    if (counted) {
        reader.need_number("horizon", horizon);
        into.period = need_period(reader, "per").value_or(1);
        into.horizon = horizon * into.period;
    }
    reader.finish();
}

survival::written_hazard decode_hazard(const node& from, const known_issues& issues,
                                       problems& wrong) {
    survival::written_hazard into;
    table_reader reader(from, call("hazard", from), wrong);
    reader.need_text("name", into.name);
    const bool measured = decode_measure(reader, from, into);
    into.period = need_period(reader, "per").value_or(1);
    decode_stages(reader, into.stages);
    if (const node* spoiler = reader.take("spoiler")) {
        into.spoiler = decode_spoiler(*spoiler, reader.what(), wrong);
    }
    for (const node* term : tables_in(reader, "terms")) {
        into.terms.push_back(decode_term(*term, reader.what(), issues, wrong));
    }
    for (const node* spike : tables_in(reader, "spikes")) {
        into.spikes.push_back(decode_spike(*spike, reader.what(), wrong));
    }
    decode_effect(reader, into.effect);
    reader.text("source", into.source);
    reader.text("note", into.note);
    const auto meant = reader.finish();
    if (reader.readable() && !measured) {
        tell_measureless(from, reader.what(), meant, wrong);
    }
    return into;
}

survival::written_event decode_event(const node& from, const known_issues& issues,
                                     problems& wrong) {
    survival::written_event into;
    table_reader reader(from, call("event", from), wrong);
    reader.need_text("name", into.name);
    double after = 0;
    reader.need_number("after", after);
    into.period = need_period(reader, "per").value_or(1);
    into.days = after * into.period;
    reader.number("probability", into.probability);
    into.unless = decode_conditions(reader.take("unless"), "unless", issues, wrong);
    decode_effect(reader, into.effect);
    reader.text("source", into.source);
    reader.text("note", into.note);
    reader.finish();
    return into;
}

}  // namespace negotiation::io::detail
