#include <type_traits>
#include <utility>
#include <variant>

#include <negotiation/talks/composed.hpp>
#include <negotiation/talks/opponent_model/frequency.hpp>
#include <negotiation/talks/opponent_model/perfect.hpp>
#include <negotiation/talks/strategy/annealer.hpp>
#include <negotiation/talks/strategy/equilibrium_play.hpp>
#include <negotiation/talks/strategy/hardliner.hpp>
#include <negotiation/talks/strategy/hill_climber.hpp>
#include <negotiation/talks/strategy/micro.hpp>
#include <negotiation/talks/strategy/random_walker.hpp>
#include <negotiation/talks/strategy/time_dependent.hpp>
#include <negotiation/talks/strategy/tit_for_tat.hpp>
#include <negotiation/talks/strategy_catalogue.hpp>

namespace negotiation::talks {

namespace {

constexpr double no_limit = 1e300;

/// What every strategy that concedes takes beside its own parameters.
[[nodiscard]] std::vector<parameter> with_parts(std::vector<parameter> own) {
    own.push_back({"offer", "cheapest",
                   "which deal worth the target: cheapest, best (for the others) or band"});
    own.push_back({"width", "0.05", "of the band, in shares of the aspiration"});
    own.push_back({"model", "frequency", "of the others: frequency or perfect"});
    own.push_back({"accept", "target", "target, next(a,b), constant(share) or time(from)"});
    return own;
}

[[nodiscard]] std::vector<parameter> time_parameters(std::string e) {
    return with_parts({{"e", std::move(e), "shape: below 1 boulware, 1 linear, above conceder"},
                       {"k", "0", "what is conceded at the start"},
                       {"tolerance", "0", "subtracted from the target, in utility"}});
}

/// Any acceptance condition of the catalogue.
struct chosen_acceptance {
    std::variant<accept_target, accept_next, accept_constant, accept_time> rule;
    [[nodiscard]] bool accepts(const turn& t, const intention& mine) const {
        return std::visit([&](const auto& one) { return one.accepts(t, mine); }, rule);
    }
};

/// Any opponent model of the catalogue.
struct chosen_model {
    std::variant<frequency, perfect> model;
    void observe(const turn& t) {
        std::visit([&](auto& one) { one.observe(t); }, model);
    }
    [[nodiscard]] const std::vector<utility_term>& terms(const turn& t) {
        return std::visit(
            [&](auto& one) -> const std::vector<utility_term>& { return one.terms(t); }, model);
    }
};

using model_maker = std::function<chosen_model(const arena&, party_id)>;

[[nodiscard]] chosen_acceptance read_acceptance(const std::string& text) {
    const specification said = parse_specification(text);
    const catalogue_entry& entry =
        find_entry(acceptance_catalogue(), "acceptance condition", said.name);
    const parameter_reader given(entry, said);
    if (entry.name == "next") {
        return {
            accept_next{given.number("a", 0, no_limit), given.number("b", -no_limit, no_limit)}};
    }
    if (entry.name == "constant") {
        return {accept_constant{given.number("share", 0, 1)}};
    }
    if (entry.name == "time") {
        return {accept_time{given.number("from", 0, 1)}};
    }
    return {accept_target{}};
}

[[nodiscard]] model_maker read_model(const std::string& text) {
    const specification said = parse_specification(text);
    const catalogue_entry& entry = find_entry(model_catalogue(), "opponent model", said.name);
    const parameter_reader given(entry, said);
    if (entry.name == "perfect") {
        return [](const arena& at, party_id who) { return chosen_model{perfect(at, who)}; };
    }
    const double gain = given.number("gain", 0, no_limit);
    const double prior = given.number("prior", 0, no_limit);
    return [=](const arena&, party_id) { return chosen_model{frequency(gain, prior)}; };
}

/// A concession with the parts that the parameters choose. The usual parts keep their own types:
/// no call inside the strategy is then indirect.
template <class Concession>
[[nodiscard]] strategy_maker with_parts_of(const Concession& asks, const parameter_reader& given) {
    const auto select = static_cast<selection>(given.choice("offer", {"cheapest", "best", "band"}));
    const double width = given.number("width", 0, 1);
    const chosen_acceptance takes = read_acceptance(given.text("accept"));
    const model_maker believes = read_model(given.text("model"));
    if (given.text("accept") == "target" && given.text("model") == "frequency") {
        const composed<Concession, accept_target, frequency> made{
            asks, {}, frequency{}, select, width};
        return [made](const arena&, party_id) { return any_strategy{made}; };
    }
    return [=](const arena& at, party_id who) {
        return any_strategy{composed<Concession, chosen_acceptance, chosen_model>{
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

[[nodiscard]] strategy_maker read_equilibrium(const parameter_reader& given) {
    equilibrium::offer_game rules;
    rules.discount = equilibrium::parse_discounts(given.text("discounts"));
    rules.breakdown = given.number("breakdown", 0, 1);
    rules.agreement.more_than = given.text("quota") == "majority";
    rules.agreement.quota = rules.agreement.more_than ? 0.5 : given.number("quota", 0, 1);
    return [rules](const arena& at, party_id who) {
        return any_strategy{
            equilibrium_play(at, who, equilibrium::for_parties(rules, at.parties()))};
    };
}

}  // namespace

const std::vector<catalogue_entry>& strategy_catalogue() {
    static const std::vector<catalogue_entry> all{
        {"time-dependent", "concedes as time passes; e says how", time_parameters("1")},
        {"boulware", "holds out, then concedes near the deadline", time_parameters("0.25")},
        {"linear", "concedes at a constant pace", time_parameters("1")},
        {"conceder", "concedes at once", time_parameters("4")},
        {"tit-for-tat", "concedes in proportion to what the others conceded",
         with_parts({{"lag", "1", "turns between a concession and its answer"}})},
        {"micro", "concedes a deal for a deal (MiCRO); needs every deal ranked", {}},
        {"hardliner", "asks for its best deal and takes no other", {}},
        {"random-walker", "offers at random whatever it could sign", {}},
        {"hill-climber",
         "votes on a single text: takes what is no worse",
         {{"weak", "0.05", "changes up to which votes are weak, in shares of its range"}}},
        {"annealer",
         "votes on a single text: takes some losses while it is hot",
         {{"temperature", "0.1", "at the start, in utility; falls to 0 in the last round"},
          {"weak", "0.05", "changes up to which votes are weak, in shares of its range"}}},
        {"equilibrium",
         "subgame-perfect play: complete information",
         {{"discounts", "1", "left of a utility a round later: one for all, or a/b/… by party"},
          {"breakdown", "0", "probability a round that the talks end"},
          {"quota", "1", "share of the votes that must accept, or majority"}}},
    };
    return all;
}

const std::vector<catalogue_entry>& acceptance_catalogue() {
    static const std::vector<catalogue_entry> all{
        {"target", "what is worth the target", {}},
        {"next",
         "what is worth a times one's own next offer plus b",
         {{"a", "1", "factor"}, {"b", "0", "margin, in utility"}}},
        {"constant",
         "what is worth a constant share of one's aspiration",
         {{"share", "0.8", "0 the floor, 1 the best deal"}}},
        {"time",
         "whatever is no worse than no deal once a time has come",
         {{"from", "0.99", "relative time"}}},
    };
    return all;
}

const std::vector<catalogue_entry>& model_catalogue() {
    static const std::vector<catalogue_entry> all{
        {"frequency",
         "what someone keeps asking for, it wants",
         {{"gain", "0.2", "weight that an unchanged issue gains, over the issues"},
          {"prior", "1", "offers that the fixed-pie expectation counts for"}}},
        {"perfect", "the others' true preferences: complete information", {}},
    };
    return all;
}

strategy_maker read_strategy(const std::string& text) {
    const specification said = parse_specification(text);
    const catalogue_entry& entry = find_entry(strategy_catalogue(), "strategy", said.name);
    const parameter_reader given(entry, said);
    if (entry.name == "micro") {
        return [](const arena&, party_id) { return any_strategy{micro{}}; };
    }
    if (entry.name == "hardliner") {
        return [](const arena&, party_id) { return any_strategy{hardliner()}; };
    }
    if (entry.name == "random-walker") {
        return [](const arena&, party_id) { return any_strategy{random_walker{}}; };
    }
    if (entry.name == "hill-climber") {
        const hill_climber made(given.number("weak", 0, no_limit));
        return [made](const arena&, party_id) { return any_strategy{made}; };
    }
    if (entry.name == "annealer") {
        const annealer made(given.number("temperature", 0, no_limit),
                            given.number("weak", 0, no_limit));
        return [made](const arena&, party_id) { return any_strategy{made}; };
    }
    if (entry.name == "equilibrium") {
        return read_equilibrium(given);
    }
    if (entry.name == "tit-for-tat") {
        constexpr std::int64_t longest = 1'000'000;
        return with_parts_of(
            relative_tit_for_tat(static_cast<std::size_t>(given.whole("lag", 1, longest))), given);
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
    for (const auto& [key, value] : said.parameters) {
        if (key == "model" && parse_specification(value).name == "perfect") {
            return true;
        }
    }
    return false;
}

}  // namespace negotiation::talks
