#pragma once

/// @file
/// What reports say about whom one may believe: alarms that may be false, silence that may be
/// blindness, acts that may be somebody else's. Compiled in the library negotiation::negotiation
/// (src/compliance/evidence.cpp).

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include <negotiation/model/belief.hpp>

namespace negotiation::compliance {

/// @brief How good those are who watch.
struct monitor {
    double detection = 1;       ///< that an act is reported @range{[0, 1]}
    double false_alarm = 0;     ///< that the party is accused where nothing was done @range{[0, 1]}
    double attribution = 1;     ///< that a reported act of the party is laid to it @range{[0, 1]}
    double misattribution = 0;  ///< that a reported act of somebody else is @range{[0, 1]}

    bool operator==(const monitor&) const = default;
};

/// @brief Who may have acted, in the time of one report. At most one does; a trustworthy party
/// never.
struct suspects {
    double party = 1;   ///< that the party acts, if it is untrustworthy @range{[0, 1]}
    double others = 0;  ///< that somebody else does, if the party does not @range{[0, 1]}

    bool operator==(const suspects&) const = default;
};

/// @brief What is reported.
enum class observation : std::uint8_t {
    silence,    ///< nothing
    act,        ///< an act, and nobody can say whose
    accusation  ///< an act, laid to the party
};

/// @brief The word for it.
/// @param of a report
/// @return its name
/// @complexity{O(1)}; thread-safe
/// @test tests/compliance/evidence.cpp "an alarm and a silence are what detection and false alarm
/// say"
[[nodiscard]] constexpr std::string_view to_string(observation of) noexcept {
    switch (of) {
        case observation::silence:
            return "silence";
        case observation::act:
            return "act";
        case observation::accusation:
            return "accusation";
    }
    return "";
}

/// @brief How likely a report is for either type of party.
///
/// With nobody else to suspect and certain attribution an accusation has the false alarm rate and
/// the detection, silence what is left of both.
/// @param of    the report
/// @param by    those who watch
/// @param among those who may have acted
/// @return its likelihoods; those of the three reports sum to 1
/// @throws std::invalid_argument a probability outside its range
/// @complexity{O(1)}; thread-safe
/// @test tests/compliance/evidence.cpp "an alarm and a silence are what detection and false alarm
/// say"
/// @test tests/compliance/evidence.cpp "likelihoods are those of the tree of what may happen"
[[nodiscard]] likelihoods likelihoods_of(observation of, const monitor& by,
                                         const suspects& among = {});

/// @brief What a report adds to the log-odds that the party is trustworthy.
/// @param of    the report
/// @param by    those who watch
/// @param among those who may have acted
/// @return ln of the ratio of likelihoods; infinite where only one type can be reported so
/// @throws std::invalid_argument a probability outside its range, or a report that neither type can
/// give rise to
/// @complexity{O(1)}; thread-safe
/// @test tests/compliance/evidence.cpp "weights of evidence add in any order"
[[nodiscard]] double weight_of_evidence(observation of, const monitor& by,
                                        const suspects& among = {});

/// @brief The belief after a number of reports, independent of one another.
/// @param belief  that the party is trustworthy, before @range{[0, 1]}
/// @param reports in any order
/// @param by      those who watch
/// @param among   those who may have acted, anew in the time of each report
/// @return the belief after all of them
/// @throws std::invalid_argument an argument outside its range, or reports that at this belief
/// cannot have been made
/// @complexity{O(reports)}; thread-safe
/// @test tests/compliance/evidence.cpp "weights of evidence add in any order"
[[nodiscard]] double belief_after(double belief, std::span<const observation> reports,
                                  const monitor& by, const suspects& among = {});

/// @brief What a report does to a belief that has to stay above a threshold for talks to go on.
struct weighed_report {
    double before = 0;                    ///< the belief before it @range{[0, 1]}
    double after = 0;                     ///< the belief after it @range{[0, 1]}
    bool talks_go_on = true;              ///< the belief is still at the threshold or above
    std::optional<double> others_needed;  ///< least chance that somebody else acts at which talks
                                          ///< go on; nothing where none is enough @range{[0, 1]}
    std::optional<std::size_t> most;  ///< that many reports of the kind in a row leave talks going
                                      ///< on, 0 where the belief was too low before; nothing: any
                                      ///< number, or more than 10^9

    bool operator==(const weighed_report&) const = default;
};

/// @brief Should this report end the talks? Not where whoever believes what is left would still
/// place the trust that the deal asks for.
/// @param of        the report
/// @param by        those who watch
/// @param among     those who may have acted
/// @param belief    that the party is trustworthy, before @range{[0, 1]}
/// @param threshold least belief at which the talks are worth going on with, say
///                  `assurance_threshold` @range{[0, 1]}
/// @return the belief after it and how firmly the verdict stands
/// @throws std::invalid_argument an argument outside its range, or a report that at this belief
/// cannot have been made
/// @complexity{O(1)}; thread-safe
/// @test tests/compliance/evidence.cpp "an attack that nobody can lay to a party does not end
/// talks"
/// @test tests/compliance/evidence.cpp "the least chance of others turns the verdict"
[[nodiscard]] weighed_report weigh(observation of, const monitor& by, const suspects& among,
                                   double belief, double threshold);

}  // namespace negotiation::compliance
