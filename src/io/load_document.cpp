#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>

#include <fmt/format.h>
#include <io/document.hpp>
#include <io/foreign.hpp>

#include <negotiation/model/nearest.hpp>

namespace negotiation::io::detail {

namespace {

namespace fs = std::filesystem;

/// The scenario files that lie in a folder.
std::vector<std::string> files_in(const fs::path& folder) {
    constexpr std::size_t most = 1000;
    std::vector<std::string> names;
    std::error_code ignored;
    for (fs::directory_iterator it(folder.empty() ? fs::path(".") : folder, ignored), end;
         it != end && names.size() < most; it.increment(ignored)) {
        if (it->path().extension() == ".toml") {
            names.push_back(it->path().filename().string());
        }
    }
    std::sort(names.begin(), names.end());
    return names;
}

/// "; did you mean 'x.toml'?", or nothing.
std::string near_file(const fs::path& missing) {
    const auto near = nearest_name(missing.filename().string(), files_in(missing.parent_path()));
    if (!near) {
        return "";
    }
    return "; did you mean '" + (missing.parent_path() / *near).string() + "'?";
}

/// Reads a file. @return why it cannot be read, or nothing
std::string try_read(const std::string& path, std::string& into, std::size_t most = maximum_bytes) {
    std::error_code failed;
    const fs::file_status status = fs::status(path, failed);
    if (!fs::exists(status)) {
        return "cannot be read: " + failed.message() + near_file(path);
    }
    if (fs::is_directory(status)) {
        const auto known = files_in(path);
        return "cannot be read: it is a folder" +
               (known.empty()
                    ? ""
                    : "; did you mean '" + (fs::path(path) / known.front()).string() + "'?");
    }
    errno = 0;
    std::ifstream in(path, std::ios::binary);
    if (!in) {
        return fmt::format("cannot be read: {}", std::strerror(errno));
    }
    // Piece by piece, since most files are small; and one byte more than allowed, so that an
    // endless device is refused and not read for ever.
    constexpr std::size_t piece = std::size_t{1} << 14U;
    into.clear();
    while (in && into.size() <= most) {
        const std::size_t held = into.size();
        into.resize(std::min(held + piece, most + 1));
        in.read(into.data() + held, static_cast<std::streamsize>(into.size() - held));
        into.resize(held + static_cast<std::size_t>(in.gcount()));
    }
    if (in.bad()) {
        return fmt::format("cannot be read: {}", std::strerror(errno));
    }
    if (into.size() > most) {
        return fmt::format("a scenario file has at most {} bytes; got more", most);
    }
    return "";
}

/// The files on the way from the first to the one being read.
struct chain {
    std::vector<std::string> names;
    std::vector<fs::path> canonical;
    std::size_t bytes = 0;  ///< of their texts

    void enter(const std::string& name) {
        std::error_code ignored;
        names.push_back(name);
        canonical.push_back(fs::weakly_canonical(name, ignored));
    }
    [[nodiscard]] bool contains(const std::string& name) const {
        std::error_code ignored;
        const fs::path there = fs::weakly_canonical(name, ignored);
        return std::find(canonical.begin(), canonical.end(), there) != canonical.end();
    }
    [[nodiscard]] std::string show(const std::string& last) const {
        std::string text;
        for (const std::string& name : names) {
            text += name + " extends ";
        }
        return text + last;
    }
};

[[noreturn]] void refuse(const node& where, std::string message) {
    throw parse_error({at(where.at, std::move(message))});
}

/// A file extends another by its place beside it.
std::string base_path(const std::string& name, const node& extends) {
    return (fs::path(name).parent_path() / *extends.as_text()).string();
}

/// The text of the file that `extends` names.
std::string read_base(const node& extends, const std::string& path, const chain& above) {
    if (above.contains(path)) {
        refuse(extends, "files must not extend one another in a loop; got " + above.show(path));
    }
    if (above.names.size() > maximum_bases) {
        refuse(extends,
               fmt::format("a file extends at most {} others, one through the other; got {}",
                           maximum_bases, above.show(path)));
    }
    std::error_code ignored;
    if (fs::exists(path, ignored) && !fs::is_regular_file(path, ignored) &&
        !fs::is_directory(path, ignored)) {
        refuse(extends, fmt::format("extends must name a file; got '{}'", shown(path)));
    }
    std::string text;
    if (const std::string why = try_read(path, text); !why.empty()) {
        refuse(extends,
               fmt::format("the extended file '{}' {} ({})", shown(path), why, above.show(path)));
    }
    if (above.bytes + text.size() > maximum_bytes) {
        refuse(extends,
               fmt::format("a scenario file and those it extends have at most {} bytes in all; got "
                           "{} with '{}'",
                           maximum_bytes, above.bytes + text.size(), shown(path)));
    }
    return text;
}

node load(std::string_view text, const std::string& name, chain above,
          std::vector<located_message>& wrong, const foreign_reading& how) {
    node document = parse_document(text, name);
    above.enter(name);
    above.bytes += text.size();
    node base{document.at, node::table{}};
    if (const node* extends = find(*document.as_table(), "extends")) {
        if (extends->as_text() == nullptr || extends->as_text()->empty()) {
            refuse(*extends, "extends must be a file's name; got " + describe(*extends));
        }
        const std::string path = base_path(name, *extends);
        if (is_foreign(path)) {
            base = load_foreign(path, how);
        } else {
            const std::string base_text = read_base(*extends, path, above);
            base = load(base_text, path, above, wrong, how);
        }
    }
    return merge(std::move(base), std::move(document), wrong);
}

}  // namespace

std::string read_text(const std::string& path, std::size_t most) {
    std::string text;
    if (std::string why = try_read(path, text, most); !why.empty()) {
        throw parse_error({{path, 0, 0, std::move(why)}});
    }
    return text;
}

node load_document(std::string_view text, const std::string& name,
                   std::vector<located_message>& wrong, const foreign_reading& how) {
    return load(text, name, {}, wrong, how);
}

std::string extended_by(const std::string& path) {
    const node document = parse_document(read_text(path), path);
    const node* extends = find(*document.as_table(), "extends");
    return extends == nullptr || extends->as_text() == nullptr || extends->as_text()->empty()
               ? ""
               : base_path(path, *extends);
}

}  // namespace negotiation::io::detail
