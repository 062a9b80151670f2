#pragma once

/// @file
/// Strategies and mediators as they are written: a name and its parameters. Compiled in the library
/// negotiation::negotiation (src/talks/specification.cpp).

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace negotiation::talks {

/// @brief A name and its parameters: `time-dependent(e=0.25,accept=next(a=1,b=0))`.
struct specification {
    std::string name;                                             ///< what it is
    std::vector<std::pair<std::string, std::string>> parameters;  ///< name, value as written

    bool operator==(const specification&) const = default;
};

/// @brief Reads a specification. Blanks around names, values, commas and parentheses do not count.
/// `exec:COMMAND` is `exec(command=COMMAND)`, whatever signs the command has.
/// @param text `name` or `name(key=value,…)`; a value may be a specification, or anything in single
/// or double quotes
/// @return name and parameters, unchecked but for their form
/// @throws std::invalid_argument the form is wrong, or a parameter is given twice
/// @complexity{O(length)}; thread-safe
/// @test tests/talks/specification.cpp "specifications are read and written back"
[[nodiscard]] specification parse_specification(std::string_view text);

/// @brief A name and parts of it that have no names of their own: `any(next,time(from=0.95))`.
struct named_list {
    std::string name;                ///< what it is
    std::vector<std::string> parts;  ///< as written, blanks around them aside

    bool operator==(const named_list&) const = default;
};

/// @brief The name that a specification or a list begins with.
/// @param text as for `parse_specification` or `parse_list`
/// @return what stands before the first parenthesis, blanks around it aside; may be empty
/// @complexity{O(length)}; thread-safe
/// @test tests/talks/specification.cpp "lists are read part by part"
[[nodiscard]] std::string name_of_specification(std::string_view text);

/// @brief Reads a list.
/// @param text `name` or `name(part,…)`; a part may be a specification or a list
/// @return name and parts, unchecked but for their form
/// @throws std::invalid_argument the form is wrong, or a part is empty
/// @complexity{O(length)}; thread-safe
/// @test tests/talks/specification.cpp "lists are read part by part"
[[nodiscard]] named_list parse_list(std::string_view text);

/// @brief Writes a specification.
/// @param of any
/// @return text that `parse_specification` reads back
/// @complexity{O(length)}; thread-safe
/// @test tests/talks/specification.cpp "specifications are read and written back"
[[nodiscard]] std::string to_string(const specification& of);

/// @brief One parameter, for help and for messages.
struct parameter {
    std::string name;      ///< as written
    std::string fallback;  ///< its value when it is not given; may be empty
    std::string what;      ///< what it does
};

/// @brief Something that can be named: a strategy, a mediator, an acceptance condition, …
struct catalogue_entry {
    std::string name;                   ///< as written
    std::string what;                   ///< one line for a list
    std::vector<parameter> parameters;  ///< what it takes
    std::string assumes = {};           ///< of the others, of the talks; may be empty
    std::string source = {};            ///< who described it first; empty for a baseline of ours
};

/// @brief Reads the parameters of a specification by the entry of a catalogue that describes them:
/// defaults stand there and nowhere else, and unknown parameters are refused on construction.
///
/// @code
/// const parameter_reader given(entry, spec);
/// return time_dependent(given.number("e", 0, 1000), given.number("k", 0, 1));
/// @endcode
/// @thread const use is safe
class parameter_reader {
public:
    /// @brief Pairs a specification with its description.
    /// @param entry describes it; must outlive the reader
    /// @param given what was written; must outlive the reader
    /// @throws std::invalid_argument a parameter that the entry does not have
    /// @complexity{O(parameters^2)}
    /// @test tests/talks/specification.cpp "parameters are read by name and range"
    parameter_reader(const catalogue_entry& entry, const specification& given);

    /// @brief A number.
    /// @param name of the parameter, in the entry
    /// @param low  least value
    /// @param high greatest value
    /// @return what was written, else the default
    /// @throws std::invalid_argument not a number, or out of range
    /// @complexity{O(parameters)}; thread-safe
    /// @test tests/talks/specification.cpp "parameters are read by name and range"
    [[nodiscard]] double number(const std::string& name, double low, double high) const;

    /// @brief A whole number.
    /// @param name of the parameter, in the entry
    /// @param low  least value
    /// @param high greatest value
    /// @return what was written, else the default
    /// @throws std::invalid_argument not a whole number, or out of range
    /// @complexity{O(parameters)}; thread-safe
    /// @test tests/talks/specification.cpp "parameters are read by name and range"
    [[nodiscard]] std::int64_t whole(const std::string& name, std::int64_t low,
                                     std::int64_t high) const;

    /// @brief Numbers between slashes: `0.7/0.3`.
    /// @param name of the parameter, in the entry
    /// @return what was written, else the default, each finite and at least 0
    /// @throws std::invalid_argument something else
    /// @complexity{O(parameters + length)}; thread-safe
    /// @test tests/talks/specification.cpp "parameters are read by name and range"
    [[nodiscard]] std::vector<double> numbers(const std::string& name) const;

    /// @brief Rows of such numbers between bars: `0.7/0.3|0.3/0.7`.
    /// @param name of the parameter, in the entry
    /// @return what was written, else the default, each finite and at least 0
    /// @throws std::invalid_argument something else
    /// @complexity{O(parameters + length)}; thread-safe
    /// @test tests/talks/specification.cpp "parameters are read by name and range"
    [[nodiscard]] std::vector<std::vector<double>> rows(const std::string& name) const;

    /// @brief One of several words.
    /// @param name    of the parameter, in the entry
    /// @param choices the words
    /// @return place of the word among the choices
    /// @throws std::invalid_argument another word
    /// @complexity{O(parameters + choices)}; thread-safe
    /// @test tests/talks/specification.cpp "parameters are read by name and range"
    [[nodiscard]] std::size_t choice(const std::string& name,
                                     const std::vector<std::string>& choices) const;

    /// @brief A name of somebody or something, without the quotes around it.
    /// @param parameter its name, in the entry
    /// @return what was written, else the default
    /// @complexity{O(parameters)}; thread-safe
    /// @test tests/talks/specification.cpp "names in quotes may hold signs"
    [[nodiscard]] std::string name(const std::string& parameter) const;

    /// @brief The value as text.
    /// @param name of the parameter, in the entry
    /// @return what was written, else the default
    /// @complexity{O(parameters)}; thread-safe
    /// @test tests/talks/specification.cpp "parameters are read by name and range"
    [[nodiscard]] const std::string& text(const std::string& name) const;

private:
    const catalogue_entry* entry_;
    const specification* given_;
};

/// @brief The entry of that name.
/// @param catalogue what there is
/// @param kind      what its entries are called in a message: "strategy"
/// @param name      the name sought
/// @return the entry
/// @throws std::invalid_argument no such name; the message lists those that exist
/// @complexity{O(entries)}; thread-safe
/// @test tests/talks/specification.cpp "unknown names list what exists"
[[nodiscard]] const catalogue_entry& find_entry(const std::vector<catalogue_entry>& catalogue,
                                                std::string_view kind, const std::string& name);

}  // namespace negotiation::talks
