#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <negotiation/model/nearest.hpp>

using negotiation::edit_distance;
using negotiation::nearest;
using negotiation::nearest_name;
using negotiation::shown;

TEST_CASE("a swap of neighbours is one edit") {
    CHECK(edit_distance("Iran", "Iarn") == 1);
    CHECK(edit_distance("boulware", "bolware") == 1);
    CHECK(edit_distance("kitten", "sitting") == 3);
    CHECK(edit_distance("", "abc") == 3);
    CHECK(edit_distance("abc", "") == 3);
}

TEST_CASE("upper and lower case are near") {
    CHECK(edit_distance("IRAN", "iran") == 0);
    CHECK(nearest_name("united states", {"Iran", "United States"}) == "United States");
}

TEST_CASE("a far word has no nearest name") {
    CHECK_FALSE(nearest_name("mediator", {"party", "issue"}).has_value());
    CHECK_FALSE(nearest_name("", {"party"}).has_value());
    CHECK_FALSE(nearest_name("x", {}).has_value());
    CHECK_FALSE(
        nearest_name(std::string(100000, 'x'), {std::string(100000, 'x') + "y"}).has_value());
}

TEST_CASE("a beginning finds the whole name") {
    CHECK(nearest_name("enrich", {"centrifuges", "enrichment"}) == "enrichment");
}

TEST_CASE("the text names the nearest and lists the known") {
    CHECK(nearest("bolware", {"boulware", "conceder"}) ==
          "did you mean 'boulware'? known: boulware, conceder");
    CHECK(nearest("zzz", {"boulware"}) == "known: boulware");
    CHECK(nearest("zzz", {}) == "none is known");
}

TEST_CASE("a long list is cut") {
    std::vector<std::string> many;
    for (int k = 0; k < 30; ++k) {
        many.push_back("name" + std::to_string(k));
    }
    const std::string text = nearest("zzz", many);
    CHECK(text.find("name19, … (30 in all)") != std::string::npos);
    CHECK(text.find("name20") == std::string::npos);
}

TEST_CASE("long names and control characters are shown harmlessly") {
    CHECK(shown("a\nb") == "a\\x0ab");
    CHECK(shown("é") == "é");
    CHECK(shown("a\xff") == "a\\xff");
    CHECK(shown("\xe2\x82") == "\\xe2\\x82");
    CHECK(shown(std::string(100, 'x')) == std::string(60, 'x') + "…");
    // a cut never splits a character
    CHECK(shown(std::string(59, 'x') + "éé") == std::string(59, 'x') + "é…");
}
