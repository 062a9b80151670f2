#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <stop_token>
#include <string>

#include <doctest/doctest.h>
#include <support/some_life.hpp>
#include <support/tolerance.hpp>

#include <negotiation/io/json.hpp>
#include <negotiation/io/read_scenario.hpp>
#include <negotiation/question/life.hpp>
#include <negotiation/report/text.hpp>

using namespace negotiation;
using negotiation::tests::near;
using question::life_answer;
using question::life_options;

namespace {

const scenario& back_channel() {
    static const scenario world =
        io::read_scenario(NEGOTIATION_SCENARIO_DIR "/backchannel-2025.toml");
    return world;
}

life_options narrow() {
    life_options options;
    options.scope = "nuclear";
    options.runs = 2'000;
    options.played = 20;
    return options;
}

double share_of(const life_answer& a, const std::string& stage) {
    for (const question::stage_view& one : a.stages) {
        if (one.name == stage) {
            return one.reached.share;
        }
    }
    return -1;
}

}  // namespace

TEST_CASE("the back channel lives") {
    const life_answer a = question::life(back_channel(), narrow());
    CHECK(a.runs == 2000);
    CHECK(a.played_in_secret == 20);
    CHECK(a.played_in_public == 20);
    CHECK(a.left_out.empty());
    CHECK(share_of(a, "talks") == 1);
    CHECK(share_of(a, "signed") > share_of(a, "implemented"));
    double dead = 0;
    for (const question::cause_view& one : a.causes) {
        dead += one.share;
    }
    CHECK(tests::near(dead + share_of(a, "survived"), 1, 1e-9));
    const auto truce = std::find_if(a.causes.begin(), a.causes.end(), [](const auto& c) {
        return c.stage == "talks" && c.which == "truce";
    });
    REQUIRE(truce != a.causes.end());
    CHECK(a.assumed_numbers > 150);
}

TEST_CASE("a life is told in about fourteen lines") {
    const life_answer a = question::life(back_channel(), narrow());
    REQUIRE(a.told);
    CHECK(a.told->lines.size() >= 4);
    CHECK(a.told->lines.size() <= 24);
    CHECK(std::is_sorted(a.told->lines.begin(), a.told->lines.end(),
                         [](const auto& x, const auto& y) { return x.days < y.days; }));
    const std::string text = report::render_text(describe(a));
    CHECK(text.find("Of 2,000 worlds") != std::string::npos);
    CHECK(text.find("nan") == std::string::npos);
}

TEST_CASE("talks of one's own for every life") {
    life_options options = narrow();
    options.each = true;
    options.runs = 40;
    const life_answer a = question::life(back_channel(), options);
    CHECK(a.runs == 40);
    CHECK(a.played_in_secret == 0);
    CHECK(a.told);
    options.parallel.threads = 2;
    CHECK(a == question::life(back_channel(), options));
}

TEST_CASE("a scenario that says little says what it leaves out") {
    life_options options;
    options.runs = 100;
    options.played = 3;
    const life_answer a =
        question::life(io::read_scenario(NEGOTIATION_SCENARIO_DIR "/orange.toml"), options);
    CHECK(a.left_out.size() == 3);
    CHECK(share_of(a, "survived") == share_of(a, "signed"));
    const std::string text = report::render_text(describe(a));
    CHECK(text.find("no chambers") != std::string::npos);
}

TEST_CASE("lives are asked for in range") {
    life_options options = narrow();
    options.played = 0;
    CHECK_THROWS_AS((void)question::life(back_channel(), options), std::invalid_argument);
    options = narrow();
    options.runs = 0;
    CHECK_THROWS_AS((void)question::life(back_channel(), options), std::invalid_argument);
    options = narrow();
    options.how.order = "backwards";
    CHECK_THROWS_AS((void)question::life(back_channel(), options), std::invalid_argument);
    options = narrow();
    options.spread = 1;
    CHECK_THROWS_AS((void)question::life(back_channel(), options), std::invalid_argument);
    life_options alone;
    alone.how.alternative = "simple";
    CHECK_THROWS_WITH_AS(
        (void)question::life(io::read_scenario(NEGOTIATION_SCENARIO_DIR "/orange.toml"), alone),
        "no alternative rule 'simple': nobody ratifies in this scenario", std::invalid_argument);
}

