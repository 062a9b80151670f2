#pragma once

/// @file
/// Checks of what a scenario says of the homes: chambers and factions.

#include <cmath>
#include <cstddef>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include <fmt/core.h>

#include "scenario/check_agent.hpp"
#include "scenario/check_number.hpp"
#include "scenario/findings.hpp"
#include "scenario/number_range.hpp"
#include "scenario/seat_names.hpp"

namespace negotiation::detail {

inline constexpr number_range noise_range{"a noise must lie in [0, 1e6)", 0, largest_number, false,
                                          true};
inline constexpr number_range shock_range{"a shock must lie in [0, 1e6)", 0, largest_number, false,
                                          true};
inline constexpr number_range ally_range{"the weight of an ally must lie in [0, 1]", 0, 1};

/// Chambers and factions, and what each needs to know of the others.
class home_check {
public:
    explicit home_check(findings& found) : found_(found), seats_(found) {
        for (const ratification::written_chamber& c : said().chambers) {
            chambers_.emplace(c.name, &c);
            names_.push_back(c.name);
        }
    }

    void run() {
        check_factions();
        check_chambers();
    }

private:
    [[nodiscard]] const ratification::section& said() const { return found_.world.ratification; }

    // --- factions -------------------------------------------------------------------------------

    void check_factions() {
        distinct_names names(found_, "a faction");
        for (const ratification::written_faction& f : said().factions) {
            const path place = section("faction") / f.name;
            names.expect_new(place, f.name);
            const ratification::written_chamber* in = expect_chamber(place / "chamber", f.chamber);
            uncounted_ = uncounted_ || in == nullptr;
            if (in != nullptr && !in->follows.empty()) {
                found_.add(place / "chamber",
                           fmt::format("chamber '{}' follows '{}' and has no factions",
                                       shown(in->name), shown(in->follows)));
            }
            check_size(place, f);
            if (in != nullptr) {
                check_seat(place, f, *in);
            }
            check_number(found_, place / "noise", f.noise, noise_range);
            check_number(found_, place / "shock", f.shock, shock_range);
            if (f.threshold) {
                check_threshold(place, *f.threshold);
            }
            check_judgement(place, f, in == nullptr ? nullptr : party_of(*in));
            found_.expect_source(place, f.source);
        }
    }

    /// The chamber of that name; tells when there is none.
    const ratification::written_chamber* expect_chamber(const path& place,
                                                        const std::string& name) {
        const auto known = chambers_.find(name);
        if (known != chambers_.end()) {
            return known->second;
        }
        if (!found_.full() && !found_.names_unread("chamber")) {
            found_.add(place, fmt::format("no chamber '{}'{}", shown(name),
                                          found_.near.name(name, names_)));
        }
        return nullptr;
    }

    [[nodiscard]] const party* party_of(const ratification::written_chamber& c) const {
        for (const party& who : found_.world.parties) {
            if (who.name == c.party) {
                return &who;
            }
        }
        return nullptr;
    }

    /// Votes are whole, and not too many in a chamber.
    void check_size(const path& place, const ratification::written_faction& f) {
        const bool sound = is_count(f.size);
        double& votes = votes_[f.chamber];
        const bool fitted = votes <= ratification::maximum_votes;
        votes += sound ? f.size : 0;
        if (!sound) {
            found_.add(place / "size",
                       fmt::format("a size must be a whole number from 1 to {:.0f}; got {}",
                                   ratification::maximum_votes, f.size));
        } else if (fitted && votes > ratification::maximum_votes) {
            found_.add(place / "size",
                       fmt::format("a chamber has at most {:.0f} votes; '{}' has {:.0f} up to here",
                                   ratification::maximum_votes, shown(f.chamber), votes));
        }
        if (!sound || found_.unread.holds(place / "size")) {
            uncounted_ = true;
        }
    }

    /// The seats of a chamber, where they are said and can be so many.
    [[nodiscard]] std::optional<double> seats_of(const ratification::written_chamber& c) const {
        const bool known = c.seats && is_count(*c.seats) &&
                           !found_.unread.holds(section("chamber") / c.name / "seats");
        return known ? c.seats : std::nullopt;
    }

