#include <algorithm>
#include <cmath>

#include <fmt/format.h>
#include <io/decode.hpp>

#include <negotiation/scenario/nearest.hpp>

namespace negotiation::io::detail {

table_reader::table_reader(const node& from, std::string what, problems& wrong)
    : table_(from.as_table()),
      at_(from.at),
      what_(std::move(what)),
      wrong_(wrong) {
    if (table_ == nullptr) {
        wrong_.add(at_, fmt::format("{} must be a table; got {}", what_, describe(from)));
    }
}

const node* table_reader::take(std::string_view key) {
    known_.emplace_back(key);
    return table_ == nullptr ? nullptr : find(*table_, key);
}

const node* table_reader::need(std::string_view key) {
    const node* found = take(key);
    if (found == nullptr && table_ != nullptr) {
        std::string message = fmt::format("{} needs '{}'; got none", what_, key);
        wrong_.add(at_, std::move(message));
    }
    return found;
}

namespace {

std::string key_of(std::string_view key, const std::string& what) {
    return fmt::format("'{}' of {}", key, what);
}

}  // namespace

void table_reader::text(std::string_view key, std::string& into) {
    if (const node* found = take(key)) {
        if (auto word = read_word(*found, key_of(key, what_), wrong_)) {
            into = std::move(*word);
        }
    }
}

void table_reader::need_text(std::string_view key, std::string& into) {
    if (const node* found = need(key)) {
        if (auto word = read_word(*found, key_of(key, what_), wrong_)) {
            into = std::move(*word);
        }
    }
}

bool table_reader::number(std::string_view key, double& into) {
    const node* found = take(key);
    if (found == nullptr) {
        return false;
    }
    const auto value = read_number(*found, key_of(key, what_), wrong_);
    into = value.value_or(into);
    return value.has_value();
}

bool table_reader::need_number(std::string_view key, double& into) {
    const node* found = need(key);
    if (found == nullptr) {
        return false;
    }
    const auto value = read_number(*found, key_of(key, what_), wrong_);
    into = value.value_or(into);
    return value.has_value();
}

void table_reader::truth(std::string_view key, bool& into) {
    if (const node* found = take(key)) {
        if (const bool* value = std::get_if<bool>(&found->value)) {
            into = *value;
        } else {
            wrong_.add(found->at, fmt::format("{} must be true or false; got {}",
                                              key_of(key, what_), describe(*found)));
        }
    }
}

namespace {

std::optional<std::size_t> choose(const node& from, std::string_view what,
                                  const std::vector<std::string>& words, problems& wrong) {
    const std::string* word = from.as_text();
    for (std::size_t k = 0; word != nullptr && k < words.size(); ++k) {
        if (*word == words[k]) {
            return k;
        }
    }
    wrong.add(from.at, fmt::format("{} must be one of some words; got {}; {}", what, describe(from),
                                   nearest(word == nullptr ? "" : *word, words)));
    return std::nullopt;
}

}  // namespace

std::optional<std::size_t> table_reader::choice(std::string_view key,
                                                const std::vector<std::string>& words) {
    const node* found = take(key);
    return found == nullptr ? std::nullopt : choose(*found, key_of(key, what_), words, wrong_);
}

std::optional<std::size_t> table_reader::need_choice(std::string_view key,
                                                     const std::vector<std::string>& words) {
    const node* found = need(key);
    return found == nullptr ? std::nullopt : choose(*found, key_of(key, what_), words, wrong_);
}

void table_reader::finish() {
    if (table_ == nullptr) {
        return;
    }
    for (const entry& e : *table_) {
        if (std::find(known_.begin(), known_.end(), e.key) == known_.end()) {
            wrong_.add(e.at, fmt::format("unknown key '{}' in {}; {}", shown(e.key), what_,
                                         nearest(e.key, known_)));
        }
    }
}

std::optional<double> read_number(const node& from, std::string_view what, problems& wrong) {
    double number = 0;
    if (const auto* whole = std::get_if<std::int64_t>(&from.value)) {
        number = static_cast<double>(*whole);
    } else if (const auto* real = std::get_if<double>(&from.value)) {
        number = *real;
    } else {
        wrong.add(from.at, fmt::format("{} must be a number; got {}", what, describe(from)));
        return std::nullopt;
    }
    if (!std::isfinite(number)) {
        wrong.add(from.at, fmt::format("{} must be finite; got {}", what, number));
        return std::nullopt;
    }
    return number;
}

std::optional<std::string> read_word(const node& from, std::string_view what, problems& wrong) {
    if (const std::string* word = from.as_text()) {
        return *word;
    }
    wrong.add(from.at, fmt::format("{} must be text in quotes; got {}", what, describe(from)));
    return std::nullopt;
}

const node::array* read_list(const node& from, std::string_view what, problems& wrong) {
    const node::array* list = from.as_array();
    if (list == nullptr) {
        wrong.add(from.at, fmt::format("{} must be a list; got {}", what, describe(from)));
    }
    return list;
}

std::optional<option_label> read_label(const node& from, std::string_view what, problems& wrong) {
    if (const std::string* word = from.as_text()) {
        return option_label{*word};
    }
    if (const auto* whole = std::get_if<std::int64_t>(&from.value)) {
        return option_label{*whole};
    }
    if (std::holds_alternative<double>(from.value)) {
        const auto real = read_number(from, what, wrong);
        return real ? std::optional<option_label>(*real) : std::nullopt;
    }
    wrong.add(from.at,
              fmt::format("{} must be a word in quotes or a number; got {}", what, describe(from)));
    return std::nullopt;
}

namespace {

/// Reads every element of a list.
template <class Value, class Read>
std::optional<std::vector<Value>> read_each(const node& from, std::string_view what,
                                            problems& wrong, Read read) {
    const node::array* list = read_list(from, what, wrong);
    if (list == nullptr) {
        return std::nullopt;
    }
    const std::string element = fmt::format("an element of {}", what);
    std::vector<Value> values;
    values.reserve(list->size());
    for (const node& part : *list) {
        if (auto value = read(part, element, wrong)) {
            values.push_back(std::move(*value));
        }
    }
    if (values.size() != list->size()) {
        return std::nullopt;
    }
    return values;
}

}  // namespace

std::optional<std::vector<double>> read_numbers(const node& from, std::string_view what,
                                                problems& wrong) {
    return read_each<double>(from, what, wrong, read_number);
}

std::optional<std::vector<std::string>> read_words(const node& from, std::string_view what,
                                                   problems& wrong) {
    return read_each<std::string>(from, what, wrong, read_word);
}

std::optional<std::vector<option_label>> read_labels(const node& from, std::string_view what,
                                                     problems& wrong) {
    return read_each<option_label>(from, what, wrong, read_label);
}

std::string call(std::string_view section, const node& of) {
    const std::string* name = identity(section, of);
    if (name != nullptr) {
        return fmt::format("{} '{}'", section, shown(*name));
    }
    const bool vowel = section.find_first_of("aeiou") == 0;
    return fmt::format("{} {}", vowel ? "an" : "a", section);
}

const issue* find_issue(const scenario& world, const std::string& name) {
    for (const issue& of : world.issues) {
        if (of.name == name) {
            return &of;
        }
    }
    return nullptr;
}

std::vector<std::string> issue_names(const scenario& world) {
    std::vector<std::string> names;
    for (const issue& of : world.issues) {
        names.push_back(of.name);
    }
    return names;
}

}  // namespace negotiation::io::detail
