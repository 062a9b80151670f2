#include <string>
#include <utility>

#include <negotiation/io/json.hpp>
#include <negotiation/question/gap_answer.hpp>

#include "io/json_parts.hpp"

namespace negotiation::io {

namespace {

using namespace json_parts;

[[nodiscard]] json money_of(const question::money_view& in) {
    json amounts = json::array();
    for (const auto& amount : in.amounts) {
        amounts.push_back(number_of(amount));
    }
    return {{"issue", in.issue},
            {"unit", in.unit},
            {"amounts", std::move(amounts)},
            {"total", number_of(in.total)},
            {"beyond", in.beyond}};
}

[[nodiscard]] json payer_of(const question::payer_view& who) {
    if (!who.least) {
        return nullptr;
    }
    json one;
    one["total"] = who.least->total;
    one["amounts"] = who.least->amounts;
    one["values"] = who.least->values;
    one["outcome"] = outcome_of(who.least->outcome);
    one["money"] = json::array();
    for (const question::money_view& in : who.least->money) {
        one["money"].push_back(money_of(in));
    }
    return one;
}

[[nodiscard]] json payers_of(const question::gap_answer& answer) {
    json all;
    all["outsider"] = payer_of(answer.outsider);
    json parties = json::object();
    for (const question::payer_view& who : answer.insiders) {
        parties[who.party] = payer_of(who);
    }
    all["by_party"] = std::move(parties);
    return all;
}

[[nodiscard]] json gap_in_channel(const question::channel_gap& of) {
    return {{"total", number_of(of.total)}, {"known", of.known}};
}

[[nodiscard]] json blocking_of(const question::gap_answer& answer) {
    json sets = json::array();
    for (const auto& set : answer.conflicts) {
        json lines = json::array();
        for (const question::named_line& line : set) {
            lines.push_back(line_of(line));
        }
        sets.push_back(std::move(lines));
    }
    return sets;
}

[[nodiscard]] json opening_of(const std::optional<question::opening_view>& found) {
    if (!found) {
        return nullptr;
    }
    return {{"party", found->line.party},
            {"issue", found->line.issue},
            {"option", option_of(found->option)},
            {"utilities", found->utilities}};
}

[[nodiscard]] json carrying_of(const std::optional<question::carrying_view>& of) {
    if (!of) {
        return nullptr;
    }
    json lacks = json::array();
    for (const question::assurance_view& lack : of->lacks) {
        lacks.push_back({{"party", lack.party},
                         {"belief", lack.belief},
                         {"needed", lack.needed},
                         {"guarantee", lack.guarantee}});
    }
    return {{"outcome", outcome_of(of->outcome)},
            {"feasible", of->feasible},
            {"lacks", std::move(lacks)},
            {"assumed_numbers", of->assumed_numbers}};
}

}  // namespace

std::string to_json(const question::gap_answer& answer) {
    json all;
    all["scenario"] = answer.scenario;
    all["scope"] = name_of(answer.scope);
    all["talks"] = talks_of(answer.talks);
    all["red_lines"] = binding_of(answer.red_lines);
    json parties = json::array();
    json margins = json::object();
    json reservations = json::object();
    for (const question::gap_party& who : answer.parties) {
        parties.push_back(who.name);
        margins[who.name] = number_of(who.margin);
        reservations[who.name] = {{"value", who.no_deal.value},
                                  {"assumed", who.no_deal.assumed},
                                  {"utility", who.no_deal.utility}};
    }
    all["parties"] = std::move(parties);
    all["assumed_numbers"] = answer.assumed_numbers;
    all["gap"] = answer.open ? json(!*answer.open) : json(nullptr);
    all["payments"] = payers_of(answer);
    all["in_public"] = gap_in_channel(answer.in_public);
    all["in_back_channel"] = gap_in_channel(answer.in_back_channel);
    all["red_line_conflicts"] = blocking_of(answer);
    all["conflicts_complete"] = answer.conflicts_complete;
    all["bridge"] = opening_of(answer.bridge);
    all["margins"] = std::move(margins);
    all["reservations"] = std::move(reservations);
    all["carrying_out"] = carrying_of(answer.carrying);
    all["refused"] = name_of(answer.refused);
    if (answer.expects) {
        all["expectation"] = expectation_of(*answer.expects);
    }
    return written(all);
}

}  // namespace negotiation::io
