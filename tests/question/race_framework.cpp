#include "question/race_framework.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <stdexcept>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <support/tiny_scenario.hpp>
#include <support/tolerance.hpp>

#include <negotiation/io/read_scenario.hpp>
#include <negotiation/question/deals.hpp>
#include <negotiation/question/race.hpp>
#include <negotiation/scenario/diagnostic.hpp>
#include <negotiation/scenario/freeze.hpp>
#include <negotiation/scenario/freeze_survival.hpp>
#include <negotiation/survival/hazard.hpp>

#include "question/support.hpp"

using namespace negotiation;
using namespace negotiation::question;
using tests::near;

namespace {

const scenario& truce_file() {
    static const scenario world =
        io::read_scenario(NEGOTIATION_SCENARIO_DIR "/truce-collapse.toml");
    return world;
}

race_answer framed(race_options options = {}) {
    options.scope = "comprehensive";
    options.framework = "nuclear";
    options.runs = 10;
    options.sweep = {};
    return race(truce_file(), options);
}

/// What comes of a worth that is settled at a rate while it may be lost at another, in small
/// pieces of time.
double integrated(double settlement, double loss, double worth) {
    const double last = 60 / (settlement + loss);
    const int pieces = 200'000;
    const double piece = last / pieces;
    double sum = 0;
    for (int k = 0; k < pieces; ++k) {
        sum += std::exp(-(settlement + loss) * (k + 0.5) * piece) * piece;
    }
    return settlement * worth * sum;
}

/// Places of the options of a draft, all else as it is today.
outcome options_of_draft(const scenario& world, const problem& frozen, const draft& deal) {
    outcome options = frozen.status_quo;
    for (const clause& part : deal) {
        for (std::size_t k = 0; k < world.issues.size(); ++k) {
            if (world.issues[k].name == part.issue) {
                const auto& labels = world.issues[k].options;
                options[k] = static_cast<option_id>(
                    std::find(labels.begin(), labels.end(), part.option) - labels.begin());
            }
        }
    }
    return options;
}

/// Of all deals that keep a framework and leave nobody worse off than it, the greatest product of
/// gains beyond it, by trying every one.
std::vector<double> best_details(const problem& frozen, const outcome& framework,
                                 const std::vector<issue_id>& open) {
    std::vector<outcome> all{framework};
    for (const issue_id k : open) {
        std::vector<outcome> more;
        for (const outcome& deal : all) {
            for (const option_id o : frozen.table.space.domains[k]) {
                more.push_back(deal);
                more.back()[k] = o;
            }
        }
        all = std::move(more);
    }
    double best = -1;
    std::vector<double> gains;
    for (const outcome& deal : all) {
        const double us =
            utility_of(frozen.table, 0, deal) - utility_of(frozen.table, 0, framework);
        const double iran =
            utility_of(frozen.table, 1, deal) - utility_of(frozen.table, 1, framework);
        const bool kept = respects_red_lines(frozen.table.parties[0], deal) &&
                          respects_red_lines(frozen.table.parties[1], deal) &&
                          feasible(frozen.table.space, deal);
        if (kept && us >= -1e-12 && iran >= -1e-12 && us * iran > best + 1e-12) {
            best = us * iran;
            gains = {us, iran};
        }
    }
    return gains;
}

}  // namespace

TEST_CASE("a framework is worth what the integrals over its rates say") {
    const race_answer answer = framed();
    REQUIRE(answer.framework);
    const race_framework& f = *answer.framework;
    REQUIRE(f.worths.size() == 2);
    const double waiting = answer.plans[0].settlement;
    CHECK(f.collapse == answer.plans[0].here.rate);
    CHECK(near(f.worths[0].interest, -std::log(0.985), 1e-12));
    CHECK(near(f.worths[1].interest, -std::log(0.98), 1e-12));
    for (const race_framework_worth& one : f.worths) {
        const double r = one.interest;
        const race_framework_values& by = one.by_rates;
        CHECK(near(by.waiting, integrated(waiting, f.collapse + r, one.whole), 1e-7));
        const double later = integrated(f.details.settlement, f.collapse_after + r, one.rest);
        CHECK(near(by.signed_now, one.framework + later, 1e-7));
        CHECK(near(by.talked_over, integrated(f.talks.settlement, f.collapse + r, by.signed_now),
                   1e-7));
        CHECK(by.signed_now >= one.framework);
        CHECK(by.talked_over <= by.signed_now);
    }
}

