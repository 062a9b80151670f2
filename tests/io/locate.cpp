#include <string>

#include <doctest/doctest.h>
#include <io/scenario_text.hpp>

#include <negotiation/io/locate.hpp>

using namespace negotiation;

TEST_CASE("what is found later is told where the file says it") {
    const tests::temporary_folder folder;
    const std::string file =
        folder.write("x.toml", std::string(tests::small_text) + "[protocol]\nkind = \"agenda\"\n");
    const std::vector<diagnostic> wrong{{"protocol.kind", "not like this"},
                                        {"party.Buyer.weights.size", "nor this"}};
    const auto told = io::locate(file, wrong).messages();
    REQUIRE(told.size() == 2);
    CHECK(told[0].message == "nor this");  // sorted by place
    CHECK(told[0].line < told[1].line);
    CHECK(to_string(told[1]) == file + ":" + std::to_string(told[1].line) + ":8: not like this");
    const auto set = io::locate(file, {{"protocol.kind", "no"}}, {"protocol.kind=package"});
    CHECK(std::string(set.what()) == "--set protocol.kind=package: no");
}
