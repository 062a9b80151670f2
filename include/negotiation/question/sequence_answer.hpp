#pragma once

/// @file
/// Who goes first, as an answer by names.

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <negotiation/question/draft.hpp>
#include <negotiation/sequence/least_trust.hpp>
#include <negotiation/sequence/order_report.hpp>

namespace negotiation::question {

/// @brief A trust by name.
struct trust_view {
    std::string party;  ///< who must believe
    double trust = 0;   ///< what @range{[0, 1]}
    std::string exact;  ///< as a fraction; empty where learning makes it none
};

/// @brief A run by names.
struct run_view {
    std::string party;               ///< who performs it
    std::vector<std::string> steps;  ///< names
    bool hands_over = false;         ///< another party is next
    double trust = 0;                ///< what the party must believe at its end
    double loss = 0;                 ///< at the worst moment @unit{utility}
    double gain = 0;                 ///< what completion adds there @unit{utility}
    bool binding = false;            ///< nothing in the order asks for more
    std::vector<double> given;       ///< what its steps are worth to each party
                                     ///< @shape{parties} @unit{utility}
};

/// @brief Where an order breaks off.
struct break_view {
    std::string party;         ///< who stops
    std::string before;        ///< the step that it does not take
    std::size_t done = 0;      ///< steps done
    double needed = 0;         ///< what it would have had to believe; 0 where it is better off
                               ///< stopping whatever it believes
    std::vector<double> left;  ///< what each party is left with @shape{parties} @unit{utility}
    std::string up_to;         ///< the step after which it hands over in a later move, if it is
                               ///< that hand-over which asks for `needed`; else empty
};

/// @brief What an order asks for where waiting has its price: see
/// `sequence::trust_when_waiting_costs`.
struct waiting_view {
    std::vector<double> by_party;   ///< what each must believe @shape{parties}
    std::string refused_by;         ///< who would not go on whatever it believes; mostly empty
    std::size_t refused_after = 0;  ///< steps done when it would not
};

/// @brief An order by names.
struct order_view {
    std::string name;                     ///< where it has one
    std::vector<std::string> steps;       ///< in order
    bool feasible = false;                ///< parties with trust enough go through it
    std::string refused_by;               ///< who is better off stopping, where infeasible
    std::size_t refused_after = 0;        ///< steps done when it is; 0: it would not begin
    double tempted_by = 0;                ///< what it holds there above completion @unit{utility}
    double trust = 0;                     ///< the greatest
    std::vector<trust_view> by_party;     ///< what each must believe
    std::vector<run_view> runs;           ///< in order
    std::optional<break_view> breaks;     ///< where it breaks off at the beliefs asked about
    std::optional<waiting_view> waiting;  ///< where steps take time and somebody minds
};

/// @brief A step whose being undone more would be enough.
struct mending_step {
    std::string step;  ///< its name
    double now = 0;    ///< share that a collapse takes back @range{[0, 1]}
    double share = 1;  ///< the least that would be enough @range{[0, 1]}
};

/// @brief What would make beliefs enough, each by itself.
struct mend_view {
    std::string party;                 ///< whose belief falls short
    std::string failing_step;          ///< the last step of the run where it falls short most
    double belief = 0;                 ///< its belief
    double needed = 0;                 ///< what it would have to be
    double guarantee = 0;              ///< share of every loss made good
    std::optional<double> completion;  ///< more value of completion @unit{utility}
    std::vector<mending_step> undone;  ///< steps of which one, being undone more, would be enough
};

/// @brief Whether some order can be carried out at given beliefs.
struct self_enforcing_view {
    std::vector<double> beliefs;   ///< by party @shape{parties}
    bool feasible = false;         ///< some order can
    double shortfall = 0;          ///< what the best misses @range{[0, 1]}
    order_view best;               ///< the order that misses by least
    std::vector<mend_view> mends;  ///< one a party that falls short on it
};

/// @brief What keeps a step that can be faked honest, in the least-trust order.
struct honesty_view {
    std::string step;                     ///< its name
    std::string party;                    ///< who performs it
    double detection = 0;                 ///< its own probability of being found out
    std::optional<double> needed;         ///< the least that would do; nothing where none does
    bool honest = false;                  ///< its own does, whether or not waiting has its price
    std::optional<double> longest_delay;  ///< every window shorter than this would do either way;
                                          ///< infinite: any; nothing: none @unit{days}
    std::optional<double> needed_discounted;  ///< the least that would do where waiting has its
                                              ///< price; `needed` where nobody minds
    std::optional<double> needed_sooner;      ///< where its window is `longest_delay`, too long by
                                          ///< nothing: the least that would do a day sooner, or at
                                          ///< once where it has not a day, waiting counted
};

/// @brief The least trust if one kind of number were another.
struct sweep_row {
    double factor = 1;            ///< of the numbers as they are; shares undone end at 1
    std::optional<double> trust;  ///< what the order then needs; nothing where infeasible
    bool known = true;            ///< false: the search for it used all it may
};

/// @brief By how much the best order misses if everybody believed more or less.
struct belief_row {
    double factor = 1;                ///< of the beliefs as they are, which end at 1
    std::optional<double> shortfall;  ///< 0: carried out; nothing where no order is feasible
    bool known = true;                ///< false: the search for it used all it may
};

/// @brief On what the least trust hangs.
struct sweep_view {
    std::vector<sweep_row> completion;  ///< every value of completion (F)
    std::vector<sweep_row> undone;      ///< every share that a collapse takes back
    std::vector<belief_row> beliefs;    ///< every belief; empty where none are known
};

/// @brief A payment that somebody outside holds, by names.
struct escrow_view {
    std::string payment;  ///< the step that is paid into the escrow
    std::string answer;   ///< the step before which it is not released
    std::string release;  ///< the step that releases it
    double cost = 0;      ///< what the payer loses if it is never released @unit{utility}
};

/// @brief What a mediator of the file stands for.
struct standing_view {
    std::string mediator;  ///< its name
    std::string what;      ///< in words
    std::string idle;      ///< why it changes nothing here; empty where it is in force
    double share = 0;      ///< see `surety_effect`
};

/// @brief One way of carrying out: the scenario's, or a variant of it.
struct sequence_variant {
    std::string name;                     ///< of the variant; empty for the scenario's own
    std::string note;                     ///< what its author says of it
    std::vector<std::string> steps;       ///< names, in the file's order
    std::vector<std::string> notes;       ///< what their author says of them, may be empty
    std::vector<escrow_view> escrows;     ///< what is held; mostly none
    std::vector<standing_view> sureties;  ///< of the file's mediators, where they were asked for
    bool teaches = false;                 ///< some step teaches something when it is honoured
    bool fixed = false;                   ///< its order is given
    std::string ideals;                   ///< stages that carrying out can pass through, exactly
    std::string orders;                   ///< orders of execution, exactly
    std::vector<double> whole;            ///< V by party @shape{parties} @unit{utility}
    sequence::search_status status = sequence::search_status::infeasible;  ///< of the search
    order_view least_trust;  ///< the order that needs least, where there is one
    /// Where there are too many stages to search: no order can need less; `least_trust` is then
    /// the best of a beam.
    std::optional<double> lower_bound;
    std::string refused_by;          ///< who would not begin at all: completion is worth less to it
    double refused_by_worth = 0;     ///< by so much @unit{utility}
    bool ties_broken = true;         ///< it is the one that ties go to
    std::vector<order_view> pareto;  ///< who must trust how much
    std::optional<order_view> peak;  ///< the order of the least peak exposure
    std::optional<self_enforcing_view> self_enforcing;  ///< where beliefs are known
    std::optional<sweep_view> sweep;      ///< for the first one, where its stages are few
    std::vector<honesty_view> detection;  ///< of every step that can be faked, in order
    std::string refused;                  ///< why something was not searched for, or empty
};

/// @brief Who goes first.
struct sequence_answer {
    std::string scenario;              ///< its title
    std::vector<std::string> parties;  ///< as at the table
    std::string deal;                  ///< what is carried out; empty where steps state values
    draft outcome;                     ///< its clauses
    sequence::trust_options trusts;    ///< the reading
    std::vector<std::pair<std::string, double>> guarantees;  ///< party, share of its losses
    std::vector<sequence_variant> variants;                  ///< what was asked about first
    std::optional<order_view> order;                         ///< the order asked about
    std::size_t assumed_numbers = 0;    ///< how many numbers of the steps are assumptions
    std::size_t unsourced_numbers = 0;  ///< of the file: without a source or an assumption
};

}  // namespace negotiation::question
