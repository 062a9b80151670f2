#include "cli/mistyped.hpp"

#include <algorithm>
#include <stdexcept>
#include <string_view>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <negotiation/model/nearest.hpp>

namespace negotiation::cli {

namespace {

std::vector<std::string> option_names(const CLI::App& verb) {
    std::vector<std::string> names;
    for (const CLI::Option* option : verb.get_options()) {
        for (const std::string& name : option->get_lnames()) {
            names.push_back("--" + name);
        }
    }
    return names;
}

std::vector<std::string> verb_names(const CLI::App& app) {
    std::vector<std::string> names;
    for (const CLI::App* verb : app.get_subcommands([](const CLI::App*) { return true; })) {
        names.push_back(verb->get_name());
    }
    return names;
}

}  // namespace

void refuse_extras(const CLI::App& app) {
    const auto chosen = app.get_subcommands();
    const CLI::App& verb = chosen.empty() ? app : *chosen.front();
    const std::vector<std::string> extras = verb.remaining();
    const auto option = std::find_if(extras.begin(), extras.end(), [](const std::string& word) {
        return word.size() > 1 && word.front() == '-';
    });
    if (option != extras.end()) {
        const std::string name = option->substr(0, option->find('='));
        throw std::invalid_argument(
            fmt::format("unknown option '{}'; {}", shown(name), nearest(name, option_names(verb))));
    }
    if (chosen.empty()) {
        throw std::invalid_argument(
            extras.empty() ? fmt::format("needs a verb; {}", nearest("", verb_names(app)))
                           : fmt::format("unknown verb '{}'; {}", shown(extras.front()),
                                         nearest(extras.front(), verb_names(app))));
    }
    if (!extras.empty()) {
        throw std::invalid_argument(
            fmt::format("'{}' is one argument too many; see negotiate {} --help",
                        shown(extras.front()), verb.get_name()));
    }
}

std::string reworded(const std::string& said) {
    constexpr std::string_view unconverted = "Could not convert: ";
    const std::size_t equals = said.find(" = ");
    if (said.rfind(unconverted, 0) == 0 && equals != std::string::npos) {
        return fmt::format("option {} takes no value; got '{}'",
                           said.substr(unconverted.size(), equals - unconverted.size()),
                           shown(said.substr(equals + 3)));
    }
    const std::size_t colon = said.find(':');
    if (colon == std::string::npos || said.rfind("--", 0) != 0) {
        return said;
    }
    const std::string option = said.substr(0, colon);
    if (said.find("missing") != std::string::npos) {
        return "option " + option + " needs a value; got none";
    }
    if (said.find("At Most") != std::string::npos) {
        return "option " + option + " may be given once; got it several times";
    }
    return "option " + said;
}

}  // namespace negotiation::cli
