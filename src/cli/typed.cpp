#include "cli/typed.hpp"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <limits>
#include <stdexcept>
#include <string_view>
#include <system_error>

#include <fmt/core.h>

#include <negotiation/io/locate.hpp>
#include <negotiation/io/read_foreign.hpp>
#include <negotiation/io/read_scenario.hpp>
#include <negotiation/io/resolve_scenario.hpp>
#include <negotiation/model/clock.hpp>
#include <negotiation/model/nearest.hpp>
#include <negotiation/model/typed_text.hpp>

namespace negotiation::cli {

namespace {

/// A whole number and nothing else.
template <class Whole>
std::optional<Whole> parse_whole(std::string_view text) {
    Whole value = 0;
    const char* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, value);
    return read.ec == std::errc{} && read.ptr == end ? std::optional(value) : std::nullopt;
}

io::foreign_reading foreign_reading_of(const arguments& typed) {
    io::foreign_reading how;
    how.raw = typed.raw;
    how.steps = whole_of("--steps", typed.steps, how.steps, 1, io::maximum_foreign_steps);
    return how;
}

}  // namespace

scenario load(const arguments& typed) {
    if (typed.scenario.empty()) {
        throw std::invalid_argument(
            "needs a SCENARIO, a file or the name of a bundled one (negotiate list shows them); "
            "got none");
    }
    refuse_idle_reading(typed, {typed.scenario});
    return load(typed, typed.scenario);
}

scenario load(const arguments& typed, const std::string& name) {
    return io::read_scenario(io::resolve_scenario(name), typed.changes, foreign_reading_of(typed));
}

parse_error locate(const arguments& typed, const std::vector<diagnostic>& wrong) {
    return io::locate(io::resolve_scenario(typed.scenario), wrong, typed.changes,
                      foreign_reading_of(typed));
}

std::string deal_of(const arguments& typed) {
    if (typed.deals.size() > 1) {
        throw std::invalid_argument(
            fmt::format("option --deal: one deal is carried out; got {}", typed.deals.size()));
    }
    return typed.deals.empty() ? "" : typed.deals.front();
}

std::pair<std::string, double> number_by_party(const std::string& option, const std::string& text) {
    const std::size_t equals = text.rfind('=');
    if (equals != std::string::npos) {
        if (const auto number = parse_number(std::string_view(text).substr(equals + 1))) {
            return {text.substr(0, equals), *number};
        }
    }
    throw std::invalid_argument(
        fmt::format("option {}: expected PARTY=NUMBER; got '{}'", option, shown(text)));
}

std::pair<double, double> number_by_chance(const std::string& option, const std::string& text) {
    std::pair<double, double> both;
    const char* end = text.data() + text.size();
    const auto value = std::from_chars(text.data(), end, both.first);
    if (value.ec == std::errc{} && value.ptr != end && *value.ptr == ':') {
        const auto chance = std::from_chars(value.ptr + 1, end, both.second);
        if (chance.ec == std::errc{} && chance.ptr == end) {
            return both;
        }
    }
    throw std::invalid_argument(
        fmt::format("option {}: expected VALUE:PROBABILITY; got '{}'", option, shown(text)));
}

std::optional<double> number_of(const std::string& option, const std::optional<std::string>& text) {
    if (!text) {
        return std::nullopt;
    }
    const auto number = parse_number(*text);
    if (!number) {
        throw std::invalid_argument(
            fmt::format("option {}: expected a number; got '{}'", option, shown(*text)));
    }
    return number;
}

std::optional<std::int64_t> whole_of(const std::string& option, const std::string& text,
                                     std::int64_t most) {
    if (text.empty()) {
        return std::nullopt;
    }
    if (text.find_first_not_of("0123456789") == std::string::npos &&
        !parse_whole<std::int64_t>(text)) {
        throw std::invalid_argument(fmt::format(
            "option {}: expected a whole number up to {}; got '{}'", option, most, shown(text)));
    }
    const auto value = parse_whole<std::int64_t>(text);
    if (!value || *value < 0) {
        throw std::invalid_argument(
            fmt::format("option {}: expected a whole number; got '{}'", option, shown(text)));
    }
    return value;
}

