#include <string>
#include <vector>

#include <fmt/format.h>
#include <io/toml_text.hpp>
#include <io/write_sequence.hpp>

#include <negotiation/model/discount.hpp>

namespace negotiation::io::detail {

namespace {

/// One number for all, a table by party, or nothing.
std::string by_party_text(const std::string& key, const sequence::by_party& of) {
    if (of.all) {
        return fmt::format("{} = {}\n", key, number_text(*of.all));
    }
    std::vector<pair_text> named;
    for (const auto& [name, number] : of.named) {
        named.emplace_back(key_text(name), number_text(number));
    }
    return named.empty() ? "" : table_text(key, named);
}

std::string names_text(const std::vector<std::string>& names, std::size_t column) {
    std::vector<std::string> texts;
    for (const std::string& name : names) {
        texts.push_back(quoted_text(name));
    }
    return list_text(texts, column);
}

/// `key = "text"`, or nothing for an empty text.
std::string text_line(const char* key, const std::string& text) {
    return text.empty() ? "" : fmt::format("{} = {}\n", key, quoted_text(text));
}

std::string fake_text(const sequence::written_step& s) {
    std::vector<pair_text> entries;
    if (s.saved_share) {
        entries.emplace_back("share", number_text(*s.saved_share));
    } else {
        entries.emplace_back("saves", number_text(s.pretence->saves));
    }
    entries.emplace_back("detection", number_text(s.pretence->detection));
    entries.emplace_back("days", number_text(s.pretence->window_days));
    if (s.detection_if) {
        for (const auto& [issue, options] : condition_texts(s.detection_if->given)) {
            entries.emplace_back("if." + issue, options);
        }
        entries.emplace_back("else", number_text(s.detection_if->otherwise));
    }
    return table_text("fake", entries);
}

std::string step_text(const sequence::written_step& s) {
    std::string text = fmt::format("\n[[step]]\nname = {}\nparty = {}\n", quoted_text(s.name),
                                   quoted_text(s.party));
    text += by_party_text("value", s.value);
    if (s.implements) {
        text += table_text("implements", {{"issue", quoted_text(s.implements->issue)},
                                          {"share", number_text(s.implements->share)}});
    }
    text += by_party_text("undone", s.undone);
    text += s.after.empty() ? "" : "after = " + names_text(s.after, 8) + "\n";
    text += s.days > 0 ? "days = " + number_text(s.days) + "\n" : "";
    text += s.defection > 0 ? "defection = " + number_text(s.defection) + "\n" : "";
    text += s.pretence ? fake_text(s) : "";
    return text + text_line("source", s.source) + text_line("note", s.note);
}

std::string order_text(const sequence::named_order& o) {
    return fmt::format("\n[[order]]\nname = {}\nsteps = {}\n", quoted_text(o.name),
                       names_text(o.steps, 8)) +
           text_line("source", o.source) + text_line("note", o.note);
}

std::string variant_text(const sequence::variant& v) {
    std::string text = "\n[[variant]]\nname = " + quoted_text(v.name) + "\n";
    for (const auto& [step, before] : v.after) {
        const std::string key = "after." + key_text(step);
        text += fmt::format("{} = {}\n", key, names_text(before, key.size() + 3));
    }
    text += v.undone ? "undone = " + number_text(*v.undone) + "\n" : "";
    text += by_party_text("completion", v.completion);
    return text + text_line("order", v.order) + text_line("note", v.note);
}

std::string hazard_text(const sequence::written_hazard& hazard) {
    const auto word = period_named(hazard.period);
    return table_text("hazard", {{"rate", number_text(hazard.rate)},
                                 {"per", word ? quoted_text(*word) : number_text(hazard.period)}});
}

std::string tranches_text(const sequence::written_tranches& said) {
    std::string text = "\n[tranches]\n" + text_line("what", said.what);
    text +=
        fmt::format("cost = {}\nworth = {}\ndefection = {}\ntrust = {}\ntarget = {}\n",
                    number_text(said.cost), number_text(said.worth), number_text(said.defection),
                    number_text(said.trust), number_text(said.target));
    text += said.days > 0 ? "days = " + number_text(said.days) + "\n" : "";
    text += said.hazard ? hazard_text(*said.hazard) : "";
    return text + text_line("source", said.source) + text_line("note", said.note);
}

}  // namespace

std::string sequence_text(const sequence::section& said) {
    const std::string numbers = by_party_text("completion", said.completion) +
                                by_party_text("breakdown", said.breakdown) +
                                by_party_text("trust", said.trust);
    // an empty section says that there is one, which tranches say as well
    std::string text = numbers.empty() && said.tranches ? "" : "\n[sequence]\n" + numbers;
    text += said.tranches ? tranches_text(*said.tranches) : "";
    for (const sequence::written_step& s : said.steps) {
        text += step_text(s);
    }
    for (const sequence::named_order& o : said.orders) {
        text += order_text(o);
    }
    for (const sequence::variant& v : said.variants) {
        text += variant_text(v);
    }
    return text;
}

}  // namespace negotiation::io::detail
