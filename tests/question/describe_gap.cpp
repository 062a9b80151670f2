#include <string>

#include <doctest/doctest.h>

#include <negotiation/question/gap.hpp>

#include "question/support.hpp"

using namespace negotiation;
using namespace negotiation::question;
using tests::says;

namespace {

std::string told_gap(double iran, red_line_rule rule) {
    scenario world = tests::backchannel_file();
    world.parties[1].reservation = iran;
    gap_options options;
    options.scope = "nuclear";
    options.red_lines.rule = rule;
    return report::render_text(describe(gap(world, options)));
}

}  // namespace

TEST_CASE("a gap is told with the deal that is cheapest to pay for") {
    const std::string text = told_gap(0.80, red_line_rule::as_written);
    CHECK(says(text,
               "There is a gap: no deal suits both parties. The one that is cheapest to pay "
               "for falls 0.0150 of value short of what they need."));
    CHECK(says(text, "somebody outside - 0.0150 0.0150"));
    CHECK(says(text, "United States - - cannot"));
    CHECK(says(text, "Priced by gulf_fund: Iran gets 20.0 $bn."));
    CHECK(says(text,
               "Priced by frozen_assets: Iran gets 18.8 $bn; that is more than its levels "
               "go, so their last slope was drawn on."));
    CHECK(says(text, "In public red lines leave no deal, whatever is paid."));
    CHECK(says(text, "Iran: 0.8000 (assumed) would have to fall to 0.7850, by 0.0150."));
}

TEST_CASE("a conflict of red lines is told as what no payment closes") {
    const std::string text = told_gap(0.62, red_line_rule::all);
    CHECK(says(text,
               "No payment closes the gap: the red lines that bind leave no deal to pay "
               "for."));
    CHECK(says(text,
               "No payment opens a red line: the red lines of United States on enrichment "
               "(public) and Iran on enrichment (public) together leave no deal."));
    CHECK(says(text, "The bridge: if United States allowed enrichment = consortium_iran_3pct"));
    CHECK_FALSE(says(text, "paid by"));
}

TEST_CASE("where there is no gap the account says so and how far it is") {
    const std::string text = told_gap(0.62, red_line_rule::as_written);
    CHECK(says(text, "There is no gap: some deal suits both parties without any payment."));
    CHECK(says(text,
               "Iran: 0.6200 (assumed) could rise to 0.7850, by 0.1650, before there is a "
               "gap."));
    CHECK_FALSE(says(text, "paid by"));
}
