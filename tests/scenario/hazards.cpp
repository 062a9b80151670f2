// What a scenario may say of lasting, and what is wrong with the rest.
#include <cmath>
#include <functional>
#include <limits>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <support/property.hpp>
#include <support/some_hazards.hpp>
#include <support/some_steps.hpp>
#include <support/tiny_scenario.hpp>
#include <support/tolerance.hpp>

#include <negotiation/scenario/numbers.hpp>
#include <negotiation/scenario/validate.hpp>

#include "scenario/term_range.hpp"

using namespace negotiation;

namespace {

scenario threatened_world() {
    scenario world = tests::tiny_scenario();
    world.sequence = tests::some_steps();
    world.survival = tests::some_hazards();
    return world;
}

/// What validate says after one change to a sound scenario, as "path: message" lines.
std::string with_change(const std::function<void(survival::section&)>& change) {
    scenario world = threatened_world();
    change(*world.survival);
    std::string text;
    for (const diagnostic& d : validate(world)) {
        text += (text.empty() ? "" : "\n") + d.path + ": " + d.message;
    }
    return text;
}

std::vector<std::string> places_of_survival(const scenario& world) {
    std::vector<std::string> all;
    for (const located_number& n : numbers(world)) {
        const std::string place = to_string(n.place);
        if (place.rfind("survival", 0) == 0 || place.rfind("hazard", 0) == 0 ||
            place.rfind("event", 0) == 0) {
            all.push_back(place);
        }
    }
    return all;
}

/// The least and greatest sum, by looking at every deal.
detail::term_range by_all_deals(const std::vector<detail::masked_term>& terms, option_id options,
                                issue_id issues) {
    detail::term_range found{std::numeric_limits<double>::infinity(),
                             -std::numeric_limits<double>::infinity()};
    std::vector<option_id> deal(issues, 0);
    for (bool more = true; more;) {
        double sum = 0;
        for (const detail::masked_term& t : terms) {
            bool holds = true;
            for (const auto& [issue, mask] : t.given) {
                holds = holds && mask[deal[issue]];
            }
            sum += holds ? t.add : 0;
        }
        found.low = std::min(found.low, sum);
        found.high = std::max(found.high, sum);
        more = false;
        for (option_id& o : deal) {
            if (++o < options) {
                more = true;
                break;
            }
            o = 0;
        }
    }
    return found;
}

}  // namespace

TEST_CASE("sound hazards have no diagnostics") {
    CHECK(with_change([](survival::section&) {}) == "");
    CHECK(with_change([](survival::section& s) { s = {}; }) == "");
}

TEST_CASE("all numbers of hazards and events keep their ranges") {
    const auto refuses = [](const std::function<void(survival::section&, double)>& put,
                            std::vector<double> wrong) {
        for (const double never :
             {std::nan(""), std::numeric_limits<double>::infinity(), 1e6, -1e6}) {
            wrong.push_back(never);
        }
        for (const double x : wrong) {
            CAPTURE(x);
            CHECK(with_change([&](survival::section& s) { put(s, x); }) != "");
        }
    };
    refuses([](auto& s, double x) { s.horizon = x; }, {0, -1});
    refuses([](auto& s, double x) { s.period = x; }, {0, -1});
    refuses([](auto& s, double x) { s.hazards[0].value = x; }, {-0.1});
    refuses([](auto& s, double x) { s.hazards[0].period = x; }, {0, -1});
    refuses([](auto& s, double x) { s.hazards[1].value = x; }, {-0.1, 1});
    refuses([](auto& s, double x) { s.hazards[1].spoiler->slope = x; }, {-0.1});
    refuses([](auto& s, double x) { s.hazards[1].spoiler->noise = x; }, {-0.1});
    refuses([](auto& s, double x) { s.hazards[1].terms[0].add = x; }, {1});
    refuses([](auto& s, double x) { s.hazards[1].spikes[0].add = x; }, {-0.1, 1});
    refuses([](auto& s, double x) { s.hazards[1].spikes[0].days_after = x; }, {-1, 0});
    refuses([](auto& s, double x) { s.hazards[1].spikes[1].days_before = x; }, {-1});
    refuses([](auto& s, double x) { s.hazards[1].effect.ends = x; }, {-0.1, 1.1});
    refuses([](auto& s, double x) { s.hazards[1].effect.reservation[0].second = x; }, {});
    refuses([](auto& s, double x) { s.hazards[1].effect.odds[0].second = x; }, {0, -1});
    refuses([](auto& s, double x) { s.hazards[1].effect.hazards = x; }, {-1});
    refuses([](auto& s, double x) { s.events[0].days = x; }, {-1});
    refuses([](auto& s, double x) { s.events[0].probability = x; }, {-0.1, 1.1});
}

TEST_CASE("a hazard may not be negative whatever the deal") {
    CHECK(with_change([](survival::section& s) { s.hazards[1].terms[1].add = -0.02; }) == "");
    CHECK(with_change([](survival::section& s) { s.hazards[1].terms[1].add = -0.03; }) ==
          "hazard.spite.terms: a hazard must not be negative; its terms bring it down to -0.01");
    // terms of which only one can hold do not add up
    CHECK(with_change([](survival::section& s) {
              s.hazards[1].terms[0].add = -0.02;
              s.hazards[1].terms[1].add = -0.02;
          }) == "");
}

