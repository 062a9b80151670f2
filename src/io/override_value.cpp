#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include <fmt/format.h>
#include <io/document.hpp>

#include <negotiation/model/nearest.hpp>

namespace negotiation::io::detail {

namespace {

using file_name = std::shared_ptr<const std::string>;

struct assignment {
    path target;
    std::string value;
};

/// Splits at the first `=` that has a path before it (names in quotes may contain one).
std::optional<assignment> split(const std::string& text) {
    for (std::size_t k = text.find('='); k != std::string::npos; k = text.find('=', k + 1)) {
        std::string_view front = std::string_view(text).substr(0, k);
        while (!front.empty() && front.back() == ' ') {
            front.remove_suffix(1);
        }
        if (auto target = parse_path(front)) {
            return assignment{std::move(*target), text.substr(k + 1)};
        }
    }
    return std::nullopt;
}

/// Says of a value and all in it that it came from the command line.
void move_to(node& value, const file_name& file) {
    value.at = {file, 0, 0};
    if (node::array* list = value.as_array()) {
        for (node& element : *list) {
            move_to(element, file);
        }
    }
    if (node::table* table = value.as_table()) {
        for (entry& e : *table) {
            e.at = value.at;
            move_to(e.inside, file);
        }
    }
}

/// A value as TOML, or else as a bare word.
node read_value(const std::string& text, const file_name& file) {
    node value{{}, text};
    try {
        node document = parse_document("value = " + text, *file);
        node::table& table = *document.as_table();
        if (table.size() == 1 && table.front().key == "value") {
            value = std::move(table.front().inside);
        }
    } catch (const parse_error&) {
        // not TOML: the word itself
    }
    move_to(value, file);
    return value;
}

std::vector<std::string> keys_of(const node::table& table) {
    std::vector<std::string> keys;
    for (const entry& e : table) {
        keys.push_back(e.key);
    }
    return keys;
}

/// Walks down a path and replaces what it leads to; `why` tells what is missing on the way.
class descent {
public:
    descent(const path& target, place where, std::string& why)
        : target_(target),
          where_(std::move(where)),
          why_(why) {}

    [[nodiscard]] bool put(node& root, node value) {
        node* here = &root;
        for (std::size_t k = 0; k < target_.steps.size(); ++k) {
            const bool last = k + 1 == target_.steps.size();
            here = step(*here, k, last);
            if (here == nullptr) {
                return false;
            }
        }
        *here = std::move(value);
        return true;
    }

private:
    node* step(node& from, std::size_t k, bool last) {
        if (const auto* place = std::get_if<std::size_t>(&target_.steps[k])) {
            return element(from, *place, k);
        }
        const auto& name = std::get<std::string>(target_.steps[k]);
        if (node::table* table = from.as_table()) {
            return key(*table, name, k, last);
        }
        if (from.as_array() != nullptr && k == 1) {
            return named(*from.as_array(), name, last);
        }
        why_ = fmt::format("{} is {} and has no '{}'", front(k), describe(from), shown(name));
        return nullptr;
    }

    node* element(node& from, std::size_t place, std::size_t k) {
        node::array* list = from.as_array();
        if (list != nullptr && place < list->size()) {
            return &(*list)[place];
        }
        why_ = list == nullptr
                   ? fmt::format("{} is {} and has no place [{}]", front(k), describe(from), place)
                   : fmt::format("{} has {} elements, counted from 0; got [{}]", front(k),
                                 list->size(), place);
        return nullptr;
    }

    /// Tables of the talks, the homes, of carrying out and of lasting whose defaults hold when the
    /// file leaves them out.
    [[nodiscard]] bool may_begin(std::size_t k) const {
        constexpr std::array<std::string_view, 22> tables{"protocol",
                                                          "channel",
                                                          "protocol.votes",
                                                          "protocol.strategies",
                                                          "sequence",
                                                          "sequence.completion",
                                                          "sequence.breakdown",
                                                          "sequence.trust",
                                                          "step.*.value",
                                                          "step.*.undone",
                                                          "variant.*.after",
                                                          "variant.*.completion",
                                                          "tranches",
                                                          "tranches.hazard",
                                                          "faction.*.ally",
                                                          "survival",
                                                          "hazard.*.effect",
                                                          "hazard.*.effect.reservation",
                                                          "hazard.*.effect.odds",
                                                          "event.*.effect",
                                                          "event.*.effect.reservation",
                                                          "event.*.effect.odds"};
        return std::any_of(tables.begin(), tables.end(), [&](std::string_view text) {
            const std::optional<path> table = parse_path(text);
            return table && table->steps.size() == k + 1 && covers(*table, target_);
        });
    }

    /// A key that is missing at the end is added: whether it may stand there, reading tells.
    node* key(node::table& table, const std::string& name, std::size_t k, bool last) {
        if (node* found = find(table, name)) {
            return found;
        }
        if (!last && may_begin(k)) {
            table.push_back({name, where_, node{where_, node::table{}}});
            return &table.back().inside;
        }
        if (!last) {
            why_ = fmt::format("{} has no '{}'; {}", front(k), shown(name),
                               nearest(name, keys_of(table)));
            return nullptr;
        }
        table.push_back({name, where_, node{where_, other_value{}}});
        return &table.back().inside;
    }

    node* named(node::array& entries, const std::string& name, bool last) {
        const std::string section = std::get<std::string>(target_.steps.front());
        std::vector<std::string> names;
        for (node& element : entries) {
            if (const std::string* own = identity(section, element)) {
                if (*own == name) {
                    if (last) {
                        why_ = "names an entry and not a value of it";
                    }
                    return last ? nullptr : &element;
                }
                names.push_back(*own);
            }
        }
        why_ = fmt::format("no {} '{}'; {}", section, shown(name), nearest(name, names));
        return nullptr;
    }

    /// The part of the path before step k, as a message calls it.
    [[nodiscard]] std::string front(std::size_t k) const {
        return k == 0 ? "the scenario"
                      : to_string(path{{target_.steps.begin(),
                                        target_.steps.begin() + static_cast<std::ptrdiff_t>(k)}});
    }

    const path& target_;
    place where_;
    std::string& why_;
};

}  // namespace

void override_value(node& root, const std::string& text, std::vector<located_message>& wrong) {
    const auto file = std::make_shared<const std::string>("--set " + shown(text));
    const place where{file, 0, 0};
    try {
        check_text(text, file);
    } catch (const parse_error& bad) {
        wrong.push_back(at(where, bad.messages().front().message));
        return;
    }
    const auto assigned = split(text);
    if (!assigned) {
        wrong.push_back(at(where, "needs a path, = and a value; say party.Iran.reservation=0.4"));
        return;
    }
    if (assigned->target.steps.size() == 1 &&
        assigned->target.steps.front() == path::step{std::string("extends")}) {
        wrong.push_back(at(where, "extends cannot be set; it is read before anything is set"));
        return;
    }
    std::string why;
    if (!descent(assigned->target, where, why).put(root, read_value(assigned->value, file))) {
        wrong.push_back(at(where, why));
    }
}

}  // namespace negotiation::io::detail
