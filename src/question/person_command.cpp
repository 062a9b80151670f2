#include "question/person_command.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <stdexcept>
#include <utility>

#include <fmt/format.h>

#include <negotiation/model/nearest.hpp>
#include <negotiation/model/typed_text.hpp>

namespace negotiation::question::detail {

namespace {

struct spelling {
    const char* typed;
    command_word word;
};

constexpr std::array<spelling, 12> spellings = {{
    {"accept", command_word::accept},
    {"accept!", command_word::insist},
    {"offer", command_word::offer},
    {"draft", command_word::draft},
    {"at", command_word::at},
    {"theirs", command_word::theirs},
    {"show", command_word::show},
    {"options", command_word::options},
    {"reject", command_word::reject},
    {"walk", command_word::walk},
    {"quit", command_word::walk},
    {"help", command_word::help},
}};

[[nodiscard]] std::vector<std::string> option_names(const issue& of) {
    std::vector<std::string> names;
    for (const option_label& option : of.options) {
        names.push_back(to_string(option));
    }
    return names;
}

[[nodiscard]] std::size_t place_among(const std::vector<std::string>& known, std::string_view name,
                                      const std::string& otherwise) {
    const auto found = std::find(known.begin(), known.end(), name);
    if (found == known.end()) {
        throw std::invalid_argument(
            fmt::format("{} '{}'; {}", otherwise, shown(name), nearest(name, known)));
    }
    return static_cast<std::size_t>(found - known.begin());
}

[[nodiscard]] std::size_t issue_typed(const scenario& world, std::string_view name) {
    return place_among(negotiation::detail::names_of(world.issues), name, "no issue");
}

}  // namespace

person_command parse_command(std::string_view line) {
    const std::string_view said = trimmed(line);
    const std::size_t end = std::min(said.find_first_of(" \t"), said.size());
    const std::string_view word = said.substr(0, end);
    for (const spelling& known : spellings) {
        if (word == known.typed) {
            return {known.word, std::string(trimmed(said.substr(end)))};
        }
    }
    if (word.empty()) {
        return {};
    }
    std::vector<std::string> known;
    for (const spelling& one : spellings) {
        known.emplace_back(one.typed);
    }
    throw std::invalid_argument(
        fmt::format("'{}' was not understood; {}", shown(word), nearest(word, known)));
}

const char* typed_as(command_word word) {
    const auto* const found =
        std::find_if(spellings.begin(), spellings.end(),
                     [&](const spelling& known) { return known.word == word; });
    return found == spellings.end() ? "help" : found->typed;
}

const char* commands_text() {
    return "  accept                      what stands; accept! where no deal is worth more to you\n"
           "  offer [ISSUE=OPTION, …]     your draft, with these changes\n"
           "  draft ISSUE=OPTION, …       change your draft and see what it is worth\n"
           "  at UTILITY                  a draft: your cheapest deal worth so much\n"
           "  theirs                      a draft: what stands\n"
           "  show                        what stands beside your draft\n"
           "  options [ISSUE]             what can be chosen\n"
           "  reject                      where a text is voted on\n"
           "  walk, quit                  end the talks without a deal\n";
}

std::string option_text(const issue& of, option_id option) {
    const std::string name = to_string(of.options[option]);
    return of.unit.empty() ? name : name + " " + of.unit;
}

std::string options_text(const scenario& world, const std::string& name) {
    if (!name.empty()) {
        static_cast<void>(issue_typed(world, name));
    }
    std::string text;
    for (const issue& of : world.issues) {
        if (name.empty() || of.name == name) {
            text +=
                fmt::format("  {}{}: {}\n", of.name, of.unit.empty() ? "" : " [" + of.unit + "]",
                            fmt::join(option_names(of), ", "));
        }
    }
    return text;
}

outcome changed_by(const scenario& world, const std::vector<std::vector<option_id>>& domains,
                   outcome deal, const std::string& clauses) {
    std::vector<std::string> parts = split(clauses, ',');
    if (parts.back().empty()) {
        parts.pop_back();  // no clause at all, or a comma behind the last
    }
    for (const std::string_view part : parts) {
        const std::size_t equals = part.find('=');
        if (equals == std::string_view::npos) {
            throw std::invalid_argument(
                fmt::format("expected ISSUE=OPTION; got '{}'", shown(part)));
        }
        const std::size_t k = issue_typed(world, trimmed(part.substr(0, equals)));
        const issue& of = world.issues[k];
        const auto option =
            static_cast<option_id>(place_among(option_names(of), trimmed(part.substr(equals + 1)),
                                               fmt::format("issue '{}' has no option", of.name)));
        if (!std::binary_search(domains[k].begin(), domains[k].end(), option)) {
            throw std::invalid_argument(fmt::format("issue '{}' is not on the table", of.name));
        }
        deal[k] = option;
    }
    return deal;
}

double utility_in(const std::string& text) {
    const auto utility = parse_finite_number(text);
    if (!utility) {
        throw std::invalid_argument(
            fmt::format("'at' needs a utility, such as 0.7; got '{}'", shown(text)));
    }
    return *utility;
}

}  // namespace negotiation::question::detail
