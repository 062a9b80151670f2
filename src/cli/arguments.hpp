#pragma once

/// What was typed, before anyone has looked at a scenario.

#include <optional>
#include <string>
#include <vector>

namespace negotiation::cli {

/// One command line. Texts are as typed; the verbs read them.
struct arguments {
    std::string verb;
    std::string scenario;                ///< SCENARIO, or the file that `new` writes
    std::vector<std::string> scenarios;  ///< SCENARIO, where there may be several
    std::vector<std::string> changes;    ///< --set PATH=VALUE
    bool raw = false;                    ///< of GENIUS files the numbers as written
    std::string steps;                   ///< of real issues of other systems
    std::string output;                  ///< where import and export write
    std::string format;                  ///< of export
    bool json = false;
    bool force = false;

    // The table.
    std::string scope;
    std::vector<std::string> scopes;  ///< --scope, where there may be several
    std::string talks;
    std::optional<std::string> red_lines;
    std::vector<std::string> seats;
    std::vector<std::string> deals;

    // Deals.
    std::string engine;
    std::vector<std::string> powers;  ///< --power PARTY=NUMBER
    bool csv = false;
    bool frontier = false;
    bool lotteries = false;
    bool uncounted = false;  ///< zones are not counted

    // Talks.
    std::vector<std::string> strategies;   ///< of run PARTY=STRATEGY, of tournament a list
    std::vector<std::string> mediators;    ///< of run NAME=ROLE, of tournament a list
    std::vector<std::string> together;     ///< rows of mediators, NAME+NAME
    std::vector<std::string> contestants;  ///< of export, sweep and robust, a list
    std::string store;                     ///< a file that keeps negotiations
    bool resume = false;
    std::string experiment;  ///< a key in it
    std::string as;          ///< the party that a person plays for
    std::string nfg;
    std::string rounds;
    std::string clock;
    std::string counsel;                   ///< KEY=NUMBER,...
    std::string dispute;                   ///< KEY=NUMBER,...
    std::optional<std::string> prior;      ///< a number
    std::optional<std::string> rate;       ///< a number, a month
    std::optional<std::string> haste;      ///< a number
    std::optional<std::string> framework;  ///< a scope
    std::string sweep;                     ///< NUMBER,NUMBER,...
    bool rotate = true;                    ///< unless --fixed-seats
    bool trace = false;
    bool models = false;
    std::string model;                     ///< of equilibrium
    std::vector<std::string> discounts;    ///< --discount PARTY=NUMBER
    std::vector<std::string> recognition;  ///< --recognition PARTY=NUMBER
    std::optional<std::string> breakdown;  ///< a number
    std::optional<std::string> quota;      ///< a number, or majority
    std::optional<std::string> lambda;     ///< a number
    std::vector<std::string> types;        ///< --type VALUE:PROBABILITY
    std::string proposer;                  ///< of screening
    std::optional<std::string> cost;       ///< a number

    // What is drawn, how often, and on how many threads.
    std::string runs;  ///< of run those played beside the one that is told
    std::string seed;
    std::string repeats;
    std::string threads;
    std::string played;   ///< talks to draw from
    std::string samples;  ///< draws of all assumptions
    std::optional<std::string> spread;
    std::string story;  ///< number of the life that is told

    // Home, and the steps.
    std::string alternative;         ///< a rule by which chambers decide instead
    std::vector<std::string> surge;  ///< factions that grow
    std::string variant;
    std::vector<std::string> compare;  ///< lists of variants and orders
    std::string order;
    std::vector<std::string> beliefs;     ///< --trust PARTY=NUMBER
    std::vector<std::string> guarantees;  ///< PARTY=SHARE
    std::vector<std::string> escrows;     ///< STEP[:ANSWER][=COST]
    bool sureties = false;                ///< with what the file's mediators stand for
    std::string reading;
    std::optional<std::string> trust;   ///< of tranches, a number
    std::optional<std::string> target;  ///< a number
    std::string dot;                    ///< a file for Graphviz
    bool cautious = false;
    bool learning = false;
    bool win_sets = false;

    // How sure.
    std::vector<std::string> vary;  ///< PATH=lo..hi:n
    std::vector<std::string> of;    ///< names of headlines
    std::string worlds;
    std::string rows;  ///< of Sobol' indices
    bool quantities = false;
    bool keep_weights = false;

    std::string text;  ///< set when help or the version was asked for: print it
};

/// Reads a command line.
/// @throws std::invalid_argument anything that cannot be understood, with the nearest that can
[[nodiscard]] arguments read_arguments(int count, const char* const* words);

}  // namespace negotiation::cli
