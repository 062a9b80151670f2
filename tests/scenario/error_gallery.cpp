#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>
#include <support/gallery.hpp>

#include <negotiation/scenario/freeze.hpp>
#include <negotiation/scenario/problem_builder.hpp>

#include "scenario/freeze_party.hpp"

using namespace negotiation;

namespace {

/// A builder with two issues of two options, ready for a party.
problem_builder two_issues() {
    return problem_builder{}.issue("price", 0, 1).issue("delivery", std::size_t{2});
}

/// A sound raw scenario but for the size of its numbers.
scenario huge() {
    scenario world;
    world.title = "huge";
    world.utilities = utility_convention::raw;
    issue of;
    of.name = "price";
    of.unit = "$";
    of.options = {std::int64_t{0}, std::int64_t{1}, std::int64_t{2}};
    world.issues = {of};
    party who;
    who.name = "A";
    who.weights = {{"price", 999999.123456789}};
    who.values = {{"price", tabled_value{{0, 0.123456789012, 999999.987654321}}}};
    world.parties = {who};
    return world;
}

}  // namespace

TEST_CASE("every message about freezing and building stands in the gallery") {
    const auto build = [](problem_builder builder) { static_cast<void>(builder.build()); };
    const auto any = [](problem_builder::levels) { return 1.0; };
    const std::vector<std::vector<double>> sound{{0, 1}, {0, 1}};
    const std::vector<tests::exhibit> all = {
        tests::saying("range the wrong way round", [] { problem_builder{}.issue("price", 3, 2); }),
        tests::saying("no option", [] { problem_builder{}.issue("price", std::size_t{0}); }),
        tests::saying("too many options",
                      [] { problem_builder{}.issue("price", std::size_t{70000}); }),
        tests::saying("interaction before a party",
                      [] {
                          two_issues().interaction(0, 1, {0, 0, 0, 1});
                      }),
        tests::saying("nothing to build", [&] { build(problem_builder{}); }),
        tests::saying("values for too few issues",
                      [&] {
                          build(two_issues().party("A", {{0, 1}}, 0));
                      }),
        tests::saying("values for too few options",
                      [&] {
                          build(two_issues().party("A", {{0, 1}, {0}}, 0));
                      }),
        tests::saying("utility that is no number",
                      [&] {
                          build(two_issues().party("A", {{0, 1}, {0, std::nan("")}}, 0));
                      }),
        tests::saying("ban on an unknown issue",
                      [&] {
                          build(two_issues().party("A", sound, 0).forbid({{2, {0}}}));
                      }),
        tests::saying("ban on an unknown option",
                      [&] {
                          build(two_issues().party("A", sound, 0).forbid({{0, {2}}}));
                      }),
        tests::saying("interaction of the wrong shape",
                      [&] { build(two_issues().party("A", sound, 0).interaction(0, 1, {1})); }),
        tests::saying("function over too many deals",
                      [&] {
                          problem_builder many;
                          for (int k = 0; k < 9; ++k) {
                              many.issue("issue", std::size_t{10});
                          }
                          build(many.party("A", any, 0));
                      }),
        tests::saying("utilities too large for exact sums",
                      [] { static_cast<void>(freeze(huge())); }),
        tests::saying("utilities too large where they are frozen",
                      [] {
                          const scenario world = huge();
                          static_cast<void>(detail::freeze_utility(world, world.parties[0]));
                      }),
        tests::saying("a name that belongs to no issue",
                      [] { static_cast<void>(detail::issue_place(huge(), "prise")); }),
    };
    for (const tests::exhibit& e : all) {
        CAPTURE(e.title);
        CHECK(e.text != "(nothing is wrong)");
    }
    tests::check_gallery("scenario", all);
}
