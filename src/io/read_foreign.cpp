#include <algorithm>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <io/foreign.hpp>
#include <io/genius.hpp>
#include <io/geniusweb.hpp>
#include <io/parse_json.hpp>

#include <negotiation/io/read_foreign.hpp>
#include <negotiation/model/nearest.hpp>
#include <negotiation/scenario/validate.hpp>

#include "io/sound_scenario.hpp"

namespace negotiation::io {

namespace detail {

namespace {

namespace fs = std::filesystem;

/// Limits of foreign files.
constexpr std::size_t maximum_foreign_bytes = std::size_t{64} << 20U;

[[noreturn]] void refuse_folder(const std::string& where, std::string message) {
    throw parse_error({{where, 0, 0, std::move(message)}});
}

enum class foreign_format { genius, geniusweb };

/// By the name; nothing for a file of neither.
std::optional<foreign_format> format_of(const std::string& name) {
    std::string ending = fs::path(name).extension().string();
    std::transform(ending.begin(), ending.end(), ending.begin(), negotiation::detail::lower);
    if (ending == ".xml") {
        return foreign_format::genius;
    }
    return ending == ".json" ? std::optional(foreign_format::geniusweb) : std::nullopt;
}

/// Files that a system keeps for itself, or a program for the moment, are nobody's profiles.
bool is_hidden(const std::string& name) { return name.substr(0, 1) == "."; }

/// The foreign files of a folder, sorted. A folder that is not there has none: reading the file
/// that was asked for tells. @throws parse_error a folder that may not be looked into
std::vector<std::string> foreign_names(const fs::path& folder) {
    const fs::path in = folder.empty() ? fs::path(".") : folder;
    std::vector<std::string> names;
    std::error_code failed;
    for (fs::directory_iterator it(in, failed), end; !failed && it != end; it.increment(failed)) {
        const fs::path name = it->path().filename();
        std::error_code unknown;  // of what cannot be told reading tells why
        if (format_of(name.string()) && !is_hidden(name.string()) &&
            (it->is_regular_file(unknown) || unknown)) {
            names.push_back((folder / name).string());
        }
    }
    if (failed && failed != std::errc::no_such_file_or_directory &&
        failed != std::errc::not_a_directory) {
        refuse_folder(in.string(), fmt::format("the folder cannot be read: {}", failed.message()));
    }
    std::sort(names.begin(), names.end());
    return names;
}

/// As the files of its folder are called.
std::string normal_name(const fs::path& path) {
    return (path.parent_path() / path.filename()).string();
}

/// A file that was parsed, of either format.
struct parsed_file {
    std::string name;
    std::unique_ptr<markup> xml;
    node json;
    place at;
    bool is_domain = false;
};

std::string_view without_mark(std::string_view text) {
    return text.substr(0, 3) == "\xEF\xBB\xBF" ? text.substr(3) : text;
}

parsed_file parse_xml(const foreign_file& file) {
    parsed_file into;
    into.name = file.name;
    into.xml = std::make_unique<markup>(without_mark(file.text), file.name);
    into.at = into.xml->at(into.xml->root());
    const std::string root = into.xml->root().name();
    into.is_domain = root == "negotiation_template";
    if (!into.is_domain && root != "utility_space") {
        throw parse_error(
            {at(into.at, fmt::format("a file of GENIUS begins with negotiation_template "
                                     "or utility_space; got '{}'; {}",
                                     shown(root),
                                     nearest(root, {"negotiation_template", "utility_space"})))});
    }
    return into;
}

parsed_file parse_web(const foreign_file& file) {
    parsed_file into;
    into.name = file.name;
    into.json = parse_json(without_mark(file.text), file.name);
    into.at = into.json.at;
    const node::table* table = into.json.as_table();
    into.is_domain = table != nullptr && find(*table, geniusweb_domain_key) != nullptr;
    if (table == nullptr || (!into.is_domain && find(*table, geniusweb_profile_key) == nullptr)) {
        const bool keyed = table != nullptr && !table->empty();
        const std::string got = keyed ? table->front().key : "";
        throw parse_error({at(
            into.at,
            fmt::format(
                "a file of GeniusWeb has the key issuesValues or "
                "LinearAdditiveUtilitySpace; got {}{}",
                keyed ? "'" + shown(got) + "'" : describe(into.json),
                keyed ? "; " + nearest(got, {geniusweb_domain_key, geniusweb_profile_key}) : ""))});
    }
    return into;
}

std::vector<parsed_file> parse_all(const std::vector<foreign_file>& files, foreign_format format) {
    std::vector<parsed_file> parsed;
    std::vector<located_message> wrong;
    for (const foreign_file& file : files) {
        try {
            parsed.push_back(format == foreign_format::genius ? parse_xml(file) : parse_web(file));
        } catch (const parse_error& refused) {
            wrong.insert(wrong.end(), refused.messages().begin(), refused.messages().end());
        }
    }
    throw_if_any(wrong);
    return parsed;
}

/// The one domain. @param named where the user named it, its file; then others are left aside
const parsed_file& domain_of(const std::vector<parsed_file>& files, const std::string& where,
                             const std::string& named) {
    const parsed_file* found = nullptr;
    for (const parsed_file& file : files) {
        if (!file.is_domain || (!named.empty() && file.name != named)) {
            continue;
        }
        if (found != nullptr) {
            throw parse_error(
                {at(file.at, fmt::format("a folder has one domain; got another beside "
                                         "{}",
                                         shown(found->name)))});
        }
        found = &file;
    }
    if (found == nullptr && !named.empty()) {
        refuse_folder(named, "a scenario is asked for by its folder or its domain; got a profile");
    }
    if (found == nullptr) {
        refuse_folder(where, fmt::format("a scenario needs a domain; got {} profile{} alone",
                                         files.size(), files.size() == 1 ? "" : "s"));
    }
    return *found;
}

foreign_format common_format(const std::vector<foreign_file>& files, const std::string& where) {
    const foreign_file* first = nullptr;
    std::optional<foreign_format> format;
    for (const foreign_file& file : files) {
        const auto own = format_of(file.name);
        if (own && format && *own != *format) {
            refuse_folder(where,
                          fmt::format("a scenario has files of one format; got '{}' and '{}'",
                                      shown(fs::path(first->name).filename().string()),
                                      shown(fs::path(file.name).filename().string())));
        }
        if (own && !format) {
            format = own;
            first = &file;
        }
    }
    if (!format) {
        refuse_folder(where,
                      "a scenario of another system is a folder with one domain and its profiles, "
                      ".xml of GENIUS or .json of GeniusWeb; got none of them");
    }
    return *format;
}

/// Names of parties are unique: a second one of a name gets its file's name.
void tell_apart(std::vector<foreign_profile>& profiles) {
    for (std::size_t k = 0; k < profiles.size(); ++k) {
        const bool taken =
            std::any_of(profiles.begin(), profiles.begin() + static_cast<std::ptrdiff_t>(k),
                        [&](const foreign_profile& p) { return p.name == profiles[k].name; });
        if (taken) {
            profiles[k].name = fs::path(profiles[k].file).stem().string();
        }
    }
}

/// A scenario is called as its folder, since every folder may have a domain.xml; without a folder,
/// or in one without a name, as its domain.
std::string title_of(const fs::path& folder, const std::string& domain) {
    std::error_code ignored;
    const fs::path full = folder.empty() ? folder : fs::canonical(folder, ignored);
    const std::string name = full.filename().string();
    return name.empty() ? fs::path(domain).stem().string() : name;
}

/// @param where  what was asked for, as messages call it
/// @param folder in which the files lie; empty where they lie in none
/// @param named  the domain where the user named it, its file
node document_of(const std::vector<foreign_file>& files, const std::string& where,
                 const fs::path& folder, const std::string& named, const foreign_reading& how) {
    const foreign_format format = common_format(files, where);
    const std::vector<parsed_file> parsed = parse_all(files, format);
    const parsed_file& chosen = domain_of(parsed, where, named);
    const bool xml = format == foreign_format::genius;
    const foreign_domain domain = xml ? read_genius_domain(*chosen.xml, how)
                                      : read_geniusweb_domain(chosen.json, chosen.name, how);
    std::vector<foreign_profile> profiles;
    std::vector<located_message> wrong;
    for (const parsed_file& file : parsed) {
        if (file.is_domain) {
            continue;
        }
        try {
            profiles.push_back(xml ? read_genius_profile(*file.xml, domain, how)
                                   : read_geniusweb_profile(file.json, file.name, domain, how));
        } catch (const parse_error& refused) {
            wrong.insert(wrong.end(), refused.messages().begin(), refused.messages().end());
        }
    }
    throw_if_any(wrong);
    if (profiles.size() < 2) {
        refuse_folder(
            where, profiles.empty()
                       ? "a scenario needs two profiles or more; got none"
                       : fmt::format("a scenario needs two profiles or more; got '{}' alone",
                                     shown(fs::path(profiles.front().file).filename().string())));
    }
    tell_apart(profiles);
    return foreign_document(title_of(folder, domain.file), domain, profiles,
                            xml ? "GENIUS XML" : "GeniusWeb JSON", how);
}

}  // namespace

std::vector<std::string> foreign_files(const std::string& path) {
    std::error_code ignored;
    if (fs::is_directory(path, ignored)) {
        return foreign_names(path);
    }
    std::vector<std::string> names = foreign_names(fs::path(path).parent_path());
    const auto own = format_of(path);
    names.erase(std::remove_if(names.begin(), names.end(),
                               [&](const std::string& name) { return format_of(name) != own; }),
                names.end());
    const std::string named = normal_name(path);
    if (std::find(names.begin(), names.end(), named) == names.end()) {
        names.push_back(named);  // reading it tells why it cannot be read
    }
    return names;
}

node load_foreign(const std::string& path, const foreign_reading& how) {
    std::error_code ignored;
    const bool folder = fs::is_directory(path, ignored);
    const fs::path in = folder ? fs::path(path) : fs::path(path).parent_path();
    const std::vector<std::string> names = foreign_files(path);
    if (names.size() > maximum_agents + 1) {
        refuse_folder(path, fmt::format("a scenario has one domain and at most {} profiles; got {} "
                                        "files",
                                        maximum_agents, names.size()));
    }
    const std::string named = folder ? "" : normal_name(path);
    std::vector<foreign_file> files;
    for (const std::string& name : names) {
        files.push_back({name, read_text(name, maximum_foreign_bytes)});
    }
    return document_of(files, path, in.empty() ? fs::path(".") : in, named, how);
}

}  // namespace detail

bool is_foreign(const std::string& path) {
    std::error_code ignored;
    if (!path.empty() && std::filesystem::is_directory(path, ignored)) {
        return !detail::foreign_names(path).empty();
    }
    return detail::format_of(path).has_value();
}

scenario parse_foreign(const std::vector<foreign_file>& files, const foreign_reading& how) {
    detail::check_reading(how);
    return detail::sound_scenario(detail::document_of(files, "scenario", "", "", how),
                                  files.empty() ? "" : files.front().name, {});
}

}  // namespace negotiation::io
