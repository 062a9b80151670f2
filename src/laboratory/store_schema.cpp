#include "laboratory/store_schema.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <stdexcept>
#include <string_view>
#include <system_error>
#include <thread>
#include <vector>

#include <fmt/format.h>

#include <negotiation/model/nearest.hpp>

#include "laboratory/stored_row.hpp"

namespace negotiation::laboratory {

namespace {

/// "nego", and the version of the schema: SQLite keeps both in the head of the file.
constexpr std::int64_t application = 0x6e65676f;
constexpr std::int64_t schema_version = 1;

constexpr const char* schema = R"sql(
    CREATE TABLE experiment (
        id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, version TEXT NOT NULL,
        seed TEXT NOT NULL, rounds INTEGER NOT NULL, clock TEXT NOT NULL, rotate INTEGER NOT NULL,
        breakdown REAL NOT NULL);
    CREATE TABLE name (
        experiment INTEGER NOT NULL, kind TEXT NOT NULL, place INTEGER NOT NULL, name TEXT NOT NULL,
        PRIMARY KEY (experiment, kind, place)) WITHOUT ROWID;
    CREATE TABLE pairing (
        experiment INTEGER NOT NULL, place INTEGER NOT NULL, stage INTEGER NOT NULL,
        mediation INTEGER NOT NULL, contestants TEXT NOT NULL, strategies TEXT NOT NULL,
        PRIMARY KEY (experiment, place)) WITHOUT ROWID;
    CREATE TABLE negotiation (
        experiment INTEGER NOT NULL, number INTEGER NOT NULL, repeat INTEGER NOT NULL,
        status TEXT NOT NULL, round INTEGER NOT NULL, offers INTEGER NOT NULL, time REAL NOT NULL,
        days REAL NOT NULL, leaked INTEGER NOT NULL, deal INTEGER, options TEXT, accepted TEXT,
        utilities TEXT, discounted TEXT, advantages TEXT, fault_seat INTEGER, fault TEXT,
        PRIMARY KEY (experiment, number)) WITHOUT ROWID;
    CREATE VIEW negotiations AS
        SELECT e.key AS experiment, s.name AS scenario, m.name AS mediators, p.strategies,
               n.repeat, n.status, n.round, n.offers, n.options, n.utilities,
               n.advantages, n.fault
        FROM negotiation n
        JOIN experiment e ON e.id = n.experiment
        JOIN (SELECT experiment, count(*) AS pairings FROM pairing GROUP BY experiment) c
             ON c.experiment = n.experiment
        JOIN pairing p ON p.experiment = n.experiment AND p.place = n.number % c.pairings
        JOIN name s ON s.experiment = n.experiment AND s.kind = 'scenario' AND s.place = p.stage
        JOIN name m ON m.experiment = n.experiment AND m.kind = 'mediators'
             AND m.place = p.mediation;
)sql";

[[nodiscard]] std::int64_t whole_of(const database& file, const char* text) {
    statement asked(file, text);
    return asked.step() ? asked.whole(0) : 0;
}

[[nodiscard]] bool is_empty(const database& file) {
    return whole_of(file, "SELECT count(*) FROM sqlite_master") == 0;
}

[[nodiscard]] std::string strategies_of(const experiment& what, const pairing& p) {
    std::string text;
    for (const std::size_t c : p.contestants) {
        text += (text.empty() ? "" : " | ") + what.contestants[c];
    }
    return text;
}

void write_names(const database& file, std::int64_t id, std::string_view kind,
                 const std::vector<std::string>& names) {
    statement one(file, "INSERT INTO name VALUES (?, ?, ?, ?)");
    for (std::size_t k = 0; k < names.size(); ++k) {
        one.bind(1, id);
        one.bind(2, kind);
        one.bind(3, static_cast<std::int64_t>(k));
        one.bind(4, names[k]);
        one.run();
    }
}

/// Rows are numbered without a gap: what refers to one relies on it.
void check_place(std::int64_t place, std::size_t expected, std::string_view kind) {
    if (place != static_cast<std::int64_t>(expected)) {
        throw changed_by_hand(fmt::format("{} {} is missing", kind, expected));
    }
}

[[nodiscard]] std::vector<std::string> read_names(const database& file, std::int64_t id,
                                                  std::string_view kind) {
    statement all(file,
                  "SELECT name, place FROM name WHERE experiment = ? AND kind = ? ORDER BY place");
    all.bind(1, id);
    all.bind(2, kind);
    std::vector<std::string> names;
    while (all.step()) {
        check_place(all.whole(1), names.size(), kind);
        names.emplace_back(all.text(0));
    }
    return names;
}

[[nodiscard]] std::vector<pairing> read_pairings(const database& file, std::int64_t id) {
    statement all(file,
                  "SELECT stage, mediation, contestants, place FROM pairing WHERE experiment = ? "
                  "ORDER BY place");
    all.bind(1, id);
    std::vector<pairing> pairings;
    while (all.step()) {
        check_place(all.whole(3), pairings.size(), "pairing");
        pairings.push_back({static_cast<std::size_t>(all.whole(0)),
                            static_cast<std::size_t>(all.whole(1)), places_in(all.text(2))});
    }
    return pairings;
}

/// Everything that pairings refer to is there.
void check_pairings(const experiment& what) {
    for (std::size_t k = 0; k < what.pairings.size(); ++k) {
        const pairing& p = what.pairings[k];
        const bool known = p.stage < what.stages.size() && p.mediation < what.mediations.size() &&
                           p.contestants.size() >= 2 &&
                           std::all_of(p.contestants.begin(), p.contestants.end(),
                                       [&](std::size_t c) { return c < what.contestants.size(); });
        if (!known) {
            throw changed_by_hand(
                fmt::format("pairing {} is of a scenario, mediators or strategies "
                            "that have no name",
                            k));
        }
    }
}

/// What a select of its columns stands at.
[[nodiscard]] experiment read_columns(const statement& at) {
    experiment what;
    what.key = at.text(0);
    what.version = at.text(1);
    const std::string_view seed = at.text(2);
    const auto [end, wrong] = std::from_chars(seed.data(), seed.data() + seed.size(), what.seed);
    if (wrong != std::errc() || end != seed.data() + seed.size()) {
        throw changed_by_hand(fmt::format("got seed '{}'", shown(seed)));
    }
    what.rounds = at.whole(3);
    const std::optional<negotiation::clock> known = clock_named(at.text(4));
    if (!known) {
        throw changed_by_hand(fmt::format("got clock '{}'", shown(at.text(4))));
    }
    what.clock = *known;
    what.rotate = at.whole(5) != 0;
    what.breakdown = at.number(6);
    return what;
}

}  // namespace

