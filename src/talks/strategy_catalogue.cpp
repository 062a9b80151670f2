#include <algorithm>
#include <cmath>
#include <numeric>
#include <stdexcept>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <negotiation/model/nearest.hpp>
#include <negotiation/talks/composed.hpp>
#include <negotiation/talks/opponent_model/frequency.hpp>
#include <negotiation/talks/strategy/absolute_tit_for_tat.hpp>
#include <negotiation/talks/strategy/annealer.hpp>
#include <negotiation/talks/strategy/averaged_tit_for_tat.hpp>
#include <negotiation/talks/strategy/conceder_at_once.hpp>
#include <negotiation/talks/strategy/equilibrium_play.hpp>
#include <negotiation/talks/strategy/exponential.hpp>
#include <negotiation/talks/strategy/external.hpp>
#include <negotiation/talks/strategy/hardliner.hpp>
#include <negotiation/talks/strategy/hill_climber.hpp>
#include <negotiation/talks/strategy/hybrid.hpp>
#include <negotiation/talks/strategy/micro.hpp>
#include <negotiation/talks/strategy/nice_tit_for_tat.hpp>
#include <negotiation/talks/strategy/random_walker.hpp>
#include <negotiation/talks/strategy/staller.hpp>
#include <negotiation/talks/strategy/time_dependent.hpp>
#include <negotiation/talks/strategy/tit_for_tat.hpp>
#include <negotiation/talks/strategy/zeuthen.hpp>
#include <negotiation/talks/strategy_catalogue.hpp>

