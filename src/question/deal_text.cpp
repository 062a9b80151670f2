#include <algorithm>
#include <stdexcept>
#include <utility>
#include <vector>

#include <fmt/core.h>

#include <negotiation/model/nearest.hpp>
#include <negotiation/model/typed_text.hpp>
#include <negotiation/question/deal_text.hpp>

#include "question/lookups.hpp"

namespace negotiation::question {

namespace detail {
namespace {

/// Issues and options as text.
using clause_texts = std::vector<std::pair<std::string, std::string>>;

[[nodiscard]] clause_texts clauses_of(const std::string& text) {
    clause_texts clauses;
    for (const std::string& part : split(text, ',')) {
        const std::size_t equals = part.find('=');
        if (equals != std::string::npos) {
            clauses.emplace_back(trimmed(part.substr(0, equals)), trimmed(part.substr(equals + 1)));
        } else if (!clauses.empty() && !part.empty()) {
            clauses.back().second += ", " + part;
        } else if (!part.empty()) {
            throw std::invalid_argument(fmt::format("deal '{}': expected issue=option; got '{}'",
                                                    shown(text), shown(part)));
        }
    }
    return clauses;
}

[[nodiscard]] std::vector<std::string> scope_names(const seating& at) {
    std::vector<std::string> names;
    for (const issue_id k : at.frozen.in_scope) {
        names.push_back(at.world->issues[k].name);
    }
    return names;
}

[[nodiscard]] std::size_t issue_named(const seating& at, const std::string& text,
                                      const std::string& name) {
    const std::size_t k = place_of(*at.world, name);
    if (k == at.world->issues.size()) {
        throw std::invalid_argument(fmt::format("deal '{}': no issue '{}'; {}", shown(text),
                                                shown(name), nearest(name, scope_names(at))));
    }
    return k;
}

[[nodiscard]] option_id option_named(const std::string& text, const issue& of,
                                     const std::string& option) {
    const auto found = find_option(of, std::string_view(option));
    if (found) {
        return static_cast<option_id>(*found);
    }
    std::vector<std::string> known;
    for (const option_label& label : of.options) {
        known.push_back(to_string(label));
    }
    throw std::invalid_argument(fmt::format("deal '{}': issue '{}' has no option '{}'; {}",
                                            shown(text), of.name, shown(option),
                                            nearest(option, known)));
}

/// @throws std::invalid_argument the deal moves an issue out of scope
void check_scope(const seating& at, const std::string& text, const outcome& drafted) {
    for (std::size_t k = 0; k < drafted.size(); ++k) {
        const issue& of = at.world->issues[k];
        const bool in_scope =
            std::binary_search(at.frozen.in_scope.begin(), at.frozen.in_scope.end(), k);
        if (!in_scope && drafted[k] != at.frozen.status_quo[k]) {
            throw std::invalid_argument(fmt::format(
                "deal '{}': issue '{}' is out of the scope '{}' and stays at {}; got {}",
                shown(text), of.name, at.chosen.scope, to_string(of.options[of.status_quo]),
                to_string(of.options[drafted[k]])));
        }
    }
}

[[nodiscard]] outcome spelled_deal(const seating& at, const std::string& text) {
    outcome drafted = at.frozen.status_quo;
    std::vector<bool> seen(drafted.size(), false);
    for (const auto& [name, option] : clauses_of(text)) {
        const std::size_t k = issue_named(at, text, name);
        if (seen[k]) {
            throw std::invalid_argument(
                fmt::format("deal '{}': issue '{}' is mentioned twice", shown(text), name));
        }
        seen[k] = true;
        drafted[k] = option_named(text, at.world->issues[k], option);
    }
    return drafted;
}

[[nodiscard]] outcome named_outcome(const seating& at, const named_deal& of) {
    outcome drafted = at.frozen.status_quo;
    for (const auto& [name, label] : of.outcome) {
        const std::size_t k = issue_named(at, of.name, name);
        const auto option = find_option(at.world->issues[k], label);
        if (option) {  // validated when the table was set
            drafted[k] = static_cast<option_id>(*option);
        }
    }
    return drafted;
}

}  // namespace
}  // namespace detail

outcome parse_deal(const seating& at, const std::string& text) {
    std::vector<std::string> names;
    for (const named_deal& known : at.world->deals) {
        names.push_back(known.name);
        if (known.name == text) {
            outcome drafted = detail::named_outcome(at, known);
            detail::check_scope(at, text, drafted);
            return drafted;
        }
    }
    if (text.find('=') == std::string::npos) {
        throw std::invalid_argument(
            fmt::format("no deal '{}'; {}; a deal may also be spelled out as issue=option,...",
                        shown(text), nearest(text, names)));
    }
    outcome drafted = detail::spelled_deal(at, text);
    detail::check_scope(at, text, drafted);
    return drafted;
}

}  // namespace negotiation::question
