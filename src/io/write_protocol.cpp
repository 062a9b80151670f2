#include <string>
#include <vector>

#include <fmt/format.h>
#include <io/toml_text.hpp>
#include <io/write_protocol.hpp>

namespace negotiation::io::detail {

namespace {

std::string agreement_text(const talks::section& said) {
    if (said.more_than_quota) {
        return quoted_text("majority");
    }
    return said.quota < 1 ? number_text(said.quota) : quoted_text("unanimity");
}

std::string veto_text(const std::vector<std::string>& veto) {
    std::vector<std::string> names;
    for (const std::string& name : veto) {
        names.push_back(quoted_text(name));
    }
    return names.empty() ? "" : "veto = " + list_text(names, 7) + "\n";
}

std::string protocol_text(const talks::section& said) {
    std::string text =
        fmt::format("\n[protocol]\nkind = {}\nrounds = {}\nclock = \"{}\"\ndays_per_round = {}\n",
                    quoted_text(said.protocol), said.rounds, to_string(said.clock),
                    number_text(said.days_per_round));
    text += fmt::format("breakdown = {}\nagreement = {}\n", number_text(said.breakdown),
                        agreement_text(said));
    std::vector<pair_text> votes;
    for (const auto& [name, number] : said.votes) {
        votes.emplace_back(key_text(name), number_text(number));
    }
    text += votes.empty() ? "" : table_text("votes", votes);
    text += veto_text(said.veto);
    text += fmt::format("discounting = \"{}\"\ndiscount_no_deal = {}\n", to_string(said.discount),
                        said.discount_no_deal);
    std::vector<pair_text> strategies;
    for (const auto& [name, spec] : said.strategies) {
        strategies.emplace_back(key_text(name), quoted_text(spec));
    }
    return text + (strategies.empty() ? "" : table_text("strategies", strategies));
}

std::string channel_text(const talks::section& said) {
    if (!(said.leak_rate > 0 || said.audience_cost > 0)) {
        return "";
    }
    return fmt::format("\n[channel]\nleak_rate = {}\naudience_cost = {}\n",
                       number_text(said.leak_rate), number_text(said.audience_cost));
}

std::string mediator_text(const talks::mediator_entry& m) {
    std::string text = fmt::format("\n[[mediator]]\nname = {}\nrole = {}\n", quoted_text(m.name),
                                   quoted_text(m.role));
    text += m.chair ? "chair = true\n" : "";
    text += m.bias > 0 ? "bias = " + number_text(m.bias) + "\n" : "";
    text += m.toward.empty() ? "" : "toward = " + quoted_text(m.toward) + "\n";
    text += m.reservation ? "reservation = " + number_text(*m.reservation) + "\n" : "";
    text += m.source.empty() ? "" : "source = " + quoted_text(m.source) + "\n";
    return text + (m.note.empty() ? "" : "note = " + quoted_text(m.note) + "\n");
}

}  // namespace

std::string talks_text(const talks::section& said) {
    std::string text = protocol_text(said) + channel_text(said);
    for (const talks::mediator_entry& m : said.mediators) {
        text += mediator_text(m);
    }
    return text;
}

}  // namespace negotiation::io::detail
