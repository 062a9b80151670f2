#include <string>

#include <doctest/doctest.h>

#include <negotiation/report/heading.hpp>
#include <negotiation/report/text.hpp>

using namespace negotiation::report;

TEST_CASE("titles are underlined and parts are too") {
    CHECK(render_text({{heading{"Title", 1}}}) == "Title\n=====\n");
    CHECK(render_text({{heading{"Part", 2}}}) == "Part\n----\n");
}

TEST_CASE("the line under a long title ends with the page") {
    const std::string title(30, 'x');
    CHECK(render_text({{heading{title, 1}}}, 20) == title + "\n" + std::string(20, '=') + "\n");
}
