#include <stdexcept>
#include <string>

#include <doctest/doctest.h>

#include <negotiation/question/deal_text.hpp>

#include "question/support.hpp"

using namespace negotiation;
using namespace negotiation::question;

namespace {

seating nuclear_table() {
    setting chosen;
    chosen.scope = "nuclear";
    return set_table(tests::backchannel_file(), chosen);
}

std::string complaint(const std::string& text) {
    try {
        (void)parse_deal(nuclear_table(), text);
    } catch (const std::invalid_argument& error) {
        return error.what();
    }
    return {};
}

}  // namespace

TEST_CASE("clauses stand for a deal") {
    const outcome deal = parse_deal(nuclear_table(), " enrichment = domestic_5 , leu_stock=300");
    CHECK(deal == outcome{4, 1, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0});
}

TEST_CASE("a number may be written another way") {
    CHECK(parse_deal(nuclear_table(), "leu_stock=300.0") ==
          parse_deal(nuclear_table(), "leu_stock=300"));
}

TEST_CASE("a name stands for a deal") {
    CHECK(parse_deal(nuclear_table(), "J") == outcome{3, 1, 1, 3, 3, 4, 3, 2, 0, 0, 0, 0});
}

TEST_CASE("a comma without a clause behind it belongs to the option") {
    scenario world = tests::backchannel_file();
    world.issues[3].options[4] = std::string("any time, anywhere");
    world.constraints.clear();
    world.assumptions.clear();
    world.sequence.reset();
    world.protocol.reset();  // Qatar holds what a step pays
    world.compliance = {};
    const seating at = set_table(world, {});
    CHECK(parse_deal(at, "inspection=any time, anywhere,leu_stock=0")[3] == 4);
}

TEST_CASE("what cannot be read is said with the nearest that can") {
    CHECK(complaint("JCPOA") ==
          "no deal 'JCPOA'; known: J, N1; a deal may also be spelled out as issue=option,...");
    CHECK(tests::says(complaint("enrichmnt=zero"),
                      "deal 'enrichmnt=zero': no issue 'enrichmnt'; did you mean 'enrichment'? "
                      "known: enrichment, leu_stock"));
    CHECK(
        tests::says(complaint("enrichment=zeroo"),
                    "issue 'enrichment' has no option 'zeroo'; did you mean 'zero'? known: zero,"));
    CHECK(complaint("leu_stock=0,leu_stock=300") ==
          "deal 'leu_stock=0,leu_stock=300': issue 'leu_stock' is mentioned twice");
    CHECK(complaint("J,leu_stock=0") == "deal 'J,leu_stock=0': expected issue=option; got 'J'");
}

TEST_CASE("an issue out of scope stays where it is") {
    CHECK(complaint("proxies=end") ==
          "deal 'proxies=end': issue 'proxies' is out of the scope 'nuclear' and stays at "
          "unchanged; got end");
    CHECK(complaint("proxies=unchanged").empty());
}
