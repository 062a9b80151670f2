// There may be no deal, and then there is none to be fair: one has to look first.
// expect: optional<negotiation::deal::fair_deal>

#include <negotiation/deal/fair_deal.hpp>

double first_gets(const negotiation::bargaining& table) {
    const auto fair = negotiation::deal::nash(table);
#if NEGOTIATION_MUST_FAIL
    return fair.utilities[0];
#else
    return fair ? fair->utilities[0] : 0;
#endif
}
