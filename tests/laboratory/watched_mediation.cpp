#include <exception>
#include <new>
#include <stdexcept>
#include <string>

#include <doctest/doctest.h>

#include <negotiation/laboratory/watched_mediation.hpp>

#include "laboratory/support.hpp"

using namespace negotiation;
using laboratory::mediation_fault;

namespace {

/// Talks that fail in a round: as a message is carried, or after it.
struct trap : talks::direct_talks {
    std::int64_t carrying = 100;
    std::int64_t closing = 100;
    talks::passage carry(talks::event&, talks::proceedings&, const talks::moment& now,
                         talks::run_streams&) const {
        if (now.round == carrying) {
            throw std::runtime_error("lost in the post");
        }
        return {};
    }
    talks::passage after_round(talks::proceedings&, const talks::moment& now,
                               talks::run_streams&) const {
        if (now.round == closing) {
            throw 7;  // NOLINT(*-exception-baseclass): whatever somebody throws
        }
        return {};
    }
};

template <class M>
talks::ending play(M between) {
    const talks::arena at(tests::two_issues());
    std::vector agents(2, talks::boulware());
    laboratory::watched_mediation<M> watched(between);
    talks::run_streams draws(1, 0, 2);
    talks::proceedings said;
    return talks::alternating_offers{}.play(at, agents, watched, draws, said);
}

template <class M>
std::string fault(M between) {
    try {
        static_cast<void>(play(between));
    } catch (const mediation_fault& wrong) {
        return wrong.what() + std::string(" in ") + std::to_string(wrong.round());
    }
    return "";
}

}  // namespace

TEST_CASE("what stands between the parties answers for itself") {
    static_assert(laboratory::passable<talks::direct_talks>);
    static_assert(!laboratory::passable<int>);
    static_assert(laboratory::never_throws<talks::direct_talks>);
    static_assert(!laboratory::never_throws<trap>);
    CHECK(play(talks::direct_talks{}) == play(trap{}));
    trap early;
    early.carrying = 3;
    CHECK(fault(early) == "lost in the post in 3");
    CHECK_THROWS_AS(laboratory::message_of(std::make_exception_ptr(std::bad_alloc())),
                    std::bad_alloc);
    trap late;
    late.closing = 5;
    CHECK(fault(late) == "an exception that is no std::exception in 5");
}
