#include <algorithm>
#include <limits>
#include <optional>
#include <stdexcept>

#include <fmt/core.h>

#include <negotiation/survival/deal_course.hpp>

#include "survival/argument.hpp"

namespace negotiation::survival {

namespace {

void check_course(const deal_course& of) {
    double before = 0;
    for (const double date : {of.signature, of.vote, of.first_step, of.completion, of.end}) {
        require_not_negative("deal_course: a date", date);
        if (date < before) {
            throw std::invalid_argument(fmt::format(
                "deal_course: signature, vote, first step, completion and end must come in this "
                "order; got {} after {}",
                date, before));
        }
        before = date;
    }
}

/// When the milestone of a spike is reached, if ever.
[[nodiscard]] std::optional<double> date_of(const spike& s, const deal_course& of) {
    switch (s.at) {
        case milestone::signature:
            return of.signature;
        case milestone::vote:
            return of.vote;
        case milestone::first_step:
            return of.first_step;
        case milestone::completion:
            return of.completion;
        case milestone::step:
            break;
    }
    return s.step < of.steps.size() && of.steps[s.step] >= 0 ? std::optional(of.steps[s.step])
                                                             : std::nullopt;
}

/// Where some rate may change, ascending, 0 and the end included.
[[nodiscard]] std::vector<double> borders_of(std::span<const hazard> hazards,
                                             const deal_course& of) {
    std::vector<double> borders{0, of.signature, of.vote, of.completion, of.end};
    for (const hazard& h : hazards) {
        for (const spike& s : h.spikes) {
            if (const auto date = date_of(s, of)) {
                borders.push_back(std::clamp(*date - s.days_before, 0.0, of.end));
                borders.push_back(std::clamp(*date + s.days_after, 0.0, of.end));
            }
        }
    }
    std::sort(borders.begin(), borders.end());
    borders.erase(std::unique(borders.begin(), borders.end()), borders.end());
    return borders;
}

/// What spikes add around a date.
[[nodiscard]] double spikes_at(const hazard& h, const deal_course& of, double days) {
    double sum = 0;
    for (const spike& s : h.spikes) {
        const auto date = date_of(s, of);
        const bool inside = date && days >= *date - s.days_before && days < *date + s.days_after;
        sum += inside ? s.add : 0;
    }
    return sum;
}

[[nodiscard]] double rate_at(const hazard& h, double level, const deal_course& of, double days) {
    if (!h.threatens[static_cast<std::size_t>(stage_at(of, days))]) {
        return 0;
    }
    const double raised = level + spikes_at(h, of, days);
    const bool chance = h.stated == measure::probability;
    return daily_rate(
        h, chance ? std::min(raised, 1 - std::numeric_limits<double>::epsilon()) : raised);
}

}  // namespace

stage stage_at(const deal_course& of, double days) noexcept {
    if (days < of.signature) {
        return stage::talks;
    }
    if (days < of.vote) {
        return stage::ratification;
    }
    return days < of.completion ? stage::implementation : stage::aftermath;
}

timeline timeline_of(std::span<const hazard> hazards, const outcome_space& space,
                     const outcome& deal, const deal_course& of, bool with_terms) {
    check_course(of);
    std::vector<double> levels;
    for (const hazard& h : hazards) {
        levels.push_back(level_of(h, space, deal, with_terms));
    }
    timeline made;
    const std::vector<double> borders = borders_of(hazards, of);
    for (std::size_t k = 0; k + 1 < borders.size(); ++k) {
        segment piece;
        piece.duration = borders[k + 1] - borders[k];
        for (std::size_t m = 0; m < hazards.size(); ++m) {
            piece.rates.push_back(rate_at(hazards[m], levels[m], of, borders[k]));
        }
        made.segments.push_back(std::move(piece));
    }
    return made;
}

}  // namespace negotiation::survival
