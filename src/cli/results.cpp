#include "cli/results.hpp"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
#include <stdexcept>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include <negotiation/io/json.hpp>
#include <negotiation/io/write_negotiations.hpp>
#include <negotiation/laboratory/store.hpp>
#include <negotiation/model/nearest.hpp>
#include <negotiation/question/results.hpp>
#include <negotiation/report/text.hpp>

#include "cli/typed.hpp"

namespace negotiation::cli {

namespace {

struct closing {
    void operator()(std::FILE* file) const noexcept {
        if (file != nullptr) {
            std::fclose(file);
        }
    }
};
using output_file = std::unique_ptr<std::FILE, closing>;

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

output_file open_output(const arguments& typed) {
    refuse_existing(typed.output, typed.force);
    output_file file(std::fopen(typed.output.c_str(), typed.force ? "wb" : "wbx"));
    if (file == nullptr) {
        throw std::invalid_argument(
            fmt::format("cannot write '{}': {}", shown(typed.output), std::strerror(errno)));
    }
    return file;
}

/// A full disk may show at the end only.
void close_output(output_file file, const std::string& path) {
    if (std::fclose(file.release()) != 0) {
        throw std::runtime_error(
            fmt::format("cannot write '{}': {}", shown(path), std::strerror(errno)));
    }
}

/// Some lines at a time: there may be more than memory holds. A reader that goes away is no fault.
void write_all(const question::results_answer& from, const arguments& typed, std::FILE* into) {
    const auto format = format_of(typed.format);
    const std::string key = question::chosen_experiment(from, typed.experiment);
    const auto kept = laboratory::store::reading(from.file);
    bool gone = false;
    io::write_negotiations(kept, key, format, [&](std::string_view lines) {
        if (!gone && std::fwrite(lines.data(), 1, lines.size(), into) != lines.size()) {
            gone = errno == EPIPE;
            if (!gone) {
                throw std::runtime_error(
                    fmt::format("cannot write the negotiations: {}", std::strerror(errno)));
            }
        }
    });
}

}  // namespace

std::string results(const arguments& typed) {
    if (typed.store.empty()) {
        throw std::invalid_argument(
            "needs a STORE, the file that tournament --store wrote; got none");
    }
    const question::results_answer answer = question::results(typed.store);
    if (typed.format.empty()) {
        return typed.json ? io::to_json(answer) + "\n"
                          : report::render_text(question::describe(answer));
    }
    if (typed.output.empty()) {
        write_all(answer, typed, stdout);
        return "";
    }
    output_file file = open_output(typed);
    write_all(answer, typed, file.get());
    close_output(std::move(file), typed.output);
    return typed.json ? io::to_json("written", typed.output) + "\n"
                      : fmt::format("Wrote {}.\n", typed.output);
}

}  // namespace negotiation::cli
