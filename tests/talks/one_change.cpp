#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <support/brute_force.hpp>
#include <support/property.hpp>

#include <negotiation/talks/one_change.hpp>

using namespace negotiation;
using namespace negotiation::talks;

TEST_CASE("changes are those that the constraints leave") {
    tests::check_always(100, [] {
        const auto spec = *tests::problems({1, 5, 100, false, false, true, true});
        const bargaining table = tests::build(spec).table;
        const auto rows = tests::all_deals(spec);
        for (const auto& from : rows) {
            const outcome text(from.deal.begin(), from.deal.end());
            std::vector<outcome> expected;
            for (const auto& to : rows) {
                int different = 0;
                for (std::size_t k = 0; k < text.size(); ++k) {
                    different += to.deal[k] == from.deal[k] ? 0 : 1;
                }
                if (different == 1 && to.feasible) {
                    expected.emplace_back(to.deal.begin(), to.deal.end());
                }
            }
            std::vector<outcome> found;
            for (const one_change& change : feasible_changes(table.space, text)) {
                found.push_back(changed(text, change));
            }
            std::sort(found.begin(), found.end());
            RC_ASSERT(found == expected);
        }
    });
}
