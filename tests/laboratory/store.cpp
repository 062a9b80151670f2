#include <algorithm>
#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <new>
#include <random>
#include <set>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include <doctest/doctest.h>
#include <support/scratch_file.hpp>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <negotiation/laboratory/store.hpp>
#include <negotiation/laboratory/tournament.hpp>

#include "laboratory/database.hpp"
#include "laboratory/support.hpp"

using namespace negotiation;
using namespace negotiation::laboratory;

namespace {

experiment two_on_one() {
    experiment what;
    what.key = "1234abcd";
    what.version = "9.9.9";
    what.seed = ~std::uint64_t{0};  // no signed number holds it
    what.rounds = 100;
    what.clock = clock::negmas;
    what.rotate = false;
    what.breakdown = 0.125;
    what.stages = {"river \"Ebro\", 1960"};
    what.mediations = {"direct"};
    what.contestants = {"boulware", "time-dependent(e=0.3)"};
    what.pairings = {{0, 0, {0, 0}}, {0, 0, {0, 1}}, {0, 0, {1, 1}}};
    return what;
}

/// The end of a match, no two alike.
match some_match(const experiment& of, std::size_t number) {
    match m;
    m.who = of.pairings[number % of.pairings.size()];
    m.played = true;
    if (number % 7 == 3) {
        m.fault = match_fault{number % 2 == 0 ? std::nullopt : std::optional<std::size_t>(1), 4,
                              "lost its 'papers'"};
        return m;
    }
    m.end.status =
        number % 5 == 1 ? talks::talks_status::no_agreement : talks::talks_status::agreement;
    m.end.round = static_cast<std::int64_t>(number) + 1;
    m.end.offers = 2 * m.end.round;
    m.end.time = 1.0 / 3 / static_cast<double>(number + 1);
    m.end.days = 0.1 * static_cast<double>(number);
    m.end.leaked = number % 3 == 0;
    m.end.accepted = {true, number % 2 == 0};
    m.end.utilities = {1.0 / static_cast<double>(number + 3), -1e-300};
    m.end.discounted = number % 2 == 0 ? m.end.utilities : std::vector<double>{0.1, 2e22};
    m.advantages = {0.1 + 0.2, 1};
    if (m.end.status == talks::talks_status::agreement) {
        m.end.deal = static_cast<talks::offer_id>(number);
    }
    return m;
}

outcome deal_of(const match& m) {
    return m.end.deal == talks::no_offer ? outcome{} : outcome{0, 4'000'000'000U, 7};
}

void write(const match_log& log, const experiment& what, std::size_t from, std::size_t to) {
    for (std::size_t k = from; k < to; ++k) {
        const match m = some_match(what, k);
        log.record(k, m, deal_of(m));
    }
}

std::vector<stored_match> all_of(const store& kept, const std::string& key) {
    std::vector<stored_match> found;
    kept.for_each(key, [&](const stored_match& m) {
        found.push_back(m);
        return true;
    });
    return found;
}

/// Notes that a match begins, then agrees at once.
struct counted {
    std::atomic<std::size_t>* begun;
    talks::move act(const talks::turn& t, random_stream&) {
        if (begun != nullptr) {
            ++*begun;
            begun = nullptr;
        }
        return t.legal().accept ? talks::turn::accept()
                                : talks::turn::offer(t.cheapest_at_least(t.aspiration(0.5)));
    }
};

/// A long tournament, begun or gone on with, in a process that does nothing else.
[[noreturn]] void play_on(const std::string& path, const std::vector<contestant>& players) {
    try {
        store kept(path);
        tournament_options options{.seed = 1, .repeats = 1'000'000};
        options.parallel.threads = 3;
        options.log = [&](const experiment& what) {
            return kept.log(what, on_earlier_matches::go_on);
        };
        static_cast<void>(tournament(tests::price(), players, options));
    } catch (...) {
        _exit(1);
    }
    _exit(0);
}

std::string message_of(const auto& action) {
    try {
        action();
    } catch (const std::exception& wrong) {
        return wrong.what();
    }
    return "";
}

}  // namespace

TEST_CASE("what was stored is what is read") {
    const tests::scratch_file file("read.sqlite");
    const experiment what = two_on_one();
    constexpr std::size_t matches = 50;
    {
        store kept(file.path);
        const match_log log = kept.log(what, on_earlier_matches::refuse);
        CHECK_FALSE(log.recall);  // nothing to find
        write(log, what, 0, matches);
        log.close();
    }
    const store kept = store::reading(file.path);
    REQUIRE(kept.experiments().size() == 1);
    CHECK(kept.experiments()[0].what == what);
    CHECK(kept.experiments()[0].matches == matches);
    const auto found = all_of(kept, what.key);
    REQUIRE(found.size() == matches);
    for (std::size_t k = 0; k < matches; ++k) {
        CAPTURE(k);
        const match m = some_match(what, k);
        CHECK(found[k] == stored_match{k, k / what.pairings.size(), m, deal_of(m)});
    }
}

TEST_CASE("an earlier run is refused unless it is to go on") {
    const tests::scratch_file file("resume.sqlite");
    const experiment what = two_on_one();
    {
        store kept(file.path);
        write(kept.log(what, on_earlier_matches::refuse), what, 0, 5);
    }  // its end commits
    store kept(file.path);
    const auto again = [&] { (void)kept.log(what, on_earlier_matches::refuse); };
    CHECK(message_of(again).find("has 5 negotiations of this experiment (1234abcd) already") !=
          std::string::npos);
    const match_log log = kept.log(what, on_earlier_matches::go_on);
    for (std::size_t k = 0; k < 8; ++k) {
        match m;
        m.who = what.pairings[k % what.pairings.size()];
        REQUIRE(log.recall(k, m) == (k < 5));
        if (k < 5) {
            CHECK(m == some_match(what, k));
        }
    }
    // an experiment under another key is none of it
    experiment other = what;
    other.key = "other";
    CHECK_FALSE(kept.log(other, on_earlier_matches::refuse).recall);
    experiment later = what;
    later.version = "10.0.0";
    const auto by_another = [&] { (void)kept.log(later, on_earlier_matches::go_on); };
    CHECK(message_of(by_another).find("was played by version 9.9.9, this is 10.0.0") !=
          std::string::npos);
}

TEST_CASE("no key stands twice") {
    const tests::scratch_file file("twice.sqlite");
    const experiment what = two_on_one();
    store one(file.path);
    store two(file.path);  // as another program would
    const match_log first = one.log(what, on_earlier_matches::refuse);
    const match_log second = two.log(what, on_earlier_matches::refuse);
    write(first, what, 0, 20);
    write(second, what, 10, 30);
    first.close();
    second.close();
    CHECK(all_of(one, what.key).size() == 30);
}

TEST_CASE("many threads fill one store") {
    const tests::scratch_file file("threads.sqlite");
    const experiment what = two_on_one();
    constexpr std::size_t each = 5'000;
    store kept(file.path);
    const match_log log = kept.log(what, on_earlier_matches::refuse);
    {
        std::vector<std::jthread> threads;
        for (std::size_t t = 0; t < 3; ++t) {
            threads.emplace_back([&, t] { write(log, what, t * each, (t + 1) * each); });
        }
    }
    log.close();
    std::size_t next = 0;
    kept.for_each(what.key, [&](const stored_match& m) { return m.number == next && ++next > 0; });
    CHECK(next == 3 * each);
}

TEST_CASE("what is not committed is at most one batch") {
    const tests::scratch_file file("batch.sqlite");
    const experiment what = two_on_one();
    store kept(file.path);
    const match_log log = kept.log(what, on_earlier_matches::refuse);
    constexpr std::size_t matches = 10'000;
    write(log, what, 0, matches);  // and no close, as if it was killed here
    const store seen = store::reading(file.path);
    CHECK(seen.experiments()[0].matches + store::batch >= matches);
    CHECK(seen.experiments()[0].matches <= matches);
}

TEST_CASE("a kill at any moment costs at most one batch") {
    const tests::scratch_file file("kill.sqlite");
    // Counts the matches that begin, in memory that outlives the process that is killed.
    void* shared = mmap(nullptr, sizeof(std::atomic<std::size_t>), PROT_READ | PROT_WRITE,
                        MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    REQUIRE(shared != MAP_FAILED);
    auto* begun = new (shared) std::atomic<std::size_t>(0);
    const std::vector<contestant> players{{"counted", [begun](const talks::arena&, party_id i) {
                                               return counted{i == 0 ? begun : nullptr};
                                           }}};
    std::mt19937 draws(1);
    std::size_t committed = 0;
    std::size_t most_lost = 0;
    for (int kill = 0; kill < 6; ++kill) {
        *begun = 0;
        const pid_t child = fork();
        REQUIRE(child >= 0);
        if (child == 0) {
            play_on(file.path, players);
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(draws() % 400));
        ::kill(child, SIGKILL);
        waitpid(child, nullptr, 0);
        const store seen(file.path);
        const std::size_t now = seen.experiments().empty() ? 0 : seen.experiments()[0].matches;
        REQUIRE(now >= committed);
        REQUIRE(*begun >= now - committed);  // nothing that was committed is played again
        const std::size_t lost = *begun - (now - committed);
        CAPTURE(kill);
        CHECK(lost <= store::batch);
        most_lost = std::max(most_lost, lost);
        committed = now;
    }
    MESSAGE("committed " << committed << ", lost at most " << most_lost << " at a kill");
    munmap(shared, sizeof(std::atomic<std::size_t>));
}

TEST_CASE("what is no store is refused") {
    const tests::scratch_file file("none.sqlite");
    CHECK(message_of([&] { (void)store::reading(file.path); }).find("No such file or directory") !=
          std::string::npos);
    std::ofstream(file.path) << "title = \"a scenario\"\n" << std::string(2000, '#');
    CHECK(message_of([&] { (void)store(file.path); }).find("file is not a database") !=
          std::string::npos);
    CHECK(message_of([&] { (void)store("/nowhere/at/all.sqlite"); }).find("/nowhere/at/all") !=
          std::string::npos);
}

TEST_CASE("a database of somebody else is left as it was") {
    const tests::scratch_file file("foreign.sqlite");
    { const store made(file.path); }
    {
        // the head of a file of another kind
        std::fstream head(file.path, std::ios::binary | std::ios::in | std::ios::out);
        head.seekp(68);
        head.write("\0\0\0\1", 4);  // another application
        head.seekp(18);
        head.write("\1\1", 2);  // a rollback journal, not WAL
    }
    const auto bytes = [&] {
        std::ifstream all(file.path, std::ios::binary);
        return std::string(std::istreambuf_iterator<char>(all), {});
    };
    const std::string was = bytes();
    CHECK(message_of([&] { (void)store(file.path); }).find("not one of negotiations") !=
          std::string::npos);
    CHECK(bytes() == was);
}

TEST_CASE("an unknown experiment is named with those that are near") {
    const tests::scratch_file file("unknown.sqlite");
    store kept(file.path);
    (void)kept.log(two_on_one(), on_earlier_matches::refuse);
    CHECK(message_of([&] {
              (void)all_of(kept, "1234abce");
          }).find("no experiment '1234abce'; did you mean '1234abcd'?") != std::string::npos);
}

TEST_CASE("what was changed by hand is refused") {
    const experiment what = two_on_one();
    const auto said_of = [&](const char* change) {
        const tests::scratch_file file("changed.sqlite");
        {
            store kept(file.path);
            const match_log log = kept.log(what, on_earlier_matches::refuse);
            for (std::size_t number = 0; number < 6; ++number) {
                log.record(number, some_match(what, number), {});
            }
            log.close();
        }
        database(file.path, database_access::create).run(change);
        std::string said;
        try {
            store::reading(file.path).for_each(what.key, [&](const stored_match& m) {
                CHECK(m.of.who.stage < what.stages.size());
                return true;
            });
        } catch (const std::runtime_error& wrong) {
            said = wrong.what();
        }
        return said;
    };
    CHECK(said_of("UPDATE experiment SET version = '1'").empty());
    for (const char* change :
         {"UPDATE pairing SET stage = 1000000", "UPDATE pairing SET stage = -1",
          "UPDATE pairing SET mediation = 1 WHERE place = 2",
          "UPDATE pairing SET contestants = '[99999999,99999999]'",
          "UPDATE pairing SET contestants = '[]'", "DELETE FROM name WHERE kind = 'strategy'",
          "DELETE FROM name WHERE kind = 'scenario'",
          "DELETE FROM name WHERE kind = 'strategy' AND place = 0",
          "DELETE FROM pairing WHERE place = 1", "UPDATE experiment SET clock = 'sundial'",
          "UPDATE experiment SET seed = '-7'",
          "UPDATE negotiation SET fault_seat = 99 WHERE fault IS NOT NULL",
          "UPDATE negotiation SET fault_seat = -1 WHERE fault IS NOT NULL",
          "DELETE FROM pairing"}) {
        CAPTURE(change);
        CHECK(said_of(change).find("a row was changed by hand; ") != std::string::npos);
    }
}
