#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <io/scenario_text.hpp>

#include <negotiation/io/resolve_scenario.hpp>

using namespace negotiation;
using io::list_scenarios;
using io::resolve_scenario;

namespace {

/// A folder that NEGOTIATION_SCENARIOS names for the time of a test.
class named_folder {
public:
    named_folder() {
        folder_.write("zebra-2031.toml", tests::small_text);
        folder_.write("zebra-broken.toml", "title = ");
        folder_.write("zebra-notes.txt", "no scenario");
        ::setenv("NEGOTIATION_SCENARIOS", folder_.path().c_str(), 1);
    }
    named_folder(const named_folder&) = delete;
    named_folder& operator=(const named_folder&) = delete;
    ~named_folder() { ::unsetenv("NEGOTIATION_SCENARIOS"); }

    [[nodiscard]] std::string path() const { return folder_.path(); }

private:
    tests::temporary_folder folder_;
};

std::string why_not(const std::string& argument) {
    try {
        return "found " + resolve_scenario(argument);
    } catch (const parse_error& wrong) {
        return wrong.what();
    }
}

}  // namespace

TEST_CASE("a bare name is found in the named folder") {
    const named_folder folder;
    CHECK(resolve_scenario("zebra-2031") == folder.path() + "/zebra-2031.toml");
    CHECK(resolve_scenario("zebra-2031.toml") == folder.path() + "/zebra-2031.toml");
}

TEST_CASE("a path to a file is itself") {
    const named_folder folder;
    const std::string path = folder.path() + "/zebra-broken.toml";
    CHECK(resolve_scenario(path) == path);
}

TEST_CASE("what is nowhere is told with what is near") {
    const named_folder folder;
    CHECK(why_not("zebra-2013")
              .find("neither a file nor the name of a scenario; did you mean "
                    "'zebra-2031'? known: ") != std::string::npos);
    CHECK(why_not(folder.path() + "/zebra-2013.toml") ==
          folder.path() +
              "/zebra-2013.toml: cannot be read: No such file or directory; did you mean '" +
              folder.path() + "/zebra-2031.toml'?");
    CHECK(why_not(folder.path() + "/") ==
          folder.path() +
              "/: a folder without a domain of GENIUS or GeniusWeb; scenarios in it: "
              "zebra-2031.toml, zebra-broken.toml");
    CHECK(why_not("").find("got nothing") != std::string::npos);
}

TEST_CASE("what is here goes before what is bundled") {
    const named_folder folder;
    const tests::temporary_folder here;
    const auto before = std::filesystem::current_path();
    std::filesystem::current_path(here.path());
    std::filesystem::create_directory("zebra-2031");
    const std::string bundled = resolve_scenario("zebra-2031");
    here.write("zebra-2031/domain.xml", "<negotiation_template/>");
    const std::string own = resolve_scenario("zebra-2031");
    std::filesystem::current_path(before);
    CHECK(bundled == folder.path() + "/zebra-2031.toml");
    CHECK(own == "zebra-2031");
}

TEST_CASE("the files of a scenario are those it extends too") {
    const tests::temporary_folder folder;
    const std::string in = folder.path() + "/";
    folder.write("base.toml", tests::small_text);
    folder.write("over.toml", "extends = \"base.toml\"");
    folder.write("loop.toml", "extends = \"loop.toml\"");
    folder.write("lost.toml", "extends = \"none.toml\"");
    folder.write("a.xml", "");
    folder.write("b.xml", "");
    using list = std::vector<std::string>;
    CHECK(io::files_of_scenario(in + "over.toml") == list{in + "over.toml", in + "base.toml"});
    CHECK(io::files_of_scenario(in + "lost.toml") == list{in + "lost.toml", in + "none.toml"});
    CHECK(io::files_of_scenario(in + "loop.toml").size() > 1);
    CHECK(io::files_of_scenario(in + "a.xml") == list{in + "a.xml", in + "b.xml"});
    CHECK(io::files_of_scenario(folder.path()) == list{in + "a.xml", in + "b.xml"});
}

TEST_CASE("listed scenarios have names and titles") {
    const named_folder folder;
    const auto list = list_scenarios();
    const auto find = [&](const std::string& name) {
        const auto found = std::find_if(list.begin(), list.end(),
                                        [&](const auto& file) { return file.name == name; });
        REQUIRE(found != list.end());
        return *found;
    };
    CHECK(find("zebra-2031").title == "Small");
    CHECK(find("zebra-2031").problem.empty());
    CHECK(find("zebra-broken").title.empty());
    CHECK_FALSE(find("zebra-broken").problem.empty());
    CHECK(std::is_sorted(list.begin(), list.end(),
                         [](const auto& a, const auto& b) { return a.name < b.name; }));
    CHECK(std::none_of(list.begin(), list.end(),
                       [](const auto& file) { return file.name == "zebra-notes"; }));
}