    /// Tells of the faction for which seats run out; whoever comes after it is not at fault.
    void check_seat(const path& place, const ratification::written_faction& f,
                    const ratification::written_chamber& in) {
        const auto seats = seats_of(in);
        const double votes = votes_[f.chamber];
        if (!seats || uncounted_ || votes <= *seats || votes > ratification::maximum_votes) {
            return;
        }
        const double left = *seats - (votes - f.size);
        if (left < 0) {
            return;
        }
        found_.add(place / "size",
                   fmt::format("faction '{}' has {:.0f} votes, chamber '{}' {:.0f} seats of which "
                               "{:.0f} are left",
                               shown(f.name), f.size, shown(in.name), *seats, left));
    }

    static bool is_count(double x) {
        return x >= 1 && x <= ratification::maximum_votes && !(std::floor(x) < x);
    }

    void check_threshold(const path& place, double r) {
        if (found_.world.utilities == utility_convention::unit && !(r >= 0 && r <= 1)) {
            found_.add(place / "threshold",
                       fmt::format("a threshold must lie in [0, 1]; got {}; values of another "
                                   "size need utilities = \"raw\"",
                                   r));
        } else if (!(std::abs(r) < largest_number)) {
            found_.add(place / "threshold",
                       fmt::format("a threshold must be below 1e6 in size; got {}", r));
        }
    }

    /// What it values, its red lines, and its ally.
    void check_judgement(const path& place, const ratification::written_faction& f,
                         const party* owner) {
        party judge;  // as an agent without a seat, which is checked already how
        judge.name = f.name;
        judge.weights = f.weights;
        judge.red_lines = f.red_lines;
        judge.values_from = owner == nullptr ? "*" : owner->name;  // nobody is called *
        check_red_lines(found_, place, judge);
        if (f.friend_abroad) {
            check_ally(place / "ally", *f.friend_abroad);
        }
        if (f.weights.empty()) {
            if (owner != nullptr) {
                check_additive_agent(place, *owner, "a faction without weights of its own");
            }
            return;
        }
        found_.values[&judge];
        found_.agent_places.emplace(&judge, place);
        if (check_weights(found_, place, judge)) {
            check_sum(found_, place, judge);
            check_span(found_, place, judge);
        }
        take_values(found_, place, judge);
        found_.values.erase(&judge);
        found_.agent_places.erase(&judge);
    }

    /// Values of factions are added up, so what they are made of has to be a sum.
    void check_additive_agent(const path& place, const party& who, const char* what) {
        if (who.combine == aggregation::multiplicative) {
            found_.add(place, fmt::format("{} needs additive preferences; those of '{}' are "
                                          "multiplicative",
                                          what, shown(who.name)));
        }
    }

    void check_ally(const path& place, const ratification::ally& of) {
        check_number(found_, place / "weight", of.weight, ally_range);
        seats_.expect_agent(place / "name", of.name);
        const auto who = found_.agents.find(of.name);
        if (who != found_.agents.end()) {
            check_additive_agent(place / "name", *who->second, "an ally");
        }
    }

    // --- chambers -------------------------------------------------------------------------------

    void check_chambers() {
        distinct_names names(found_, "a chamber");
        for (const ratification::written_chamber& c : said().chambers) {
            const path place = section("chamber") / c.name;
            names.expect_new(place, c.name);
            seats_.expect_party(place / "party", c.party);
            check_number(found_, place / "days", c.days, days_range);
            found_.expect_source(place, c.source);
            check_seats(place, c);
            if (!c.follows.empty()) {
                check_follower(place, c);
                continue;
            }
            const auto counted = votes_in(place, c);
            check_filled(place, c, counted);
            // Where the sizes are wrong, a rule is held against the seats all the same.
            const auto votes = seats_of(c) ? seats_of(c) : counted;
            check_rule(place, c.decides, votes);
            check_alternatives(place, c, votes);
        }
    }

    void check_seats(const path& place, const ratification::written_chamber& c) {
        if (c.seats && !is_count(*c.seats)) {
            found_.add(place / "seats",
                       fmt::format("seats must be a whole number from 1 to {:.0f}; got {}",
                                   ratification::maximum_votes, *c.seats));
        }
    }

