#include <string>
#include <vector>

#include <fmt/format.h>
#include <io/toml_text.hpp>
#include <io/write_compliance.hpp>

namespace negotiation::io::detail {

namespace {

/// `key = number`, or nothing where it is what holds anyway.
std::string unusual_number(const char* key, double number, double usual) {
    return number < usual || number > usual ? fmt::format("{} = {}\n", key, number_text(number))
                                            : "";
}

std::string watched_text(const std::vector<std::string>& steps) {
    std::vector<std::string> texts;
    for (const std::string& name : steps) {
        texts.push_back(quoted_text(name));
    }
    const std::string key = "steps = ";
    return texts.empty() ? "" : key + list_text(texts, key.size()) + "\n";
}

std::string inspector_text(const compliance::written_inspector& of) {
    const compliance::written_inspector usual;
    std::string text = fmt::format("\n[[inspector]]\nname = {}\n", quoted_text(of.name));
    text += watched_text(of.steps);
    text += unusual_number("detection", of.detection, usual.detection);
    text += unusual_number("false_alarm", of.false_alarm, usual.false_alarm);
    text += unusual_number("attribution", of.attribution, usual.attribution);
    text += unusual_number("misattribution", of.misattribution, usual.misattribution);
    text += unusual_number("others", of.others, usual.others);
    text += unusual_number("days", of.days, usual.days);
    text += unusual_number("cost", of.cost, usual.cost);
    text += of.loss ? "loss = " + number_text(*of.loss) + "\n" : "";
    text += of.budget ? "budget = " + number_text(*of.budget) + "\n" : "";
    text += of.source.empty() ? "" : "source = " + quoted_text(of.source) + "\n";
    return text + (of.note.empty() ? "" : "note = " + quoted_text(of.note) + "\n");
}

}  // namespace

std::string compliance_text(const compliance::section& said) {
    std::string text;
    for (const compliance::written_inspector& of : said.inspectors) {
        text += inspector_text(of);
    }
    return text;
}

}  // namespace negotiation::io::detail
