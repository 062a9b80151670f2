#include <cstddef>
#include <optional>
#include <vector>

#include <doctest/doctest.h>
#include <support/backchannel.hpp>
#include <support/tolerance.hpp>

#include <negotiation/deal/fair_deal.hpp>
#include <negotiation/deal/zone.hpp>
#include <negotiation/scenario/freeze.hpp>

// The whole table of the bundled scenario, from an independent enumeration in whole numbers of all
// its deals.

using namespace negotiation;
using deal::fair_deal;
using deal::fair_deals;
using deal::frontier;
using deal::pareto_frontier;
using tests::backchannel_bound;
using tests::near;

namespace {

/// What a deal is worth to the United States and to Iran, in ten-thousandths.
struct worth {
    int first = 0;
    int second = 0;
    bool operator==(const worth&) const = default;
};

/// Such a deal, and what it maximises.
struct solution {
    worth deal;
    double objective = 0;
};

/// The same exactly: utilities are sums of units, of which a ten-thousandth has 10^8.
worth at(const frontier& points, const bargaining& problem, std::size_t k) {
    worth found;
    for (std::size_t i = 0; i < 2; ++i) {
        const units exact =
            static_cast<units>(points.sum(k, i)) * problem.parties[i].utility.scale.grain;
        (i == 0 ? found.first : found.second) = static_cast<int>(exact / 100'000'000);
        CHECK(exact % 100'000'000 == 0);
    }
    return found;
}

std::vector<worth> all(const frontier& points, const bargaining& problem) {
    std::vector<worth> list;
    for (std::size_t k = 0; k < points.size(); ++k) {
        list.push_back(at(points, problem, k));
        CHECK(points.counts[k] == 1);
    }
    return list;
}

bool is(const std::optional<fair_deal>& found, const solution& expected) {
    const std::vector<double> utilities{expected.deal.first / 10000.0,
                                        expected.deal.second / 10000.0};
    return found && found->utilities == utilities && found->count == 1 &&
           near(found->objective, expected.objective);
}

struct lines_that_bind {
    bool united_states;
    bool iran;
};

constexpr lines_that_bind no_line{false, false};
constexpr lines_that_bind united_states{true, false};
constexpr lines_that_bind iran{false, true};

void check_row(const char* scope, const lines_that_bind& binding, outcome_count zone,
               const solution& nash, const solution& kalai_smorodinsky, const solution& egalitarian,
               const solution& utilitarian) {
    CAPTURE(scope);
    CAPTURE(binding.united_states);
    CAPTURE(binding.iran);
    const bargaining problem = backchannel_bound(scope, binding.united_states, binding.iran);
    CHECK(deal::zone(problem).count == zone);
    const fair_deals fair = deal::solve(pareto_frontier(problem), problem);
    CHECK(is(fair.nash, nash));
    CHECK(is(fair.kalai_smorodinsky, kalai_smorodinsky));
    CHECK(is(fair.egalitarian, egalitarian));
    CHECK(is(fair.utilitarian, utilitarian));
}

}  // namespace

// Scope, lines that bind, zone; then Nash with its product, Kalai-Smorodinsky with the least share,
// egalitarian with the least gain, utilitarian with the sum.
TEST_CASE("the canonical table row by row") {
    check_row("nuclear", no_line, 6546, {{6470, 7050}, .00569500}, {{6470, 7050}, 17.0 / 33},
              {{6540, 6930}, .0730}, {{5830, 7850}, 1.3680});
    check_row("nuclear", united_states, 103, {{6634, 6730}, .00442020}, {{6634, 6730}, 417.0 / 647},
              {{6474, 6790}, .0590}, {{6794, 6610}, 1.3404});
    check_row("nuclear", iran, 6443, {{6470, 7050}, .00569500}, {{6420, 7070}, 29.0 / 55},
              {{6540, 6930}, .0730}, {{5830, 7850}, 1.3680});
    check_row("comprehensive", no_line, 3'172'094, {{6890, 7515}, .01433350},
              {{6920, 7455}, 251.0 / 464}, {{6970, 7375}, .1170}, {{6375, 8115}, 1.4490});
    check_row("comprehensive", united_states, 21'489, {{7004, 7145}, .01137780},
              {{7019, 7055}, 1219.0 / 2039}, {{6824, 7280}, .1024}, {{7339, 6875}, 1.4214});
    check_row("comprehensive", iran, 1'902'720, {{6890, 7515}, .01433350},
              {{6890, 7515}, 263.0 / 464}, {{6970, 7375}, .1170}, {{6375, 8115}, 1.4490});
}

