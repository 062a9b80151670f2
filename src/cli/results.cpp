#include "cli/results.hpp"

#include <filesystem>
#include <stdexcept>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include <negotiation/io/json.hpp>
#include <negotiation/io/write_negotiations.hpp>
#include <negotiation/laboratory/store.hpp>
#include <negotiation/model/nearest.hpp>
#include <negotiation/question/results.hpp>
#include <negotiation/report/text.hpp>

#include "cli/output.hpp"
#include "cli/output_file.hpp"
#include "cli/typed.hpp"

namespace negotiation::cli {

namespace {

io::negotiation_format format_of(const std::string& text) {
    if (text == "csv") {
        return io::negotiation_format::csv;
    }
    if (text == "jsonl") {
        return io::negotiation_format::json_lines;
    }
    throw std::invalid_argument(fmt::format("option --format: no format '{}'; {}", shown(text),
                                            nearest(text, {"csv", "jsonl"})));
}

/// As it was typed, else the ending of the file that is to be written; empty where neither is.
std::string chosen_format(const arguments& typed) {
    if (!typed.format.empty() || typed.output.empty()) {
        return typed.format;
    }
    const std::string ending = std::filesystem::path(typed.output).extension().string();
    if (ending != ".csv" && ending != ".jsonl") {
        throw std::invalid_argument(
            fmt::format("option --output: say --format csv or jsonl, or take a name that ends so; "
                        "got '{}'",
                        shown(typed.output)));
    }
    return ending.substr(1);
}

/// Some lines at a time: there may be more than memory holds.
template <class Write>
void write_all(const question::results_answer& from, io::negotiation_format format, Write write) {
    const std::string key = question::chosen_experiment(from, "");
    io::write_negotiations(laboratory::store::reading(from.file), key, format, write);
}

}  // namespace

std::string results(const arguments& typed) {
    if (typed.store.empty()) {
        throw std::invalid_argument(
            "needs a STORE, the file that tournament --store wrote; got none");
    }
    refuse_folder_as_store(typed.store);
    const std::string format = chosen_format(typed);
    check_output(typed.output, typed.force, files_read(typed));
    const question::results_answer answer =
        question::results(typed.store, typed.experiment, format.empty());
    if (format.empty()) {
        return typed.json ? io::to_json(answer) + "\n"
                          : report::render_text(question::describe(answer));
    }
    const io::negotiation_format chosen = format_of(format);
    if (typed.output.empty()) {
        if (typed.json) {
            throw std::invalid_argument(
                "options --json and --format: rows are written as they are; for an object a line "
                "take --format jsonl, for the answer as an object leave --format out");
        }
        write_all(answer, chosen, print_part);
        return "";
    }
    output_file file(typed.output, typed.force, files_read(typed));
    write_all(answer, chosen, [&](std::string_view lines) {
        file.write(lines);
        return true;
    });
    file.finish();
    return typed.json ? io::to_json("written", typed.output) + "\n"
                      : fmt::format("Wrote {}.\n", typed.output);
}

}  // namespace negotiation::cli
