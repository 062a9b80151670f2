#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <negotiation/io/parse_error.hpp>

using negotiation::located_message;
using negotiation::parse_error;

TEST_CASE("a message shows the place that is known") {
    CHECK(to_string(located_message{"a.toml", 12, 9, "wrong"}) == "a.toml:12:9: wrong");
    CHECK(to_string(located_message{"a.toml", 0, 0, "wrong"}) == "a.toml: wrong");
}

TEST_CASE("a parse error has a line for each message") {
    const parse_error error({{"a.toml", 1, 2, "x"}, {"b.toml", 3, 4, "y"}});
    CHECK(std::string(error.what()) == "a.toml:1:2: x\nb.toml:3:4: y");
    CHECK(error.messages().size() == 2);
}

TEST_CASE("a flood of messages is cut in the text and not in the list") {
    const parse_error error(std::vector<located_message>(150, {"a.toml", 1, 1, "x"}));
    const std::string text = error.what();
    CHECK(text.find("and 50 more") != std::string::npos);
    CHECK(error.messages().size() == 150);
}