TEST_CASE("with both lines on enrichment no scope has a deal") {
    for (const char* scope : {"nuclear", "comprehensive", ""}) {
        CAPTURE(scope);
        const bargaining problem = backchannel_bound(scope, true, true);
        CHECK(deal::zone(problem).count == 0);
        const frontier points = pareto_frontier(problem);
        CHECK(points.size() == 0);
        CHECK_FALSE(points.refused);
        const fair_deals fair = deal::solve(points, problem);
        CHECK_FALSE(fair.nash);
        CHECK_FALSE(fair.kalai_smorodinsky);
        CHECK_FALSE(fair.egalitarian);
        CHECK_FALSE(fair.utilitarian);
    }
}

TEST_CASE("the nash deals are the named ones") {
    const auto deal_of = [](const char* scope, const lines_that_bind& binding) {
        return deal::nash(backchannel_bound(scope, binding.united_states, binding.iran))->deal;
    };
    CHECK(deal_of("nuclear", no_line) == tests::deal_n1());
    CHECK(deal_of("nuclear", iran) == tests::deal_n1());
    CHECK(deal_of("comprehensive", no_line) == tests::deal_n2());
    CHECK(deal_of("comprehensive", iran) == tests::deal_n2());
}

TEST_CASE("the frontiers of the nuclear scope are the enumeration's") {
    const auto found = [](const lines_that_bind& binding) {
        const bargaining problem =
            backchannel_bound("nuclear", binding.united_states, binding.iran);
        return all(pareto_frontier(problem), problem);
    };
    CHECK(found(no_line) ==
          std::vector<worth>{{7094, 6210}, {7014, 6290}, {6944, 6410}, {6830, 6520}, {6794, 6610},
                             {6710, 6660}, {6690, 6730}, {6620, 6750}, {6610, 6840}, {6570, 6870},
                             {6540, 6930}, {6490, 6980}, {6470, 7050}, {6420, 7070}, {6390, 7130},
                             {6350, 7190}, {6320, 7250}, {6270, 7270}, {6250, 7310}, {6200, 7390},
                             {6170, 7450}, {6100, 7510}, {6050, 7590}, {5980, 7650}, {5950, 7710},
                             {5830, 7850}});
    CHECK(found(united_states) == std::vector<worth>{{7094, 6210},
                                                     {7014, 6290},
                                                     {6944, 6410},
                                                     {6794, 6610},
                                                     {6634, 6730},
                                                     {6474, 6790},
                                                     {6284, 6850},
                                                     {6124, 6910},
                                                     {5884, 6970}});
    CHECK(found(iran) == std::vector<worth>{{6940, 6250}, {6890, 6280}, {6880, 6400}, {6830, 6520},
                                            {6760, 6540}, {6740, 6610}, {6710, 6660}, {6690, 6730},
                                            {6620, 6750}, {6610, 6840}, {6570, 6870}, {6540, 6930},
                                            {6490, 6980}, {6470, 7050}, {6420, 7070}, {6390, 7130},
                                            {6350, 7190}, {6320, 7250}, {6270, 7270}, {6250, 7310},
                                            {6200, 7390}, {6170, 7450}, {6100, 7510}, {6050, 7590},
                                            {5980, 7650}, {5950, 7710}, {5830, 7850}});
}

