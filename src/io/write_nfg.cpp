#include <stdexcept>

#include <fmt/format.h>

#include <negotiation/io/write_nfg.hpp>
#include <negotiation/question/tournament_answer.hpp>

namespace negotiation::io {

namespace {

/// Gambit's text: quotes and backslashes are escaped.
std::string quoted(const std::string& text) {
    std::string out = "\"";
    for (const char c : text) {
        out += c == '"' || c == '\\' ? "\\" : "";
        out += c;
    }
    return out + '"';
}

std::string strategy_list(const std::vector<std::string>& names) {
    std::string out = "{";
    for (const std::string& name : names) {
        out += ' ' + quoted(name);
    }
    return out + " }";
}

}  // namespace

std::string to_nfg(const std::string& title, const std::vector<std::string>& rows,
                   const std::vector<std::string>& columns, const laboratory::bimatrix_game& game) {
    laboratory::check_game(game, "nfg");
    if (rows.size() != game.first.size() || columns.size() != game.first.front().size()) {
        throw std::invalid_argument(
            fmt::format("nfg: needs names of {} and {} strategies; got {} and {}",
                        game.first.size(), game.first.front().size(), rows.size(), columns.size()));
    }
    std::string out =
        fmt::format("NFG 1 R {} {{ \"first\" \"second\" }}\n\n{{ {}\n{}\n}}\n\"\"\n\n",
                    quoted(title), strategy_list(rows), strategy_list(columns));
    for (std::size_t j = 0; j < columns.size(); ++j) {
        for (std::size_t i = 0; i < rows.size(); ++i) {
            out +=
                fmt::format("{}{} {}", i + j == 0 ? "" : " ", game.first[i][j], game.second[i][j]);
        }
    }
    return out + '\n';
}

std::string to_nfg(const question::tournament_answer& answer) {
    const laboratory::empirical_game& of = answer.meta_game.game;
    if (!answer.complete) {
        throw std::invalid_argument(
            fmt::format("nfg: the tournament was stopped after {} of {} negotiations; the game of "
                        "choosing a strategy needs all",
                        answer.matches, answer.planned));
    }
    if (!answer.rotate) {
        throw std::invalid_argument(
            "nfg: the game of choosing a strategy needs every order of seats; seats were fixed");
    }
    if (of.strategies.empty()) {
        throw std::invalid_argument(
            "nfg: the tournament has no game of choosing a strategy; it needs a scenario for two "
            "parties with results");
    }
    std::vector<std::string> names;
    for (const std::size_t k : of.strategies) {
        names.push_back(answer.strategies[k].name);
    }
    return to_nfg("experiment " + answer.experiment, names, names,
                  laboratory::symmetric_game(of.payoffs));
}

}  // namespace negotiation::io
