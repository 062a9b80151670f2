// The reader of scenario files under arbitrary bytes: it either refuses them with a parse_error
// whose every message has a place, or gives a scenario that survives being written and read.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include <negotiation/io/read_scenario.hpp>
#include <negotiation/io/write_scenario.hpp>

namespace {

[[noreturn]] void fail(const char* why, const std::string& text) {
    std::fprintf(stderr, "fuzz/reader: %s\n%s\n", why, text.c_str());
    std::abort();
}

void write_and_read(const negotiation::scenario& world) {
    const std::string text = negotiation::io::write_scenario(world);
    try {
        if (!(negotiation::io::parse_scenario(text, "written.toml") == world)) {
            fail("reading what was written gives another scenario", text);
        }
    } catch (const negotiation::parse_error& wrong) {
        fail(wrong.what(), text);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(data, data + size);
    // Nothing is read but the input: a folder that is not there holds no file to extend.
    try {
        write_and_read(negotiation::io::parse_scenario(text, "no-such-folder/input.toml"));
    } catch (const negotiation::parse_error& wrong) {
        if (wrong.messages().empty()) {
            fail("refused without a word", text);
        }
    }
    return 0;
}
