#pragma once

/// @file
/// Negotiations in a file that outlives the program. Compiled in the library
/// negotiation::negotiation (src/laboratory/store.cpp).

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include <negotiation/laboratory/experiment.hpp>
#include <negotiation/laboratory/match.hpp>
#include <negotiation/laboratory/match_log.hpp>
#include <negotiation/model/outcome_space.hpp>

namespace negotiation::laboratory {

/// @brief A negotiation as a store keeps it.
struct stored_match {
    std::size_t number = 0;  ///< of the match in its experiment, from 0
    std::size_t repeat = 0;  ///< from 0
    match of;                ///< its end, fault and advantages; distances are not kept
    outcome deal = {};       ///< options of what was agreed; empty without a deal

    bool operator==(const stored_match&) const = default;
};

/// @brief An experiment of a store, and how far it is.
struct stored_experiment {
    experiment what;          ///< as it was begun
    std::size_t matches = 0;  ///< finished

    bool operator==(const stored_experiment&) const = default;
};

/// @brief What to do where a store has matches of an experiment already.
enum class on_earlier_matches : std::uint8_t {
    refuse,  ///< an error: so nobody goes on by mistake, or plays for nothing
    go_on    ///< they are not played again
};

/// @brief One SQLite file: a row a negotiation, keyed by its experiment and its number, which
/// stands for scenario, mediators, strategies and repeat. Read it with any SQLite tool: the view
/// `negotiations` has the names, one row a negotiation.
///
/// A finished row is a committed row. Rows are committed in batches, and with the first match that
/// ends more than half a second after the last ones were; killed at any moment, at most `batch`
/// matches are lost, those being played included, and played again with the same result. What was
/// committed outlives a crash of the program; after a crash of the machine the last batches may be
/// missing, never half of one (WAL, synchronous = NORMAL).
///
/// Several programs may fill one file, even with the same experiment: a row that stands already
/// stays, as both would write the same. Whoever goes on finds what others have committed since, but
/// what two play at the same time is played twice. A program waits up to a minute for another that
/// writes. Memory does not grow with the number of rows.
/// @thread its log may be used from any thread; all else by one
/// @test tests/laboratory/store.cpp "what was stored is what is read"
/// @test tests/laboratory/store.cpp "no key stands twice"
/// @test tests/laboratory/store.cpp "a kill at any moment costs at most one batch"
class store {
public:
    /// The most matches that a kill costs, by at most `most_threads` that record.
    static constexpr std::size_t batch = 4096;
    static constexpr std::size_t most_threads = 1024;  ///< as `parallel_options` has

    /// @brief Opens a file, and makes it where there is none.
    /// @param path where it is
    /// @throws std::invalid_argument it cannot be opened or made, is not a store, or was made by a
    /// later version of this library; the message names the file
    /// @test tests/laboratory/store.cpp "what is no store is refused"
    explicit store(const std::string& path);

    /// @brief Opens a file to read it only.
    /// @param path where it is
    /// @return the store; its log refuses to write
    /// @throws std::invalid_argument as above, or there is no such file
    /// @test tests/laboratory/store.cpp "what is no store is refused"
    [[nodiscard]] static store reading(const std::string& path);

    /// @brief Takes over. @param other may only be destroyed or assigned to afterwards
    store(store&& other) noexcept;
    /// @brief Takes over. @param other may only be destroyed or assigned to afterwards @return this
    store& operator=(store&& other) noexcept;
    store(const store&) = delete;
    store& operator=(const store&) = delete;
    ~store();  ///< commits what is left; a fault then is not told

    /// @brief The log of an experiment, for `tournament_options::log`. The store must outlive it.
    /// @param what    the experiment
    /// @param earlier what to do where matches of it are there
    /// @return with `go_on` recalls what is committed, by whomever; records in batches, commits the
    /// rest when it is closed
    /// @throws std::invalid_argument `refuse` and there are some; another version of the library
    /// played them, whose results may differ
    /// @throws std::runtime_error the file cannot be written; its log also where the file was moved
    /// or removed meanwhile
    /// @complexity{O(log rows) a match}
    /// @test tests/laboratory/store.cpp "what was stored is what is read"
    [[nodiscard]] match_log log(const experiment& what, on_earlier_matches earlier);

    /// @brief What is in it.
    /// @return experiments, oldest first
    /// @throws std::runtime_error the file cannot be read
    /// @complexity{O(rows)}
    /// @test tests/laboratory/store.cpp "what was stored is what is read"
    [[nodiscard]] std::vector<stored_experiment> experiments() const;

    /// @brief Reads the negotiations of an experiment, in the order of their numbers.
    /// @param key  of the experiment
    /// @param take called once a negotiation; false ends the reading; it may not use the store
    /// @throws std::invalid_argument no such experiment; the message names those there are
    /// @throws std::runtime_error the file cannot be read
    /// @complexity{O(rows of the experiment); one row in memory at a time}
    /// @test tests/laboratory/store.cpp "what was stored is what is read"
    void for_each(const std::string& key,
                  const std::function<bool(const stored_match&)>& take) const;

private:
    class connection;
    explicit store(std::unique_ptr<connection> open) noexcept;

    std::unique_ptr<connection> open_;
};

}  // namespace negotiation::laboratory
