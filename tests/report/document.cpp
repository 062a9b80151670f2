#include <doctest/doctest.h>

#include <negotiation/report/document.hpp>

using namespace negotiation::report;

TEST_CASE("a document is a value") {
    const document text{{heading{"Title", 1}, paragraph{"Words."}}};
    document copy = text;
    CHECK(copy == text);
    copy.blocks.emplace_back(note{"more"});
    CHECK_FALSE(copy == text);
}