transaction::~transaction() {
    if (!done_) {
        try {
            in_.run("ROLLBACK");
        } catch (...) {  // NOLINT(bugprone-empty-catch): what went wrong before is told
        }
    }
}

void transaction::commit() {
    in_.run("COMMIT");
    done_ = true;
}

/// SQLite does not always wait here for another program that does the same.
void write_ahead(const database& file) {
    constexpr int attempts = 200;
    constexpr auto pause = std::chrono::milliseconds(50);
    for (int k = 1;; ++k) {
        try {
            file.run("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL");
            return;
        } catch (const database_busy&) {
            if (k == attempts) {
                throw;
            }
            std::this_thread::sleep_for(pause);
        }
    }
}

void check_schema(const database& file, database_access access) {
    if (access == database_access::create && is_empty(file)) {
        transaction all(file);
        if (is_empty(file)) {  // another program may have been faster
            file.run(schema);
            file.run(fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {}",
                                 application, schema_version)
                         .c_str());
        }
        all.commit();
    }
    if (whole_of(file, "PRAGMA application_id") != application) {
        throw std::runtime_error(fmt::format(
            "store '{}': {}", shown(file.path()),
            is_empty(file) ? "is empty" : "is a database, but not one of negotiations"));
    }
    const std::int64_t version = whole_of(file, "PRAGMA user_version");
    if (version > schema_version) {
        throw std::runtime_error(fmt::format(
            "store '{}': was made by a later version (its form is {}, the latest known here {})",
            shown(file.path()), version, schema_version));
    }
}

std::optional<std::int64_t> find_experiment(const database& file, const std::string& key) {
    statement asked(file, "SELECT id FROM experiment WHERE key = ?");
    asked.bind(1, key);
    return asked.step() ? std::optional(asked.whole(0)) : std::nullopt;
}

std::int64_t write_experiment(const database& file, const experiment& what) {
    const std::int64_t id = whole_of(file, "SELECT coalesce(max(id), 0) + 1 FROM experiment");
    const std::string seed = fmt::format("{}", what.seed);  // unsigned: SQLite's are signed
    statement one(file, "INSERT INTO experiment VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    one.bind(1, id);
    one.bind(2, what.key);
    one.bind(3, what.version);
    one.bind(4, seed);
    one.bind(5, what.rounds);
    one.bind(6, to_string(what.clock));
    one.bind(7, std::int64_t{what.rotate});
    one.bind(8, what.breakdown);
    one.run();
    write_names(file, id, "scenario", what.stages);
    write_names(file, id, "mediators", what.mediations);
    write_names(file, id, "strategy", what.contestants);
    statement row(file, "INSERT INTO pairing VALUES (?, ?, ?, ?, ?, ?)");
    for (std::size_t k = 0; k < what.pairings.size(); ++k) {
        const pairing& p = what.pairings[k];
        const std::string contestants = fmt::format("[{}]", fmt::join(p.contestants, ","));
        const std::string strategies = strategies_of(what, p);
        row.bind(1, id);
        row.bind(2, static_cast<std::int64_t>(k));
        row.bind(3, static_cast<std::int64_t>(p.stage));
        row.bind(4, static_cast<std::int64_t>(p.mediation));
        row.bind(5, contestants);
        row.bind(6, strategies);
        row.run();
    }
    return id;
}

stored_experiment read_experiment(const database& file, std::int64_t id) {
    statement asked(file,
                    "SELECT key, version, seed, rounds, clock, rotate, breakdown, "
                    "(SELECT count(*) FROM negotiation WHERE experiment = ?1) "
                    "FROM experiment WHERE id = ?1");
    asked.bind(1, id);
    stored_experiment found;
    if (!asked.step()) {
        return found;
    }
    try {
        found.what = read_columns(asked);
        found.matches = static_cast<std::size_t>(asked.whole(7));
        found.what.stages = read_names(file, id, "scenario");
        found.what.mediations = read_names(file, id, "mediators");
        found.what.contestants = read_names(file, id, "strategy");
        found.what.pairings = read_pairings(file, id);
        check_pairings(found.what);
    } catch (const changed_by_hand& wrong) {
        throw std::runtime_error(
            fmt::format("store '{}': experiment {}: {}", shown(file.path()), id, wrong.what()));
    }
    return found;
}

std::vector<stored_experiment> read_experiments(const database& file) {
    statement all(file, "SELECT id FROM experiment ORDER BY id");
    std::vector<stored_experiment> found;
    while (all.step()) {
        found.push_back(read_experiment(file, all.whole(0)));
    }
    return found;
}

}  // namespace negotiation::laboratory
