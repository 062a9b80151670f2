#include <stdexcept>
#include <stop_token>

#include <doctest/doctest.h>
#include <support/tolerance.hpp>

#include <negotiation/io/read_scenario.hpp>
#include <negotiation/study/conclusions.hpp>

using namespace negotiation;

namespace {

const scenario& judged_world() {
    static const scenario world =
        io::read_scenario(NEGOTIATION_SCENARIO_DIR "/backchannel-2025.toml");
    return world;
}

/// Of 0.58 and a tenth, a quarter of draws lies above 0.58 * 1.05; the second is not known.
std::vector<std::optional<bool>> two_verdicts(const scenario& w) {
    return {w.parties[0].reservation > 0.58 * 1.05, std::nullopt};
}

}  // namespace

TEST_CASE("a threshold on one number holds as often as it is drawn") {
    const auto found =
        study::conclusions(judged_world(), two_verdicts, {.worlds = 2000, .seed = 5});
    CHECK(found.worlds == 2000);
    REQUIRE(found.shares.size() == 2);
    CHECK(found.shares[0].judged == 2000);
    CHECK(found.shares[0].share.low < 0.25);
    CHECK(found.shares[0].share.high > 0.25);
    CHECK(found.shares[0].share == proportion_of(found.shares[0].holds, 2000));
    CHECK(found.shares[1].judged == 0);
    CHECK(tests::near(found.shares[1].share.high, 1));
}

TEST_CASE("shares do not depend on threads and a stop is told") {
    study::conclusion_options how{.worlds = 50, .parallel = {1, {}, {}}};
    const auto one = study::conclusions(judged_world(), two_verdicts, how);
    how.parallel.threads = 4;
    CHECK(study::conclusions(judged_world(), two_verdicts, how).shares == one.shares);
    std::stop_source stop;
    stop.request_stop();
    how.parallel.stop = stop.get_token();
    const auto none = study::conclusions(judged_world(), two_verdicts, how);
    CHECK(none.worlds == 0);
    CHECK(none.planned == 50);
    CHECK(none.shares.empty());
    CHECK_THROWS_AS(study::conclusions(judged_world(), two_verdicts, {.worlds = 0}),
                    std::invalid_argument);
}
