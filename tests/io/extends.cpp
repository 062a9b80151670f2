#include <string>

#include <doctest/doctest.h>
#include <io/scenario_text.hpp>
#include <io/told_faults.hpp>
#include <support/contains.hpp>

#include <negotiation/io/read_scenario.hpp>

/// A scenario that is another one with something changed: `extends` and --set.

using namespace negotiation;
using io::parse_scenario;
using io::read_scenario;
using tests::contains;
using tests::said;
using tests::small_text;
using tests::with;

TEST_CASE("set replaces values before anything is checked") {
    const scenario world = parse_scenario(
        small_text, "x.toml",
        {"party.Buyer.reservation=0.5", "talks=secret", "party[\"Seller\"].values.colour[0]=0.25",
         "title=\"with = and [\"", "issue.price.step = 100", "party.Seller.values.price=[0,1]"});
    CHECK(world.parties[1].reservation == doctest::Approx(0.5));
    CHECK(world.talks == publicity::secret);
    CHECK(world.parties[0].values[0].second == value_function{tabled_value{{0.25, 1}}});
    CHECK(world.title == "with = and [");
    CHECK(world.issues[1].options.size() == 2);
}

TEST_CASE("a set that leads nowhere tells what is near") {
    CHECK(said(small_text, {"party.Byer.reservation=1"}) ==
          "--set party.Byer.reservation=1: no party 'Byer'; did you mean 'Buyer'? known: Seller, "
          "Buyer\n");
    CHECK(contains(
        said(small_text, {"party.Buyer.reservatoin=1"}),
        "--set party.Buyer.reservatoin=1: unknown key 'reservatoin' in party 'Buyer'; did you "
        "mean 'reservation'?"));
    CHECK(contains(said(small_text, {"party.Buyer.reservation=many"}), "got the word 'many'"));
    CHECK(
        contains(said(small_text, {"party.Buyer.reservation=3"}),
                 "--set party.Buyer.reservation=3: a reservation value must lie in [0, 1]; got 3"));
    CHECK(contains(said(small_text, {"price"}), "needs a path"));
    CHECK(contains(said(small_text, {"extends=x"}), "extends cannot be set"));
    CHECK(contains(said(small_text, {"party.Buyer=3"}), "names an entry"));
    CHECK(contains(said(small_text, {"party.Seller.values.price[3]=3"}), "has 3 elements"));
    CHECK(contains(said(small_text, {"party.Buyer.reservation.x=3"}), "is the number 0.1"));
    CHECK(contains(said(small_text, {"title=\xff"}), "must be UTF-8"));
}

TEST_CASE("a file extends another key by key and entry by name") {
    const tests::temporary_folder folder;
    folder.write("base.toml", with(small_text, "title", "talks = \"secret\"\ntitle") +
                                  "[[scope]]\nname = \"old\"\nissues = [\"price\"]\n"
                                  "[[scope]]\nname = \"kept\"\nissues = [\"price\"]\n");
    const std::string top = folder.write("sub/top.toml", R"(
extends = "../base.toml"
title = "Top"
[[party]]
name = "Buyer"
reservation = 0.3
values.price = [1, 0.7, 0]
[[scope]]
name = "old"
remove = true
[[scope]]
name = "new"
issues = ["colour"]
[[onlooker]]
name = "Neighbour"
reservation = 0
weights = { colour = 1 }
values_from = "Seller"
)");
    const scenario world = read_scenario(top);
    CHECK(world.title == "Top");
    CHECK(world.talks == publicity::secret);
    REQUIRE(world.parties.size() == 2);
    CHECK(world.parties[1].name == "Buyer");  // in its old place
    CHECK(world.parties[1].reservation == doctest::Approx(0.3));
    CHECK(world.parties[1].weights.size() == 1);
    CHECK(world.parties[1].values[0].second == value_function{tabled_value{{1, 0.7, 0}}});
    CHECK(world.scopes ==
          std::vector<negotiation::scope>{{"kept", {"price"}}, {"new", {"colour"}}});
    CHECK(world.onlookers.size() == 1);
}

TEST_CASE("a message points into the file that says it") {
    const tests::temporary_folder folder;
    const std::string base =
        folder.write("base.toml", with(small_text, "colour = 0.4", "color = 0.4"));
    const std::string top = folder.write(
        "top.toml", "extends = \"base.toml\"\n[[party]]\nname = \"Buyer\"\nnoise = 1\n");
    try {
        static_cast<void>(read_scenario(top));
        FAIL("must throw");
    } catch (const parse_error& wrong) {
        REQUIRE(wrong.messages().size() == 2);
        CHECK(wrong.messages()[0].file == top);
        CHECK(wrong.messages()[0].line == 4);
        CHECK(wrong.messages()[1].file == base);
        CHECK(wrong.messages()[1].line == 20);
    }
}

TEST_CASE("a file may be extended sixteen times over and no more") {
    const tests::temporary_folder folder;
    folder.write("0.toml", small_text);
    for (int k = 1; k <= 17; ++k) {
        folder.write(std::to_string(k) + ".toml",
                     "extends = \"" + std::to_string(k - 1) + ".toml\"\n");
    }
    CHECK(read_scenario(folder.path() + "/16.toml").title == "Small");
    CHECK_THROWS_AS(read_scenario(folder.path() + "/17.toml"), parse_error);
}