negotiation::sequence::reading reading_of(
    const std::string& text, const std::vector<negotiation::sequence::reading>& readings) {
    if (text.empty()) {
        return negotiation::sequence::reading::drawdown;
    }
    std::vector<std::string> known;
    for (const negotiation::sequence::reading how : readings) {
        known.emplace_back(to_string(how));
        if (text == known.back()) {
            return how;
        }
    }
    throw std::invalid_argument(
        fmt::format("option --reading: no reading '{}'; {}", shown(text), nearest(text, known)));
}

std::uint64_t whole_of(const std::string& option, const std::string& text, std::uint64_t fallback,
                       std::uint64_t low, std::uint64_t high) {
    if (text.empty()) {
        return fallback;
    }
    const auto value = parse_whole<std::uint64_t>(text);
    if (!value || *value < low || *value > high) {
        throw std::invalid_argument(
            fmt::format("option {}: expected a whole number from {} to {}; got '{}'", option, low,
                        high, shown(text)));
    }
    return *value;
}

std::size_t runs_of(const arguments& typed, std::size_t fallback) {
    const auto runs = whole_of("--runs", typed.runs);
    return runs ? static_cast<std::size_t>(*runs) : fallback;
}

std::uint64_t seed_of(const arguments& typed) {
    return whole_of("--seed", typed.seed, 1, 0, std::numeric_limits<std::uint64_t>::max());
}

void refuse_csv_with_json(const arguments& typed) {
    if (typed.csv && typed.json) {
        throw std::invalid_argument("options --csv and --json exclude one another; got both");
    }
}

void refuse_idle_reading(const arguments& typed, const std::vector<std::string>& scenarios) {
    // Export reads --raw as how to write, too.
    const bool raw = typed.raw && typed.verb != "export";
    if (!raw && typed.steps.empty()) {
        return;
    }
    for (const std::string& name : scenarios) {
        const auto files = io::files_of_scenario(io::resolve_scenario(name));
        if (std::any_of(files.begin(), files.end(), io::is_foreign)) {
            return;
        }
    }
    throw std::invalid_argument(
        fmt::format("option {}: means nothing for a scenario file, only for files of GENIUS or "
                    "GeniusWeb; got '{}'",
                    raw ? "--raw" : "--steps", shown(scenarios.front())));
}

void refuse_folder_as_store(const std::string& path) {
    std::error_code unknown;
    if (std::filesystem::is_directory(path, unknown)) {
        throw std::invalid_argument(
            fmt::format("store '{}': a store is a file; got a folder", shown(path)));
    }
}

std::vector<std::string> files_read(const arguments& typed) {
    std::vector<std::string> names = typed.scenarios;
    names.push_back(typed.scenario);
    std::vector<std::string> files;
    for (const std::string& name : names) {
        try {
            const auto more = io::files_of_scenario(io::resolve_scenario(name));
            files.insert(files.end(), more.begin(), more.end());
        } catch (const parse_error&) {  // NOLINT(bugprone-empty-catch): whoever reads it tells
        }
    }
    if (!typed.store.empty()) {
        files.push_back(typed.store);
    }
    return files;
}

std::optional<publicity> talks_of(const std::string& text) {
    if (text.empty()) {
        return std::nullopt;
    }
    if (text != "secret" && text != "public") {
        throw std::invalid_argument(fmt::format("option --talks: no such talks '{}'; {}",
                                                shown(text), nearest(text, {"secret", "public"})));
    }
    return text == "secret" ? publicity::secret : publicity::open;
}

std::optional<clock> clock_of(const std::string& text) {
    const auto found = clock_named(text);
    if (!text.empty() && !found) {
        throw std::invalid_argument(fmt::format("option --clock: no clock '{}'; {}", shown(text),
                                                nearest(text, {"geniusweb", "negmas", "genius"})));
    }
    return found;
}

std::size_t threads_of(const arguments& typed) {
    constexpr std::uint64_t most = 1024;
    return whole_of("--threads", typed.threads, 0, 1, most);
}

}  // namespace negotiation::cli
