#pragma once

/// @file
/// From a tree of values to a scenario: reading tables key by key, telling everything wrong.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include <io/document.hpp>

#include <negotiation/scenario/detail/option_index.hpp>
#include <negotiation/scenario/scenario.hpp>

#include "scenario/suggestion.hpp"
#include "scenario/unread.hpp"

namespace negotiation::io::detail {

/// What is wrong with a file, and what of it could not be read.
struct problems {
    std::vector<located_message> list;
    std::unordered_set<const node*> unread;                             ///< values that were told
    std::unordered_map<const node*, std::vector<std::string>> missing;  ///< keys a table needs
    std::unordered_set<std::string> incomplete;  ///< issues whose options are not all known
    std::vector<std::string> nameless;  ///< sections of which some entry has no readable name
    std::size_t options_left;           ///< what the limit on options in all leaves
    std::size_t conditions_left;        ///< the same for options of the issues of conditions
    bool conditions_told = false;       ///< that they are too many
    negotiation::detail::suggestions near;

    problems();

    /// Tells what is wrong somewhere.
    void add(const place& where, std::string message) {
        constexpr std::size_t most = 10'000;  // nobody mends more in one go
        if (list.size() < most) {
            list.push_back(at(where, std::move(message)));
        }
    }
    /// Tells what is wrong with a value, so that nothing is concluded from it.
    void refuse(const node& of, std::string message) {
        unread.insert(&of);
        add(of.at, std::move(message));
    }
};

/// The places of what could not be read, as paths of the scenario.
[[nodiscard]] negotiation::detail::unread_places unread_places_of(const node& document,
                                                                  const problems& wrong);

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
    /// The same; `finish` tells when there is none.
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

    /// Refuses the keys that nobody asked for, and tells which are missing. A key that was
    /// misspelt is not told to be missing as well.
    /// @return the keys that the unknown ones were probably meant to be
    std::vector<std::string> finish();

    [[nodiscard]] const std::string& what() const { return what_; }
    [[nodiscard]] problems& wrong() { return wrong_; }

private:
    const node& from_;
    const node::table* table_;
    std::string what_;
    problems& wrong_;
    std::vector<std::string> known_;
    std::vector<std::string> missing_;
};

/// A value as a number, a word, a list or a label; tells what it is instead.
std::optional<double> read_number(const node& from, std::string_view what, problems& wrong);
std::optional<std::string> read_word(const node& from, std::string_view what, problems& wrong);
const node::array* read_list(const node& from, std::string_view what, problems& wrong);
std::optional<option_label> read_label(const node& from, std::string_view what, problems& wrong);

/// A table from agents to numbers; something else stands in it as 0, told and unread.
void read_numbers_by_name(const node& table, std::string_view what, problems& wrong,
                          std::vector<std::pair<std::string, double>>& into);

/// A list of numbers, of words, of labels; something else stands in it as 0 or an empty word, told
/// and unread. @return nothing when it is no list
std::optional<std::vector<double>> read_numbers(const node& from, std::string_view what,
                                                problems& wrong);
std::optional<std::vector<std::string>> read_words(const node& from, std::string_view what,
                                                   problems& wrong);
std::optional<std::vector<option_label>> read_labels(const node& from, std::string_view what,
                                                     problems& wrong);

issue decode_issue(const node& from, problems& wrong);

/// The issues read so far, by name.
class known_issues {
public:
    known_issues(const std::vector<issue>& issues, bool nameless);

    /// @return null when there is none of that name
    [[nodiscard]] const issue* find(const std::string& name) const;

    const std::vector<std::string>& names() const { return names_; }
    /// True when an issue has no readable name and may be the one that is looked for.
    [[nodiscard]] bool nameless() const { return nameless_; }

    /// Where an issue has an option of that label.
    [[nodiscard]] std::optional<std::size_t> place_of(const issue& of,
                                                      const option_label& label) const {
        return index_.find(static_cast<std::size_t>(&of - index_.issues().data()), label);
    }

private:
    mutable negotiation::detail::scenario_index index_;  ///< made as far as it is asked for
    std::vector<std::string> names_;
    bool nameless_;
};

/// The options that a condition names: a list, or `{ not, at_least, at_most }` over the issue's.
std::vector<option_label> decode_condition(const node& from, const std::string& name,
                                           const known_issues& issues, problems& wrong);

/// A table from issues to conditions, none of them where there is no table.
std::vector<condition> decode_conditions(const node* from, std::string_view key,
                                         const known_issues& issues, problems& wrong);

constraint decode_constraint(const node& from, const known_issues& issues, problems& wrong);
party decode_agent(const node& from, std::string_view section, const known_issues& issues,
                   problems& wrong);
void decode_weights(table_reader& reader, std::vector<std::pair<std::string, double>>& into);
void decode_red_lines(table_reader& reader, const known_issues& issues,
                      std::vector<red_line>& into);
void decode_values(const node& from, party& into, problems& wrong);
void decode_interactions(const node& from, party& into, problems& wrong);
scope decode_scope(const node& from, problems& wrong);
named_deal decode_deal(const node& from, problems& wrong);
breakout decode_reported(const node& from, const known_issues& issues, problems& wrong);
void decode_protocol(const node& from, talks::section& into, problems& wrong);
void decode_channel(const node& from, talks::section& into, problems& wrong);
talks::mediator_entry decode_mediator(const node& from, problems& wrong);
ratification::written_chamber decode_chamber(const node& from, problems& wrong);
ratification::written_faction decode_faction(const node& from, const known_issues& issues,
                                             problems& wrong);
void decode_sequence(const node& from, sequence::section& into, problems& wrong);
sequence::written_step decode_step(const node& from, const known_issues& issues, problems& wrong);
sequence::named_order decode_order(const node& from, problems& wrong);
sequence::variant decode_variant(const node& from, problems& wrong);
sequence::written_tranches decode_tranches(const node& from, problems& wrong);
void decode_survival(const node& from, survival::section& into, problems& wrong);
survival::written_hazard decode_hazard(const node& from, const known_issues& issues,
                                       problems& wrong);
survival::written_event decode_event(const node& from, const known_issues& issues, problems& wrong);
/// The days in the period that a key names or counts; tells of another word. @return nothing then
std::optional<double> need_period(table_reader& reader, std::string_view key);
compliance::written_inspector decode_inspector(const node& from, problems& wrong);
source decode_source(const node& from, problems& wrong);
assumption decode_assumption(const node& from, problems& wrong);

/// The whole document, as far as it can be read.
scenario decode_scenario(const node& document, problems& wrong);

/// "issue 'x'", or "an issue" when it has no name.
std::string call(std::string_view section, const node& of);

}  // namespace negotiation::io::detail