TEST_CASE("the frontiers of the comprehensive scope are the enumeration's") {
    const auto found = [](const lines_that_bind& binding) {
        const bargaining problem =
            backchannel_bound("comprehensive", binding.united_states, binding.iran);
        const frontier points = pareto_frontier(problem);
        CHECK(points.method == deal::engine::eliminate);
        return all(points, problem);
    };
    CHECK(found(no_line) ==
          std::vector<worth>{
              {7839, 6205}, {7814, 6275}, {7769, 6325}, {7734, 6355}, {7664, 6475}, {7619, 6525},
              {7559, 6555}, {7550, 6585}, {7515, 6645}, {7514, 6675}, {7444, 6725}, {7435, 6755},
              {7410, 6795}, {7365, 6845}, {7339, 6875}, {7330, 6905}, {7295, 6965}, {7260, 6995},
              {7215, 7045}, {7190, 7115}, {7145, 7165}, {7110, 7195}, {7075, 7225}, {7070, 7255},
              {7040, 7315}, {6995, 7365}, {6970, 7375}, {6935, 7395}, {6925, 7425}, {6920, 7455},
              {6890, 7515}, {6820, 7575}, {6775, 7625}, {6770, 7655}, {6715, 7715}, {6670, 7775},
              {6600, 7825}, {6595, 7855}, {6550, 7915}, {6495, 7975}, {6420, 8005}, {6390, 8035},
              {6375, 8115}, {6320, 8125}, {6240, 8140}, {6215, 8235}, {6200, 8265}, {6055, 8295},
              {6040, 8385}, {6020, 8400}, {5880, 8445}, {5860, 8520}});
    CHECK(found(united_states) ==
          std::vector<worth>{{7839, 6205}, {7814, 6275}, {7769, 6325}, {7734, 6355}, {7664, 6475},
                             {7619, 6525}, {7559, 6555}, {7514, 6675}, {7444, 6725}, {7354, 6795},
                             {7339, 6875}, {7179, 6995}, {7164, 7025}, {7019, 7055}, {7004, 7145},
                             {6984, 7160}, {6844, 7205}, {6824, 7280}, {6664, 7340}, {6494, 7355},
                             {6474, 7430}, {6314, 7490}, {6124, 7550}, {5964, 7610}});
    CHECK(found(iran) ==
          std::vector<worth>{
              {7705, 6315}, {7655, 6435}, {7600, 6465}, {7565, 6525}, {7550, 6585}, {7515, 6645},
              {7460, 6675}, {7435, 6755}, {7410, 6795}, {7365, 6845}, {7330, 6905}, {7295, 6965},
              {7260, 6995}, {7215, 7045}, {7190, 7115}, {7145, 7165}, {7110, 7195}, {7075, 7225},
              {7070, 7255}, {7040, 7315}, {6995, 7365}, {6970, 7375}, {6935, 7395}, {6925, 7425},
              {6920, 7455}, {6890, 7515}, {6820, 7575}, {6775, 7625}, {6770, 7655}, {6715, 7715},
              {6670, 7775}, {6600, 7825}, {6595, 7855}, {6550, 7915}, {6495, 7975}, {6420, 8005},
              {6390, 8035}, {6375, 8115}, {6320, 8125}, {6240, 8140}, {6215, 8235}, {6200, 8265},
              {6055, 8295}, {6040, 8385}, {6020, 8400}, {5880, 8445}, {5860, 8520}});
}

TEST_CASE("without reservation values the frontiers are longer") {
    const auto size = [](const char* scope) {
        return pareto_frontier(backchannel_bound(scope, false, false),
                               {deal::engine::automatic, deal::region::feasible})
            .size();
    };
    CHECK(size("nuclear") == 102);
    CHECK(size("comprehensive") == 174);
}

TEST_CASE("israel with a seat has the enumeration's frontiers and fair deals") {
    const problem nuclear = freeze(tests::backchannel(), {"nuclear", {}, {"Israel"}});
    const frontier narrow = pareto_frontier(nuclear);
    CHECK(narrow.size() == 32);
    const fair_deals fair = deal::solve(narrow, nuclear);
    CHECK(near(fair.nash->objective, 0.0003892007));
    CHECK(fair.nash->utilities == std::vector<double>{0.6794, 0.6610, 0.7455});
    CHECK(near(fair.kalai_smorodinsky->objective, 337.0 / 647));
    CHECK(near(fair.utilitarian->objective, 2.0939));

    const problem comprehensive = freeze(tests::backchannel(), {"comprehensive", {}, {"Israel"}});
    const frontier wide = pareto_frontier(comprehensive);
    CHECK(wide.size() == 101);
    const fair_deals wider = deal::solve(wide, comprehensive);
    CHECK(wider.nash->deal == outcome{1, 0, 0, 3, 4, 4, 4, 3, 1, 2, 3, 3});
    CHECK(near(wider.nash->objective, 0.001786779));
    CHECK(wider.nash->utilities == std::vector<double>{0.7339, 0.6875, 0.8220});
    CHECK(near(wider.kalai_smorodinsky->objective, 1024.0 / 2039));
    CHECK(near(wider.egalitarian->objective, 0.1025));
    CHECK(near(wider.utilitarian->objective, 2.2664));
}

TEST_CASE("products and sums show no dust of binary fractions") {
    const problem p = freeze(tests::backchannel(), {"nuclear", {}, {}});
    const fair_deals fair = deal::solve(deal::pareto_frontier(p), p);
    CHECK(fair.nash->objective == 0.005695);
    CHECK(fair.utilitarian->objective == 1.368);
}
