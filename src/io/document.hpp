#pragma once

/// @file
/// A file as a tree of values that remember where they were written. Unlike the tree of the TOML
/// parser it keeps the order of keys, can be merged across files and survives the parser.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>

#include <negotiation/io/foreign_reading.hpp>
#include <negotiation/io/parse_error.hpp>
#include <negotiation/scenario/path.hpp>

namespace negotiation::io::detail {

/// Where something was written.
struct place {
    std::shared_ptr<const std::string> file;
    std::uint32_t line = 0;
    std::uint32_t column = 0;
};

/// Something of TOML that no scenario uses: dates and times.
struct other_value {};

struct entry;

/// A value of the file. A table keeps its entries in the file's order.
struct node {
    using array = std::vector<node>;
    using table = std::vector<entry>;

    place at;
    std::variant<other_value, bool, std::int64_t, double, std::string, array, table> value;

    [[nodiscard]] const array* as_array() const { return std::get_if<array>(&value); }
    [[nodiscard]] array* as_array() { return std::get_if<array>(&value); }
    [[nodiscard]] const table* as_table() const { return std::get_if<table>(&value); }
    [[nodiscard]] table* as_table() { return std::get_if<table>(&value); }
    [[nodiscard]] const std::string* as_text() const { return std::get_if<std::string>(&value); }
};

/// A key and its value.
struct entry {
    std::string key;
    place at;
    node inside;
};

/// The value under a key of a table. @return null when there is none
[[nodiscard]] const node* find(const node::table& in, std::string_view key);
[[nodiscard]] node* find(node::table& in, std::string_view key);

/// What the file calls a value: "the word 'x'", "the number 3", "a list", "a table".
[[nodiscard]] std::string describe(const node& value);

[[nodiscard]] located_message at(const place& where, std::string message);

/// Adds a message to those that are there; none beyond a thousand, since nobody mends more in one
/// go.
void add_message(std::vector<located_message>& wrong, const place& where, std::string message);

/// The key that tells entries of a section apart: `name`, `id` of a source, `what` of an
/// assumption.
[[nodiscard]] std::string_view identity_key(std::string_view section);

/// "a party", "an issue".
[[nodiscard]] std::string with_article(std::string_view noun);

/// The name of an entry of a section. @return null when it has none
[[nodiscard]] const std::string* identity(std::string_view section, const node& of);

/// Limits of a file.
inline constexpr std::size_t maximum_bytes = std::size_t{4} << 20U;
inline constexpr std::size_t maximum_depth = 32;
inline constexpr std::size_t maximum_bases = 16;

/// Reads TOML. @throws parse_error the one thing that is wrong with it
[[nodiscard]] node parse_document(std::string_view text, const std::string& name);

/// Refuses bytes that are no text, up to as many as anybody would look at: what is not UTF-8, and
/// control characters. @throws parse_error
void check_characters(std::string_view text, const std::shared_ptr<const std::string>& file);

/// Refuses what could hurt the parser: text that is not UTF-8, NUL bytes, too long, nested too
/// deeply. @throws parse_error
void check_text(std::string_view text, const std::shared_ptr<const std::string>& file);

/// The bytes of a file. @throws parse_error it cannot be read
[[nodiscard]] std::string read_text(const std::string& path, std::size_t most = maximum_bytes);

/// A document with everything it extends merged into it; adds to `wrong` what cannot be merged.
/// @param how reads what it extends where that is a folder or a file of another system
/// @throws parse_error some file cannot be read at all
[[nodiscard]] node load_document(std::string_view text, const std::string& name,
                                 std::vector<located_message>& wrong,
                                 const foreign_reading& how = {});

/// The file or folder that a scenario file extends; empty where there is none. @throws parse_error
/// the file cannot be read
[[nodiscard]] std::string extended_by(const std::string& path);

/// Lays a document over the one it extends; adds what is wrong to `wrong`.
[[nodiscard]] node merge(node base, node over, std::vector<located_message>& wrong);

/// Carries out `PATH=VALUE`; adds what is wrong to `wrong`.
void override_value(node& root, const std::string& text, std::vector<located_message>& wrong);

/// Finds the places of paths in a document; what is long is indexed when first searched.
class locator {
public:
    explicit locator(const node& root) : root_(root) {}

    /// The place of the longest part of a path that the document has.
    [[nodiscard]] place find(const path& p);

private:
    using index = std::unordered_map<std::string, const node*>;

    const node* step_into(const node& from, const path::step& step, std::string_view section);
    const index& names_in(const node& of, std::string_view section);

    const node& root_;
    std::unordered_map<const node*, index> indexes_;
};

}  // namespace negotiation::io::detail
