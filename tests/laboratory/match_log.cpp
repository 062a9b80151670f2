#include <cstddef>
#include <limits>
#include <map>
#include <mutex>
#include <stdexcept>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>
#include <support/scratch_file.hpp>

#include <negotiation/laboratory/store.hpp>

#include "laboratory/support.hpp"

using namespace negotiation;
using namespace negotiation::laboratory;

namespace {

const std::vector<contestant>& players() {
    static const std::vector<contestant> all{{"boulware", talks::boulware()},
                                             {"random", talks::random_walker{}},
                                             {"thrower", tests::thrower{}}};
    return all;
}

std::vector<stage> stages() {
    return {{"price", tests::price()}, {"two issues", tests::two_issues()}};
}

tournament_options how(std::size_t repeats) {
    return {.rounds = 20, .seed = 7, .repeats = repeats, .breakdown = 0.02, .keep_matches = true};
}

/// A log in memory.
struct memory {
    std::map<std::size_t, match> kept;
    std::map<std::size_t, outcome> deals;
    std::size_t recorded = 0;
    std::size_t closed = 0;
    std::mutex alone;

    match_log log() {
        match_log made;
        made.recall = [this](std::size_t number, match& of) {
            const std::lock_guard<std::mutex> lock(alone);
            const auto found = kept.find(number);
            if (found != kept.end()) {
                of.played = true;
                of.fault = found->second.fault;
                of.end = found->second.end;
            }
            return found != kept.end();
        };
        made.record = [this](std::size_t number, const match& of, std::span<const option_id> deal) {
            const std::lock_guard<std::mutex> lock(alone);
            ++recorded;
            kept[number] = of;
            deals[number].assign(deal.begin(), deal.end());
        };
        made.close = [this] { ++closed; };
        return made;
    }
};

void check_same(const tournament_result& a, const tournament_result& b) {
    CHECK(a.table.contestants == b.table.contestants);
    CHECK(a.pairings == b.pairings);
    CHECK(a.stages == b.stages);
    CHECK(a.broken == b.broken);
    CHECK(a.matches == b.matches);
    CHECK(a.played == b.played);
    CHECK(a.complete == b.complete);
}

}  // namespace

TEST_CASE("a tournament writes every match and plays none twice") {
    const tournament_result plain = tournament(stages(), players(), how(4));
    memory kept;
    tournament_options logged = how(2);
    experiment begun;
    logged.log = [&](const experiment& what) {
        begun = what;
        return kept.log();
    };
    const tournament_result half = tournament(stages(), players(), logged);
    CHECK(kept.recorded == half.played);
    CHECK(begun.key == half.experiment);
    CHECK(begun.stages == std::vector<std::string>{"price", "two issues"});
    REQUIRE(half.matches.size() == kept.kept.size());
    for (const auto& [number, m] : kept.kept) {
        CHECK(m == half.matches[number]);
        CHECK(kept.deals[number].empty() == (!m.counts() || m.end.deal == talks::no_offer));
    }
    logged.repeats = 4;
    logged.parallel.threads = 2;
    const tournament_result whole = tournament(stages(), players(), logged);
    CHECK(kept.recorded == whole.played);  // the second half only
    CHECK(kept.closed == 2);
    check_same(whole, plain);
}

TEST_CASE("a tournament that was stopped goes on from its store with the same result") {
    const tests::scratch_file file("match-log.sqlite");
    const tournament_result plain = tournament(stages(), players(), how(30));
    {
        store kept(file.path);
        tournament_options stopped = how(30);
        std::stop_source halt;
        stopped.parallel.stop = halt.get_token();
        stopped.parallel.progress = [&](std::size_t done, std::size_t) {
            if (done > 100) {
                halt.request_stop();
            }
        };
        stopped.log = [&](const experiment& what) {
            return kept.log(what, on_earlier_matches::refuse);
        };
        const tournament_result part = tournament(stages(), players(), stopped);
        CHECK_FALSE(part.complete);
        CHECK(kept.experiments().at(0).matches == part.played);
    }
    store kept(file.path);
    tournament_options rest = how(30);
    rest.log = [&](const experiment& what) { return kept.log(what, on_earlier_matches::go_on); };
    check_same(tournament(stages(), players(), rest), plain);
    CHECK(kept.experiments().at(0).matches == plain.played);
}

TEST_CASE("what a log throws ends the tournament") {
    tournament_options full = how(2);
    full.log = [](const experiment&) {
        match_log made;
        made.record = [](std::size_t, const match&, std::span<const option_id>) {
            throw std::runtime_error("the disk is full");
        };
        return made;
    };
    CHECK_THROWS_WITH(tournament(stages(), players(), full), "the disk is full");
}

TEST_CASE("what is recalled has to fit its table") {
    const auto refused = [](const match& known) {
        tournament_options options = how(1);
        options.log = [&](const experiment&) {
            match_log made;
            made.recall = [&](std::size_t, match& of) {
                of = known;
                return true;
            };
            return made;
        };
        try {
            static_cast<void>(tournament(stages(), players(), options));
        } catch (const std::invalid_argument& wrong) {
            return std::string(wrong.what());
        }
        return std::string();
    };
    match known;
    known.end.status = talks::talks_status::no_agreement;
    known.end.utilities = known.end.discounted = {0.5, 0.25};
    CHECK(refused(known).empty());  // whatever it says of who played
    const std::string short_of =
        "tournament: match 0 was recalled without a number for each of 2 seats";
    match odd = known;
    odd.end.utilities.clear();
    CHECK(refused(odd) == short_of);
    odd = known;
    odd.end.discounted.push_back(1);
    CHECK(refused(odd) == short_of);
    odd = known;
    odd.end.utilities[1] = std::numeric_limits<double>::quiet_NaN();
    CHECK(refused(odd) == short_of);
    odd = known;
    odd.forfeit = match_fault{2, 1, "lost its papers"};
    CHECK(refused(odd) == "tournament: match 0 was recalled with a fault of seat 2, of 2");
    odd = {};
    odd.fault = match_fault{99, 1, "lost its papers"};
    CHECK(refused(odd) == "tournament: match 0 was recalled with a fault of seat 99, of 2");
    odd.fault->seat.reset();
    CHECK(refused(odd).empty());
}
