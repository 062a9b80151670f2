#include <cmath>
#include <limits>
#include <stdexcept>

#include <fmt/core.h>

#include <negotiation/compliance/evidence.hpp>

#include "model/argument.hpp"

namespace negotiation::compliance {

namespace {

constexpr double rounding_of_beliefs = 1e-12;

void check_watching(const monitor& by, const suspects& among) {
    require_probability("evidence: the detection", by.detection);
    require_probability("evidence: the false alarm rate", by.false_alarm);
    require_probability("evidence: the attribution", by.attribution);
    require_probability("evidence: the misattribution", by.misattribution);
    require_probability("evidence: the chance that the party acts", among.party);
    require_probability("evidence: the chance that others act", among.others);
}

/// Probability of a report where the party does nothing.
[[nodiscard]] double without_the_party(observation of, const monitor& by, double others) {
    const double seen = others * by.detection;
    switch (of) {
        case observation::accusation:
            return seen * by.misattribution + (1 - others) * by.false_alarm;
        case observation::act:
            return seen * (1 - by.misattribution);
        case observation::silence:
            break;
    }
    return others * (1 - by.detection) + (1 - others) * (1 - by.false_alarm);
}

/// Probability of a report where it acts.
[[nodiscard]] double with_the_party(observation of, const monitor& by) {
    switch (of) {
        case observation::accusation:
            return by.detection * by.attribution;
        case observation::act:
            return by.detection * (1 - by.attribution);
        case observation::silence:
            break;
    }
    return 1 - by.detection;
}

[[nodiscard]] bool enough(double belief, double threshold) {
    return belief >= threshold * (1 - rounding_of_beliefs);
}

/// p T / (p T + (1 - p)(h A + (1 - h) T)) >= m is linear in T, and T in the chance of others.
[[nodiscard]] std::optional<double> others_needed_for(observation of, const monitor& by,
                                                      const suspects& among, double belief,
                                                      double threshold) {
    const double quiet = without_the_party(of, by, 0);
    const double slope = without_the_party(of, by, 1) - quiet;
    const double doubt = 1 - belief;
    const double weight = belief * (1 - threshold) - threshold * doubt * (1 - among.party);
    const double feared = threshold * doubt * among.party * with_the_party(of, by);
    // excess(o) = weight (quiet + slope o) - feared >= 0
    const double at_none = weight * quiet - feared;
    const double rounding = rounding_of_beliefs * feared;
    if (at_none >= -rounding) {
        return 0;
    }
    const double rising = weight * slope;
    if (rising <= 0 || at_none + rising < -rounding) {
        return std::nullopt;
    }
    return std::fmin(1.0, -at_none / rising);
}

/// How many reports of one kind keep a belief at the threshold.
[[nodiscard]] std::optional<std::size_t> most_reports(double belief, double threshold,
                                                      double added) {
    if (!enough(belief, threshold)) {
        return 0;
    }
    if (added >= 0 || belief >= 1 || threshold <= 0) {
        return std::nullopt;
    }
    const double room =
        std::fmax(0.0, negotiation::log_odds_of(belief) - negotiation::log_odds_of(threshold));
    const double count =
        std::isinf(added) ? 0 : std::floor(room / -added * (1 + rounding_of_beliefs));
    constexpr double most = 1e9;
    return count <= most ? std::optional(static_cast<std::size_t>(count)) : std::nullopt;
}

}  // namespace

likelihoods likelihoods_of(observation of, const monitor& by, const suspects& among) {
    check_watching(by, among);
    const double idle = without_the_party(of, by, among.others);
    return {idle, among.party * with_the_party(of, by) + (1 - among.party) * idle};
}

double weight_of_evidence(observation of, const monitor& by, const suspects& among) {
    const likelihoods how = likelihoods_of(of, by, among);
    if (how.trustworthy <= 0 && how.untrustworthy <= 0) {
        throw std::invalid_argument(
            fmt::format("evidence: those who watch so never report '{}'", to_string(of)));
    }
    return std::log(how.trustworthy) - std::log(how.untrustworthy);
}

double belief_after(double belief, std::span<const observation> reports, const monitor& by,
                    const suspects& among) {
    double log_odds = negotiation::log_odds_of(belief);
    for (const observation one : reports) {
        log_odds += weight_of_evidence(one, by, among);
        if (std::isnan(log_odds)) {
            throw std::invalid_argument(fmt::format(
                "evidence: at a belief of {} these reports cannot all have been made", belief));
        }
    }
    return negotiation::belief_of(log_odds);
}

weighed_report weigh(observation of, const monitor& by, const suspects& among, double belief,
                     double threshold) {
    require_probability("evidence: the threshold", threshold);
    weighed_report found;
    found.before = belief;
    found.after = updated(belief, likelihoods_of(of, by, among));
    found.talks_go_on = enough(found.after, threshold);
    found.others_needed = others_needed_for(of, by, among, belief, threshold);
    found.most = most_reports(belief, threshold, weight_of_evidence(of, by, among));
    return found;
}

}  // namespace negotiation::compliance
