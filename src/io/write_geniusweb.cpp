#include <cmath>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <io/additive_terms.hpp>
#include <io/foreign.hpp>
#include <io/geniusweb.hpp>
#include <io/reservation_bid.hpp>
#include <nlohmann/json.hpp>

#include <negotiation/io/write_foreign.hpp>
#include <negotiation/model/nearest.hpp>

namespace negotiation::io {

namespace {

using detail::additive_issue;
using detail::additive_party;
using detail::additive_scenario;
using detail::reservation_bid;
using ordered = nlohmann::ordered_json;

/// GeniusWeb's own limits: values in [0, 1], weights that sum to 1.
void refuse_free_numbers(const additive_scenario& world, const additive_party& who,
                         std::vector<std::string>& wrong) {
    constexpr double tolerance = 1e-9;
    double sum = 0;
    for (std::size_t k = 0; k < who.weights.size(); ++k) {
        sum += who.weights[k];
        for (const double v : who.values[k]) {
            if (!(v >= 0 && v <= 1) || !(who.weights[k] >= 0)) {
                wrong.push_back(
                    fmt::format("weights must not be negative and values lie in [0, 1] in "
                                "GeniusWeb JSON; got {} times {} for issue '{}' of party "
                                "'{}'; --raw writes them as they are",
                                who.weights[k], v, shown(world.issues[k].name), shown(who.name)));
                break;
            }
        }
    }
    if (!(std::abs(sum - 1) <= tolerance)) {
        wrong.push_back(
            fmt::format("weights sum to 1 in GeniusWeb JSON; those of party '{}' sum to "
                        "{:.10g}; --raw writes them as they are",
                        shown(who.name), sum));
    }
}

ordered domain_of(const additive_scenario& world) {
    ordered issues = ordered::object();
    for (const additive_issue& of : world.issues) {
        issues[of.name] = {{"values", of.options}};
    }
    return {{"name", world.file}, {detail::geniusweb_domain_key, std::move(issues)}};
}

ordered profile_of(const additive_scenario& world, const additive_party& who,
                   const std::optional<reservation_bid>& bid) {
    ordered utilities = ordered::object();
    ordered weights = ordered::object();
    ordered chosen = ordered::object();
    for (std::size_t k = 0; k < world.issues.size(); ++k) {
        ordered::object_t values;  // keys are distinct: nothing has to be looked for
        values.reserve(world.issues[k].options.size());
        for (std::size_t option = 0; option < world.issues[k].options.size(); ++option) {
            values.emplace_back(world.issues[k].options[option], who.values[k][option]);
        }
        utilities[world.issues[k].name] = {
            {"discreteutils", {{"valueUtilities", std::move(values)}}}};
        weights[world.issues[k].name] = who.weights[k];
        if (bid) {
            chosen[world.issues[k].name] = world.issues[k].options[bid->options[k]];
        }
    }
    ordered space{{"issueUtilities", std::move(utilities)},
                  {"issueWeights", std::move(weights)},
                  {"domain", domain_of(world)},
                  {"name", who.name}};
    if (bid) {
        space["reservationBid"] = {{"issuevalues", std::move(chosen)}};
    }
    return {{detail::geniusweb_profile_key, std::move(space)}};
}

}  // namespace

foreign_export write_geniusweb(const scenario& world, bool raw) {
    std::vector<std::string> wrong;
    const additive_scenario terms = detail::additive_terms(world, "GeniusWeb JSON", wrong);
    std::vector<std::optional<reservation_bid>> bids;
    foreign_export out;
    for (const additive_party& who : terms.parties) {
        if (!raw) {
            refuse_free_numbers(terms, who, wrong);
        }
        if (who.discount) {
            wrong.push_back(
                fmt::format("the discount of party '{}' cannot be said in GeniusWeb JSON; "
                            "--set protocol.discounting=none leaves it out",
                            shown(who.name)));
        }
        const bool nothing = !(who.reservation < 0) && !(who.reservation > 0);
        bids.push_back(nothing ? std::nullopt : detail::bid_for_reservation(who));
        if (!nothing && !bids.back()) {
            wrong.push_back(fmt::format(
                "the reservation value {} of party '{}' is a bid in GeniusWeb "
                "JSON, and no deal is worth so much, or there are too many to look for one",
                who.reservation, shown(who.name)));
        } else if (!nothing && !bids.back()->exact) {
            out.shifted.push_back({who.name, who.reservation, bids.back()->worth});
        }
    }
    detail::throw_unsayable(wrong);
    out.left_out = terms.left_out;
    out.files.push_back({terms.file + ".json", domain_of(terms).dump(1, '\t') + "\n"});
    for (std::size_t i = 0; i < terms.parties.size(); ++i) {
        const additive_party& who = terms.parties[i];
        out.files.push_back(
            {who.file + ".json", profile_of(terms, who, bids[i]).dump(1, '\t') + "\n"});
    }
    return out;
}

}  // namespace negotiation::io
