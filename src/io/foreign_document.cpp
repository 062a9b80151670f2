#include <algorithm>
#include <cmath>
#include <filesystem>
#include <utility>

#include <fmt/format.h>
#include <io/foreign.hpp>

#include <negotiation/model/nearest.hpp>
#include <negotiation/scenario/path.hpp>

namespace negotiation::io::detail {

namespace {

std::string base_name(const std::string& file) {
    return std::filesystem::path(file).filename().string();
}

void put(node::table& into, std::string key, const place& at, node value) {
    into.push_back({std::move(key), at, std::move(value)});
}

void put_text(node::table& into, std::string key, const place& at, std::string text) {
    put(into, std::move(key), at, {at, std::move(text)});
}

node number_node(double value, const place& at) { return {at, value}; }

node text_node(std::string text, const place& at) { return {at, std::move(text)}; }

/// Whole numbers as such, so that they are written without a point.
node level_node(double value, const place& at) {
    constexpr double whole = 9e15;
    if (std::abs(value) < whole && std::floor(value) >= value) {
        return {at, static_cast<std::int64_t>(value)};
    }
    return {at, value};
}

node issue_node(const foreign_issue& of, const std::string& source) {
    node::table into;
    put_text(into, "name", of.at, of.name);
    put_text(into, "kind", of.at, std::string(to_string(of.kind)));
    if (of.kind == issue_kind::categorical) {
        node::array options;
        options.reserve(of.values.size());
        for (const foreign_value& v : of.values) {
            options.push_back(text_node(v.text, v.at));
        }
        put(into, "options", of.at, {of.at, std::move(options)});
        put_text(into, "status_quo", of.values.front().at, of.values.front().text);
    } else {
        put_text(into, "unit", of.at, "units");  // such files have none, and ours ask for one
        put(into, "range", of.at,
            {of.at,
             node::array{level_node(of.range.low, of.at), level_node(of.range.high, of.at)}});
        put(into, "step", of.at, level_node(of.range.step, of.at));
        put(into, "status_quo", of.at, level_node(of.levels.front(), of.at));
    }
    put_text(into, "source", of.at, source);
    return {of.at, std::move(into)};
}

node source_node(const std::string& id, std::string_view what, const std::string& file,
                 const place& at) {
    node::table into;
    put_text(into, "id", at, id);
    put_text(into, "cite", at, fmt::format("{} {}", what, base_name(file)));
    return {at, std::move(into)};
}

node table_node(const foreign_domain& domain, const foreign_table& of, double weight) {
    node::table into;
    node::array issues;
    for (const std::size_t k : of.issues) {
        issues.push_back(text_node(domain.issues[k].name, of.at));
    }
    node::array entries;
    entries.reserve(of.entries.size());
    for (const double value : of.entries) {
        entries.push_back(number_node(value, of.at));
    }
    put(into, "issues", of.at, {of.at, std::move(issues)});
    put(into, "weight", of.at, number_node(weight, of.at));
    put(into, "table", of.at, {of.at, std::move(entries)});
    return {of.at, std::move(into)};
}

/// Weights and values, of the issues that have values.
void put_preferences(node::table& into, const foreign_domain& domain,
                     const foreign_profile& profile) {
    node::table weights;
    node::table values;
    for (std::size_t k = 0; k < domain.issues.size(); ++k) {
        const foreign_issue& of = domain.issues[k];
        if (profile.values[k].empty()) {
            continue;
        }
        put(weights, of.name, profile.weights[k].at,
            number_node(profile.weights[k].value, profile.weights[k].at));
        node::array list;
        list.reserve(profile.values[k].size());
        for (const foreign_number& v : profile.values[k]) {
            list.push_back(number_node(v.value, v.at));
        }
        const place at = profile.values[k].front().at;
        put(values, of.name, at, {at, std::move(list)});
    }
    put(into, "weights", profile.at, {profile.at, std::move(weights)});
    put(into, "values", profile.at, {profile.at, std::move(values)});
}

node party_node(const foreign_domain& domain, const foreign_profile& profile,
                const std::string& source) {
    const place& at = profile.at;
    node::table into;
    put_text(into, "name", at, profile.name);
    put(into, "reservation", profile.reservation.at,
        number_node(profile.reservation.value, profile.reservation.at));
    put_preferences(into, domain, profile);
    if (!profile.tables.empty()) {
        node::array terms;
        for (const foreign_table& of : profile.tables) {
            terms.push_back(table_node(domain, of, profile.table_weight));
        }
        put(into, "interaction", at, {at, std::move(terms)});
    }
    if (profile.discount) {
        node::table patience;
        put(patience, "factor", profile.discount->at,
            number_node(profile.discount->value, profile.discount->at));
        put_text(patience, "per", profile.discount->at, "day");
        put(into, "discount", profile.discount->at, {profile.discount->at, std::move(patience)});
    }
    put_text(into, "source", at, source);
    return {at, std::move(into)};
}

/// Every grid that is not the file's is an assumption; so is how the talks run, of which such files
/// say nothing.
node::array assumptions_of(const foreign_domain& domain) {
    node::array list;
    for (const char* section : {"protocol", "channel"}) {
        node::table into;
        put_text(into, "what", domain.at, section);
        put_text(into, "why", domain.at, "the files say nothing of how the talks run");
        list.push_back({domain.at, std::move(into)});
    }
    for (const foreign_issue& of : domain.issues) {
        if (of.thinned.empty()) {
            continue;
        }
        node::table into;
        put_text(into, "what", of.at,
                 to_string(path{} / std::string("issue") / of.name / std::string("step")));
        put_text(into, "why", of.at, of.thinned);
        list.push_back({of.at, std::move(into)});
    }
    return list;
}

node::array sources_of(const foreign_domain& domain, const std::vector<foreign_profile>& profiles,
                       std::string_view format) {
    node::array list{
        source_node("domain", fmt::format("{} domain", format), domain.file, domain.at)};
    for (std::size_t k = 0; k < profiles.size(); ++k) {
        list.push_back(source_node(fmt::format("profile {}", k + 1),
                                   fmt::format("{} profile", format), profiles[k].file,
                                   profiles[k].at));
    }
    return list;
}

std::string note_of(std::string_view format, const foreign_reading& how) {
    return fmt::format(
        "Read from {}, {}. Such files know no status quo: the first option of each "
        "issue stands for it.",
        format,
        how.raw ? "its numbers as they are written" : "its numbers as that system means them");
}

}  // namespace

node foreign_document(const std::string& title, const foreign_domain& domain,
                      const std::vector<foreign_profile>& profiles, std::string_view format,
                      const foreign_reading& how) {
    const place& at = domain.at;
    node::table into;
    put_text(into, "title", at, title);
    put_text(into, "note", at, note_of(format, how));
    put_text(into, "utilities", at, "raw");
    put(into, "source", at, {at, sources_of(domain, profiles, format)});
    const bool discounts =
        std::any_of(profiles.begin(), profiles.end(),
                    [](const foreign_profile& p) { return p.discount.has_value(); });
    put(into, "assumption", at, {at, assumptions_of(domain)});
    node::array issues;
    for (const foreign_issue& of : domain.issues) {
        issues.push_back(issue_node(of, "domain"));
    }
    put(into, "issue", at, {at, std::move(issues)});
    node::array parties;
    for (std::size_t k = 0; k < profiles.size(); ++k) {
        parties.push_back(party_node(domain, profiles[k], fmt::format("profile {}", k + 1)));
    }
    put(into, "party", at, {at, std::move(parties)});
    node::table protocol;
    put_text(protocol, "discounting", at, discounts ? "relative" : "none");
    put(into, "protocol", at, {at, std::move(protocol)});
    return {at, std::move(into)};
}

}  // namespace negotiation::io::detail
