#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <support/gallery.hpp>

#include <negotiation/model/issue.hpp>
#include <negotiation/model/separative_work.hpp>
#include <negotiation/model/utility_function.hpp>
#include <negotiation/model/value_function.hpp>

using namespace negotiation;

namespace {

issue colours() {
    issue of;
    of.name = "colour";
    of.options = {std::string("red"), std::string("blue")};
    return of;
}

}  // namespace

TEST_CASE("every message about the model stands in the gallery") {
    const std::vector<tests::exhibit> all = {
        tests::saying("range the wrong way round",
                      [] {
                          static_cast<void>(options_of(issue_kind::integer, {5, 1, 1}));
                      }),
        tests::saying("range too fine",
                      [] {
                          static_cast<void>(options_of(issue_kind::real, {0, 1, 1e-6}));
                      }),
        tests::saying("level asked of a table",
                      [] {
                          static_cast<void>(value_at(tabled_value{{0, 1}}, 0.5));
                      }),
        tests::saying("table of the wrong length",
                      [] {
                          static_cast<void>(option_values(tabled_value{{0, 1, 1}}, colours()));
                      }),
        tests::saying("curve over words",
                      [] { static_cast<void>(option_values(power_value{}, colours())); }),
        tests::saying("share outside its range",
                      [] { static_cast<void>(separation_potential(1.5)); }),
        tests::saying("feed no richer than tails",
                      [] { static_cast<void>(separative_work(25, 0.9, 0.003, 0.003)); }),
        tests::saying("utility too large", [] { static_cast<void>(to_units(1e14L)); }),
    };
    for (const tests::exhibit& e : all) {
        CAPTURE(e.title);
        CHECK(e.text != "(nothing is wrong)");
    }
    tests::check_gallery("model", all);
}
