#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <negotiation/talks/specification.hpp>

using namespace negotiation::talks;

TEST_CASE("specifications are read and written back") {
    const auto plain = parse_specification(" boulware ");
    CHECK(plain.name == "boulware");
    CHECK(plain.parameters.empty());
    CHECK(parse_specification("boulware()") == plain);
    const auto nested =
        parse_specification("time-dependent( e = 0.25 , accept = next(a=1,b=0), model=perfect)");
    REQUIRE(nested.parameters.size() == 3);
    CHECK(nested.parameters[1].first == "accept");
    CHECK(nested.parameters[1].second == "next(a=1,b=0)");
    CHECK(to_string(nested) == "time-dependent(e=0.25,accept=next(a=1,b=0),model=perfect)");
    CHECK(parse_specification(to_string(nested)) == nested);
    CHECK(to_string(plain) == "boulware");
    for (const char* wrong : {"", "  ", "(e=1)", "a(e=1", "a e=1)", "a(e)", "a(=1)", "a(e=)",
                              "a(e=1,,f=2)", "a(e=1,e=2)", "a(e=(1)", "a(e=1))", "a=b"}) {
        CHECK_THROWS_AS((void)parse_specification(wrong), std::invalid_argument);
    }
}

TEST_CASE("lists are read part by part") {
    const named_list read = parse_list(" any( next , all(time(from=0.9),gap) ) ");
    CHECK(read == named_list{"any", {"next", "all(time(from=0.9),gap)"}});
    CHECK(parse_list("any") == named_list{"any", {}});
    CHECK(parse_list("any( )") == named_list{"any", {}});
    CHECK(name_of_specification(" all (x) ") == "all");
    CHECK(name_of_specification("(x)").empty());
    for (const char* wrong : {"", "(a)", "any(a", "any(a,)", "any(,a)", "any(a))", "any(a,,b)"}) {
        CHECK_THROWS_AS((void)parse_list(wrong), std::invalid_argument);
    }
}

TEST_CASE("parameters are read by name and range") {
    const catalogue_entry entry{"walk", "", {{"step", "2", ""}, {"pace", "slow", ""}}};
    const auto given = parse_specification("walk(step=0.5)");
    const parameter_reader reader(entry, given);
    CHECK(reader.number("step", 0, 1) == 0.5);
    CHECK(reader.choice("pace", {"slow", "fast"}) == 0);
    CHECK(reader.text("pace") == "slow");
    CHECK_THROWS_WITH((void)reader.number("step", 1, 2), "walk: step must lie in [1, 2]; got 0.5");
    CHECK_THROWS_WITH((void)reader.number("step", 1, 1e300),
                      "walk: step must be at least 1; got 0.5");
    CHECK_THROWS_WITH((void)reader.whole("step", 0, 2),
                      "walk: step must be a whole number; got 0.5");
    CHECK_THROWS_WITH((void)reader.number("pace", 0, 1), "walk: pace must be a number; got 'slow'");
    CHECK_THROWS_WITH((void)reader.choice("pace", {"quick", "fast"}),
                      "walk: no pace 'slow'; known: quick, fast");
    CHECK_THROWS((void)reader.text("colour"));
    const auto none = parse_specification("walk");
    CHECK(parameter_reader(entry, none).whole("step", 0, 9) == 2);
    const auto unknown = parse_specification("walk(stp=1)");
    CHECK_THROWS_WITH(parameter_reader(entry, unknown),
                      "walk has no parameter 'stp'; did you mean 'step'? known: step, pace");
    const catalogue_entry bare{"stand", "", {}};
    CHECK_THROWS_WITH(parameter_reader(bare, unknown), "stand takes no parameters; got 'stp'");
}

TEST_CASE("names in quotes may hold signs") {
    const catalogue_entry entry{"escrow", "", {{"payment", "none", ""}, {"answer", "best", ""}}};
    const auto given =
        parse_specification("escrow(payment = 'relief, (first) half', answer=\"a='b'\")");
    REQUIRE(given.parameters.size() == 2);
    const parameter_reader reader(entry, given);
    CHECK(reader.name("payment") == "relief, (first) half");
    CHECK(reader.name("answer") == "a='b'");
    CHECK(parse_specification(to_string(given)) == given);
    CHECK_THROWS_WITH((void)parse_specification("escrow(payment='relief, answer=stock)"),
                      doctest::Contains("a quote is not closed"));
    const auto inside = parse_specification("escrow(payment=the people's money)");
    CHECK(parameter_reader(entry, inside).name("payment") == "the people's money");
    CHECK(parameter_reader(entry, inside).name("answer") == "best");
}

TEST_CASE("unknown names list what exists") {
    const std::vector<catalogue_entry> all{{"boulware", "", {}}, {"conceder", "", {}}};
    CHECK(find_entry(all, "strategy", "conceder").name == "conceder");
    CHECK_THROWS_WITH((void)find_entry(all, "strategy", "bolware"),
                      "unknown strategy 'bolware'; did you mean 'boulware'? known: boulware, "
                      "conceder");
}