TEST_CASE("a stop leaves the lives that were lived") {
    std::stop_source stop;
    life_options options = narrow();
    options.runs = 50'000;
    options.parallel.threads = 1;
    options.parallel.stop = stop.get_token();
    options.parallel.progress = [&](std::size_t, std::size_t) { stop.request_stop(); };
    const life_answer a = question::life(back_channel(), options);
    CHECK(a.runs < a.planned);
    CHECK(a.runs > 0);
    const std::string text = report::render_text(describe(a));
    CHECK(text.find("stopped before 50,000") != std::string::npos);
}

TEST_CASE("assumptions drawn anew spread the answer") {
    life_options options = narrow();
    options.samples = 2;
    options.played = 3;
    const life_answer a = question::life(back_channel(), options);
    REQUIRE(a.sampled);
    CHECK(a.sampled->samples == 2);
    CHECK(a.sampled->runs == 1000);  // fewer say more of chance
    CHECK(a.sampled->stages[0].low == 1);
    for (const question::spread_view& s : a.sampled->stages) {
        CHECK(s.low <= s.mean);
        CHECK(near(s.mean, (s.low + s.high) / 2));  // of two draws the least and the greatest
        CHECK(s.mean <= 1);
    }
    options.samples = 20'000;
    CHECK_THROWS_AS((void)question::life(back_channel(), options), std::invalid_argument);
}

TEST_CASE("a stop while assumptions are drawn says how many were") {
    std::stop_source stop;
    life_options options = narrow();
    options.samples = 3;
    options.played = 3;
    options.parallel.threads = 1;
    options.parallel.stop = stop.get_token();
    options.parallel.progress = [&](std::size_t done, std::size_t all) {
        if (done == all) {  // of the lives themselves: draws tell none
            stop.request_stop();
        }
    };
    const life_answer a = question::life(back_channel(), options);
    CHECK(a.runs == a.planned);
    REQUIRE(a.sampled);
    CHECK(a.sampled->planned == 3);
    CHECK(a.sampled->samples == 0);
    CHECK(a.sampled->stages.empty());
    CHECK(io::to_json(a).find("\"sampled\":{\"planned\":3,\"samples\":0,") != std::string::npos);
    CHECK(io::to_json(a).find("\"stages\":null,\"talks_worth\":null") != std::string::npos);
}

TEST_CASE("talks drawn and talks of one's own come to the same lives") {
    life_options options = narrow();
    options.runs = 3'000;
    options.played = 300;
    const life_answer drawn = question::life(back_channel(), options);
    options.runs = 300;
    options.each = true;
    const life_answer own = question::life(back_channel(), options);
    // 300 runs to draw from and 300 of one's own: five standard deviations of a difference
    const auto alike = [](double a, double b) {
        const double p = 0.5 * (a + b);
        return std::abs(a - b) <= 5 * std::sqrt(2 * p * (1 - p) / 300) + 1e-9;
    };
    CHECK(alike(share_of(drawn, "signed"), share_of(own, "signed")));
    CHECK(alike(drawn.leaked, own.leaked));
    for (std::size_t i = 0; i < 2; ++i) {
        const life::mean_value& a = drawn.values[i].value;
        const life::mean_value& b = own.values[i].value;
        CHECK(std::abs(a.mean - b.mean) <= 3 * (b.high - b.low));
    }
}

TEST_CASE("a stop during set-up is an answer without lives") {
    std::stop_source stop;
    stop.request_stop();
    life_options options = narrow();
    options.parallel.stop = stop.get_token();
    const life_answer a = question::life(back_channel(), options);
    CHECK(a.runs == 0);
    CHECK(a.planned == 2000);
    CHECK_FALSE(a.told);
    CHECK(report::render_text(describe(a)).find("Stopped before any life") != std::string::npos);
}
