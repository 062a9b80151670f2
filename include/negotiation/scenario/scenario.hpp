#pragma once

/// @file
/// What people wrote: names, units, sources, assumptions. Every room's section stands here once.

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <negotiation/compliance/section.hpp>
#include <negotiation/model/breakout.hpp>
#include <negotiation/model/constraint.hpp>
#include <negotiation/model/issue.hpp>
#include <negotiation/model/party.hpp>
#include <negotiation/ratification/section.hpp>
#include <negotiation/sequence/section.hpp>
#include <negotiation/survival/section.hpp>
#include <negotiation/talks/section.hpp>

namespace negotiation {

/// @brief Where a number was read.
struct source {
    std::string id;                        ///< short name that numbers refer to
    std::string cite;                      ///< the document
    std::string note;                      ///< e.g. that it is weak; may be empty
    std::vector<std::string> covers = {};  ///< paths of the numbers that were read there
    bool operator==(const source&) const = default;
};

/// @brief A statement that some numbers are assumed.
struct assumption {
    std::string what;  ///< a path, `*` for any name: `party.*.weights` (see path.hpp)
    std::string why;   ///< the reason, for readers
    bool operator==(const assumption&) const = default;
};

/// @brief The issues of a narrower or wider deal; the others stay at the status quo.
struct scope {
    std::string name;                 ///< unique among scopes
    std::vector<std::string> issues;  ///< their names
    bool operator==(const scope&) const = default;
};

/// @brief A deal with a name. Issues it does not mention stay at the status quo.
struct named_deal {
    std::string name;                                           ///< unique among deals
    std::vector<std::pair<std::string, option_label>> outcome;  ///< issue, option
    std::string source;                                         ///< id of a source, may be empty
    std::string note;                                           ///< free text, may be empty
    bool operator==(const named_deal&) const = default;
};

/// @brief Whether the world can see the talks: public red lines bind in public only.
enum class publicity { secret, open };

/// @brief Whether values lie in [0, 1] and additive weights sum to 1, or are free.
enum class utility_convention { unit, raw };

/// @brief A world as its author wrote it, complete enough to be written back unchanged.
///
/// Plain data: nothing here is checked. `validate` lists what is wrong, `freeze` turns it into
/// the dense problem that algorithms see.
struct scenario {
    std::string title;                                        ///< shown above every answer
    std::string note;                                         ///< free text, may be empty
    publicity talks = publicity::open;                        ///< secret or open
    utility_convention utilities = utility_convention::unit;  ///< what numbers are allowed
    bool normalised = false;  ///< promise: worst option 0 and best 1 on every issue a party weighs
    std::vector<source> sources;          ///< what numbers refer to
    std::vector<assumption> assumptions;  ///< which numbers are guesses
    std::vector<issue> issues;            ///< in enumeration order
    std::vector<constraint> constraints;  ///< what no deal may break
    std::vector<party> parties;           ///< at the table, in the order in which they act
    std::vector<party> onlookers;         ///< with preferences but no seat
    std::vector<scope> scopes;            ///< narrower and wider deals
    std::vector<named_deal> deals;        ///< deals with a name
    std::vector<breakout> reported;       ///< quantities told of every deal
    /// How the talks run, if the file says anything of it; no question about deals reads it.
    std::optional<negotiation::talks::section> protocol;
    /// Who has to agree at home, if anybody; no question about deals or talks reads it.
    negotiation::ratification::section ratification;
    /// How a deal is carried out, if the file says anything of it; no question about deals or talks
    /// reads it.
    std::optional<negotiation::sequence::section> sequence;
    /// Who looks whether a deal is kept; without inspectors nobody does.
    negotiation::compliance::section compliance;
    /// What may end it; without a section nothing does.
    std::optional<negotiation::survival::section> survival;

    bool operator==(const scenario&) const = default;
};

}  // namespace negotiation
