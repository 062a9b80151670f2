#include <algorithm>
#include <cmath>

#include <fmt/format.h>
#include <io/decode.hpp>

#include <negotiation/model/nearest.hpp>
#include <negotiation/scenario/validate.hpp>

namespace negotiation::io::detail {

problems::problems()
    : options_left(maximum_options_in_all),
      conditions_left(maximum_condition_options) {}

table_reader::table_reader(const node& from, std::string what, problems& wrong)
    : from_(from),
      table_(from.as_table()),
      what_(std::move(what)),
      wrong_(wrong) {
    if (table_ == nullptr) {
        wrong_.refuse(from, fmt::format("{} must be a table; got {}", what_, describe(from)));
    }
}

const node* table_reader::take(std::string_view key) {
    if (std::find(known_.begin(), known_.end(), key) == known_.end()) {
        known_.emplace_back(key);
    }
    return table_ == nullptr ? nullptr : find(*table_, key);
}

const node* table_reader::need(std::string_view key) {
    const node* found = take(key);
    if (found == nullptr && table_ != nullptr) {
        missing_.emplace_back(key);
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
            wrong_.refuse(*found, fmt::format("{} must be true or false; got {}",
                                              key_of(key, what_), describe(*found)));
        }
    }
}

namespace {

/// "a, b or c"
std::string listed(const std::vector<std::string>& words) {
    std::string text;
    for (std::size_t k = 0; k < words.size(); ++k) {
        text += (k == 0 ? "'" : k + 1 == words.size() ? " or '" : ", '") + words[k] + "'";
    }
    return text;
}

std::optional<std::size_t> choose(const node& from, std::string_view what,
                                  const std::vector<std::string>& words, problems& wrong) {
    const std::string* word = from.as_text();
    for (std::size_t k = 0; word != nullptr && k < words.size(); ++k) {
        if (*word == words[k]) {
            return k;
        }
    }
    const auto near = nearest_name(word == nullptr ? "" : *word, words);
    wrong.refuse(from, fmt::format("{} must be {}; got {}{}", what, listed(words), describe(from),
                                   near ? "; did you mean '" + *near + "'?" : ""));
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

std::vector<std::string> table_reader::finish() {
    constexpr std::size_t most = 1000;  // of that many unknown keys none is a slip
    std::vector<std::string> meant;
    if (table_ == nullptr) {
        return meant;
    }
    std::size_t unknown = 0;
    for (const entry& e : *table_) {
        if (std::find(known_.begin(), known_.end(), e.key) != known_.end()) {
            continue;
        }
        wrong_.add(e.at, fmt::format("unknown key '{}' in {}{}", shown(e.key), what_,
                                     wrong_.near.name(e.key, known_)));
        if (const auto near = ++unknown <= most ? nearest_name(e.key, known_) : std::nullopt) {
            meant.push_back(*near);
        }
    }
    for (const std::string& key : missing_) {
        if (std::find(meant.begin(), meant.end(), key) == meant.end()) {
            wrong_.add(from_.at, fmt::format("{} needs '{}'; got none", what_, key));
        }
    }
    // What stands under a misspelt key, or nowhere, was not read.
    for (const auto* keys : {&missing_, &meant}) {
        for (const std::string& key : *keys) {
            if (find(*table_, key) == nullptr) {
                wrong_.missing[&from_].push_back(key);
            }
        }
    }
    return meant;
}

void read_numbers_by_name(const node& table, std::string_view what, problems& wrong,
                          std::vector<std::pair<std::string, double>>& into) {
    const node::table& entries = *table.as_table();
    if (entries.size() > maximum_agents) {
        wrong.refuse(table, fmt::format("{} has at most {} entries; got {}", what, maximum_agents,
                                        entries.size()));
        return;
    }
    for (const entry& e : entries) {
        const auto number =
            read_number(e.inside, fmt::format("'{}' in {}", shown(e.key), what), wrong);
        into.emplace_back(e.key, number.value_or(0));
    }
}

std::optional<double> read_number(const node& from, std::string_view what, problems& wrong) {
    double number = 0;
    if (const auto* whole = std::get_if<std::int64_t>(&from.value)) {
        number = static_cast<double>(*whole);
    } else if (const auto* real = std::get_if<double>(&from.value)) {
        number = *real;
    } else {
        wrong.refuse(from, fmt::format("{} must be a number; got {}", what, describe(from)));
        return std::nullopt;
    }
    if (!std::isfinite(number)) {
        wrong.refuse(from, fmt::format("{} must be finite; got {}", what, number));
        return std::nullopt;
    }
    return number;
}

std::optional<std::string> read_word(const node& from, std::string_view what, problems& wrong) {
    if (const std::string* word = from.as_text()) {
        return *word;
    }
    wrong.refuse(from, fmt::format("{} must be text in quotes; got {}", what, describe(from)));
    return std::nullopt;
}

const node::array* read_list(const node& from, std::string_view what, problems& wrong) {
    const node::array* list = from.as_array();
    if (list == nullptr) {
        wrong.refuse(from, fmt::format("{} must be a list; got {}", what, describe(from)));
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
    wrong.refuse(
        from, fmt::format("{} must be a word in quotes or a number; got {}", what, describe(from)));
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
    constexpr std::size_t most = 1000;  // of so many mistakes in one list none is a slip
    const std::string element = fmt::format("an element of {}", what);
    std::vector<Value> values;
    values.reserve(list->size());
    std::size_t bad = 0;
    for (const node& part : *list) {
        auto value = bad < most ? read(part, element, wrong) : std::optional<Value>();
        bad += value ? 0U : 1U;
        values.push_back(std::move(value).value_or(Value{}));
    }
    if (bad >= most) {
        wrong.unread.insert(&from);
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
    return with_article(section);
}

known_issues::known_issues(const std::vector<issue>& issues, bool nameless)
    : index_(issues),
      nameless_(nameless) {
    for (const issue& of : issues) {
        names_.push_back(of.name);
    }
}

const issue* known_issues::find(const std::string& name) const {
    const auto place = index_.find(name);
    return place ? &index_.issues()[*place] : nullptr;
}

namespace {

/// Walks a document and turns what was told into paths.
class unread_walk {
public:
    explicit unread_walk(const problems& wrong) : wrong_(wrong) {
        for (const std::string& section : wrong.nameless) {
            found_.add(path{} / section / std::string() / std::string(identity_key(section)));
        }
    }

    void visit(const node& of) {
        if (wrong_.unread.count(&of) > 0) {
            found_.add(here_);
        }
        if (const auto keys = wrong_.missing.find(&of); keys != wrong_.missing.end()) {
            for (const std::string& key : keys->second) {
                found_.add(here_ / key);
            }
        }
        if (const node::table* table = of.as_table()) {
            for (const entry& e : *table) {
                inside(e.key, e.inside);
            }
        } else if (const node::array* list = of.as_array()) {
            for (std::size_t k = 0; k < list->size(); ++k) {
                element((*list)[k], k);
            }
        }
    }

    negotiation::detail::unread_places take() { return std::move(found_); }

private:
    void inside(path::step step, const node& of) {
        here_.steps.push_back(std::move(step));
        visit(of);
        here_.steps.pop_back();
    }

    /// Elements of a section go by their names, others by their places.
    void element(const node& of, std::size_t k) {
        if (here_.steps.size() != 1) {
            inside(k, of);
            return;
        }
        const std::string* own = identity(std::get<std::string>(here_.steps.front()), of);
        inside(own == nullptr ? std::string() : *own, of);
    }

    const problems& wrong_;
    path here_;
    negotiation::detail::unread_places found_;
};

}  // namespace

negotiation::detail::unread_places unread_places_of(const node& document, const problems& wrong) {
    unread_walk walk(wrong);
    if (!wrong.unread.empty() || !wrong.missing.empty()) {
        walk.visit(document);
    }
    return walk.take();
}

}  // namespace negotiation::io::detail
