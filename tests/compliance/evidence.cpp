#include <cmath>
#include <vector>

#include <doctest/doctest.h>
#include <support/property.hpp>
#include <support/tolerance.hpp>

#include <negotiation/compliance/evidence.hpp>

using namespace negotiation;
using namespace negotiation::compliance;
using tests::near;

namespace {

constexpr observation all_observations[] = {observation::silence, observation::act,
                                            observation::accusation};

double some_chance() { return *rc::gen::inRange(1, 20) * 0.05; }

monitor some_monitor() { return {some_chance(), some_chance(), some_chance(), some_chance()}; }

/// Walks every branch of what may happen and adds up those that end in the observation.
double by_branches(observation seen, const monitor& by, const suspects& among, bool trustworthy) {
    double sum = 0;
    for (const int actor : {0, 1, 2}) {  // nobody, the party, somebody else
        const double party = trustworthy ? 0 : among.party;
        const double acts[] = {(1 - party) * (1 - among.others), party, (1 - party) * among.others};
        for (const bool reported : {false, true}) {
            const double chance = actor == 0 ? by.false_alarm : by.detection;
            for (const bool accused : {false, true}) {
                const double blamed = actor == 0   ? 1
                                      : actor == 1 ? by.attribution
                                                   : by.misattribution;
                const observation end = !reported ? observation::silence
                                        : accused ? observation::accusation
                                                  : observation::act;
                sum += end == seen ? acts[actor] * (reported ? chance : 1 - chance) *
                                         (accused ? blamed : 1 - blamed)
                                   : 0;
            }
        }
    }
    return sum;
}

}  // namespace

TEST_CASE("an alarm and a silence are what detection and false alarm say") {
    const monitor by{0.8, 0.1};
    CHECK(near(likelihoods_of(observation::accusation, by).trustworthy, 0.1));
    CHECK(near(likelihoods_of(observation::accusation, by).untrustworthy, 0.8));
    CHECK(near(likelihoods_of(observation::silence, by).trustworthy, 0.9));
    CHECK(near(likelihoods_of(observation::silence, by).untrustworthy, 0.2));
    CHECK(near(likelihoods_of(observation::act, by).untrustworthy, 0));
    CHECK(near(belief_after(0.5, std::vector{observation::silence}, by), 9.0 / 11));
    CHECK(near(belief_after(0.5, std::vector{observation::accusation}, by), 1.0 / 9));
    CHECK(to_string(observation::accusation) == "accusation");
    CHECK(to_string(observation::silence) == "silence");
    CHECK(to_string(observation::act) == "act");
    CHECK_THROWS_AS(likelihoods_of(observation::act, {1.2}), std::invalid_argument);
    CHECK_THROWS_AS(likelihoods_of(observation::act, {1, 0, 1, -1}), std::invalid_argument);
    CHECK_THROWS_AS(likelihoods_of(observation::act, by, {1, 2}), std::invalid_argument);
}

TEST_CASE("likelihoods are those of the tree of what may happen") {
    tests::check_always(300, [] {
        const monitor by = some_monitor();
        const suspects among{some_chance(), some_chance()};
        likelihoods sum{0, 0};
        for (const observation seen : all_observations) {
            const likelihoods how = likelihoods_of(seen, by, among);
            RC_ASSERT(near(how.trustworthy, by_branches(seen, by, among, true)));
            RC_ASSERT(near(how.untrustworthy, by_branches(seen, by, among, false)));
            sum.trustworthy += how.trustworthy;
            sum.untrustworthy += how.untrustworthy;
        }
        RC_ASSERT(near(sum.trustworthy, 1));
        RC_ASSERT(near(sum.untrustworthy, 1));
    });
}

