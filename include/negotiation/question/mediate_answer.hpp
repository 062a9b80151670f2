#pragma once

/// @file
/// Which mediator, and would it be believed, as an answer.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <negotiation/model/proportion.hpp>
#include <negotiation/question/run_answer.hpp>
#include <negotiation/scenario/scenario.hpp>
#include <negotiation/theory/biased_mediator.hpp>
#include <negotiation/theory/confidential_mediation.hpp>

namespace negotiation::question {

/// @brief How the talks went over some mediators, or directly.
struct way_of_talking {
    std::vector<std::string> mediators;  ///< in the order in which they act; empty: directly
    std::vector<double> noises;          ///< of those that carry messages, likewise
    std::size_t runs = 0;                ///< played
    proportion agreed;                   ///< of the runs; nothing is known of none, here and below
    proportion leaked;                   ///< of the runs
    std::vector<double> utilities;       ///< by party, mean over all runs: of the deal, or of no
                                         ///< deal
    std::vector<double> discounted;      ///< the same, less what waiting costs
    std::vector<bool> better;            ///< by party: that is greater than in direct talks, run by
                                         ///< run, beyond chance; false of direct talks themselves;
                                         ///< empty where a stop left runs of either out
    double rounds = 0;                   ///< mean over all runs
    double days = 0;                     ///< likewise @unit{days}
    double lost = 0;                     ///< messages lost a run, mean
    double turned_round = 0;             ///< probability that a yes or no comes out wrong
    double arrival = 1;                  ///< probability that an offer arrives
    double belief_after_yes = 1;         ///< from the prior of the answer
};

/// @brief What theory says of a mediator's word.
struct mediator_credibility {
    std::string name;             ///< of the mediator
    std::string role;             ///< as written
    double bias = 0;              ///< as written
    std::string toward;           ///< the party it leans to; may be empty
    std::vector<double> leaning;  ///< by party: the bias toward it that theory asks about
    std::vector<bool> believed;   ///< by party: when it counsels restraint
};

/// @brief Which mediator, by playing and by theory.
struct mediate_answer {
    std::string scenario;                         ///< title
    std::string scope;                            ///< empty for every issue
    publicity talks = publicity::open;            ///< as they begin
    std::uint64_t seed = 0;                       ///< of all that was drawn
    std::size_t runs = 0;                         ///< asked for, of every way
    bool complete = true;                         ///< all of them were played
    std::int64_t rounds_limit = 0;                ///< the deadline
    std::vector<player> parties;                  ///< in the order in which they act
    std::vector<no_deal_view> no_deal;            ///< by party: as the talks begin
    std::vector<way_of_talking> ways;             ///< directly, over each alone, over all, others
    std::vector<std::size_t> best;                ///< by party: of the ways that are better for it
                                                  ///< beyond chance the one with its greatest mean
                                                  ///< discounted utility; directly without one;
                                                  ///< empty unless `complete`
    std::vector<mediator_credibility> mediators;  ///< in the scenario's order
    double prior = 0.5;                           ///< of a yes, before it is heard
    theory::counsel counsel;                      ///< the situation in which one counsels restraint
    bool counsel_assumed = true;                  ///< it is the textbook's: nobody gave it
    double risk_threshold = 0;                    ///< see `theory::risk_threshold`
    std::optional<theory::credible_range> biases;  ///< of mediators who are believed
    theory::dispute dispute;                       ///< the situation in which confidence helps
    bool dispute_assumed = true;                   ///< it is the textbook's: nobody gave it
    double peace_mediated = 0;                     ///< chance, with a mediator who keeps secrets
    double peace_unmediated = 0;                   ///< chance, where they talk to one another
    std::size_t assumed_numbers = 0;               ///< on which it rests: the scenario's, and those
                                      ///< of the two situations that are the textbook's
    std::size_t unsourced_numbers = 0;  ///< of the file: without a source or an assumption
};

}  // namespace negotiation::question
