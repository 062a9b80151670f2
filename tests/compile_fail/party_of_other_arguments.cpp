// A party's utility is asked with the levels of a whole deal, not with one number after another.
// expect: is_invocable_r_v<double, .*levels>.* evaluated to .?false

#include <negotiation/scenario/problem_builder.hpp>

int main() {
    negotiation::problem_builder builder;
    builder.issue("price", 0, 100);
#if NEGOTIATION_MUST_FAIL
    builder.party(
        "seller", [](double price, double) { return price; }, 30);
#else
    builder.party(
        "seller", [](auto deal) { return deal[0]; }, 30);
#endif
}
