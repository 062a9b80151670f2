// The readers of GENIUS XML and GeniusWeb JSON under arbitrary bytes. The input is some files, a
// line of "%%" between two of them: the readers either refuse them with a parse_error whose every
// message says what is wrong, or give a scenario that survives being written and read.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include <negotiation/io/read_foreign.hpp>
#include <negotiation/io/read_scenario.hpp>
#include <negotiation/io/write_scenario.hpp>

namespace {

using namespace negotiation;

[[noreturn]] void fail(const char* why, const std::string& text) {
    std::fprintf(stderr, "fuzz/foreign: %s\n%s\n", why, text.c_str());
    std::abort();
}

std::vector<io::foreign_file> files_in(std::string_view text) {
    constexpr std::string_view between = "\n%%\n";
    constexpr std::size_t most = 8;
    std::vector<io::foreign_file> files;
    while (files.size() < most) {
        const std::size_t end = text.find(between);
        const std::string_view one = text.substr(0, end);
        const bool json = one.substr(0, 1) == "{" || one.substr(0, 1) == "[";
        files.push_back(
            {std::to_string(files.size()) + (json ? ".json" : ".xml"), std::string(one)});
        if (end == std::string_view::npos) {
            break;
        }
        text.remove_prefix(end + between.size());
    }
    return files;
}

void read_and_write(const std::vector<io::foreign_file>& files, const io::foreign_reading& how,
                    const std::string& text) {
    try {
        const scenario world = io::parse_foreign(files, how);
        const std::string written = io::write_scenario(world);
        if (written.size() <= io::maximum_scenario_bytes &&
            !(io::parse_scenario(written, "written.toml") == world)) {
            fail("reading what was written gives another scenario", text);
        }
    } catch (const parse_error& wrong) {
        if (wrong.messages().empty()) {
            fail("refused without a word", text);
        }
        for (const located_message& m : wrong.messages()) {
            if (m.file == "written.toml") {
                fail(wrong.what(), text);
            }
        }
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(data, data + size);
    const auto files = files_in(text);
    read_and_write(files, {.raw = false, .steps = 3}, text);
    read_and_write(files, {.raw = true, .steps = 3}, text);
    return 0;
}
