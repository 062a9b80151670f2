#include <stdexcept>
#include <string>
#include <variant>
#include <vector>

#include <doctest/doctest.h>

#include <negotiation/talks/protocol_catalogue.hpp>

using namespace negotiation::talks;

TEST_CASE("every protocol of the catalogue can be read") {
    for (const catalogue_entry& entry : protocol_catalogue()) {
        CHECK_NOTHROW((void)read_protocol(entry.name));
    }
    CHECK(std::holds_alternative<alternating_offers>(read_protocol("alternating-offers")));
    const any_protocol text = read_protocol("single-text(temperature=0.1)");
    REQUIRE(std::holds_alternative<single_text>(text));
    CHECK(std::get<single_text>(text).temperature == 0.1);
    CHECK_THROWS_WITH((void)read_protocol("auction"),
                      "unknown protocol 'auction'; known: alternating-offers, single-text, "
                      "random-recognition, monotonic-concession, agenda");
    const any_protocol lot = read_protocol("random-recognition(weights=2/1/1)");
    CHECK(std::get<random_recognition>(lot).recognition == std::vector<double>{2, 1, 1});
    CHECK(std::get<random_recognition>(read_protocol("random-recognition")).recognition.empty());
    const any_protocol at_once = read_protocol("monotonic-concession(patience=4)");
    CHECK(std::get<monotonic_concession>(at_once).patience == 4);
    const any_protocol stages =
        read_protocol("agenda(order=b/a+c,implementation=sequential,deadline=stage)");
    const auto& rules = std::get<agenda>(stages);
    REQUIRE(rules.named);
    CHECK(rules.named->stages == std::vector<std::vector<std::string>>{{"b"}, {"a", "c"}});
    CHECK(rules.counts == implementation::sequential);
    CHECK(rules.deadline == deadline_of::stage);
    CHECK(std::get<agenda>(read_protocol("agenda")).named->each);
    CHECK(std::get<agenda>(read_protocol("agenda(later=status-quo)")).expects ==
          later_value::status_quo);
    for (const char* wrong :
         {"agenda(order=a//b)", "agenda(later=all)", "agenda(implementation=never)",
          "agenda(deadline=none)", "agenda(implementation=sequential,later=best)",
          "random-recognition(weights=1/-1)", "random-recognition(weights=1|2)",
          "random-recognition(weights=a)", "monotonic-concession(patience=0)"}) {
        CHECK_THROWS_AS((void)read_protocol(wrong), std::invalid_argument);
    }
    CHECK(std::get<single_text>(read_protocol("single-text(weak_loss=0.2)")).weak_loss == 0.2);
    CHECK_THROWS_AS((void)read_protocol("single-text(weak_loss=-1)"), std::invalid_argument);
    CHECK_THROWS_AS((void)read_protocol("single-text(temperature=-1)"), std::invalid_argument);
    CHECK_THROWS_AS((void)read_protocol("alternating-offers(rounds=3)"), std::invalid_argument);
}
