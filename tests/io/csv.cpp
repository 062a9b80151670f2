#include <algorithm>
#include <cstddef>
#include <string>

#include <doctest/doctest.h>

#include <negotiation/io/csv.hpp>
#include <negotiation/question/deals.hpp>
#include <negotiation/question/run.hpp>
#include <negotiation/question/sweep_answer.hpp>

#include "question/support.hpp"

using namespace negotiation;
using namespace negotiation::question;

namespace {

deals_answer nuclear_deals(red_line_rule rule) {
    deals_options options;
    options.scope = "nuclear";
    options.red_lines.rule = rule;
    return deals(tests::backchannel_file(), options);
}

}  // namespace

TEST_CASE("every point is a row") {
    const deals_answer answer = nuclear_deals(red_line_rule::none);
    const std::string text = io::to_csv(answer);
    const auto rows = std::count(text.begin(), text.end(), '\n');
    CHECK(rows == static_cast<std::ptrdiff_t>(answer.frontier.size() + 1));
    CHECK(text.rfind("United States,Iran,count,enrichment,leu_stock,centrifuges,inspection,"
                     "sanctions_relief,frozen_assets,duration,exit_guarantee\r\n",
                     0) == 0);
    CHECK(text.find("\r\n0.647,0.705,1,consortium_iran_3pct,0,5060,jcpoa_plus,100,12,25,"
                    "penalty_or_treaty\r\n") != std::string::npos);
}

TEST_CASE("an empty zone gives the first row alone") {
    const std::string text = io::to_csv(nuclear_deals(red_line_rule::all));
    CHECK(std::count(text.begin(), text.end(), '\n') == 1);
}

TEST_CASE("fields with commas and quotes are quoted") {
    deals_answer answer = nuclear_deals(red_line_rule::all);
    answer.parties[0].name = "A, \"the\" first";
    answer.parties[1].name = "two\nlines";
    CHECK(io::to_csv(answer).rfind("\"A, \"\"the\"\" first\",\"two\nlines\",count,", 0) == 0);
}

TEST_CASE("every move is a row") {
    run_options options;
    options.scope = "nuclear";
    options.rounds = 10;
    options.other_runs = 0;
    const run_answer answer = run(tests::backchannel_file(), options);
    const std::string text = io::to_csv(answer);
    CHECK(text.rfind("round,party,move,enrichment,leu_stock,centrifuges,", 0) == 0);
    CHECK(text.find(",u:United States,u:Iran\r\n") != std::string::npos);
    CHECK(text.find("\r\n1,United States,offer,") != std::string::npos);
    CHECK(std::count(text.begin(), text.end(), '\n') ==
          static_cast<std::ptrdiff_t>(answer.events.size() + 1));
    run_answer silent = answer;
    silent.events = {told_event{1, "Iran", "walk_away", true, std::nullopt, {}, {}, {}}};
    CHECK(io::to_csv(silent) ==
          "round,party,move,u:United States,u:Iran\r\n1,Iran,walk_away,,\r\n");
}

TEST_CASE("every point of a grid is a row") {
    question::sweep_answer a;
    a.axes = {
        {{*parse_path("party[\"United States\"].reservation"), 0.5, 0.7, 3}, 0.5, true, false}};
    a.of = {{"deals.zone", "how many"}, {"run.round", "round"}};
    a.points = {{{0.5}, true, {{12.0, ""}, {0.1, ""}}},
                {{0.6}, true, {{std::nullopt, "none, at all"}, {2.0, ""}}},
                {{0.7}, false, {}}};
    CHECK(io::to_csv(a) ==
          "\"party[\"\"United States\"\"].reservation\",deals.zone,run.round,reason\r\n"
          "0.5,12,0.1,\r\n"
          "0.6,,2,\"deals.zone: none, at all\"\r\n");
    a.of.pop_back();
    for (auto& point : a.points) {
        point.found.resize(std::min<std::size_t>(point.found.size(), 1));
    }
    CHECK(io::to_csv(a).find("0.6,,\"none, at all\"\r\n") != std::string::npos);
}
