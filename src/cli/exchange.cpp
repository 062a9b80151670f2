#include "cli/exchange.hpp"

#include <filesystem>
#include <stdexcept>
#include <system_error>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <negotiation/io/csv.hpp>
#include <negotiation/io/json.hpp>
#include <negotiation/io/read_foreign.hpp>
#include <negotiation/io/read_scenario.hpp>
#include <negotiation/io/write_foreign.hpp>
#include <negotiation/io/write_nfg.hpp>
#include <negotiation/io/write_scenario.hpp>
#include <negotiation/model/nearest.hpp>
#include <negotiation/question/run.hpp>
#include <negotiation/question/tournament.hpp>

#include "cli/answered.hpp"
#include "cli/output.hpp"
#include "cli/output_file.hpp"
#include "cli/run_options.hpp"
#include "cli/tournament.hpp"
#include "cli/typed.hpp"

namespace negotiation::cli {

namespace {

/// The folder is made, and no other above it: a mistyped path is not followed by new folders. In
/// one that holds files already others would join a scenario of ours.
void prepare_folder(const std::string& folder, bool over) {
    std::error_code failed;
    std::filesystem::create_directory(folder, failed);
    if (failed && !std::filesystem::is_directory(folder)) {
        throw std::invalid_argument(
            fmt::format("cannot make the folder '{}': {}", shown(folder), failed.message()));
    }
    if (!over && !std::filesystem::is_empty(folder, failed)) {
        throw std::invalid_argument(
            fmt::format("the folder '{}' is not empty; --force writes into it", shown(folder)));
    }
}

std::string write_files(const arguments& typed, const io::foreign_export& made) {
    if (typed.output.empty()) {
        throw std::invalid_argument("option --output: the files need a folder; got none");
    }
    prepare_folder(typed.output, typed.force);
    const std::vector<std::string> read = files_read(typed);
    std::vector<std::string> names;
    for (const io::foreign_file& file : made.files) {
        names.push_back((std::filesystem::path(typed.output) / file.name).string());
        check_output(names.back(), typed.force, read);
    }
    for (std::size_t k = 0; k < names.size(); ++k) {
        write_file(names[k], made.files[k].text, typed.force, read);
    }
    if (typed.json) {
        return io::to_json(made, names) + "\n";
    }
    std::string text = fmt::format("Wrote {} files into {}.", names.size(), typed.output);
    if (!made.left_out.empty()) {
        text += fmt::format(" Left out, since nothing there stands for it: {}.",
                            fmt::join(made.left_out, ", "));
    }
    for (const io::shifted_reservation& of : made.shifted) {
        text += fmt::format(
            " No deal is worth exactly the reservation value {} of {}: it became {}, and the same "
            "deals suit it.",
            of.from, of.party, of.to);
    }
    return text + "\n";
}

/// A text to where it was asked for; with `-o` the answer is what `written` makes of the file.
template <class Written>
std::string write_text(const arguments& typed, const char* key, const std::string& text,
                       Written written) {
    if (typed.output.empty()) {
        return typed.json ? io::to_json(key, text) + "\n" : text;
    }
    write_file(typed.output, text, typed.force, files_read(typed));
    return typed.json ? written(typed.output) + "\n" : fmt::format("Wrote {}.\n", typed.output);
}

/// Every export has a list of files, this one a list of one.
std::string export_text(const arguments& typed, const char* key, const std::string& text) {
    return write_text(typed, key, text, [](const std::string& file) {
        const std::vector<std::pair<std::string, std::vector<std::string>>> all{
            {"written", {file}}};
        return io::to_json(all);
    });
}

std::string export_genius(const arguments& typed) {
    return write_files(typed, io::write_genius(load(typed), typed.raw));
}

std::string export_geniusweb(const arguments& typed) {
    return write_files(typed, io::write_geniusweb(load(typed), typed.raw));
}

std::string export_csv(const arguments& typed) {
    check_output(typed.output, typed.force, files_read(typed));
    question::run_options options = run_options_of(typed);
    options.other_runs = 0;  // one run is written
    const question::run_answer answer = question::run(load(typed), options);
    return export_text(typed, "csv", io::to_csv(answer));
}

/// The game of choosing a strategy, of those that `--strategies` names or of all, each in every
/// seat.
std::string export_nfg(const arguments& typed) {
    arguments play = typed;
    play.strategies =
        typed.contestants.empty() ? std::vector<std::string>{"all"} : typed.contestants;
    play.rotate = true;
    question::tournament_options options = tournament_options_of(play);
    check_output(typed.output, typed.force, files_read(typed));
    const std::vector<scenario> worlds{load(typed)};
    require_two_parties("--format nfg", worlds);
    const question::tournament_answer answer = watched(
        options.parallel, "negotiations", [&] { return question::tournament(worlds, options); });
    return export_text(typed, "nfg", io::to_nfg(answer));
}

/// A new format is one line here and one function above.
struct export_format {
    const char* name;
    std::string (*write)(const arguments& typed);
};

constexpr export_format formats[] = {
    {"genius", export_genius},
    {"geniusweb", export_geniusweb},
    {"csv", export_csv},
    {"nfg", export_nfg},
};

/// Refuses what the format has no use for: it would seem to have an effect.
void refuse_unused(const arguments& typed) {
    struct option {
        const char* name;
        bool given;
        bool csv;
        bool nfg;
    };
    const option all[] = {{"--strategy", !typed.strategies.empty(), true, false},
                          {"--mediator", !typed.mediators.empty(), true, false},
                          {"--talks", !typed.talks.empty(), true, false},
                          {"--red-lines", typed.red_lines.has_value(), true, false},
                          {"--seat", !typed.seats.empty(), true, false},
                          {"--strategies", !typed.contestants.empty(), false, true},
                          {"--rounds", !typed.rounds.empty(), true, true},
                          {"--clock", !typed.clock.empty(), true, true},
                          {"--seed", !typed.seed.empty(), true, true}};
    for (const option& one : all) {
        const bool used = (typed.format == "csv" && one.csv) || (typed.format == "nfg" && one.nfg);
        if (one.given && !used) {
            throw std::invalid_argument(fmt::format("option {}: means nothing to --format {}",
                                                    one.name, shown(typed.format)));
        }
    }
}

}  // namespace

std::string import_scenario(const arguments& typed) {
    if (typed.scenario.empty()) {
        throw std::invalid_argument(
            "needs a PATH, a folder of GENIUS or GeniusWeb files or the domain in it; got none");
    }
    const scenario world = load(typed);
    const std::string text = io::write_scenario(world);
    if (text.size() > io::maximum_scenario_bytes) {
        notice(fmt::format(
            "negotiate: the scenario has {} bytes as a file, and at most {} are read; every "
            "verb takes '{}' itself\n",
            text.size(), io::maximum_scenario_bytes, shown(typed.scenario)));
    }
    return write_text(typed, "scenario", text,
                      [](const std::string& file) { return io::to_json("written", file); });
}

std::string export_scenario(const arguments& typed) {
    std::vector<std::string> names;
    for (const export_format& format : formats) {
        names.emplace_back(format.name);
        if (typed.format == names.back()) {
            refuse_unused(typed);
            return format.write(typed);
        }
    }
    throw std::invalid_argument(
        typed.format.empty()
            ? fmt::format("option --format: needs one of {}; got none", fmt::join(names, ", "))
            : fmt::format("option --format: no format '{}'; {}", shown(typed.format),
                          nearest(typed.format, names)));
}

}  // namespace negotiation::cli
