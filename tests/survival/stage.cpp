#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <negotiation/survival/stage.hpp>

using namespace negotiation::survival;

TEST_CASE("stages have names") {
    std::vector<std::string> names;
    for (const stage one : all_stages) {
        names.emplace_back(to_string(one));
    }
    CHECK(names ==
          std::vector<std::string>{"talks", "ratification", "implementation", "aftermath"});
    CHECK(all_stages.size() == stage_count);
}