TEST_CASE("a probability stays below one with everything that lifts it") {
    CHECK(
        with_change([](survival::section& s) { s.hazards[1].value = 0.8; })
            .find("hazard.spite: a probability must stay below 1; spoiler, terms and spikes bring "
                  "'spite' up to 1") == 0);
    CHECK(with_change([](survival::section& s) { s.hazards[1].value = 0.79; }) == "");
}

TEST_CASE("hazards name what is there") {
    CHECK(with_change([](survival::section& s) { s.hazards[1].spoiler->agent = "Neighbor"; }) ==
          "hazard.spite.spoiler.of: no party or onlooker 'Neighbor'; did you mean 'Neighbour'? "
          "known: Seller, Buyer, Neighbour");
    CHECK(with_change([](survival::section& s) { s.hazards[1].spikes[0].at = "singature"; }) ==
          "hazard.spite.spikes[0].at: no milestone or step 'singature'; did you mean 'signature'? "
          "known: signature, vote, first_step, completion, pay, ship, first half, ship, second "
          "half, thank");
    CHECK(with_change([](survival::section& s) { s.events[0].name = "storm"; }) ==
          "event.storm: 'storm' names a hazard or event twice");
    CHECK(with_change([](survival::section& s) {
              s.hazards[0].stages = {survival::stage::talks, survival::stage::talks};
          }) == "hazard.storm.stages[1]: stage 'talks' is there twice");
    CHECK(with_change([](survival::section& s) { s.hazards[1].terms[0].given.clear(); }) ==
          "hazard.spite.terms[0].if: a term needs at least one condition; got none");
}

TEST_CASE("the range of terms is that of all deals") {
    tests::check_always(100, [] {
        constexpr issue_id issues = 4;
        constexpr option_id options = 3;
        std::vector<detail::masked_term> terms;
        for (int k = *rc::gen::inRange(0, 6); k > 0; --k) {
            detail::masked_term t;
            t.add = *rc::gen::inRange(-10, 11) * 0.01;
            for (issue_id i = 0; i < issues; ++i) {
                if (*rc::gen::inRange(0, 3) == 0 || (i + 1 == issues && t.given.empty())) {
                    option_mask mask;
                    for (option_id o = 0; o < options; ++o) {
                        mask.push_back(*rc::gen::arbitrary<bool>());
                    }
                    t.given.emplace_back(i, mask);
                }
            }
            terms.push_back(std::move(t));
        }
        const auto found = detail::term_range_search(terms).run(1'000'000);
        const detail::term_range expected = by_all_deals(terms, options, issues);
        RC_ASSERT(found.has_value());
        RC_ASSERT(tests::near(found->low, expected.low));
        RC_ASSERT(tests::near(found->high, expected.high));
    });
}

TEST_CASE("every number of a hazard is found once") {
    CHECK(places_of_survival(threatened_world()) ==
          std::vector<std::string>{"survival.horizon",
                                   "hazard.storm.rate",
                                   "hazard.spite.probability",
                                   "hazard.spite.spoiler.slope",
                                   "hazard.spite.spoiler.noise",
                                   "hazard.spite.terms[0].add",
                                   "hazard.spite.terms[1].if.price",
                                   "hazard.spite.terms[1].add",
                                   "hazard.spite.spikes[0].add",
                                   "hazard.spite.spikes[0].days_before",
                                   "hazard.spite.spikes[0].days_after",
                                   "hazard.spite.spikes[1].add",
                                   "hazard.spite.spikes[1].days_before",
                                   "hazard.spite.spikes[1].days_after",
                                   "hazard.spite.effect.ends",
                                   "hazard.spite.effect.reservation.Seller",
                                   "hazard.spite.effect.odds.Buyer",
                                   "hazard.spite.effect.hazards",
                                   "event.vote.after",
                                   "event.vote.probability",
                                   "event.vote.effect.odds.Seller"});
    for (const located_number& n : numbers(threatened_world())) {
        if (to_string(n.place) == "survival.horizon" || to_string(n.place) == "event.vote.after") {
            CHECK(tests::near(n.value, 2));  // years and months, as the file counts them
        }
    }
}

TEST_CASE("answers about lasting count what the shocks are assumed to be") {
    scenario world = threatened_world();
    world.assumptions = {
        {"hazard.storm", ""}, {"event.*.probability", ""}, {"survival", ""}, {"sequence", ""}};
    CHECK(assumed_numbers_of_survival(world) == 3);
    CHECK(assumed_numbers(world, "") == 0);
    world.survival.reset();
    CHECK(assumed_numbers_of_survival(world) == 0);
}

TEST_CASE("a source of a hazard stands for all its numbers") {
    scenario world;
    world.survival = tests::some_hazards();
    CHECK(summarise_numbers(world).unsourced_places ==
          std::vector<std::string>{"survival", "hazard.storm", "hazard.spite", "event.vote"});
    world.survival->hazards[1].source = "s";
    world.survival->events[0].source = "s";
    CHECK(summarise_numbers(world).unsourced_places ==
          std::vector<std::string>{"survival", "hazard.storm"});
}
