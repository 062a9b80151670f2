#include <unordered_set>

#include <fmt/format.h>
#include <io/decode.hpp>

#include <negotiation/scenario/nearest.hpp>
#include <negotiation/scenario/validate.hpp>

namespace negotiation::io::detail {

source decode_source(const node& from, problems& wrong) {
    source into;
    table_reader reader(from, call("source", from), wrong);
    reader.need_text("id", into.id);
    reader.need_text("cite", into.cite);
    reader.text("note", into.note);
    reader.finish();
    return into;
}

assumption decode_assumption(const node& from, problems& wrong) {
    assumption into;
    table_reader reader(from, call("assumption", from), wrong);
    reader.need_text("what", into.what);
    reader.text("why", into.why);
    reader.finish();
    return into;
}

scope decode_scope(const node& from, problems& wrong) {
    scope into;
    table_reader reader(from, call("scope", from), wrong);
    reader.need_text("name", into.name);
    if (const node* issues = reader.need("issues")) {
        into.issues = read_words(*issues, "'issues' of " + reader.what(), wrong)
                          .value_or(std::vector<std::string>{});
    }
    reader.finish();
    return into;
}

named_deal decode_deal(const node& from, problems& wrong) {
    named_deal into;
    table_reader reader(from, call("deal", from), wrong);
    reader.need_text("name", into.name);
    if (const node* outcome = reader.need("outcome")) {
        const node::table* table = outcome->as_table();
        if (table == nullptr) {
            wrong.add(outcome->at,
                      fmt::format("'outcome' is a table from issues to options; got {}",
                                  describe(*outcome)));
        }
        for (std::size_t k = 0; table != nullptr && k < table->size(); ++k) {
            const entry& e = (*table)[k];
            if (const auto label =
                    read_label(e.inside, fmt::format("the option of '{}'", shown(e.key)), wrong)) {
                into.outcome.emplace_back(e.key, *label);
            }
        }
    }
    reader.text("source", into.source);
    reader.text("note", into.note);
    reader.finish();
    return into;
}

namespace {

/// Reads the entries of one section; remembers those that were read in part only.
template <class Entry, class Decode>
void decode_section(table_reader& reader, std::string_view section, std::size_t most,
                    std::vector<Entry>& into, Decode decode) {
    problems& wrong = reader.wrong();
    const node* from = reader.take(section);
    if (from == nullptr) {
        return;
    }
    const node::array* list = from->as_array();
    if (list == nullptr) {
        wrong.add(from->at, fmt::format("'{0}' is a list of tables, each under [[{0}]]; got {1}",
                                        section, describe(*from)));
        wrong.incomplete = true;
        return;
    }
    if (list->size() > most) {
        wrong.add(from->at, fmt::format("a scenario has at most {} entries of [[{}]]; got {}", most,
                                        section, list->size()));
        wrong.incomplete = true;
        return;
    }
    std::unordered_set<std::string> seen;
    for (const node& element : *list) {
        const std::size_t told = wrong.list.size();
        const std::string* own = identity(section, element);
        if (own != nullptr && !seen.insert(*own).second) {
            wrong.add(element.at, fmt::format("{} is there twice", call(section, element)));
        }
        into.push_back(decode(element));
        if (wrong.list.size() > told) {
            wrong.incomplete = wrong.incomplete || own == nullptr;
            wrong.damaged.push_back(path{} / std::string(section) / (own ? *own : std::string()));
        }
    }
}

void decode_heading(table_reader& reader, scenario& world) {
    const std::size_t told = reader.wrong().list.size();
    reader.need_text("title", world.title);
    if (reader.wrong().list.size() > told) {
        reader.wrong().damaged.push_back(path{} / "title");
    }
    reader.text("note", world.note);
    reader.take("extends");  // carried out already; listed as known
    if (const auto talks = reader.choice("talks", {"secret", "public"})) {
        world.talks = *talks == 0 ? publicity::secret : publicity::open;
    }
    if (const auto utilities = reader.choice("utilities", {"unit", "raw"})) {
        world.utilities = *utilities == 0 ? utility_convention::unit : utility_convention::raw;
    }
    reader.truth("normalised", world.normalised);
}

}  // namespace

scenario decode_scenario(const node& document, problems& wrong) {
    scenario world;
    table_reader reader(document, "a scenario", wrong);
    decode_heading(reader, world);
    decode_section(reader, "source", maximum_entries, world.sources,
                   [&](const node& n) { return decode_source(n, wrong); });
    decode_section(reader, "assumption", maximum_entries, world.assumptions,
                   [&](const node& n) { return decode_assumption(n, wrong); });
    std::size_t options_left = maximum_options_in_all;
    decode_section(reader, "issue", maximum_issues, world.issues,
                   [&](const node& n) { return decode_issue(n, options_left, wrong); });
    decode_section(reader, "constraint", maximum_entries, world.constraints,
                   [&](const node& n) { return decode_constraint(n, world, wrong); });
    decode_section(reader, "party", maximum_agents, world.parties,
                   [&](const node& n) { return decode_agent(n, "party", world, wrong); });
    decode_section(reader, "onlooker", maximum_agents, world.onlookers,
                   [&](const node& n) { return decode_agent(n, "onlooker", world, wrong); });
    decode_section(reader, "scope", maximum_entries, world.scopes,
                   [&](const node& n) { return decode_scope(n, wrong); });
    decode_section(reader, "deal", maximum_entries, world.deals,
                   [&](const node& n) { return decode_deal(n, wrong); });
    decode_section(reader, "reported", maximum_entries, world.reported,
                   [&](const node& n) { return decode_reported(n, world, wrong); });
    reader.finish();
    return world;
}

}  // namespace negotiation::io::detail
