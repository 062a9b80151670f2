#pragma once

/// Lists of strategies and of mediators, as one types them.

#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include <negotiation/model/nearest.hpp>
#include <negotiation/talks/specification.hpp>
#include <negotiation/talks/strategy_catalogue.hpp>

namespace negotiation::question::detail {

/// The name for all strategies first, where a message that is cut still has it; then each.
[[nodiscard]] inline std::vector<talks::catalogue_entry> names_of_a_list() {
    std::vector<talks::catalogue_entry> all{{"all", "each of them once", {}}};
    all.insert(all.end(), talks::strategy_catalogue().begin(), talks::strategy_catalogue().end());
    return all;
}

inline void add_strategies(const std::string& text, std::vector<std::string>& into) {
    static const std::vector<talks::catalogue_entry> known = names_of_a_list();
    const talks::specification given = talks::parse_specification(text);
    if (!talks::is_external(text)) {
        const talks::catalogue_entry& entry = talks::find_entry(known, "strategy", given.name);
        if (entry.name == "all") {
            static_cast<void>(talks::parameter_reader(entry, given));  // it takes none
            const auto every = talks::different_strategies();
            into.insert(into.end(), every.begin(), every.end());
            return;
        }
    }
    into.push_back(talks::to_string(given));
}

/// Parts of a list with separators between them; those inside parentheses belong to a part.
inline void split_list(std::string_view text, char separator, std::vector<std::string>& into) {
    int depth = 0;
    std::size_t from = 0;
    for (std::size_t k = 0; k <= text.size(); ++k) {
        if (k == text.size() || (text[k] == separator && depth <= 0)) {
            into.emplace_back(text.substr(from, k - from));
            from = k + 1;
        } else {
            depth += text[k] == '(' ? 1 : text[k] == ')' ? -1 : 0;
        }
    }
}

/// The strategies of some lists as one writes them without blanks; `all` is every one of the
/// catalogue, none under two names. Parameters are not looked at. Refuses no strategy, and one that
/// there is not.
[[nodiscard]] inline std::vector<std::string> line_up(const std::vector<std::string>& lists) {
    std::vector<std::string> listed;
    for (const std::string& text : lists) {
        split_list(text, ',', listed);
    }
    if (listed.empty()) {
        throw std::invalid_argument(
            fmt::format("tournament: needs strategies; got none; {}",
                        nearest("", negotiation::detail::names_of(names_of_a_list()))));
    }
    std::vector<std::string> strategies;
    for (const std::string& text : listed) {
        add_strategies(text, strategies);
    }
    return strategies;
}

}  // namespace negotiation::question::detail
