#include <algorithm>
#include <cstdlib>
#include <filesystem>

#include <fmt/format.h>
#include <io/document.hpp>
#include <io/foreign.hpp>

#include <negotiation/io/read_foreign.hpp>
#include <negotiation/io/resolve_scenario.hpp>
#include <negotiation/model/nearest.hpp>

namespace negotiation::io {

namespace {

namespace fs = std::filesystem;

/// The folders in which bare names are looked for, first one first.
std::vector<fs::path> folders() {
    std::vector<fs::path> list{fs::path("examples") / "scenarios"};
    if (const char* named = std::getenv("NEGOTIATION_SCENARIOS"); named != nullptr && *named) {
        list.emplace_back(named);
    }
    std::error_code failed;
    const fs::path program = fs::read_symlink("/proc/self/exe", failed);
    if (!failed) {
        const fs::path folder = program.parent_path();
        list.push_back(folder / ".." / "share" / "negotiation" / "scenarios");
        list.push_back(folder / ".." / ".." / "examples" / "scenarios");
        list.push_back(folder / ".." / ".." / ".." / "examples" / "scenarios");
    }
    return list;
}

bool is_bare_name(const std::string& argument) {
    return !argument.empty() && argument.find('/') == std::string::npos;
}

bool ends_with_toml(const std::string& name) {
    constexpr std::string_view ending = ".toml";
    return name.size() > ending.size() &&
           name.compare(name.size() - ending.size(), ending.size(), ending) == 0;
}

/// Names and files of the scenarios in all folders, each name once.
std::vector<scenario_file> known_files() {
    std::vector<scenario_file> list;
    for (const fs::path& folder : folders()) {
        std::error_code failed;
        for (fs::directory_iterator it(folder, failed), end; it != end; it.increment(failed)) {
            const std::string name = it->path().stem().string();
            const bool seen = std::any_of(list.begin(), list.end(),
                                          [&](const scenario_file& f) { return f.name == name; });
            if (it->path().extension() == ".toml" && !seen) {
                list.push_back({name, it->path().lexically_normal().string(), "", ""});
            }
        }
    }
    std::sort(list.begin(), list.end(),
              [](const scenario_file& a, const scenario_file& b) { return a.name < b.name; });
    return list;
}

/// Reads the title, through what the file extends.
void read_title(scenario_file& file) {
    try {
        std::vector<located_message> ignored;
        const detail::node document =
            detail::load_document(detail::read_text(file.path), file.path, ignored);
        const detail::node* title = detail::find(*document.as_table(), "title");
        if (title != nullptr && title->as_text() != nullptr) {
            file.title = *title->as_text();
        } else {
            file.problem = "it has no title";
        }
    } catch (const parse_error& wrong) {
        file.problem = to_string(wrong.messages().front());
    }
}

/// Whether a folder beside others is one of another system; one that cannot be looked into is not
/// known to be.
bool is_foreign_folder(const std::string& path) {
    try {
        return is_foreign(path);
    } catch (const parse_error&) {
        return false;
    }
}

/// Scenario files in a folder, and folders of files of another system.
std::vector<std::string> scenarios_in(const fs::path& folder) {
    std::vector<std::string> names;
    std::error_code failed;
    std::error_code ignored;
    for (fs::directory_iterator it(folder, failed), end; !failed && it != end;
         it.increment(failed)) {
        if (it->is_directory(ignored) ? is_foreign_folder(it->path().string())
                                      : it->path().extension() == ".toml") {
            names.push_back(shown(it->path().filename().string()));
        }
    }
    std::sort(names.begin(), names.end());
    return names;
}

[[noreturn]] void refuse_folder(const std::string& folder) {
    constexpr std::size_t most = 20;
    std::vector<std::string> names = scenarios_in(folder);
    const std::size_t left_out = names.size() - std::min(most, names.size());
    names.resize(names.size() - left_out);
    throw parse_error(
        {{shown(folder), 0, 0,
          fmt::format("a folder without a domain of GENIUS or GeniusWeb; scenarios in it: {}{}",
                      names.empty() ? "none" : fmt::format("{}", fmt::join(names, ", ")),
                      left_out == 0 ? "" : fmt::format(", and {} more", left_out))}});
}

}  // namespace

std::string resolve_scenario(const std::string& argument) {
    std::error_code ignored;
    const bool folder = fs::is_directory(argument, ignored);
    if (folder ? is_foreign(argument) : fs::exists(argument, ignored)) {
        return argument;
    }
    if (!is_bare_name(argument)) {
        if (folder) {
            refuse_folder(argument);
        }
        if (argument.empty()) {
            throw parse_error({{"''", 0, 0, "a scenario is a file or a name; got nothing"}});
        }
        static_cast<void>(detail::read_text(argument));  // tells why it cannot be read
        return argument;
    }
    const std::string file = ends_with_toml(argument) ? argument : argument + ".toml";
    for (const fs::path& in : folders()) {
        if (fs::is_regular_file(in / file, ignored)) {
            return (in / file).lexically_normal().string();
        }
    }
    if (folder) {
        refuse_folder(argument);
    }
    std::vector<std::string> names;
    for (const scenario_file& known : known_files()) {
        names.push_back(known.name);
    }
    const std::string stem =
        ends_with_toml(argument) ? argument.substr(0, argument.size() - 5) : argument;
    throw parse_error({{shown(argument), 0, 0,
                        "neither a file nor the name of a scenario; " +
                            (names.empty() ? "NEGOTIATION_SCENARIOS names no folder of any"
                                           : nearest(stem, names))}});
}

std::vector<std::string> files_of_scenario(const std::string& path) {
    std::vector<std::string> files;
    try {
        for (std::string at = path; !at.empty() && files.size() <= detail::maximum_bases;) {
            if (is_foreign(at)) {
                const std::vector<std::string> more = detail::foreign_files(at);
                files.insert(files.end(), more.begin(), more.end());
                break;
            }
            files.push_back(at);
            at = detail::extended_by(at);
        }
    } catch (const parse_error&) {  // NOLINT(bugprone-empty-catch): whoever reads it tells
    }
    return files;
}

std::vector<scenario_file> list_scenarios() {
    std::vector<scenario_file> list = known_files();
    for (scenario_file& file : list) {
        read_title(file);
    }
    return list;
}

}  // namespace negotiation::io
