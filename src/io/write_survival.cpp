#include <cmath>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <io/toml_text.hpp>
#include <io/write_survival.hpp>

#include <negotiation/model/discount.hpp>

namespace negotiation::io::detail {

namespace {

std::string period_text(double days) {
    const auto word = period_named(days);
    return word ? quoted_text(*word) : number_text(days);
}

/// `key = 10` and `per = "year"`, such that the product comes back to the last bit. A span that no
/// such product gives, and so no file, is written in days.
std::string span_text(const char* key, double days, double period) {
    constexpr double far = std::numeric_limits<double>::infinity();
    constexpr int nearby = 2;  // rounding the product and the quotient moves no further
    double count = days / period;
    for (int k = 0; k < nearby; ++k) {
        count = std::nextafter(count, -far);
    }
    for (int k = -nearby; k <= nearby; ++k, count = std::nextafter(count, far)) {
        const double product = count * period;
        if (!(product < days) && !(product > days)) {
            return fmt::format("{} = {}\nper = {}\n", key, number_text(count), period_text(period));
        }
    }
    return fmt::format("{} = {}\nper = \"day\"\n", key, number_text(days));
}

std::string agent_numbers(const std::vector<std::pair<std::string, double>>& of) {
    std::vector<pair_text> entries;
    for (const auto& [name, number] : of) {
        entries.emplace_back(key_text(name), number_text(number));
    }
    return inline_table(entries);
}

/// Nothing for the effect that everything has by itself: to end what goes on.
std::string effect_text(const survival::written_effect& of) {
    std::vector<pair_text> entries;
    if (of.ends < 1 || of.ends > 1) {
        entries.emplace_back("ends", number_text(of.ends));
    }
    if (!of.reservation.empty()) {
        entries.emplace_back("reservation", agent_numbers(of.reservation));
    }
    if (!of.odds.empty()) {
        entries.emplace_back("odds", agent_numbers(of.odds));
    }
    if (of.hazards < 1 || of.hazards > 1) {
        entries.emplace_back("hazards", number_text(of.hazards));
    }
    return entries.empty() ? "" : table_text("effect", entries);
}

std::string said_by(const std::string& source, const std::string& note) {
    return (source.empty() ? "" : "source = " + quoted_text(source) + "\n") +
           (note.empty() ? "" : "note = " + quoted_text(note) + "\n");
}

/// A list of tables, one a line.
std::string tables_text(const char* key, const std::vector<std::string>& tables) {
    if (tables.empty()) {
        return "";
    }
    std::string text = fmt::format("{} = [\n", key);
    for (const std::string& table : tables) {
        text += "    " + table + ",\n";
    }
    return text + "]\n";
}

std::string terms_text(const std::vector<survival::written_term>& terms) {
    std::vector<std::string> tables;
    for (const survival::written_term& t : terms) {
        tables.push_back(inline_table(
            {{"if", inline_table(condition_texts(t.given))}, {"add", number_text(t.add)}}));
    }
    return tables_text("terms", tables);
}

std::string spikes_text(const std::vector<survival::written_spike>& spikes) {
    std::vector<std::string> tables;
    for (const survival::written_spike& s : spikes) {
        tables.push_back(inline_table({{"at", quoted_text(s.at)},
                                       {"add", number_text(s.add)},
                                       {"days_before", number_text(s.days_before)},
                                       {"days_after", number_text(s.days_after)}}));
    }
    return tables_text("spikes", tables);
}

std::string stages_text(const std::vector<survival::stage>& stages) {
    std::vector<std::string> words;
    for (const survival::stage one : stages) {
        words.push_back(quoted_text(to_string(one)));
    }
    return words.empty() ? "" : "stages = " + list_text(words, 9) + "\n";
}

std::string hazard_entry_text(const survival::written_hazard& h) {
    std::string text =
        fmt::format("\n[[hazard]]\nname = {}\n{} = {}\nper = {}\n", quoted_text(h.name),
                    to_string(h.stated), number_text(h.value), period_text(h.period));
    text += stages_text(h.stages);
    if (h.spoiler) {
        text += table_text("spoiler", {{"of", quoted_text(h.spoiler->agent)},
                                       {"slope", number_text(h.spoiler->slope)},
                                       {"noise", number_text(h.spoiler->noise)}});
    }
    text += terms_text(h.terms) + spikes_text(h.spikes) + effect_text(h.effect);
    return text + said_by(h.source, h.note);
}

std::string event_entry_text(const survival::written_event& e) {
    std::string text = fmt::format("\n[[event]]\nname = {}\n", quoted_text(e.name));
    text += span_text("after", e.days, e.period);
    text += "probability = " + number_text(e.probability) + "\n";
    text += e.unless.empty() ? "" : table_text("unless", condition_texts(e.unless));
    return text + effect_text(e.effect) + said_by(e.source, e.note);
}

}  // namespace

std::string survival_text(const survival::section& said) {
    std::string text = "\n[survival]\n" + span_text("horizon", said.horizon, said.period);
    for (const survival::written_hazard& h : said.hazards) {
        text += hazard_entry_text(h);
    }
    for (const survival::written_event& e : said.events) {
        text += event_entry_text(e);
    }
    return text;
}

}  // namespace negotiation::io::detail
