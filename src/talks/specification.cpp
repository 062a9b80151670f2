#include <algorithm>
#include <cmath>
#include <optional>
#include <stdexcept>

#include <fmt/format.h>

#include <negotiation/model/nearest.hpp>
#include <negotiation/model/typed_text.hpp>
#include <negotiation/talks/specification.hpp>

namespace negotiation::talks {

namespace {

constexpr std::string_view external_name = "exec";
/// What follows is a command, whatever its signs.
constexpr std::string_view command_mark = "exec:";

[[noreturn]] void refuse_form(std::string_view text, std::string_view what) {
    throw std::invalid_argument(
        fmt::format("'{}': {}; expected name or name(parameter=value,...)", shown(text), what));
}

[[nodiscard]] bool is_quote(char sign) { return sign == '\'' || sign == '"'; }

/// A quote begins a name where a value begins; elsewhere it is a sign like others.
[[nodiscard]] bool opens_quote(std::string_view inside, std::size_t k) {
    if (!is_quote(inside[k])) {
        return false;
    }
    const std::string_view before = trimmed(inside.substr(0, k));
    return !before.empty() && before.back() == '=';
}

/// Where the value that starts at `from` ends: at a comma or the end, outside parentheses and
/// quotes.
[[nodiscard]] std::size_t end_of_value(std::string_view inside, std::size_t from,
                                       std::string_view whole) {
    int depth = 0;
    for (std::size_t k = from; k < inside.size(); ++k) {
        if (opens_quote(inside, k)) {
            k = inside.find(inside[k], k + 1);
            if (k == std::string_view::npos) {
                refuse_form(whole, "a quote is not closed");
            }
            continue;
        }
        if (inside[k] == ',' && depth == 0) {
            return k;
        }
        depth += inside[k] == '(' ? 1 : inside[k] == ')' ? -1 : 0;
        if (depth < 0) {
            refuse_form(whole, "a parenthesis too many");
        }
    }
    if (depth > 0) {
        refuse_form(whole, "a parenthesis is not closed");
    }
    return inside.size();
}

void read_parameters(std::string_view inside, std::string_view whole, specification& into) {
    if (trimmed(inside).empty()) {
        return;
    }
    for (std::size_t from = 0; from <= inside.size();) {
        const std::size_t end = end_of_value(inside, from, whole);
        const std::string_view pair = inside.substr(from, end - from);
        const std::size_t equals = pair.find('=');
        const std::string key(trimmed(pair.substr(0, equals)));
        if (equals == std::string_view::npos || key.empty() ||
            trimmed(pair.substr(equals + 1)).empty()) {
            refuse_form(whole, fmt::format("'{}' is no parameter", shown(trimmed(pair))));
        }
        for (const auto& [known, value] : into.parameters) {
            if (known == key) {
                refuse_form(whole, fmt::format("parameter '{}' is given twice", shown(key)));
            }
        }
        into.parameters.emplace_back(key, trimmed(pair.substr(equals + 1)));
        from = end + 1;
    }
}

[[nodiscard]] std::string checked_name(std::string_view said) {
    std::string name = name_of_specification(said);
    if (name.empty()) {
        refuse_form(said, "there is no name");
    }
    if (name.find_first_of("),=") != std::string::npos) {
        refuse_form(said, "the name holds a sign that belongs to parameters");
    }
    return name;
}

/// What stands behind the name; nothing where there are no parentheses.
[[nodiscard]] std::optional<std::string_view> between_parentheses(std::string_view said) {
    const std::size_t open = said.find('(');
    if (open == std::string_view::npos) {
        return std::nullopt;
    }
    if (said.back() != ')') {
        refuse_form(said, "the last parenthesis is not closed");
    }
    return said.substr(open + 1, said.size() - open - 2);
}

[[nodiscard]] double number_in(const std::string& text, const std::string& where) {
    const auto value = parse_finite_number(text);
    if (!value) {
        throw std::invalid_argument(
            fmt::format("{} must be a number; got '{}'", where, shown(text)));
    }
    return *value;
}

}  // namespace

specification parse_specification(std::string_view text) {
    const std::string_view said = trimmed(text);
    specification read;
    if (said.starts_with(command_mark)) {
        read.name = external_name;
        const std::string_view command = trimmed(said.substr(command_mark.size()));
        if (!command.empty()) {
            read.parameters.emplace_back("command", command);
        }
        return read;
    }
    read.name = checked_name(said);
    if (const auto inside = between_parentheses(said)) {
        read_parameters(*inside, said, read);
    }
    return read;
}

std::string name_of_specification(std::string_view text) {
    const std::string_view said = trimmed(text);
    if (said.starts_with(command_mark)) {
        return std::string(external_name);
    }
    return std::string(trimmed(said.substr(0, said.find('('))));
}

named_list parse_list(std::string_view text) {
    const std::string_view said = trimmed(text);
    named_list read;
    read.name = checked_name(said);
    const std::string_view inside = between_parentheses(said).value_or(std::string_view{});
    if (trimmed(inside).empty()) {
        return read;
    }
    for (std::size_t from = 0; from <= inside.size();) {
        const std::size_t end = end_of_value(inside, from, said);
        read.parts.emplace_back(trimmed(inside.substr(from, end - from)));
        if (read.parts.back().empty()) {
            refuse_form(said, "a part of the list is empty");
        }
        from = end + 1;
    }
    return read;
}

std::string to_string(const specification& of) {
    if (of.name == external_name && of.parameters.size() == 1 &&
        of.parameters[0].first == "command" && !is_quote(of.parameters[0].second.front())) {
        return std::string(command_mark) + of.parameters[0].second;
    }
    std::string text = of.name;
    for (const auto& [key, value] : of.parameters) {
        text += (&key == &of.parameters.front().first ? '(' : ',');
        text += key + "=" + value;
    }
    return of.parameters.empty() ? text : text + ")";
}

parameter_reader::parameter_reader(const catalogue_entry& entry, const specification& given)
    : entry_(&entry),
      given_(&given) {
    std::vector<std::string> known;
    for (const parameter& p : entry.parameters) {
        known.push_back(p.name);
    }
    for (const auto& [key, value] : given.parameters) {
        if (std::find(known.begin(), known.end(), key) != known.end()) {
            continue;
        }
        throw std::invalid_argument(
            known.empty() ? fmt::format("{} takes no parameters; got '{}'", entry.name, shown(key))
                          : fmt::format("{} has no parameter '{}'; {}", entry.name, shown(key),
                                        nearest(key, known)));
    }
}

const std::string& parameter_reader::text(const std::string& name) const {
    for (const auto& [key, value] : given_->parameters) {
        if (key == name) {
            return value;
        }
    }
    for (const parameter& p : entry_->parameters) {
        if (p.name == name) {
            return p.fallback;
        }
    }
    throw std::logic_error("parameter_reader: the entry of " + entry_->name +
                           " does not describe '" + name + "'");
}

std::string parameter_reader::name(const std::string& parameter) const {
    const std::string& said = text(parameter);
    const bool quoted = said.size() > 1 && is_quote(said.front()) && said.back() == said.front();
    return quoted ? said.substr(1, said.size() - 2) : said;
}

std::vector<double> parameter_reader::numbers(const std::string& name) const {
    const std::vector<std::vector<double>> read = rows(name);
    if (read.size() > 1) {
        throw std::invalid_argument(fmt::format("{}: {} must be one row of numbers; got {} rows",
                                                entry_->name, name, read.size()));
    }
    return read.front();
}

std::vector<std::vector<double>> parameter_reader::rows(const std::string& name) const {
    const std::string where = entry_->name + ": " + name;
    const std::string said = this->name(name);
    std::vector<std::vector<double>> read;
    for (const std::string& row : split(said, '|')) {
        read.emplace_back();
        for (const std::string& part : split(row, '/')) {
            read.back().push_back(number_in(part, where + ", between slashes,"));
            if (read.back().back() < 0) {
                throw std::invalid_argument(
                    fmt::format("{} must be at least 0; got {}", where, shown(part)));
            }
        }
    }
    return read;
}

double parameter_reader::number(const std::string& name, double low, double high) const {
    const std::string where = entry_->name + ": " + name;
    const std::string& said = text(name);
    const double value = number_in(said, where);
    if (value < low || value > high) {
        throw std::invalid_argument(
            high < 1e300
                ? fmt::format("{} must lie in [{}, {}]; got {}", where, low, high, shown(said))
            : value < low ? fmt::format("{} must be at least {}; got {}", where, low, shown(said))
                          : fmt::format("{} is too large; got {}", where, shown(said)));
    }
    return value;
}

std::int64_t parameter_reader::whole(const std::string& name, std::int64_t low,
                                     std::int64_t high) const {
    const double value = number(name, static_cast<double>(low), static_cast<double>(high));
    if (std::abs(value - std::round(value)) > 0) {
        throw std::invalid_argument(fmt::format("{}: {} must be a whole number; got {}",
                                                entry_->name, name, shown(text(name))));
    }
    return static_cast<std::int64_t>(value);
}

std::size_t parameter_reader::choice(const std::string& name,
                                     const std::vector<std::string>& choices) const {
    const std::string& said = text(name);
    const auto found = std::find(choices.begin(), choices.end(), said);
    if (found == choices.end()) {
        throw std::invalid_argument(fmt::format("{}: no {} '{}'; {}", entry_->name, name,
                                                shown(said), nearest(said, choices)));
    }
    return static_cast<std::size_t>(found - choices.begin());
}

const catalogue_entry& find_entry(const std::vector<catalogue_entry>& catalogue,
                                  std::string_view kind, const std::string& name) {
    std::vector<std::string> known;
    for (const catalogue_entry& entry : catalogue) {
        if (entry.name == name) {
            return entry;
        }
        known.push_back(entry.name);
    }
    throw std::invalid_argument(
        fmt::format("unknown {} '{}'; {}", kind, shown(name), nearest(name, known)));
}

}  // namespace negotiation::talks