TEST_CASE("weights of evidence add in any order") {
    tests::check_always(200, [] {
        const monitor by = some_monitor();
        const suspects among{some_chance(), some_chance()};
        const double prior = some_chance();
        std::vector<observation> seen;
        double belief = prior;
        for (int k = *rc::gen::inRange(0, 8); k > 0; --k) {
            seen.push_back(all_observations[*rc::gen::inRange(0, 3)]);
            belief = updated(belief, likelihoods_of(seen.back(), by, among));
        }
        RC_ASSERT(near(belief_after(prior, seen, by, among), belief, 1e-9));
        RC_ASSERT(near(belief_after(prior, std::vector(seen.rbegin(), seen.rend()), by, among),
                       belief, 1e-9));
    });
    CHECK(weight_of_evidence(observation::accusation, {1, 0}) < 0);
    CHECK(std::isinf(weight_of_evidence(observation::accusation, {1, 0})));
    CHECK(near(belief_after(0.5, std::vector{observation::accusation}, {1, 0}), 0));
    CHECK(near(belief_after(1, std::vector{observation::silence}, {1, 0}), 1));
    // an infallible witness cannot accuse a party known to be trustworthy
    CHECK_THROWS_AS(belief_after(1, std::vector{observation::accusation}, {1, 0}),
                    std::invalid_argument);
    CHECK_THROWS_AS(weight_of_evidence(observation::act, {1, 0}), std::invalid_argument);
}

TEST_CASE("an attack that nobody can lay to a party does not end talks") {
    // two in five of the party's attacks are laid to it, and one in ten of anybody else's
    const monitor by{0.9, 0.02, 0.4, 0.1};
    const suspects among{0.3, 0.5};
    const weighed_report unknown = weigh(observation::act, by, among, 0.5, 1.0 / 3);
    // 0.5 x 0.9 x 0.9 against 0.3 x 0.9 x 0.6 + 0.7 x 0.405
    CHECK(near(unknown.after, 0.405 / (0.405 + 0.162 + 0.2835)));
    CHECK(unknown.talks_go_on);
    CHECK(unknown.most == 7);
    const weighed_report blamed = weigh(observation::accusation, by, among, 0.5, 1.0 / 3);
    CHECK(blamed.after < unknown.after);
    CHECK_FALSE(blamed.talks_go_on);
    CHECK(blamed.most == 0);
    // silence is no evidence against anybody who would be heard
    CHECK_FALSE(weigh(observation::silence, by, among, 0.5, 1.0 / 3).most);
    CHECK(weigh(observation::act, by, among, 0.2, 1.0 / 3).most == 0);
    CHECK_THROWS_AS(weigh(observation::act, by, among, 0.5, 2), std::invalid_argument);
    CHECK_THROWS_AS(weigh(observation::act, by, among, -0.5, 0.2), std::invalid_argument);
}

TEST_CASE("the least chance of others turns the verdict") {
    tests::check_always(500, [] {
        const monitor by = some_monitor();
        const double party = some_chance();
        const double belief = some_chance();
        const double threshold = some_chance();
        const observation seen = all_observations[*rc::gen::inRange(1, 3)];
        RC_PRE(by.misattribution * by.detection > by.false_alarm || seen == observation::act);
        const auto least = weigh(seen, by, {party, 0.5}, belief, threshold).others_needed;
        for (int k = 0; k <= 20; ++k) {
            const double others = 0.05 * k;
            if (seen == observation::act && k == 0 && by.attribution >= 1) {
                continue;
            }
            const bool goes_on = weigh(seen, by, {party, others}, belief, threshold).talks_go_on;
            RC_ASSERT(goes_on == (least && others >= *least - 1e-9));
        }
    });
}

TEST_CASE("one report more than the most ends the talks") {
    tests::check_always(300, [] {
        const monitor by = some_monitor();
        const suspects among{some_chance(), some_chance()};
        const double belief = some_chance();
        const double threshold = some_chance();
        const observation seen = all_observations[*rc::gen::inRange(0, 3)];
        const auto most = weigh(seen, by, among, belief, threshold).most;
        const auto after = [&](std::size_t count) {
            return belief_after(belief, std::vector<observation>(count, seen), by, among);
        };
        if (belief < threshold - tests::grid) {
            RC_ASSERT(most == 0);
        } else if (!most) {
            RC_ASSERT(after(50) >= threshold - 1e-9);
        } else if (*most == 0) {
            RC_ASSERT(after(1) < threshold + 1e-9);
        } else if (*most < 10000) {
            RC_ASSERT(after(*most) >= threshold - 1e-9);
            RC_ASSERT(after(*most + 1) < threshold + 1e-9);
        }
    });
}
