#pragma once

/// @file
/// A formulator: tables texts of its own. Its bodies are compiled in the library
/// negotiation::negotiation (src/talks/mediator/formulator.cpp).

#include <cstdint>
#include <limits>
#include <optional>

#include <negotiation/talks/mediator/relay.hpp>
#include <negotiation/talks/reports.hpp>

namespace negotiation::talks {

/// @brief Where a formulator takes its text from.
enum class text_rule : std::uint8_t {
    nash,               ///< the Nash deal of what the parties report
    kalai_smorodinsky,  ///< the Kalai-Smorodinsky deal
    egalitarian,        ///< the egalitarian deal
    single_text         ///< a party's last offer, improved point by point at nobody's expense
};

/// @brief Carries messages like a `relay`, and tables a text that every party then has to accept.
///
/// | parameter | default | meaning |
/// |---|---|---|
/// | noise, delay, leak, only_channel, patience | as `relay` | of the messages it carries |
/// | after | 1 | the first round after which it tables a text |
/// | text | nash | nash, kalai-smorodinsky, egalitarian or single-text |
/// | pause | 3 | rounds between two texts |
///
/// In alternating offers a text takes the place of the standing offer, and a counter-offer takes
/// the place of the text. Tabled after every round, a text would hide from the parties that act
/// first every offer of those who act last. So it is tabled only
///
/// * where it is better for the mediator, by its own tilted utility, than what stands, or nothing
///   stands;
/// * where nobody but its author has accepted what stands: acceptances are not thrown away;
/// * while somebody can still answer: not after the last round;
/// * `pause` rounds or more after the last one, so that the parties' own offers are heard between;
/// * where it is the text that was refused before, only when the parties have come closer to it:
/// the
///   utility by which their own last offers still exceed it, in shares of their ranges and summed
///   over the parties, is less than it was then.
///
/// A fixed text is the fair deal of the *reported* preferences, inside the red lines that bind,
/// computed once on creation; after a leak that of the red lines in public. Where the zone is
/// empty, or too large to be searched, there is none. With `single-text` it climbs, each time, from
/// every party's last offer: of all changes in one issue that make no party worse off by its
/// report, the one best for the mediator, until there is none; of the results that nobody would
/// refuse for no deal, the best for the mediator.
/// @copycost two deals and some numbers
/// @source{nash1950, Nash 1950}, @source{kalai1975, Kalai and Smorodinsky 1975}, single text:
/// @source{raiffa1982, Raiffa 1982}
/// @test tests/talks/mediator/formulator.cpp "the nash text is what brute force finds in the
/// reports"
class formulator {
public:
    /// @brief A formulator.
    /// @param rule    where its text comes from
    /// @param told    what the parties report
    /// @param after   first round after which it tables a text @range{[1, inf)}
    /// @param channel how it carries messages
    /// @param pause   rounds between two texts @range{[1, inf)}
    /// @throws std::invalid_argument a parameter out of range
    formulator(text_rule rule, const reports& told, std::int64_t after = 1, relay channel = relay{},
               std::int64_t pause = 3);

    /// @brief The parties talk through it. @return true
    [[nodiscard]] static constexpr bool carries() noexcept { return true; }

    /// @brief Its move. @param v what it sees @param draws random bits, for the channel only
    /// @return the move
    mediator_move act(const mediator_view& v, random_stream& draws);

    /// @brief Its fixed text.
    /// @param is_public red lines of public talks bind
    /// @return nothing where there is none, or no fixed one
    [[nodiscard]] const std::optional<outcome>& text(bool is_public = false) const noexcept {
        return is_public ? in_public_ : in_private_;
    }

private:
    [[nodiscard]] bool may_table(const mediator_view& v) const;
    [[nodiscard]] std::optional<outcome> next_text(const mediator_view& v) const;

    text_rule rule_;
    std::int64_t after_;
    std::int64_t pause_;
    relay channel_;
    std::optional<outcome> in_private_;
    std::optional<outcome> in_public_;
    std::int64_t tabled_in_ = 0;  ///< round of the last text; 0: none yet
    offer_id tabled_ = no_offer;
    double distance_ = std::numeric_limits<double>::infinity();  ///< of the parties then
};

/// @brief How far the parties' own last offers are from a text: the utility by which each asks for
/// more than the text gives it, in shares of its range, summed.
/// @param v    what a mediator sees
/// @param text a feasible deal @shape{issues}
/// @return 0 where no party asks for more; a party that has offered nothing asks for its best deal
/// @complexity{O(parties * terms)}; thread-safe
/// @test tests/talks/mediator/formulator.cpp "parties come closer to a text"
[[nodiscard]] double distance_to(const mediator_view& v, const outcome& text);

/// @brief Improves a deal point by point: of all feasible changes in one issue that make no party
/// worse off by its report, the best for the mediator, until none makes it better off.
/// @param v    what a mediator sees
/// @param text where to begin, feasible @shape{issues}
/// @return a deal no worse for anybody
/// @complexity{O(open options * parties * terms)} a step
/// @thread thread-safe
/// @test tests/talks/mediator/formulator.cpp "climbing makes nobody worse off"
[[nodiscard]] outcome climb(const mediator_view& v, outcome text);

}  // namespace negotiation::talks