    /// Every seat belongs to a faction.
    void check_filled(const path& place, const ratification::written_chamber& c,
                      std::optional<double> votes) {
        const auto seats = seats_of(c);
        if (seats && votes && *votes < *seats) {
            found_.add(place / "seats", fmt::format("{:.0f} of {:.0f} seats belong to no faction",
                                                    *seats - *votes, *seats));
        }
    }

    void check_follower(const path& place, const ratification::written_chamber& c) {
        const ratification::written_chamber* leads = expect_chamber(place / "follows", c.follows);
        if (leads != nullptr && !leads->follows.empty()) {
            found_.add(place / "follows",
                       fmt::format("a chamber follows one that decides by itself; '{}' follows "
                                   "'{}'",
                                   shown(leads->name), shown(leads->follows)));
        } else if (leads != nullptr && leads->party != c.party &&
                   !found_.unread.holds(section("chamber") / leads->name / "party")) {
            found_.add(place / "follows",
                       fmt::format("a chamber follows one of its own party; '{}' belongs to '{}'",
                                   shown(leads->name), shown(leads->party)));
        }
        if (!(c.decides == ratification::written_rule{}) || !c.alternatives.empty()) {
            found_.add(place, fmt::format("chamber '{}' follows another or has a rule; got both",
                                          shown(c.name)));
        }
    }

    /// How many votes there are, where that is known; tells when there is no faction.
    [[nodiscard]] std::optional<double> votes_in(const path& place,
                                                 const ratification::written_chamber& c) {
        const bool unread = found_.unread.touches(section("faction")) ||
                            found_.unread.holds(place / "name") || uncounted_;
        const auto votes = votes_.find(c.name);
        if (votes == votes_.end()) {
            if (!unread) {
                found_.add(place, fmt::format("chamber '{}' needs a faction, or another chamber "
                                              "that it follows; got neither",
                                              shown(c.name)));
            }
            return std::nullopt;
        }
        return unread ? std::nullopt : std::optional(votes->second);
    }

    void check_rule(const path& place, const ratification::written_rule& rule,
                    std::optional<double> votes) {
        using ratification::rule_kind;
        if (found_.unread.holds(place / "rule")) {
            return;
        }
        const bool counts = rule.kind == rule_kind::quota || rule.kind == rule_kind::disapproval;
        if (!counts && (rule.quota < 0 || rule.quota > 0)) {
            found_.add(place / "quota", fmt::format("the rule '{}' has no quota; got {}",
                                                    to_string(rule.kind), rule.quota));
        } else if (counts && !is_count(rule.quota)) {
            found_.add(place / "quota",
                       fmt::format("a quota must be a whole number from 1 to {:.0f}; got {}",
                                   ratification::maximum_votes, rule.quota));
        } else if (counts && votes && rule.quota > *votes) {
            found_.add(place / "quota", fmt::format("a quota must be at most the votes there are, "
                                                    "{:.0f}; got {}",
                                                    *votes, rule.quota));
        } else if (rule.kind == rule_kind::leader && votes && *votes > 1) {
            found_.add(place / "rule", fmt::format("a leader has one vote; got {:.0f}", *votes));
        }
    }

    void check_alternatives(const path& place, const ratification::written_chamber& c,
                            std::optional<double> votes) {
        distinct_names names(found_, "an alternative");
        for (std::size_t k = 0; k < c.alternatives.size(); ++k) {
            const path here = place / "alternatives" / k;
            names.expect_new(here, c.alternatives[k].name);
            check_rule(here, c.alternatives[k].decides, votes);
        }
    }

    findings& found_;
    seat_names seats_;
    std::unordered_map<std::string, const ratification::written_chamber*> chambers_;
    std::vector<std::string> names_;
    std::unordered_map<std::string, double> votes_;  ///< by chamber
    bool uncounted_ = false;                         ///< some size is not known
};

inline void check_ratification(findings& found) { home_check(found).run(); }

}  // namespace negotiation::detail
