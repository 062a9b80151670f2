#include <mutex>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <negotiation/laboratory/store.hpp>
#include <negotiation/model/nearest.hpp>

#include "laboratory/database.hpp"
#include "laboratory/ledger.hpp"
#include "laboratory/store_schema.hpp"
#include "laboratory/stored_row.hpp"

namespace negotiation::laboratory {

namespace {

[[nodiscard]] match_log log_over(const std::shared_ptr<ledger>& held, bool recalls) {
    match_log made;
    if (recalls) {
        made.recall = [held](std::size_t number, match& of) { return held->recall(number, of); };
    }
    made.record = [held](std::size_t number, const match& of, std::span<const option_id> deal) {
        held->record(number, of, deal);
    };
    made.close = [held] { held->close(); };
    return made;
}

void check_version(const std::string& path, const experiment& earlier, const experiment& now) {
    if (earlier.version != now.version) {
        throw std::invalid_argument(fmt::format(
            "store '{}': experiment {} was played by version {}, this is {}, which may play "
            "otherwise; take another file",
            shown(path), earlier.key, earlier.version, now.version));
    }
}

}  // namespace

/// The file, locked, and the logs that write to it.
class store::connection {
public:
    connection(const std::string& path, database_access access) try : file(path, access) {
        check_schema(file, access);
        if (access == database_access::create) {  // and not of a file that is somebody else's
            write_ahead(file);
        }
    } catch (const std::runtime_error& wrong) {
        throw std::invalid_argument(wrong.what());  // the file is the caller's choice
    }
    connection(const connection&) = delete;
    connection& operator=(const connection&) = delete;
    ~connection() {
        for (const auto& log : logs) {
            try {
                log->close();
            } catch (...) {  // NOLINT(bugprone-empty-catch): `match_log::close` tells
            }
        }
    }

    database file;
    std::mutex using_file;
    std::vector<std::shared_ptr<ledger>> logs;
};

store::store(const std::string& path)
    : open_(std::make_unique<connection>(path, database_access::create)) {}

store::store(std::unique_ptr<connection> open) noexcept : open_(std::move(open)) {}

store store::reading(const std::string& path) {
    return store(std::make_unique<connection>(path, database_access::read));
}

store::store(store&& other) noexcept = default;
store& store::operator=(store&& other) noexcept = default;
store::~store() = default;

match_log store::log(const experiment& what, on_earlier_matches earlier) {
    const std::lock_guard<std::mutex> alone(open_->using_file);
    const database& file = open_->file;
    transaction all(file);
    std::optional<std::int64_t> id = find_experiment(file, what.key);
    if (id) {
        const stored_experiment known = read_experiment(file, *id);
        check_version(file.path(), known.what, what);
        if (known.matches > 0 && earlier == on_earlier_matches::refuse) {
            throw std::invalid_argument(fmt::format(
                "store '{}': has {} negotiations of this experiment ({}) already; resume it, or "
                "take another file",
                shown(file.path()), known.matches, what.key));
        }
    } else {
        id = write_experiment(file, what);
    }
    all.commit();
    open_->logs.push_back(std::make_shared<ledger>(file, open_->using_file, *id, what.pairings));
    // Another program may commit some while this one plays.
    return log_over(open_->logs.back(), earlier == on_earlier_matches::go_on);
}

std::vector<stored_experiment> store::experiments() const {
    const std::lock_guard<std::mutex> alone(open_->using_file);
    return read_experiments(open_->file);
}

void store::for_each(const std::string& key,
                     const std::function<bool(const stored_match&)>& take) const {
    const std::lock_guard<std::mutex> alone(open_->using_file);
    const database& file = open_->file;
    const auto id = find_experiment(file, key);
    if (!id) {
        std::vector<std::string> known;
        for (const stored_experiment& e : read_experiments(file)) {
            known.push_back(e.what.key);
        }
        throw std::invalid_argument(fmt::format("store '{}': no experiment '{}'; {}",
                                                shown(file.path()), shown(key),
                                                nearest(key, known)));
    }
    const stored_experiment of = read_experiment(file, *id);
    statement rows(file, selection_of("experiment = ? ORDER BY number"));
    rows.bind(1, *id);
    while (rows.step()) {
        if (!take(read_row(rows, of.what.pairings))) {
            return;
        }
    }
}

}  // namespace negotiation::laboratory