TEST_CASE("a framework's deals and rates are those of their own questions") {
    const race_answer answer = framed();
    const race_framework& f = *answer.framework;
    deals_options asked;
    asked.scope = "nuclear";
    const deals_answer narrow = deals(truce_file(), asked);
    asked.scope = "comprehensive";
    const deals_answer broad = deals(truce_file(), asked);
    REQUIRE(f.deal);
    CHECK(*f.deal == narrow.solutions.nash->outcome);
    for (std::size_t i = 0; i < 2; ++i) {
        CHECK(near(f.worths[i].framework, narrow.solutions.nash->gains[i], 1e-12));
        CHECK(near(f.worths[i].whole, broad.solutions.nash->gains[i], 1e-12));
    }
    // talks on the framework are those of its scope, run by run
    const race_answer own = race(truce_file(), {.scope = "nuclear", .runs = 10});
    CHECK(f.talks.settlement == own.plans[0].settlement);
    CHECK(f.talks.days == own.plans[0].days);
    CHECK(f.talks.agreed.share == own.plans[0].agreed.share);
    // what hazards come to at the framework's deal
    const problem frozen =
        freeze(truce_file(), {.scope = "comprehensive", .talks = {}, .seats = {}});
    const outcome deal = options_of_draft(truce_file(), frozen, *f.deal);
    double rate = 0;
    for (const survival::hazard& h :
         freeze_survival(truce_file(), {"United States", "Iran"}).hazards) {
        if (h.threatens[static_cast<std::size_t>(survival::stage::talks)]) {
            rate += survival::daily_rate(h, survival::level_of(h, frozen.table.space, deal)) *
                    h.effect.ends * 30.4375;
        }
    }
    CHECK(near(f.collapse_after, rate, 1e-12));
    CHECK(f.collapse_after < f.collapse);  // Israel likes the deal better than none
}

TEST_CASE("details add what the best deal that keeps the framework does") {
    const race_framework f = *framed().framework;
    const problem narrow = freeze(truce_file(), {.scope = "nuclear", .talks = {}, .seats = {}});
    const problem broad =
        freeze(truce_file(), {.scope = "comprehensive", .talks = {}, .seats = {}});
    std::vector<issue_id> open;
    std::set_difference(broad.in_scope.begin(), broad.in_scope.end(), narrow.in_scope.begin(),
                        narrow.in_scope.end(), std::back_inserter(open));
    const auto gains = best_details(broad, options_of_draft(truce_file(), broad, *f.deal), open);
    REQUIRE(gains.size() == 2);
    CHECK(near(f.worths[0].rest, gains[0], 1e-9));
    CHECK(near(f.worths[1].rest, gains[1], 1e-9));
}

TEST_CASE("over details nobody signs less than the framework") {
    const scenario world = tests::tiny_scenario();
    const seating whole = set_table(world, {});
    const outcome deal{1, 1};  // blue at 50
    const seating rest = question::detail::details_table(whole, {0}, deal);
    CHECK(rest.frozen.in_scope == std::vector<issue_id>{1});
    CHECK(rest.frozen.table.space.domains[0] == std::vector<option_id>{1});
    for (party_id i = 0; i < 2; ++i) {
        const auto accepted = [&](option_id price) {
            return accepts(rest.frozen.table, i, outcome{1, price});
        };
        CHECK(accepted(1));
        CHECK(accepted(i == 0 ? 2 : 0));
        CHECK_FALSE(accepted(i == 0 ? 0 : 2));  // better than no deal at all, worse than signed
        CHECK(near(disagreement_utility(rest.frozen.table.parties[i]),
                   utility_of(whole.frozen.table, i, deal), 1e-12));
        CHECK(gain_of(rest, i, deal) == 0);
    }
}

TEST_CASE("without shocks and for the patient all that is settled is had") {
    scenario world = truce_file();
    for (party& who : world.parties) {
        who.patience->factor = 1;
    }
    race_options options;
    options.scope = "comprehensive";
    options.framework = "nuclear";
    options.runs = 10;
    options.rate = 0;
    const race_answer answer = race(world, options);
    const race_framework& f = *answer.framework;
    REQUIRE(answer.plans[0].settlement > 0);
    for (const race_framework_worth& one : f.worths) {
        CHECK(one.interest == 0);
        CHECK(near(one.by_rates.waiting, one.whole, 1e-12));
        CHECK(near(one.by_rates.signed_now, one.framework + one.rest, 1e-12));
        CHECK(near(one.by_rates.talked_over, one.by_rates.signed_now, 1e-12));
        // by days not all of it, but of the runs that agree
        CHECK(near(one.by_days.waiting, one.whole * answer.plans[0].agreed.share, 1e-12));
        CHECK(
            near(one.by_days.signed_now, one.framework + one.rest * f.details.agreed.share, 1e-12));
        CHECK(near(one.remains.framework, f.talks.agreed.share, 1e-12));
    }
    // what keeps the framework is a whole deal too: it cannot be better for both
    CHECK((f.worths[0].framework + f.worths[0].rest <= f.worths[0].whole + 1e-9 ||
           f.worths[1].framework + f.worths[1].rest <= f.worths[1].whole + 1e-9));
}

