#include <string>
#include <vector>

#include <fmt/format.h>
#include <io/toml_text.hpp>
#include <io/write_agent.hpp>
#include <io/write_ratification.hpp>

namespace negotiation::io::detail {

namespace {

/// What a rule says, key by key.
std::vector<pair_text> rule_entries(const ratification::written_rule& rule) {
    std::vector<pair_text> entries{{"rule", quoted_text(to_string(rule.kind))}};
    if (rule.quota > 0) {
        entries.emplace_back("quota", number_text(rule.quota));
    }
    return entries;
}

std::string alternatives_text(const std::vector<ratification::alternative>& others) {
    std::string text = "alternatives = [\n";
    for (const ratification::alternative& other : others) {
        std::vector<pair_text> entries = rule_entries(other.decides);
        entries.insert(entries.begin(), {"name", quoted_text(other.name)});
        text += "    " + inline_table(entries) + ",\n";
    }
    return text + "]\n";
}

std::string words_after(const std::string& source, const std::string& note) {
    return (source.empty() ? "" : "source = " + quoted_text(source) + "\n") +
           (note.empty() ? "" : "note = " + quoted_text(note) + "\n");
}

std::string chamber_text(const ratification::written_chamber& c) {
    std::string text = fmt::format("\n[[chamber]]\nname = {}\nparty = {}\n", quoted_text(c.name),
                                   quoted_text(c.party));
    text += c.seats ? "seats = " + number_text(*c.seats) + "\n" : "";
    if (!c.follows.empty()) {
        text += "follows = " + quoted_text(c.follows) + "\n";
    } else {
        for (const auto& [key, value] : rule_entries(c.decides)) {
            text += key + " = " + value + "\n";
        }
    }
    text += c.alternatives.empty() ? "" : alternatives_text(c.alternatives);
    text += c.days > 0 ? "days = " + number_text(c.days) + "\n" : "";
    return text + words_after(c.source, c.note);
}

std::string faction_text(const ratification::written_faction& f) {
    std::string text =
        fmt::format("\n[[faction]]\nname = {}\nchamber = {}\nsize = {}\n", quoted_text(f.name),
                    quoted_text(f.chamber), number_text(f.size));
    text += weights_text(f.weights);
    if (f.friend_abroad) {
        text += table_text("ally", {{"name", quoted_text(f.friend_abroad->name)},
                                    {"weight", number_text(f.friend_abroad->weight)}});
    }
    text += f.threshold ? "threshold = " + number_text(*f.threshold) + "\n" : "";
    text += f.noise > 0 ? "noise = " + number_text(f.noise) + "\n" : "";
    text += f.shock > 0 ? "shock = " + number_text(f.shock) + "\n" : "";
    text += f.red_lines.empty() ? "" : red_lines_text(f.red_lines);
    text += f.public_lines ? "public_red_lines = true\n" : "";
    return text + words_after(f.source, f.note);
}

}  // namespace

std::string ratification_text(const ratification::section& said) {
    std::string text;
    for (const ratification::written_chamber& c : said.chambers) {
        text += chamber_text(c);
    }
    for (const ratification::written_faction& f : said.factions) {
        text += faction_text(f);
    }
    return text;
}

}  // namespace negotiation::io::detail
