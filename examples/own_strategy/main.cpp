// A strategy of your own against those that are there: it splits the difference between its own
// last demand and what the other side offers, but never goes below half of what it could gain.
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include <negotiation/io/read_scenario.hpp>
#include <negotiation/laboratory/tournament.hpp>
#include <negotiation/scenario/freeze.hpp>
#include <negotiation/talks/strategy/time_dependent.hpp>
#include <negotiation/talks/strategy/tit_for_tat.hpp>

namespace ng = negotiation;

struct splitter {
    double asked = 1;  // as an aspiration: 1 is its best deal, 0 no deal

    ng::talks::move act(const ng::talks::turn& turn, ng::random_stream&) {
        const double floor = turn.aspiration(0);
        const double offered = (turn.standing_utility() - floor) / (turn.greatest() - floor);
        if (offered >= asked) {
            return ng::talks::turn::accept();
        }
        asked = std::max(0.5, asked - 0.1 * (asked - std::max(offered, 0.0)));
        return ng::talks::turn::offer(turn.cheapest_at_least(turn.aspiration(asked)));
    }
};
static_assert(ng::talks::strategy<splitter>);

int main() {
    const auto orange = ng::freeze(ng::io::read_scenario("examples/scenarios/orange.toml"));
    const auto found = ng::laboratory::tournament(orange,
                                                  {{"splitter", splitter{}},
                                                   {"boulware", ng::talks::boulware()},
                                                   {"conceder", ng::talks::conceder()},
                                                   {"tit-for-tat", ng::talks::tit_for_tat()}},
                                                  {.rounds = 100, .seed = 7});
    for (const auto& row : found.table.contestants) {
        fmt::print("{:<12} rank {}, utility {:.4f} ({:.4f} to {:.4f}), agreed in {:.0f} %\n",
                   row.name, row.rank, *row.mean_utility, *row.low, *row.high,
                   100 * *row.agreement_rate);
    }
}
