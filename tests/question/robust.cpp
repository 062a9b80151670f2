#include <algorithm>
#include <stdexcept>
#include <stop_token>
#include <string>

#include <doctest/doctest.h>
#include <support/tolerance.hpp>

#include <negotiation/io/read_scenario.hpp>
#include <negotiation/question/robust.hpp>

using namespace negotiation;

namespace {

const scenario& doubtful_world() {
    static const scenario world =
        io::read_scenario(NEGOTIATION_SCENARIO_DIR "/backchannel-2025.toml");
    return world;
}

question::robust_options few(std::size_t worlds) {
    question::robust_options how;
    how.how.scope = "nuclear";
    how.worlds = worlds;
    how.rows = 4;
    how.trajectories = 1;
    how.top = 2;
    return how;
}

const question::conclusion_view* find(const question::robust_answer& a, const std::string& text) {
    const auto at = std::find_if(a.conclusions.begin(), a.conclusions.end(), [&](const auto& c) {
        return c.text.find(text) != std::string::npos;
    });
    return at == a.conclusions.end() ? nullptr : &*at;
}

}  // namespace

TEST_CASE("conclusions of the back channel hold in so many worlds") {
    const auto found = question::robust(doubtful_world(), few(12));
    CHECK(found.complete);
    CHECK(found.worlds == 12);
    // both public lines on enrichment exclude one another whatever the numbers are
    const auto* in_public = find(found, "There is no deal in public");
    REQUIRE(in_public);
    CHECK(in_public->share.holds == 12);
    const auto* clash = find(found, "leave no deal together");
    REQUIRE(clash);
    CHECK(clash->share.judged == 12);
    const auto* secret = find(found, "There is a deal in the back channel");
    REQUIRE(secret);
    CHECK(secret->share.judged == 12);
    const auto* all = find(found, "all terms");
    const auto* one = find(found, "enrichment: consortium_iran_3pct");
    REQUIRE(all);
    REQUIRE(one);
    CHECK(all->share.holds <= one->share.holds);
    CHECK(one->share.holds <= secret->share.holds);
    CHECK(find(found, "passes at home in Iran"));
    CHECK(find(found, "breaks off"));
    CHECK(find(found, "lasts twelve months"));
    CHECK(tests::near(*found.as_written.value, 0.152));
    CHECK(found.causes.top.size() == 2);
    CHECK(*found.low <= *found.high);
}

TEST_CASE("where nothing is drawn nothing is said of how sure") {
    auto without_spread = few(2);
    without_spread.spread = 0;
    scenario certain = doubtful_world();
    certain.assumptions.clear();
    for (const auto& found :
         {question::robust(doubtful_world(), without_spread), question::robust(certain, few(2))}) {
        CHECK(found.complete);
        CHECK(found.planned == 0);
        CHECK(found.worlds == 0);
        CHECK_FALSE(found.conclusions.empty());
        for (const question::conclusion_view& one : found.conclusions) {
            CAPTURE(one.text);
            CHECK(one.share.judged == 0);
        }
        CHECK(found.causes.top.empty());
        CHECK(found.causes.evaluations == 0);
        CHECK_FALSE(found.low);
        CHECK(tests::near(*found.as_written.value, 0.152));
    }
    CHECK(question::robust(certain, few(2)).causes.drawn == 0);
    for (const double spread : {-0.1, 1.0}) {
        auto wrong = few(2);
        wrong.spread = spread;
        CHECK_THROWS_AS(question::robust(certain, wrong), std::invalid_argument);
    }
}

TEST_CASE("robustness does not depend on threads and a stop is told") {
    auto how = few(4);
    how.parallel.threads = 1;
    const auto one = question::robust(doubtful_world(), how);
    how.parallel.threads = 3;
    const auto three = question::robust(doubtful_world(), how);
    CHECK(three.conclusions == one.conclusions);
    CHECK(three.causes.values == one.causes.values);
    std::stop_source stop;
    stop.request_stop();
    how.parallel.stop = stop.get_token();
    const auto none = question::robust(doubtful_world(), how);
    CHECK_FALSE(none.complete);
    CHECK(none.worlds == 0);
    CHECK_FALSE(none.conclusions.empty());
    CHECK(none.causes.top.empty());
    how.of = "deals.zon";
    CHECK_THROWS_AS(question::robust(doubtful_world(), how), std::invalid_argument);
}