TEST_CASE("a framework pays up to the rate that is told") {
    bool finite = false;
    for (const double rate : {0.0, 0.01, 0.02, 0.05, 0.2}) {
        race_options options;
        options.rate = rate;
        const race_answer answer = framed(options);
        const race_framework& f = *answer.framework;
        CHECK(f.collapse_after == rate);
        for (const race_framework_worth& one : f.worths) {
            const double mu = f.details.settlement;
            const auto at = [&](double collapse) {
                return one.framework + mu * one.rest / (mu + collapse + one.interest);
            };
            const race_framework_values& by = one.by_rates;
            if (!by.greatest_collapse) {
                CHECK(at(0) < by.waiting);
            } else if (std::isinf(*by.greatest_collapse)) {
                CHECK(one.framework >= by.waiting);
            } else {
                finite = true;
                CHECK(near(at(*by.greatest_collapse), by.waiting, 1e-9));
                CHECK((by.signed_now >= by.waiting) == (rate <= *by.greatest_collapse));
            }
        }
    }
    CHECK(finite);
}

TEST_CASE("a framework that cannot be signed is an answer, one that cannot be is refused") {
    scenario world = tests::tiny_scenario();
    world.scopes = {{"colour", {"colour"}}, {"price", {"price"}}, {"all", {"colour", "price"}}};
    world.protocol.emplace();
    world.protocol->rounds = 5;
    const race_answer some = race(world, {.runs = 2, .framework = "price"});
    REQUIRE(some.framework);
    REQUIRE(some.framework->deal);
    CHECK(some.framework->deal->size() == 1);
    world.parties[1].reservation = 0.95;  // no price alone is worth as much, and blue is not red
    const race_answer none = race(world, {.runs = 2, .framework = "price"});
    REQUIRE(none.framework);
    CHECK_FALSE(none.framework->deal);
    CHECK(none.framework->worths.empty());
    CHECK(tests::says(report::render_text(describe(none)),
                      "No deal of scope price suits everybody: there is no framework to sign"));
    CHECK_THROWS_WITH_AS(
        race(world, {.scope = "colour", .runs = 1, .framework = "price"}),
        "framework: scope 'price' must be narrower than scope 'colour'; it has 'price' as well",
        std::invalid_argument);
    CHECK_THROWS_WITH_AS(
        race(world, {.runs = 1, .framework = "all"}),
        "framework: scope 'all' must be narrower than every issue; it has the same issues",
        std::invalid_argument);
    CHECK_THROWS_AS(race(world, {.runs = 1, .framework = "colours"}), scenario_error);
    try {
        static_cast<void>(race(world, {.runs = 1, .framework = ""}));
        FAIL("an empty name is not every issue");
    } catch (const scenario_error& error) {
        REQUIRE(error.diagnostics().size() == 1);
        CHECK(error.diagnostics()[0].path == "framework");
    }
    CHECK_FALSE(race(world, {.runs = 1}).framework);
}

TEST_CASE("what a curve takes for neither gain nor loss does not move with a framework") {
    scenario world = truce_file();
    world.parties[0].risk = prospect{};
    race_options options;
    options.scope = "comprehensive";
    options.framework = "nuclear";
    options.runs = 3;
    options.sweep = {};
    const race_framework f = *race(world, options).framework;
    REQUIRE(f.worths.size() == 2);
    const problem broad = freeze(world, {.scope = "comprehensive", .talks = {}, .seats = {}});
    const outcome deal = options_of_draft(world, broad, *f.deal);
    CHECK(near(f.worths[0].framework,
               utility_of(broad.table, 0, deal) - disagreement_utility(broad.table.parties[0]),
               1e-12));
    // a gain beyond the framework is felt on the curve through no deal at all: the framework is
    // worth 0.067 beyond no deal, the details add 0.037 to it, and
    // 0.104^0.88 - 0.067^0.88 = 0.13645 - 0.09267; on a curve that moved along it would be
    // 0.037^0.88 = 0.05496
    CHECK(near(f.worths[0].rest, std::pow(0.104, 0.88) - std::pow(0.067, 0.88), 1e-9));
    CHECK(near(f.worths[0].rest, 0.0438, 5e-5));
}
