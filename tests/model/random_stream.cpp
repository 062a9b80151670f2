#include <array>
#include <cstdint>
#include <set>

#include <Random123/philox.h>
#include <boost/random/uniform_int_distribution.hpp>
#include <boost/random/uniform_real_distribution.hpp>
#include <doctest/doctest.h>

#include <negotiation/model/random_stream.hpp>

using namespace negotiation;

namespace {

using words = std::array<std::uint32_t, 4>;

words first_block(random_stream stream) { return {stream(), stream(), stream(), stream()}; }

words cipher(const words& counter, const std::array<std::uint32_t, 2>& key) {
    const auto block =
        r123::Philox4x32{}({{counter[0], counter[1], counter[2], counter[3]}}, {{key[0], key[1]}});
    return {block[0], block[1], block[2], block[3]};
}

}  // namespace

// Random123's known answers for philox4x32 with ten rounds (Salmon et al. 2011, kat_vectors).
TEST_CASE("the generator's published vectors") {
    const words zeros{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8};
    const words pi{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1};
    CHECK(first_block(random_stream(0)) == zeros);
    CHECK(first_block(random_stream(0, 0, 0)) == zeros);
    // The others start in the middle of a stream, where only the cipher itself can begin.
    CHECK(cipher({~0U, ~0U, ~0U, ~0U}, {~0U, ~0U}) ==
          words{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd});
    CHECK(cipher({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, {0xa4093822, 0x299f31d0}) == pi);
}

TEST_CASE("the counter spells block and episode and purpose") {
    random_stream stream(0x0123456789abcdef, 0xfedcba9876543210, 42);
    for (std::uint32_t block = 0; block < 3; ++block) {
        const words expected =
            cipher({block, 0x76543210, 0xfedcba98, 42}, {0x89abcdef, 0x01234567});
        for (const std::uint32_t word : expected) {
            CHECK(stream() == word);
        }
    }
}

TEST_CASE("a copy goes on where the original is") {
    random_stream original(7, 3, 1);
    for (int k = 0; k < 5; ++k) {
        original();
    }
    random_stream copy = original;
    for (int k = 0; k < 9; ++k) {
        CHECK(copy() == original());
    }
}

TEST_CASE("seeds and episodes and purposes have streams of their own") {
    std::set<words> seen;
    for (const std::uint64_t seed : {std::uint64_t{0}, std::uint64_t{1}, std::uint64_t{1} << 32}) {
        for (const std::uint64_t episode :
             {std::uint64_t{0}, std::uint64_t{1}, ~std::uint64_t{0}}) {
            for (const std::uint32_t purpose : {0U, 1U, ~0U}) {
                CHECK(seen.insert(first_block(random_stream(seed, episode, purpose))).second);
            }
        }
    }
}

TEST_CASE("distributions take the stream") {
    CHECK(random_stream::min() == 0);
    CHECK(random_stream::max() == 0xffffffffU);
    random_stream stream(1);
    boost::random::uniform_real_distribution<double> unit(0, 1);
    boost::random::uniform_int_distribution<int> die(1, 6);
    for (int k = 0; k < 100; ++k) {
        const double x = unit(stream);
        CHECK((x >= 0 && x < 1));
        const int n = die(stream);
        CHECK((n >= 1 && n <= 6));
    }
}
