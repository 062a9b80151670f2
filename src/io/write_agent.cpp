#include <variant>

#include <fmt/format.h>
#include <io/toml_text.hpp>
#include <io/write_agent.hpp>

namespace negotiation::io::detail {

namespace {

std::vector<std::string> number_texts(const std::vector<double>& numbers) {
    std::vector<std::string> texts;
    for (const double number : numbers) {
        texts.push_back(number_text(number));
    }
    return texts;
}

/// The value of `values.ISSUE` by its form.
struct value_text {
    std::size_t column;

    std::string operator()(const tabled_value& f) const {
        return list_text(number_texts(f.values), column);
    }
    std::string operator()(const piecewise_linear_value& f) const {
        std::string points;
        for (const auto& [level, value] : f.points) {
            points += (points.empty() ? "" : ", ") +
                      fmt::format("[{}, {}]", number_text(level), number_text(value));
        }
        return "{ points = [" + points + "] }";
    }
    std::string operator()(const power_value& f) const {
        return curve("power", "exponent", f.exponent, f.worst, f.best);
    }
    std::string operator()(const exponential_value& f) const {
        return curve("exponential", "rate", f.rate, f.worst, f.best);
    }
    std::string operator()(const logistic_value& f) const {
        return inline_table({{"form", quoted_text("logistic")},
                             {"midpoint", number_text(f.midpoint)},
                             {"scale", number_text(f.scale)}});
    }

private:
    static std::string curve(const char* form, const char* parameter, double value, double worst,
                             double best) {
        return inline_table({{"form", quoted_text(form)},
                             {parameter, number_text(value)},
                             {"worst", number_text(worst)},
                             {"best", number_text(best)}});
    }
};

/// The value of `risk` by attitude; empty for the default.
struct risk_text {
    std::string operator()(const risk_neutral&) const { return ""; }
    std::string operator()(const cara& f) const {
        return inline_table({{"attitude", quoted_text("cara")}, {"a", number_text(f.a)}});
    }
    std::string operator()(const crra& f) const {
        return inline_table({{"attitude", quoted_text("crra")}, {"rho", number_text(f.rho)}});
    }
    std::string operator()(const prospect& f) const {
        std::vector<pair_text> entries{{"attitude", quoted_text("prospect")},
                                       {"alpha", number_text(f.alpha)},
                                       {"lambda", number_text(f.lambda)}};
        if (f.reference) {
            entries.emplace_back("reference", number_text(*f.reference));
        }
        return inline_table(entries);
    }
};

std::string patience_text(const discount& patience) {
    const auto word = period_named(patience.period);
    return inline_table({{"factor", number_text(patience.factor)},
                         {"per", word ? quoted_text(*word) : number_text(patience.period)}});
}

}  // namespace

std::string red_lines_text(const std::vector<red_line>& lines) {
    std::string text = "red_lines = [\n";
    for (const red_line& line : lines) {
        std::string allowed;
        for (const option_label& label : line.allow) {
            allowed += (allowed.empty() ? "" : ", ") + label_text(label);
        }
        std::vector<pair_text> entries{{"issue", quoted_text(line.issue)},
                                       {"allow", "[" + allowed + "]"}};
        if (line.is_public) {
            entries.emplace_back("public", "true");
        }
        text += "    " + inline_table(entries) + ",\n";
    }
    return text + "]\n";
}

std::string weights_text(const std::vector<std::pair<std::string, double>>& weights) {
    std::vector<pair_text> entries;
    for (const auto& [name, weight] : weights) {
        entries.emplace_back(key_text(name), number_text(weight));
    }
    return entries.empty() ? "" : table_text("weights", entries);
}

namespace {

std::string interaction_text(std::string_view section, const interaction& term) {
    std::vector<std::string> issues;
    for (const std::string& name : term.issues) {
        issues.push_back(quoted_text(name));
    }
    std::string text = fmt::format("\n[[{}.interaction]]\nissues = {}\nweight = {}\n", section,
                                   list_text(issues, 9), number_text(term.weight));
    if (!term.table.empty()) {
        text += "table = " + list_text(number_texts(term.table), 8) + "\n";
    }
    return text;
}

std::string preferences_text(const party& who) {
    std::string text = weights_text(who.weights);
    for (const auto& [name, f] : who.values) {
        const std::string key = "values." + key_text(name);
        text += key + " = " + std::visit(value_text{key.size() + 3}, f) + "\n";
    }
    if (!who.values_from.empty()) {
        text += "values_from = " + quoted_text(who.values_from) + "\n";
    }
    if (who.combine == aggregation::multiplicative) {
        text += "combine = \"multiplicative\"\n";
    }
    return text;
}

}  // namespace

std::string agent_text(std::string_view section, const party& who) {
    std::string text = fmt::format("\n[[{}]]\nname = {}\nreservation = {}\n", section,
                                   quoted_text(who.name), number_text(who.reservation));
    text += preferences_text(who);
    if (!is_neutral(who.risk)) {
        text += "risk = " + std::visit(risk_text{}, who.risk) + "\n";
    }
    if (who.patience) {
        text += "discount = " + patience_text(*who.patience) + "\n";
    }
    if (!who.red_lines.empty()) {
        text += red_lines_text(who.red_lines);
    }
    if (!who.source.empty()) {
        text += "source = " + quoted_text(who.source) + "\n";
    }
    if (!who.note.empty()) {
        text += "note = " + quoted_text(who.note) + "\n";
    }
    for (const interaction& term : who.interactions) {
        text += interaction_text(section, term);
    }
    return text;
}

}  // namespace negotiation::io::detail
