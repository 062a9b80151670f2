#include <array>
#include <cstddef>
#include <stdexcept>

#include <negotiation/talks/mediator/formulator.hpp>
#include <negotiation/talks/mediator/guarantor.hpp>
#include <negotiation/talks/mediator/manipulator.hpp>
#include <negotiation/talks/mediator/relay.hpp>
#include <negotiation/talks/mediator_catalogue.hpp>
#include <negotiation/talks/surety.hpp>

namespace negotiation::talks {

namespace {

constexpr double most_money = 1e300;
constexpr double longest_wait = 1e6;  ///< days
constexpr std::int64_t most_rounds = std::int64_t{1} << 32;

/// A relay's parameters, and those of its own.
[[nodiscard]] std::vector<parameter> with_channel(std::vector<parameter> own) {
    std::vector<parameter> all = {
        {"noise", "0", "probability that a message is lost"},
        {"delay", "0", "days a message takes"},
        {"leak", "0", "probability a message that secret talks become public"},
        {"only_channel", "false", "true: the talks break down when it leaves"},
        {"patience", "3", "rounds below its reservation value after which it leaves"}};
    all.insert(all.end(), own.begin(), own.end());
    return all;
}

[[nodiscard]] relay channel_of(const parameter_reader& given) {
    return relay(given.number("noise", 0, 1), given.number("delay", 0, longest_wait),
                 given.number("leak", 0, 1), given.choice("only_channel", {"false", "true"}) == 1,
                 given.whole("patience", 1, most_rounds));
}

[[nodiscard]] mediator_maker read_relay(const parameter_reader& given) {
    return [channel = channel_of(given)](const mediator_context&) { return any_mediator(channel); };
}

[[nodiscard]] mediator_maker read_formulator(const parameter_reader& given) {
    const auto rule = static_cast<text_rule>(
        given.choice("text", {"nash", "kalai-smorodinsky", "egalitarian", "single-text"}));
    return [rule, after = given.whole("after", 1, most_rounds),
            pause = given.whole("pause", 1, most_rounds),
            channel = channel_of(given)](const mediator_context& here) {
        return any_mediator(formulator(rule, *here.told, after, channel, pause));
    };
}

[[nodiscard]] mediator_maker read_manipulator(const parameter_reader& given) {
    const leverage means{given.number("budget", 0, most_money), given.number("risk", 0, 1),
                         given.number("damage", 0, most_money), given.number("carried_out", 0, 1),
                         given.number("margin", 0, most_money)};
    return [role = manipulator(means, given.whole("after", 1, most_rounds), channel_of(given))](
               const mediator_context&) { return any_mediator(role); };
}

constexpr const char* everybody = "everybody";
constexpr const char* nothing_held = "none";
constexpr const char* any_answer = "best";
constexpr const char* any_amount = "unlimited";

/// A word that stands for nothing in particular is no name.
[[nodiscard]] std::string name_but(const parameter_reader& given, const char* parameter,
                                   const char* word) {
    std::string name = given.name(parameter);
    return name == word ? std::string() : name;
}

[[nodiscard]] cover cover_of(const parameter_reader& given) {
    return {name_but(given, "party", everybody), given.number("share", 0, 1),
            given.number("budget", 0, most_money)};
}

[[nodiscard]] custody custody_of(const parameter_reader& given) {
    custody held{name_but(given, "payment", nothing_held), name_but(given, "answer", any_answer),
                 given.number("cost", 0, most_money), std::nullopt};
    if (given.text("capacity") != any_amount) {
        held.capacity = given.number("capacity", 0, most_money);
    }
    return held;
}

[[nodiscard]] mediator_maker speaking(const parameter_reader& given) {
    return [role = guarantor(given.whole("after", 1, most_rounds), channel_of(given))](
               const mediator_context&) { return any_mediator(role); };
}

[[nodiscard]] mediator_maker read_guarantor(const parameter_reader& given) {
    (void)cover_of(given);  // its numbers are looked at here already
    return speaking(given);
}

[[nodiscard]] mediator_maker read_escrow(const parameter_reader& given) {
    (void)custody_of(given);
    return speaking(given);
}

using reader = mediator_maker (*)(const parameter_reader&);

/// In the order of the catalogue.
constexpr std::array<reader, 5> readers = {read_relay, read_formulator, read_manipulator,
                                           read_guarantor, read_escrow};

}  // namespace

const std::vector<catalogue_entry>& mediator_catalogue() {
    static const std::vector<catalogue_entry> all = {
        {"relay", "carries messages, some of which are lost, late or overheard", with_channel({}),
         "", "Fey and Ramsay 2010"},
        {"formulator", "carries messages and tables a text for everybody to accept",
         with_channel({{"after", "1", "the first round after which it tables a text"},
                       {"text", "nash",
                        "nash, kalai-smorodinsky or egalitarian of what is reported, or "
                        "single-text: the last offers, improved"},
                       {"pause", "3", "rounds between two texts"}}),
         "that parties report their preferences truly",
         "Nash 1950; Kalai and Smorodinsky 1975; Raiffa 1982"},
        {"manipulator", "carries messages, pays or guarantees what parties lack, threatens",
         with_channel({{"after", "1", "the first round after which it acts"},
                       {"budget", "0", "what it can commit to each ending, in utility"},
                       {"risk", "1", "1 pays outright; below, it guarantees at that share of cost"},
                       {"damage", "0", "what a threat takes from a party's value of no deal"},
                       {"carried_out", "1", "probability that a threat is carried out"},
                       {"margin", "0", "what it pays parties beyond no deal"}}),
         "that parties report their preferences truly", "Zartman and Touval 1985"},
        {"guarantor", "carries messages, makes good what parties lose if others stop",
         with_channel({{"after", "1", "the first round after which it says so"},
                       {"party", everybody, "whose losses; a name in quotes may hold commas"},
                       {"share", "1", "how much of a loss"},
                       {"budget", "0", "the most it pays, in utility"}}),
         "", "Zartman and Touval 1985"},
        {"escrow", "carries messages, holds a payment until it is answered",
         with_channel({{"after", "1", "the first round after which it says so"},
                       {"payment", nothing_held, "the step that is paid to it; may be in quotes"},
                       {"answer", any_answer,
                        "the step against which it pays out; best: the one that needs least trust"},
                       {"cost", "0", "what the payer loses if it is never paid out, in utility"},
                       {"capacity", any_amount, "the most it holds, in units of the issue"}}),
         "", ""}};
    return all;
}

mediator_maker read_mediator(const std::string& text) {
    const specification given = parse_specification(text);
    const auto& all = mediator_catalogue();
    const catalogue_entry& entry = find_entry(all, "mediator", given.name);
    const auto place = static_cast<std::size_t>(&entry - all.data());
    return readers.at(place)(parameter_reader(entry, given));
}

std::optional<surety> surety_of(const std::string& role) {
    const specification given = parse_specification(role);
    const catalogue_entry& entry = find_entry(mediator_catalogue(), "mediator", given.name);
    const parameter_reader parameters(entry, given);
    return entry.name == "guarantor" ? std::optional<surety>(cover_of(parameters))
           : entry.name == "escrow"  ? std::optional<surety>(custody_of(parameters))
                                     : std::nullopt;
}

std::optional<std::string> missing_means(const std::string& text) {
    const specification given = parse_specification(text);
    const catalogue_entry& entry = find_entry(mediator_catalogue(), "mediator", given.name);
    const parameter_reader parameters(entry, given);
    const auto has_budget = [&] { return parameters.number("budget", 0, most_money) > 0; };
    if (entry.name == "manipulator" && !has_budget()) {
        return "a manipulator needs a budget to pay, to guarantee or to threaten with; got budget "
               "= 0";
    }
    if (entry.name == "guarantor" && !has_budget()) {
        return "a guarantor needs a budget to make good losses from; got budget = 0";
    }
    if (entry.name == "guarantor" && !(cover_of(parameters).share > 0)) {
        return "a guarantor needs a share of the losses that it makes good; got share = 0";
    }
    if (entry.name != "escrow") {
        return std::nullopt;
    }
    const custody held = custody_of(parameters);
    if (held.payment.empty()) {
        return "an escrow needs the name of the step that is paid to it; got payment = none";
    }
    return held.capacity && !(*held.capacity > 0)
               ? std::optional<std::string>(
                     "an escrow needs room for the payment; got capacity = 0")
               : std::nullopt;
}

any_mediator make_mediator(const std::string& text, const mediator_context& here) {
    if (here.at == nullptr || here.told == nullptr) {
        throw std::invalid_argument("make_mediator: needs an arena and reports; got none");
    }
    return read_mediator(text)(here);
}

}  // namespace negotiation::talks
