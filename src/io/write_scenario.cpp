#include <fmt/format.h>
#include <io/document.hpp>
#include <io/toml_text.hpp>
#include <io/write_agent.hpp>
#include <io/write_compliance.hpp>
#include <io/write_protocol.hpp>
#include <io/write_ratification.hpp>
#include <io/write_sequence.hpp>
#include <io/write_survival.hpp>

#include <negotiation/io/parse_error.hpp>
#include <negotiation/io/write_scenario.hpp>
#include <negotiation/scenario/validate.hpp>

namespace negotiation::io {

namespace detail {

namespace {

/// `key = "text"`, or nothing for an empty text.
std::string optional_line(std::string_view key, const std::string& text) {
    return text.empty() ? "" : fmt::format("{} = {}\n", key, quoted_text(text));
}

std::string word_list(const std::vector<std::string>& words, std::size_t column) {
    std::vector<std::string> texts;
    for (const std::string& word : words) {
        texts.push_back(quoted_text(word));
    }
    return list_text(texts, column);
}

std::vector<std::string> label_texts(const std::vector<option_label>& labels) {
    std::vector<std::string> texts;
    for (const option_label& label : labels) {
        texts.push_back(label_text(label));
    }
    return texts;
}

std::string heading_text(const scenario& world) {
    std::string text =
        "title = " + quoted_text(world.title) + "\n" + optional_line("note", world.note);
    text += fmt::format("talks = \"{}\"\n", world.talks == publicity::open ? "public" : "secret");
    if (world.utilities == utility_convention::raw) {
        text += "utilities = \"raw\"\n";
    }
    return text + (world.normalised ? "normalised = true\n" : "");
}

std::string source_text(const source& s) {
    std::string text =
        fmt::format("\n[[source]]\nid = {}\ncite = {}\n", quoted_text(s.id), quoted_text(s.cite));
    if (!s.covers.empty()) {
        text += "covers = " + word_list(s.covers, 9) + "\n";
    }
    return text + optional_line("note", s.note);
}

std::string assumption_text(const assumption& a) {
    return fmt::format("\n[[assumption]]\nwhat = {}\n", quoted_text(a.what)) +
           optional_line("why", a.why);
}

std::string issue_text(const issue& of) {
    std::string text = fmt::format("\n[[issue]]\nname = {}\nkind = \"{}\"\n", quoted_text(of.name),
                                   to_string(of.kind));
    text += optional_line("unit", of.unit);
    if (of.range) {
        text += fmt::format("range = [{}, {}]\nstep = {}\n", number_text(of.range->low),
                            number_text(of.range->high), number_text(of.range->step));
    } else {
        text += "options = " + list_text(label_texts(of.options), 10) + "\n";
    }
    text += "status_quo = " + label_text(of.options[of.status_quo]) + "\n";
    return text + optional_line("source", of.source) + optional_line("note", of.note);
}

std::string constraint_text(const constraint& c) {
    std::string text = "\n[[constraint]]\nname = " + quoted_text(c.name) + "\n";
    text += table_text(c.then.empty() ? "forbid" : "if", condition_texts(c.given));
    text += c.then.empty() ? "" : table_text("then", condition_texts(c.then));
    return text + optional_line("source", c.source);
}

std::string scope_text(const scope& s) {
    return fmt::format("\n[[scope]]\nname = {}\nissues = {}\n", quoted_text(s.name),
                       word_list(s.issues, 9));
}

std::string deal_text(const named_deal& deal) {
    std::vector<pair_text> outcome;
    for (const auto& [name, label] : deal.outcome) {
        outcome.emplace_back(key_text(name), label_text(label));
    }
    return fmt::format("\n[[deal]]\nname = {}\n", quoted_text(deal.name)) +
           table_text("outcome", outcome) + optional_line("source", deal.source) +
           optional_line("note", deal.note);
}

std::string holding_text(const breakout::holding& row) {
    return fmt::format("\n[[reported.holding]]\noption = {}\nkilograms = {}\nenrichment = {}\n{}",
                       label_text(row.option), number_text(row.lot.kilograms),
                       number_text(row.lot.enrichment),
                       row.lot.at_most_level ? "at_most_level = true\n" : "");
}

std::string reported_text(const breakout& quantity) {
    std::string text = fmt::format(
        "\n[[reported]]\nname = {}\nkind = \"breakout\"\nenrichment = {}\nstock = {}\nmachines = "
        "{}\n",
        quoted_text(quantity.name), quoted_text(quantity.enrichment_issue),
        quoted_text(quantity.stock_issue), quoted_text(quantity.machines_issue));
    text +=
        fmt::format("product = {}\nquantity = {}\nfeed = {}\ntails = {}\nwork_per_machine = {}\n",
                    number_text(quantity.terms.product), number_text(quantity.terms.quantity),
                    number_text(quantity.terms.feed), number_text(quantity.terms.tails),
                    number_text(quantity.terms.work_per_machine));
    std::vector<pair_text> levels;
    for (const breakout::level& row : quantity.levels) {
        levels.emplace_back(key_text(to_string(row.option)), number_text(row.percent));
    }
    text += levels.empty() ? "" : table_text("levels", levels);
    text += optional_line("source", quantity.source) + optional_line("note", quantity.note);
    for (const breakout::holding& row : quantity.holdings) {
        text += holding_text(row);
    }
    return text;
}

std::string scenario_text(const scenario& world) {
    std::string text = heading_text(world);
    for (const source& s : world.sources) {
        text += source_text(s);
    }
    for (const assumption& a : world.assumptions) {
        text += assumption_text(a);
    }
    for (const issue& of : world.issues) {
        text += issue_text(of);
    }
    for (const constraint& c : world.constraints) {
        text += constraint_text(c);
    }
    for (const party& who : world.parties) {
        text += agent_text("party", who);
    }
    for (const party& who : world.onlookers) {
        text += agent_text("onlooker", who);
    }
    for (const scope& s : world.scopes) {
        text += scope_text(s);
    }
    for (const named_deal& deal : world.deals) {
        text += deal_text(deal);
    }
    for (const breakout& quantity : world.reported) {
        text += reported_text(quantity);
    }
    text += world.protocol ? talks_text(*world.protocol) : "";
    text += ratification_text(world.ratification);
    text += world.sequence ? sequence_text(*world.sequence) : "";
    text += compliance_text(world.compliance);
    return text + (world.survival ? survival_text(*world.survival) : "");
}

}  // namespace

}  // namespace detail

std::string write_scenario(const scenario& world) {
    if (auto wrong = validate(world); !wrong.empty()) {
        throw scenario_error(std::move(wrong));
    }
    std::string text = detail::scenario_text(world);
    try {
        detail::check_text(text, nullptr);
    } catch (const parse_error& bad) {
        throw scenario_error(
            {{"title", "a scenario cannot be written; " + bad.messages().front().message}});
    }
    return text;
}

}  // namespace negotiation::io
