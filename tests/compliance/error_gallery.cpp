#include <vector>

#include <doctest/doctest.h>
#include <support/gallery.hpp>

#include <negotiation/compliance/assurance.hpp>
#include <negotiation/compliance/dresher.hpp>
#include <negotiation/compliance/evidence.hpp>
#include <negotiation/compliance/good_faith.hpp>
#include <negotiation/compliance/inspection_game.hpp>
#include <negotiation/compliance/sampling.hpp>

using namespace negotiation;
using namespace negotiation::compliance;

namespace {

/// What a call says; its result is of no interest.
template <class Call>
tests::exhibit telling(const char* title, Call call) {
    return tests::saying(title, [&] { static_cast<void>(call()); });
}

std::vector<tests::exhibit> of_reports() {
    const std::vector<observation> accused{observation::accusation};
    return {
        telling("a belief that is no probability",
                [] {
                    return assured({1, 0.5, 0, -1}, {1, 0.5, 0, -1}, 1.5, 0.5);
                }),
        telling("a loss below nothing", [] { return places_trust(0.5, 1, -1); }),
        telling("a detection that is no probability",
                [] { return likelihoods_of(observation::silence, {1.5}); }),
        telling("a report that is never made",
                [] {
                    return weight_of_evidence(observation::act, {1, 0});
                }),
        telling("a report that cannot have been made of somebody known to be honest",
                [&] {
                    return belief_after(1, accused, {1, 0});
                }),
        telling("a threshold that is no probability",
                [] { return weigh(observation::silence, {0.5}, {}, 0.5, 2); }),
    };
}

std::vector<tests::exhibit> of_inspections() {
    return {
        telling("a gain below nothing",
                [] {
                    return equilibrium_of({-1, 1, 0, 0});
                }),
        telling("a detected violation that costs as much as an undetected one",
                [] {
                    return equilibrium_of({1, 1, 0, 1});
                }),
        telling("a cost that is not contained",
                [] {
                    return equilibrium_of({1, 1, 0.5, 0.2});
                }),
        telling("too many periods",
                [] {
                    return dresher_value({2'000'000, 1});
                }),
        telling("a value that cannot be reached", [] { return inspections_needed(5, 1, 0.5); }),
        telling("no items",
                [] {
                    return detection_by_sample({0, 0}, 0);
                }),
        telling("more defects than items",
                [] {
                    return detection_by_sample({5, 6}, 1);
                }),
        telling("more samples than items",
                [] {
                    return detection_by_sample({5, 1}, 6);
                }),
        telling("nothing to find",
                [] {
                    return samples_needed({5, 0}, 0.5);
                }),
        telling("nothing to divert", [] { return items_for(0, 1); }),
        telling("more items than can be", [] { return items_for(1e20, 1); }),
    };
}

std::vector<tests::exhibit> of_concessions() {
    const auto types = usual_concessions(0.2, 0.8, 0.25);
    const std::vector<offer_received> late{{1.5, 0.2}};
    const std::vector<offer_received> far{{0.5, 1e100}};
    return {
        telling("an offer after the deadline", [&] { return judged(late, types, 0.1); }),
        telling("offers without noise", [&] { return judged({}, types, 0); }),
        telling("nobody who could have made offers", [] { return judged({}, {}, 0.1); }),
        telling("offers that nobody can have made", [&] { return judged(far, types, 1e-100); }),
        telling("an exponent of nothing",
                [] {
                    return value_offered({0, 1, 0}, 0.5);
                }),
    };
}

}  // namespace

TEST_CASE("every message about compliance stands in the gallery") {
    std::vector<tests::exhibit> all = of_reports();
    for (const auto& more : {of_inspections(), of_concessions()}) {
        all.insert(all.end(), more.begin(), more.end());
    }
    tests::check_gallery("compliance", all);
}
