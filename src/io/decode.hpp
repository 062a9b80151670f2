#pragma once

/// @file
/// From a tree of values to a scenario: reading tables key by key, telling everything wrong.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <io/document.hpp>

#include <negotiation/scenario/scenario.hpp>

namespace negotiation::io::detail {

/// What is wrong with a file, and how much of it could be read in spite of that.
struct problems {
    std::vector<located_message> list;
    bool incomplete = false;    ///< names or options are missing: no use in checking references
    std::vector<path> damaged;  ///< entries that were read in part only

    void add(const place& where, std::string message) {
        list.push_back(at(where, std::move(message)));
    }
};

/// Reads the keys of one table. What a key must be is said where it is read; `finish` then
/// refuses the keys that nobody asked for.
class table_reader {
public:
    /// @param from what should be a table
    /// @param what as a message calls it: "issue 'x'"
    table_reader(const node& from, std::string what, problems& wrong);

    /// True when there is a table at all.
    [[nodiscard]] bool readable() const { return table_ != nullptr; }

    /// The value of a key. @return null when there is none
    const node* take(std::string_view key);
    /// The same; tells when there is none.
    const node* need(std::string_view key);

    void text(std::string_view key, std::string& into);
    void need_text(std::string_view key, std::string& into);
    bool number(std::string_view key, double& into);
    bool need_number(std::string_view key, double& into);
    void truth(std::string_view key, bool& into);

    /// One of some words. @return its place among them
    std::optional<std::size_t> choice(std::string_view key, const std::vector<std::string>& words);
    std::optional<std::size_t> need_choice(std::string_view key,
                                           const std::vector<std::string>& words);

    /// Refuses the keys that nobody asked for.
    void finish();

    [[nodiscard]] const std::string& what() const { return what_; }
    [[nodiscard]] problems& wrong() { return wrong_; }

private:
    const node::table* table_;
    place at_;
    std::string what_;
    problems& wrong_;
    std::vector<std::string> known_;
};

/// A value as a number, a word, a list or a label; tells what it is instead.
std::optional<double> read_number(const node& from, std::string_view what, problems& wrong);
std::optional<std::string> read_word(const node& from, std::string_view what, problems& wrong);
const node::array* read_list(const node& from, std::string_view what, problems& wrong);
std::optional<option_label> read_label(const node& from, std::string_view what, problems& wrong);

/// A list of numbers, of words, of labels. @return nothing when one of them is something else
std::optional<std::vector<double>> read_numbers(const node& from, std::string_view what,
                                                problems& wrong);
std::optional<std::vector<std::string>> read_words(const node& from, std::string_view what,
                                                   problems& wrong);
std::optional<std::vector<option_label>> read_labels(const node& from, std::string_view what,
                                                     problems& wrong);

/// An issue; `options_left` is what the limit on options leaves, lowered by what the issue has.
issue decode_issue(const node& from, std::size_t& options_left, problems& wrong);

/// The options that a condition names: a list, or `{ not, at_least, at_most }` over the issue's.
/// @param known the issue, or null when it does not exist, which is then told for a table
std::vector<option_label> decode_condition(const node& from, const std::string& name,
                                           const scenario& world, problems& wrong);

constraint decode_constraint(const node& from, const scenario& world, problems& wrong);
party decode_agent(const node& from, std::string_view section, const scenario& world,
                   problems& wrong);
void decode_values(const node& from, party& into, problems& wrong);
void decode_interactions(const node& from, party& into, problems& wrong);
scope decode_scope(const node& from, problems& wrong);
named_deal decode_deal(const node& from, problems& wrong);
breakout decode_reported(const node& from, const scenario& world, problems& wrong);
source decode_source(const node& from, problems& wrong);
assumption decode_assumption(const node& from, problems& wrong);

/// The whole document, as far as it can be read.
scenario decode_scenario(const node& document, problems& wrong);

/// "issue 'x'", or "an issue" when it has no name.
std::string call(std::string_view section, const node& of);

/// The issue of a name. @return null when there is none
const issue* find_issue(const scenario& world, const std::string& name);
std::vector<std::string> issue_names(const scenario& world);

}  // namespace negotiation::io::detail
