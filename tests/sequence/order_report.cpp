#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <support/agreements.hpp>
#include <support/order_oracle.hpp>

#include <negotiation/sequence/order_report.hpp>

using namespace negotiation;
using namespace negotiation::sequence;

namespace {

order_report walked(const tests::two_sided& of, const std::string& order,
                    const trust_options& how = {}) {
    return walk(exchange(of.made), of.order(order), how);
}

std::string trusts(const order_report& of) {
    return fraction_of(of.by_party[0]) + ", " + fraction_of(of.by_party[1]);
}

}  // namespace

TEST_CASE("the orders of four steps ask for the trust worked out by hand") {
    const tests::two_sided of = tests::four_steps();
    const struct {
        const char* order;
        const char* trust;
        const char* most;
        const char* peak;
    } rows[] = {{"I1 U1 I2 U2", "2/5, 1/3", "2/5", "1/5"},  {"I1 U1 U2 I2", "7/13, 1/5", "7/13", "1/5"},
                {"U1 I1 I2 U2", "2/9, 5/9", "5/9", "2/9"},  {"U1 I1 U2 I2", "3/13, 1/3", "1/3", "2/9"},
                {"U1 U2 I1 I2", "1/3, 0", "1/3", "1/3"}};
    for (const auto& row : rows) {
        CAPTURE(row.order);
        const order_report report = walked(of, row.order);
        CHECK(report.feasible());
        CHECK(trusts(report) == row.trust);
        CHECK(fraction_of(greatest(report)) == row.most);
        CHECK(fraction_of(greatest(walked(of, row.order, {reading::peak_exposure, false}))) ==
              row.peak);
    }
}
