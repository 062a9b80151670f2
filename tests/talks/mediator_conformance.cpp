#include <memory>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <support/mediated.hpp>

#include <negotiation/talks/mediator_catalogue.hpp>
#include <negotiation/talks/mediator_conformance.hpp>

using namespace negotiation;
using namespace negotiation::talks;

TEST_CASE("the mediators of the library keep the rules") {
    for (const bargaining& table : {tests::pie(6, 6), tests::logrolling(2, 2)}) {
        const arena at(table);
        const reports told(at);
        for (const char* role :
             {"relay(noise=0.2,delay=1,leak=0.02)", "formulator(noise=0.1,after=2)",
              "formulator(text=single-text)", "manipulator(budget=4,noise=0.1)",
              "manipulator(budget=2,risk=0.5,damage=3,carried_out=0.5)",
              "guarantor(budget=2,after=3,noise=0.1)", "escrow(payment=gold,leak=0.1)"}) {
            CAPTURE(role);
            const any_mediator made = make_mediator(role, {&at, &told, 0});
            CHECK(check_mediator(made, at, told, {{0.1, 1, 0.3, 4}, 1, 30, 8}).empty());
        }
    }
}

TEST_CASE("faults of mediators are found") {
    const arena at(tests::pie(2, 2));
    const reports told(at);
    const auto faults = [&](const any_mediator& made) {
        return check_mediator(made, at, told, {{0, {}, {}, 3}, 1, 10, 4});
    };

    struct overspends {
        mediator_move act(const mediator_view& v, random_stream&) const {
            return v.standing() == no_offer ? mediator_view::pass()
                                            : mediator_view::pay(v.standing(), {2, 2});
        }
    };
    CHECK(faults(overspends{}) ==
          std::vector<std::string>{
              "a move that is not legal, 'pay': costs 4, and the budget has 3 left"});

    struct shares {
        std::shared_ptr<int> calls = std::make_shared<int>(0);
        mediator_move act(const mediator_view&, random_stream&) const {
            return mediator_view::adjourn(++*calls);
        }
    };
    CHECK(faults(shares{}) ==
          std::vector<std::string>{"a copy with the same random bits acts differently",
                                   "the same seed gives other talks",
                                   "a copy that acts disturbs the original"});

    struct alters {
        [[nodiscard]] static bool carries() { return true; }
        mediator_move act(const mediator_view& v, random_stream&) const {
            if (v.message() != nullptr) {
                const_cast<event*>(v.message())->deal = 0;  // NOLINT(*-const-cast)
            }
            return {};
        }
    };
    CHECK(!faults(alters{}).empty());
    CHECK(faults(alters{})[0] == "alters what was said");

    struct keeps_the_rules {
        mediator_move act(const mediator_view& v, random_stream&) const {
            return mediator_view::adjourn(static_cast<double>(v.now().round));
        }
    };
    CHECK(faults(keeps_the_rules{}).empty());
}