namespace negotiation::talks {

namespace {

constexpr double no_limit = 1e300;

/// Which parts a strategy has unless others are chosen.
struct usual_parts {
    const char* offer = "cheapest";
    const char* model = "frequency";
    const char* accept = "target";
};

/// What every strategy that concedes takes beside its own parameters.
[[nodiscard]] std::vector<parameter> with_parts(std::vector<parameter> own,
                                                const usual_parts& usual = {}) {
    own.push_back({"offer", usual.offer,
                   "which deal worth the target: cheapest, best (for the others) or band"});
    own.push_back({"width", "0.05", "of the band, in shares of the aspiration"});
    own.push_back({"model", usual.model,
                   "of the others: frequency, hard-headed, smith, bayesian, types, similarity or "
                   "perfect"});
    own.push_back({"accept", usual.accept,
                   "target, next(a,b), previous(a,b), gap(gap), constant(share), time(from), "
                   "combi(from,of,window), never; any(...) or all(...) of several"});
    return own;
}

[[nodiscard]] std::vector<parameter> time_parameters(std::string e, const usual_parts& usual = {}) {
    return with_parts({{"e", std::move(e), "shape: below 1 boulware, 1 linear, above conceder"},
                       {"k", "0", "what is conceded at the start"},
                       {"tolerance", "0", "subtracted from the target, in utility"}},
                      usual);
}

/// A concession with the parts that the parameters choose. The usual parts keep their own types:
/// no call inside the strategy is then indirect.
template <class Concession>
[[nodiscard]] strategy_maker with_parts_of(const Concession& asks, const parameter_reader& given) {
    const auto select = static_cast<selection>(given.choice("offer", {"cheapest", "best", "band"}));
    const double width = given.number("width", 0, 1);
    const any_acceptance takes = read_acceptance(given.text("accept"));
    const model_maker believes = read_model(given.text("model"));
    if (given.text("accept") == "target" && given.text("model") == "frequency") {
        const composed<Concession, accept_target, frequency> made{
            asks, {}, frequency{}, select, width};
        return [made](const arena&, party_id) { return any_strategy{made}; };
    }
    return [=](const arena& at, party_id who) {
        return any_strategy{composed<Concession, any_acceptance, any_model>{
            asks, takes, believes(at, who), select, width}};
    };
}

[[nodiscard]] strategy_maker read_time_dependent(const parameter_reader& given) {
    constexpr double steepest = 1e-3;
    return with_parts_of(
        time_dependent(given.number("e", steepest, 1 / steepest), given.number("k", 0, 1),
                       given.number("tolerance", 0, no_limit)),
        given);
}

/// Strategies without parts to exchange; nothing for another name.
[[nodiscard]] strategy_maker read_baseline(const std::string& name, const parameter_reader& given) {
    if (name == "micro") {
        return [](const arena&, party_id) { return any_strategy{micro{}}; };
    }
    if (name == "hardliner") {
        return [](const arena&, party_id) { return any_strategy{hardliner()}; };
    }
    if (name == "random-walker") {
        return [](const arena&, party_id) { return any_strategy{random_walker{}}; };
    }
    if (name == "hill-climber") {
        const hill_climber made(given.number("weak", 0, no_limit));
        return [made](const arena&, party_id) { return any_strategy{made}; };
    }
    if (name == "annealer") {
        const annealer made(given.number("temperature", 0, no_limit),
                            given.number("weak", 0, no_limit));
        return [made](const arena&, party_id) { return any_strategy{made}; };
    }
    return {};
}

/// Strategies that answer what the others do; nothing for another name.
[[nodiscard]] strategy_maker read_mirroring(const std::string& name,
                                            const parameter_reader& given) {
    constexpr std::int64_t longest = 1'000'000;
    const auto turns = [&](const char* parameter) {
        return static_cast<std::size_t>(given.whole(parameter, 1, longest));
    };
    if (name == "tit-for-tat") {
        return with_parts_of(relative_tit_for_tat(turns("lag")), given);
    }
    if (name == "absolute-tit-for-tat") {
        return with_parts_of(absolute_tit_for_tat(turns("lag"), given.number("noise", 0, 1)),
                             given);
    }
    if (name == "averaged-tit-for-tat") {
        const auto mean = static_cast<window_mean>(given.choice("mean", {"geometric", "ratio"}));
        return with_parts_of(averaged_tit_for_tat(turns("window"), mean), given);
    }
    if (name == "hybrid") {
        return with_parts_of(
            hybrid_concession(given.number("first", 0, 1), given.number("middle", 0, 1),
                              given.number("last", 0, 1), given.number("empathy", 0, 1e3)),
            given);
    }
    return {};
}

/// Strategies that ask the opponent model, and those that ask nothing; nothing for another name.
[[nodiscard]] strategy_maker read_informed(const std::string& name, const parameter_reader& given) {
    if (name == "nice-tit-for-tat") {
        return with_parts_of(
            nice_concession(given.number("from", 0, 1), given.number("bonus", 0, 1)), given);
    }
    if (name == "zeuthen") {
        return with_parts_of(zeuthen_concession{}, given);
    }
    if (name == "staller") {
        return with_parts_of(stalling(given.number("above", 0, 1)), given);
    }
    if (name == "conceder-at-once") {
        return with_parts_of(floor_line{}, given);
    }
    return {};
}

[[noreturn]] void refuse_value(const char* parameter, const char* must, const std::string& got) {
    throw std::invalid_argument(
        fmt::format("equilibrium: {} must {}; got {}", parameter, must, shown(got)));
}

/// Weights as probabilities.
[[nodiscard]] std::vector<double> shares_of(std::vector<double> weights) {
    const double all = std::accumulate(weights.begin(), weights.end(), 0.0);
    if (!(all > 0) || !std::isfinite(all)) {
        throw std::invalid_argument(
            fmt::format("equilibrium: some weight of recognition must be above 0, and their sum be "
                        "finite; got {}",
                        all));
    }
    for (double& weight : weights) {
        weight /= all;
    }
    return weights;
}

[[nodiscard]] strategy_maker read_equilibrium(const parameter_reader& given) {
    equilibrium::offer_game rules;
    try {
        rules.discount = equilibrium::parse_discounts(given.text("discounts"));
    } catch (const std::invalid_argument& wrong) {
        throw std::invalid_argument(fmt::format("equilibrium: {}", wrong.what()));
    }
    for (const double factor : rules.discount) {
        if (!(factor > 0 && factor <= 1)) {
            refuse_value("discounts", "lie in (0, 1]", given.text("discounts"));
        }
    }
    rules.breakdown = given.number("breakdown", 0, 1);
    if (!(rules.breakdown < 1)) {
        refuse_value("breakdown", "lie in [0, 1)", given.text("breakdown"));
    }
    rules.agreement.more_than = given.text("quota") == "majority";
    rules.agreement.quota = rules.agreement.more_than ? 0.5 : given.number("quota", 0, 1);
    if (!(rules.agreement.quota > 0)) {
        refuse_value("quota", "lie in (0, 1], or be majority", given.text("quota"));
    }
    if (given.name("recognition") != "none") {
        rules.recognition = shares_of(given.numbers("recognition"));
    }
    return [rules](const arena& at, party_id who) {
        if (rules.discount.size() > 1 && rules.discount.size() != at.parties()) {
            refuse_value("discounts", "be one for all, or one a party",
                         fmt::format("{} for {} parties", rules.discount.size(), at.parties()));
        }
        return any_strategy{
            equilibrium_play(at, who, equilibrium::for_parties(rules, at.parties()))};
    };
}

/// Not in the catalogue: it is nothing without a command.
[[nodiscard]] const catalogue_entry& external_entry() {
    static const catalogue_entry entry{
        "exec",
        "a strategy in another process",
        {{"command", "", "what the shell runs"}, {"timeout", "10", "seconds for a move"}}};
    return entry;
}

}  // namespace

const std::vector<catalogue_entry>& strategy_catalogue() {
    static const std::vector<catalogue_entry> all{
        {"time-dependent", "concedes as time passes; e says how, as usual as linear does",
         time_parameters("1"), "nothing of the others", "Faratin, Sierra and Jennings 1998"},
        {"boulware", "holds out, then concedes near the deadline", time_parameters("0.25"),
         "nothing of the others", "Faratin, Sierra and Jennings 1998"},
        {"linear", "concedes at a constant pace", time_parameters("1"), "nothing of the others",
         "Faratin, Sierra and Jennings 1998"},
        {"conceder", "concedes at once", time_parameters("4"), "nothing of the others",
         "Faratin, Sierra and Jennings 1998"},
        {"exponential", "concedes exponentially as time passes",
         with_parts({{"k", "0.01", "what is conceded at the start"},
                     {"beta", "1", "below 1 late, above 1 early"}}),
         "nothing of the others", "Faratin, Sierra and Jennings 1998"},
        {"tit-for-tat", "concedes in proportion to what the others conceded",
         with_parts({{"lag", "1", "turns between a concession and its answer"}}),
         "that the others move: to who never does it never concedes",
         "Faratin, Sierra and Jennings 1998"},
        {"absolute-tit-for-tat", "concedes as much as the others conceded, give or take",
         with_parts({{"lag", "1", "turns between a concession and its answer"},
                     {"noise", "0.02", "greatest random step, in shares of its range"}}),
         "that the others move: to who never does it concedes by chance only",
         "Faratin, Sierra and Jennings 1998"},
        {"averaged-tit-for-tat", "concedes in proportion to what the others conceded over a window",
         with_parts({{"window", "3", "turns over which concessions are averaged"},
                     {"mean", "geometric",
                      "what is answered each turn: geometric, the concession of one turn on "
                      "average; ratio, that of the whole window, the published formula"}}),
         "that the others move: to who never does it never concedes",
         "Faratin, Sierra and Jennings 1998"},
        {"nice-tit-for-tat", "comes as far towards the Nash deal as the opponent has come",
         with_parts({{"from", "0.9", "relative time from which a bonus is given"},
                     {"bonus", "0.5", "share of the way left that is given at the deadline"}},
                    {.offer = "best"}),
         "that the others answer in kind and take the Nash deal for fair",
         "Baarslag, Hindriks and Jonker 2013"},
        {"zeuthen", "concedes just enough, if it has more to lose than the opponent",
         with_parts({}, {.offer = "best"}), "that the others compare risks too",
         "Rosenschein and Zlotkin 1994"},
        {"trade-off", "concedes as time passes, with the deals most like the others' last offer",
         time_parameters("1", {.offer = "best", .model = "similarity"}),
         "that the others' last offer is near what they would take",
         "Faratin, Sierra and Jennings 2002"},
        {"hybrid", "weighs the clock against what the others concede",
         with_parts({{"first", "1", "aspiration by the clock at the start"},
                     {"middle", "0.75", "what pulls its curve in between"},
                     {"last", "0.5", "aspiration by the clock at the deadline"},
                     {"empathy", "0.5", "share of the others' concessions that is answered"}}),
         "that the others answer in kind early on, and the clock decides in the end",
         "Keskin, Cakan and Aydogan 2021"},
        {"micro",
         "concedes a deal for a deal (MiCRO); needs every deal ranked",
         {},
         "that the others answer concessions with concessions",
         "de Jonge 2022"},
        {"hardliner",
         "asks for its best deal and takes no other",
         {},
         "that the others give in",
         ""},
        {"conceder-at-once", "asks from the start for no more than no deal", with_parts({}),
         "nothing of the others", ""},
        {"staller", "plays for time: moves, and never means to sign",
         with_parts({{"above", "0.9",
                      "aspiration that it does not go below, where the model does "
                      "not tell what the opponent would sign"}},
                    {.accept = "never"}),
         "that the others mistake movement for good faith", "Ikle 1964"},
        {"random-walker",
         "offers at random whatever it could sign",
         {},
         "nothing of the others",
         ""},
        {"hill-climber",
         "votes on a single text: takes what is no worse",
         {{"weak", "0.05", "changes up to which votes are weak, in shares of its range"}},
         "nothing of the others",
         "Klein et al. 2003"},
        {"annealer",
         "votes on a single text: takes some losses while it is hot",
         {{"temperature", "0.1", "at the start, in utility; falls to 0 in the last round"},
          {"weak", "0.05", "changes up to which votes are weak, in shares of its range"}},
         "nothing of the others",
         "Klein et al. 2003"},
        {"equilibrium",
         "subgame-perfect play: complete information",
         {{"discounts", "1", "left of a utility a round later: one for all, or a/b/… by party"},
          {"breakdown", "0", "probability a round that the talks end"},
          {"quota", "1", "share of the votes that must accept, or majority"},
          {"recognition", "none",
           "weights a/b/… of the parties to be drawn to offer; none: they offer in turn"}},
         "everybody's true preferences, and that all play so from now on",
         "Stahl 1972"},
    };
    return all;
}

std::vector<std::string> different_strategies() {
    std::vector<std::string> names;
    for (const catalogue_entry& entry : strategy_catalogue()) {
        if (entry.name != "time-dependent") {
            names.push_back(entry.name);
        }
    }
    return names;
}

bool votes_on_texts(const std::string& text) {
    const std::string name = parse_specification(text).name;
    return name == "hill-climber" || name == "annealer";
}

bool is_external(const std::string& text) {
    return parse_specification(text).name == external_entry().name;
}

strategy_maker read_strategy(const std::string& text) {
    const specification said = parse_specification(text);
    if (said.name == external_entry().name) {
        const parameter_reader given(external_entry(), said);
        const external made(given.name("command"), given.number("timeout", 0, 86'400));
        return [made](const arena&, party_id) { return any_strategy{made}; };
    }
    const catalogue_entry& entry = find_entry(strategy_catalogue(), "strategy", said.name);
    const parameter_reader given(entry, said);
    if (auto made = read_baseline(entry.name, given)) {
        return made;
    }
    if (auto made = read_mirroring(entry.name, given)) {
        return made;
    }
    if (auto made = read_informed(entry.name, given)) {
        return made;
    }
    if (entry.name == "equilibrium") {
        return read_equilibrium(given);
    }
    if (entry.name == "exponential") {
        return with_parts_of(
            exponential(given.number("k", 1e-12, 1), given.number("beta", 1e-3, 1e3)), given);
    }
    return read_time_dependent(given);
}

any_strategy make_strategy(const std::string& text, const arena& at, party_id who) {
    return read_strategy(text)(at, who);
}

bool has_complete_information(const std::string& text) {
    (void)read_strategy(text);
    const specification said = parse_specification(text);
    if (said.name == "equilibrium") {
        return true;
    }
    if (said.name == external_entry().name) {
        return false;
    }
    const catalogue_entry& entry = find_entry(strategy_catalogue(), "strategy", said.name);
    const auto& takes = entry.parameters;
    return std::any_of(takes.begin(), takes.end(), [&](const parameter& one) {
        return one.name == "model" &&
               is_complete_information(parameter_reader(entry, said).text("model"));
    });
}

}  // namespace negotiation::talks
