#include "cli/scenarios.hpp"

#include <algorithm>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

#include <fmt/format.h>

#include <negotiation/io/parse_error.hpp>
#include <negotiation/io/resolve_scenario.hpp>
#include <negotiation/model/nearest.hpp>
#include <negotiation/question/catalogue.hpp>
#include <negotiation/question/check.hpp>
#include <negotiation/question/list.hpp>
#include <negotiation/question/new_scenario.hpp>

#include "cli/answered.hpp"
#include "cli/output_file.hpp"
#include "cli/typed.hpp"

namespace negotiation::cli {

std::string check(const arguments& typed) {
    const scenario world = load(typed);
    try {
        return told(question::check(world, typed.scope), typed.json);
    } catch (const scenario_error& wrong) {
        if (wrong.diagnostics().front().path == "scope") {
            throw;  // typed, and nothing of the file
        }
        throw locate(typed, wrong.diagnostics());
    }
}

std::string list(const arguments& typed) {
    const std::vector<std::string>& catalogues = question::catalogue_names();
    if (std::find(catalogues.begin(), catalogues.end(), typed.scenario) != catalogues.end()) {
        if (!typed.changes.empty()) {
            throw std::invalid_argument(
                fmt::format("option --set needs a SCENARIO to change; got '{}'", typed.scenario));
        }
        return told(question::catalogue(typed.scenario), typed.json);
    }
    if (!typed.scenario.empty()) {
        return told(question::list(load(typed)), typed.json);
    }
    if (!typed.changes.empty()) {
        throw std::invalid_argument("option --set needs a SCENARIO to change; got none");
    }
    std::vector<question::listed_file> files;
    for (const io::scenario_file& file : io::list_scenarios()) {
        files.push_back({file.name, file.title, file.problem});
    }
    return told(files, typed.json);
}

std::string new_scenario(const arguments& typed) {
    const std::string text = question::new_scenario();
    if (typed.scenario.empty()) {
        return typed.json ? io::to_json("template", text) + "\n" : text;
    }
    // Whoever mistypes the name of a bundled scenario has not asked for a file of that name.
    if (std::filesystem::path(typed.scenario).extension() != ".toml") {
        throw std::invalid_argument(
            fmt::format("FILE must be a name that ends in .toml; got '{}'", shown(typed.scenario)));
    }
    write_file(typed.scenario, text, typed.force, {});
    return typed.json ? io::to_json("written", typed.scenario) + "\n"
                      : fmt::format("Wrote {}. Next: negotiate check {}\n", typed.scenario,
                                    typed.scenario);
}

}  // namespace negotiation::cli
