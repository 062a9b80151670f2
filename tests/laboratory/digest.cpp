#include <string>

#include <doctest/doctest.h>

#include <negotiation/laboratory/digest.hpp>

#include "laboratory/support.hpp"

using namespace negotiation;
using laboratory::digest;

namespace {

template <class... Parts>
std::string key(const Parts&... parts) {
    digest all;
    (all.add(parts), ...);
    return all.text();
}

}  // namespace

TEST_CASE("the digest is the published one of its bytes") {
    // Published values of FNV-1a, 64 bits: nothing, "a", "foobar".
    digest none;
    CHECK(none.text() == "cbf29ce484222325");
    digest a;
    a.add_bytes("a");
    CHECK(a.text() == "af63dc4c8601ec8c");
    digest foobar;
    foobar.add_bytes("foo");
    foobar.add_bytes("bar");
    CHECK(foobar.text() == "85944171f73967e8");
}

TEST_CASE("what differs has another digest") {
    CHECK(key(std::string("ab"), std::string("c")) != key(std::string("a"), std::string("bc")));
    CHECK(key(1) == key(std::int64_t{1}));
    CHECK(key(1, 2) != key(2, 1));
    CHECK(key(0.0) == key(-0.0));
    CHECK(key(0.5) != key(0.25));
}

TEST_CASE("a problem is told by what it holds") {
    const bargaining table = tests::two_issues();
    CHECK(key(table) == key(bargaining(tests::two_issues())));
    CHECK(key(table) != key(bargaining(tests::price())));
    bargaining other = table;
    other.parties[1].threshold += 1;
    CHECK(key(other) != key(table));
    other = table;
    other.parties[0].utility.terms[0].values[2] += 1;
    CHECK(key(other) != key(table));
    other = table;
    other.space.domains[1].pop_back();
    CHECK(key(other) != key(table));
    other = table;
    other.parties[0].red_lines.push_back({0, option_mask(6, true), false, true});
    CHECK(key(other) != key(table));
    other = table;
    other.parties[0].utility.scale.risk = cara{2};
    CHECK(key(other) != key(table));
}
