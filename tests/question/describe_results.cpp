#include <string>

#include <doctest/doctest.h>

#include <negotiation/question/describe_results.hpp>
#include <negotiation/report/text.hpp>

#include "question/support.hpp"

using namespace negotiation;
using namespace negotiation::question;
using tests::says;

TEST_CASE("long lists of names are cut") {
    results_answer answer{"a.sqlite", {}};
    CHECK(says(report::render_text(describe(answer)), "No experiment yet."));
    answer.experiments.resize(1);
    answer.experiments[0].what.contestants = {"a", "b", "c", "d", "e"};
    CHECK(says(report::render_text(describe(answer)), "a, b, c and 2 more"));
}
