#include <stdexcept>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <negotiation/talks/agenda_order.hpp>

using namespace negotiation;
using namespace negotiation::talks;

TEST_CASE("orders are read stage by stage") {
    using names = std::vector<std::vector<std::string>>;
    CHECK(read_agenda_order("price/delivery").stages == names{{"price"}, {"delivery"}});
    CHECK(read_agenda_order(" b / a+c ").stages == names{{"b"}, {"a", "c"}});
    CHECK(read_agenda_order("'leu stock/a, b'").stages == names{{"leu stock"}, {"a, b"}});
    CHECK(read_agenda_order("\"a/b\"+c/\"each\"").stages == names{{"a/b", "c"}, {"each"}});
    CHECK(read_agenda_order("each").each);
    CHECK(read_agenda_order("\"each\"").stages == names{{"each"}});
    CHECK(read_agenda_order("package") == agenda_order{});
    for (const char* wrong : {"", "a//b", "a/", "+a", "\"a", "''", "\"\""}) {
        CAPTURE(wrong);
        CHECK_THROWS_AS((void)read_agenda_order(wrong), std::invalid_argument);
    }
    CHECK_THROWS_WITH((void)read_agenda_order("a//b"),
                      "agenda: order 'a//b': a name is empty; expected each, package or names such "
                      "as a/b+c");
}

TEST_CASE("names are found among the issues") {
    const std::vector<std::string> issues{"price", "delivery", "warranty"};
    using places = std::vector<std::vector<issue_id>>;
    CHECK(stages_of(read_agenda_order("warranty/price"), issues) == places{{2}, {0}});
    CHECK(stages_of(read_agenda_order("each"), issues) == places{{0}, {1}, {2}});
    CHECK(stages_of(read_agenda_order("package"), issues).empty());
    CHECK_FALSE(fault_in(read_agenda_order("each"), issues));
    CHECK(
        fault_in(read_agenda_order("warranty/prise"), issues) ==
        "agenda: order: no issue 'prise'; did you mean 'price'? known: price, delivery, warranty");
    CHECK(fault_in(read_agenda_order("price/delivery+price"), issues) ==
          "agenda: order: issue 'price' is there twice");
    CHECK_THROWS_AS((void)stages_of(read_agenda_order("prise"), issues), std::invalid_argument);
}
