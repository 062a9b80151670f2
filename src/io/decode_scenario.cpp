#include <algorithm>
#include <unordered_set>
#include <utility>

#include <fmt/format.h>
#include <io/decode.hpp>

#include <negotiation/model/nearest.hpp>
#include <negotiation/scenario/validate.hpp>

namespace negotiation::io::detail {

source decode_source(const node& from, problems& wrong) {
    source into;
    table_reader reader(from, call("source", from), wrong);
    reader.need_text("id", into.id);
    reader.need_text("cite", into.cite);
    if (const node* covers = reader.take("covers")) {
        into.covers = read_words(*covers, "'covers' of " + reader.what(), wrong)
                          .value_or(std::vector<std::string>{});
    }
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
            wrong.refuse(*outcome,
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

/// Reads the entries of one section.
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
        wrong.refuse(*from, fmt::format("'{0}' is a list of tables, each under [[{0}]]; got {1}",
                                        section, describe(*from)));
        return;
    }
    if (list->size() > most) {
        wrong.refuse(*from, fmt::format("a scenario has at most {} entries of [[{}]]; got {}", most,
                                        section, list->size()));
        return;
    }
    std::unordered_set<std::string> seen;
    for (const node& element : *list) {
        const std::string* own = identity(section, element);
        if (own != nullptr && !seen.insert(*own).second) {
            wrong.add(element.at, fmt::format("{} is there twice", call(section, element)));
            wrong.missing[&element].emplace_back(identity_key(section));
        }
        into.push_back(decode(element));
        if (element.as_table() == nullptr) {
            into.pop_back();
        }
    }
}

void decode_heading(table_reader& reader, scenario& world) {
    reader.need_text("title", world.title);
    reader.text("note", world.note);
    reader.take("extends");  // carried out already; listed as known
    if (const auto talks = reader.choice("talks", {"secret", "public"})) {
        world.talks = *talks == 0 ? publicity::secret : publicity::open;
    }
    if (reader.take("utilities") != nullptr) {
        // What cannot be read may be raw, which asks for least.
        const auto utilities = reader.choice("utilities", {"unit", "raw"});
        const bool unit = utilities && *utilities == 0;
        world.utilities = unit ? utility_convention::unit : utility_convention::raw;
    }
    reader.truth("normalised", world.normalised);
}

/// True when an entry of a section has no name that can be read.
bool has_nameless(const node& document, std::string_view section) {
    const node* from = find(*document.as_table(), section);
    const node::array* list = from == nullptr ? nullptr : from->as_array();
    return from != nullptr &&
           (list == nullptr || std::any_of(list->begin(), list->end(), [&](const node& element) {
                return identity(section, element) == nullptr;
            }));
}

/// Sections that an unknown key of the file was probably meant to be.
void note_misspelt(const node& document, const std::vector<std::string>& known, problems& wrong) {
    constexpr std::size_t most = 1000;  // of that many unknown keys none is a slip
    std::size_t unknown = 0;
    for (const entry& e : *document.as_table()) {
        if (std::find(known.begin(), known.end(), e.key) != known.end() || ++unknown > most) {
            continue;
        }
        if (const auto near = nearest_name(e.key, known)) {
            wrong.nameless.push_back(*near);
        }
    }
}

/// The sections of the talks; there is something to remember as soon as one of them is there.
void decode_talks(table_reader& reader, scenario& world) {
    problems& wrong = reader.wrong();
    talks::section said;
    const node* protocol = reader.take("protocol");
    if (protocol != nullptr) {
        decode_protocol(*protocol, said, wrong);
    }
    const node* channel = reader.take("channel");
    if (channel != nullptr) {
        decode_channel(*channel, said, wrong);
    }
    decode_section(reader, "mediator", maximum_mediators, said.mediators,
                   [&](const node& n) { return decode_mediator(n, wrong); });
    if (protocol != nullptr || channel != nullptr || !said.mediators.empty()) {
        world.protocol = std::move(said);
    }
}

/// The sections of carrying out; there is something to remember as soon as one of them is there.
void decode_carrying_out(table_reader& reader, const known_issues& issues, scenario& world) {
    problems& wrong = reader.wrong();
    sequence::section said;
    const node* section = reader.take("sequence");
    if (section != nullptr) {
        decode_sequence(*section, said, wrong);
    }
    decode_section(reader, "step", sequence::maximum_steps, said.steps,
                   [&](const node& n) { return decode_step(n, issues, wrong); });
    decode_section(reader, "order", maximum_entries, said.orders,
                   [&](const node& n) { return decode_order(n, wrong); });
    decode_section(reader, "variant", maximum_entries, said.variants,
                   [&](const node& n) { return decode_variant(n, wrong); });
    if (const node* tranches = reader.take("tranches")) {
        said.tranches = decode_tranches(*tranches, wrong);
    }
    if (section != nullptr || !said.steps.empty() || !said.orders.empty() ||
        !said.variants.empty() || said.tranches) {
        world.sequence = std::move(said);
    }
}

/// The sections of lasting, as those of carrying out.
void decode_lasting(table_reader& reader, const known_issues& issues, scenario& world) {
    problems& wrong = reader.wrong();
    survival::section said;
    const node* section = reader.take("survival");
    if (section != nullptr) {
        decode_survival(*section, said, wrong);
    }
    decode_section(reader, "hazard", maximum_entries, said.hazards,
                   [&](const node& n) { return decode_hazard(n, issues, wrong); });
    decode_section(reader, "event", maximum_entries, said.events,
                   [&](const node& n) { return decode_event(n, issues, wrong); });
    if (section != nullptr || !said.hazards.empty() || !said.events.empty()) {
        world.survival = std::move(said);
    }
}

void decode_sections(table_reader& reader, const node& document, scenario& world) {
    problems& wrong = reader.wrong();
    decode_section(reader, "source", maximum_entries, world.sources,
                   [&](const node& n) { return decode_source(n, wrong); });
    decode_section(reader, "assumption", maximum_entries, world.assumptions,
                   [&](const node& n) { return decode_assumption(n, wrong); });
    decode_section(reader, "issue", maximum_issues, world.issues,
                   [&](const node& n) { return decode_issue(n, wrong); });
    const bool nameless =
        has_nameless(document, "issue") ||
        std::find(wrong.nameless.begin(), wrong.nameless.end(), "issue") != wrong.nameless.end();
    const known_issues issues(world.issues, nameless);
    decode_section(reader, "constraint", maximum_entries, world.constraints,
                   [&](const node& n) { return decode_constraint(n, issues, wrong); });
    decode_section(reader, "party", maximum_agents, world.parties,
                   [&](const node& n) { return decode_agent(n, "party", issues, wrong); });
    decode_section(reader, "onlooker", maximum_agents, world.onlookers,
                   [&](const node& n) { return decode_agent(n, "onlooker", issues, wrong); });
    decode_section(reader, "scope", maximum_entries, world.scopes,
                   [&](const node& n) { return decode_scope(n, wrong); });
    decode_section(reader, "deal", maximum_entries, world.deals,
                   [&](const node& n) { return decode_deal(n, wrong); });
    decode_section(reader, "reported", maximum_entries, world.reported,
                   [&](const node& n) { return decode_reported(n, issues, wrong); });
    decode_talks(reader, world);
    decode_section(reader, "chamber", maximum_entries, world.ratification.chambers,
                   [&](const node& n) { return decode_chamber(n, wrong); });
    decode_section(reader, "faction", maximum_entries, world.ratification.factions,
                   [&](const node& n) { return decode_faction(n, issues, wrong); });
    decode_carrying_out(reader, issues, world);
    decode_lasting(reader, issues, world);
    decode_section(reader, "inspector", maximum_entries, world.compliance.inspectors,
                   [&](const node& n) { return decode_inspector(n, wrong); });
}

}  // namespace

scenario decode_scenario(const node& document, problems& wrong) {
    scenario world;
    table_reader reader(document, "a scenario", wrong);
    note_misspelt(document,
                  {"title",    "note",       "extends",  "talks",      "utilities", "normalised",
                   "source",   "assumption", "issue",    "constraint", "party",     "onlooker",
                   "scope",    "deal",       "reported", "protocol",   "channel",   "mediator",
                   "chamber",  "faction",    "sequence", "step",       "order",     "variant",
                   "tranches", "inspector",  "survival", "hazard",     "event"},
                  wrong);
    decode_heading(reader, world);
    decode_sections(reader, document, world);
    reader.finish();
    return world;
}

}  // namespace negotiation::io::detail
