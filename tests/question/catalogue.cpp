#include <cstddef>
#include <stdexcept>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <negotiation/question/catalogue.hpp>
#include <negotiation/talks/acceptance_catalogue.hpp>
#include <negotiation/talks/mediator_catalogue.hpp>
#include <negotiation/talks/model_catalogue.hpp>
#include <negotiation/talks/protocol_catalogue.hpp>
#include <negotiation/talks/strategy_catalogue.hpp>

#include "question/support.hpp"

using namespace negotiation;
using namespace negotiation::question;

TEST_CASE("every catalogue is listed entry by entry") {
    CHECK(catalogue_names() ==
          std::vector<std::string>{"strategies", "acceptance", "models", "protocols", "mediators"});
    std::size_t entries = 0;
    for (const std::string& kind : catalogue_names()) {
        const catalogue_answer answer = catalogue(kind);
        CHECK(answer.kind == kind);
        entries += answer.choices.size();
        const std::string text = report::render_text(describe(answer));
        for (const listed_choice& one : answer.choices) {
            CHECK_MESSAGE(tests::says(text, "- " + one.name + ": "), one.name);
            CHECK_FALSE(one.what.empty());
        }
    }
    CHECK(entries == talks::strategy_catalogue().size() + talks::acceptance_catalogue().size() +
                         talks::model_catalogue().size() + talks::protocol_catalogue().size() +
                         talks::mediator_catalogue().size());
    CHECK_THROWS_WITH_AS((void)catalogue("strategy"),
                         "list: no catalogue 'strategy'; did you mean 'strategies'? known: "
                         "strategies, acceptance, models, protocols, mediators",
                         std::invalid_argument);
}
