#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <io/additive_terms.hpp>

#include <negotiation/io/write_foreign.hpp>
#include <negotiation/model/nearest.hpp>

namespace negotiation::io {

namespace {

using detail::additive_issue;
using detail::additive_party;
using detail::additive_scenario;

/// Text between the quotes of an attribute; white space other than blanks would not survive as
/// such.
std::string attribute(std::string_view text) {
    std::string safe;
    for (const char c : text) {
        switch (c) {
            case '&':
                safe += "&amp;";
                break;
            case '<':
                safe += "&lt;";
                break;
            case '>':
                safe += "&gt;";
                break;
            case '"':
                safe += "&quot;";
                break;
            case '\n':
            case '\r':
            case '\t':
                safe += fmt::format("&#{};", static_cast<int>(c));
                break;
            default:
                safe += c;
        }
    }
    return safe;
}

bool has_control(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte == 0x7F || (byte < 0x20 && c != '\t' && c != '\n' && c != '\r');
    });
}

void refuse_controls(const additive_scenario& world, std::vector<std::string>& wrong) {
    for (const additive_issue& of : world.issues) {
        const bool bad = has_control(of.name) ||
                         std::any_of(of.options.begin(), of.options.end(),
                                     [](const std::string& text) { return has_control(text); });
        if (bad) {
            wrong.push_back(
                fmt::format("issue '{}' and its options must be text; XML has no control "
                            "characters",
                            shown(of.name)));
        }
    }
}

/// Weights and evaluations from which GENIUS gets the terms: it divides by the best evaluation.
void divide_by_best_value(const additive_scenario& world, additive_party& who,
                          std::vector<std::string>& wrong) {
    constexpr double unit = 1e-12;
    double greatest = 0;
    for (std::size_t k = 0; k < who.values.size(); ++k) {
        std::vector<double>& values = who.values[k];
        const double best = *std::max_element(values.begin(), values.end());
        const double worst = *std::min_element(values.begin(), values.end());
        if (best > 0) {
            greatest += std::max(who.weights[k] * best, who.weights[k] * worst);
            who.weights[k] *= best;
            for (double& v : values) {
                v /= best;
            }
        } else if (worst < 0) {
            wrong.push_back(
                fmt::format("the values of issue '{}' of party '{}' are nowhere above 0, "
                            "and GENIUS divides by the best; --raw writes them as they "
                            "are",
                            shown(world.issues[k].name), shown(who.name)));
        }
    }
    if (greatest > 1 + unit * static_cast<double>(who.values.size())) {
        wrong.push_back(
            fmt::format("utilities of party '{}' reach {:.10g}, and GENIUS counts 1 above "
                        "1; --raw writes them as they are",
                        shown(who.name), greatest));
    }
    if (!(who.reservation >= 0 && who.reservation <= 1)) {
        wrong.push_back(
            fmt::format("the reservation value {} of party '{}' lies outside [0, 1], where "
                        "GENIUS has it; --raw writes it as it is",
                        who.reservation, shown(who.name)));
    }
}

std::string issue_head(std::size_t k, const additive_issue& of) {
    return fmt::format(
        "<issue index=\"{}\" name=\"{}\" type=\"discrete\" etype=\"discrete\" "
        "vtype=\"discrete\">\n",
        k + 1, attribute(of.name));
}

constexpr const char* objective_head =
    "<objective index=\"0\" name=\"root\" type=\"objective\" etype=\"objective\" "
    "description=\"\">\n";

std::string domain_xml(const additive_scenario& world) {
    std::string text =
        fmt::format("<negotiation_template>\n<utility_space number_of_issues=\"{}\">\n{}",
                    world.issues.size(), objective_head);
    for (std::size_t k = 0; k < world.issues.size(); ++k) {
        text += issue_head(k, world.issues[k]);
        for (std::size_t option = 0; option < world.issues[k].options.size(); ++option) {
            text += fmt::format("<item index=\"{}\" value=\"{}\"/>\n", option + 1,
                                attribute(world.issues[k].options[option]));
        }
        text += "</issue>\n";
    }
    return text + "</objective>\n</utility_space>\n</negotiation_template>\n";
}

std::string profile_xml(const additive_scenario& world, const additive_party& who) {
    std::string text = fmt::format("<utility_space number_of_issues=\"{}\">\n{}",
                                   world.issues.size(), objective_head);
    for (std::size_t k = 0; k < world.issues.size(); ++k) {
        text += issue_head(k, world.issues[k]);
        for (std::size_t option = 0; option < world.issues[k].options.size(); ++option) {
            text += fmt::format("<item index=\"{}\" value=\"{}\" evaluation=\"{}\"/>\n", option + 1,
                                attribute(world.issues[k].options[option]), who.values[k][option]);
        }
        text += "</issue>\n";
    }
    for (std::size_t k = 0; k < who.weights.size(); ++k) {
        text += fmt::format("<weight index=\"{}\" value=\"{}\"/>\n", k + 1, who.weights[k]);
    }
    text += "</objective>\n";
    if (who.discount) {
        text += fmt::format("<discount_factor value=\"{}\"/>\n", *who.discount);
    }
    return text + fmt::format("<reservation value=\"{}\"/>\n</utility_space>\n", who.reservation);
}

}  // namespace

foreign_export write_genius(const scenario& world, bool raw) {
    std::vector<std::string> wrong;
    additive_scenario terms = detail::additive_terms(world, "GENIUS XML", wrong);
    refuse_controls(terms, wrong);
    for (additive_party& who : terms.parties) {
        if (!raw) {
            divide_by_best_value(terms, who, wrong);
        } else if (who.discount) {
            wrong.push_back(
                fmt::format("the discount of party '{}' is lost in a raw reading; --set "
                            "protocol.discounting=none says so",
                            shown(who.name)));
        }
    }
    detail::throw_unsayable(wrong);
    foreign_export out;
    out.left_out = terms.left_out;
    out.files.push_back({terms.file + ".xml", domain_xml(terms)});
    for (const additive_party& who : terms.parties) {
        out.files.push_back({who.file + ".xml", profile_xml(terms, who)});
    }
    return out;
}

}  // namespace negotiation::io
