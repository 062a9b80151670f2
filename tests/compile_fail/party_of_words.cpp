// What a deal is worth is a number.
// expect: is_invocable_r_v<double, .*levels>.* evaluated to .?false

#include <string>

#include <negotiation/scenario/problem_builder.hpp>

int main() {
    negotiation::problem_builder builder;
    builder.issue("price", 0, 100);
#if NEGOTIATION_MUST_FAIL
    builder.party(
        "seller", [](auto deal) { return deal[0] > 50 ? std::string("good") : "bad"; }, 30);
#else
    builder.party(
        "seller", [](auto deal) { return deal[0] > 50 ? 1.0 : 0.0; }, 30);
#endif
}
