#include <algorithm>
#include <cmath>
#include <optional>
#include <stdexcept>

#include <fmt/format.h>

#include <negotiation/question/person.hpp>
#include <negotiation/report/text.hpp>

#include "question/person_command.hpp"
#include "question/wording.hpp"

namespace negotiation::question {

namespace detail {
namespace {

[[nodiscard]] std::optional<talks::offer_id> own_best(const talks::turn& t) {
    const talks::offer_id found = t.order() != nullptr ? t.cheapest_at_least(t.greatest())
                                                       : t.best_for_others(t.greatest(), {});
    return found == talks::no_offer ? std::nullopt : std::optional(found);
}

}  // namespace
}  // namespace detail

std::string person::worth(const talks::turn& t, talks::offer_id deal) const {
    const double utility = t.utility(deal);
    return std::isfinite(utility) ? detail::number(utility) : "outside your red lines";
}

/// What was said since the person's last move.
void person::report(const talks::turn& t) {
    std::string text = fmt::format("\nRound {} of {}.", t.now().round, t.now().rounds);
    if (accepted_) {
        text += " Your acceptance alone makes no deal: not enough of the others have followed.";
        accepted_ = false;
    }
    for (; told_ < t.heard(); ++told_) {
        const talks::event e = t.heard(told_);
        if (e.who == t.party()) {
            continue;
        }
        const std::string who = e.who < seats_.size() ? seats_[e.who] : "the mediator";
        text += fmt::format(" {}: {}", who, to_string(e.kind));
        if (e.kind == talks::move_kind::offer && e.deal != talks::no_offer) {
            text += fmt::format(", worth {} to you", worth(t, e.deal));
        }
        text += ".";
    }
    between_.tell(text +
                  fmt::format(" No deal is worth {} to you.\n", detail::number(t.reservation())));
}

/// What stands beside one's draft, issue by issue.
void person::show(const talks::turn& t) const {
    using report::alignment;
    report::table both{"", {{"", alignment::left}, {"your draft", alignment::right}}, {}};
    const bool stands = t.standing() != talks::no_offer;
    if (stands) {
        both.columns.push_back({"what stands", alignment::right});
    }
    for (std::size_t k = 0; k < draft_.size(); ++k) {
        const issue& of = world_->issues[k];
        if (t.domains()[k].size() < 2) {
            continue;  // not on the table
        }
        std::vector<std::string> row{of.name, detail::option_text(of, draft_[k])};
        if (stands) {
            row.push_back(detail::option_text(of, t.deal(t.standing())[k]));
        }
        both.rows.push_back(std::move(row));
    }
    const talks::offer_id mine = t.find(draft_);
    both.rows.push_back({"worth to you", mine == talks::no_offer ? "impossible" : worth(t, mine)});
    if (stands) {
        both.rows.back().push_back(worth(t, t.standing()));
    }
    between_.tell(report::render_text({{both}}));
    if (mine != talks::no_offer && t.utility(mine) < t.reservation()) {
        between_.tell("Your draft is worth less to you than no deal.\n");
    }
}

void person::take(const talks::turn& t, talks::offer_id deal) {
    const auto options = t.deal(deal);
    draft_.assign(options.begin(), options.end());
}

/// A draft: the cheapest deal that is worth so much.
void person::aim(const talks::turn& t, double target) {
    if (target > t.greatest()) {
        throw std::invalid_argument(fmt::format("no deal is worth {} to you; your best is worth {}",
                                                detail::number(target),
                                                detail::number(t.greatest())));
    }
    if (target < t.reservation()) {
        between_.tell(fmt::format("That is less than no deal is worth to you, {}.\n",
                                  detail::number(t.reservation())));
    }
    const talks::offer_id found =
        t.order() != nullptr ? t.cheapest_at_least(target) : t.best_for_others(target, {});
    if (found == talks::no_offer) {
        throw std::invalid_argument("no deal is worth as much to you as none");
    }
    take(t, found);
}

talks::move person::act(const talks::turn& t, random_stream&) {
    if (draft_.empty()) {
        const auto best = detail::own_best(t);
        draft_ = t.domains().empty() ? outcome() : outcome(t.domains().size(), 0);
        for (std::size_t k = 0; k < draft_.size(); ++k) {
            draft_[k] = t.domains()[k].empty() ? 0 : t.domains()[k].front();
        }
        if (best) {
            take(t, *best);
        }
    }
    report(t);
    show(t);
    for (;;) {
        const auto line = between_.ask();
        if (!line) {
            between_.tell("The input has ended, which counts as walking away.\n");
            return t.legal().walk_away ? talks::turn::walk_away() : talks::turn::reject();
        }
        try {
            if (const auto made = decide(t, *line)) {
                accepted_ = made->kind == talks::move_kind::accept;
                return *made;
            }
        } catch (const std::invalid_argument& wrong) {
            between_.tell(fmt::format("{}\n", wrong.what()));
        }
    }
}

std::optional<talks::move> person::decide(const talks::turn& t, const std::string& line) {
    using detail::command_word;
    const detail::person_command said = detail::parse_command(line);
    const talks::legal_moves& may = t.legal();
    const auto only_if = [&](bool legal) {
        if (!legal) {
            throw std::invalid_argument(
                fmt::format("'{}' is not possible now", detail::typed_as(said.word)));
        }
    };
    switch (said.word) {
        case command_word::accept:
            only_if(may.accept);
            doubt_acceptance(t);
            return talks::turn::accept();
        case command_word::insist:
            only_if(may.accept);
            return talks::turn::accept();
        case command_word::reject:
            only_if(may.reject);
            return talks::turn::reject();
        case command_word::walk:
            only_if(may.walk_away);
            return talks::turn::walk_away();
        case command_word::offer:
            only_if(may.offer);
            draft_ = detail::changed_by(*world_, t.domains(), draft_, said.rest);
            return offer(t);
        case command_word::options:
            between_.tell(detail::options_text(*world_, said.rest));
            return std::nullopt;
        case command_word::help:
            between_.tell(detail::commands_text());
            return std::nullopt;
        case command_word::draft:
            draft_ = detail::changed_by(*world_, t.domains(), draft_, said.rest);
            break;
        case command_word::at:
            aim(t, detail::utility_in(said.rest));
            break;
        case command_word::theirs:
            if (t.standing() == talks::no_offer) {
                throw std::invalid_argument("nothing stands");
            }
            take(t, t.standing());
            break;
        case command_word::show:
            break;
    }
    show(t);
    return std::nullopt;
}

/// Whoever means it says so with `accept!`.
void person::doubt_acceptance(const talks::turn& t) const {
    if (t.standing() != talks::no_offer && t.standing_utility() < t.reservation()) {
        throw std::invalid_argument(
            fmt::format("what stands is worth {} to you, no deal {}: 'accept!' takes it all the "
                        "same",
                        worth(t, t.standing()), detail::number(t.reservation())));
    }
}

/// The draft, if it may be proposed.
talks::move person::offer(const talks::turn& t) const {
    const talks::offer_id deal = t.find(draft_);
    if (deal == talks::no_offer) {
        throw std::invalid_argument("the constraints forbid your draft");
    }
    if (!std::isfinite(t.utility(deal))) {
        throw std::invalid_argument("your draft lies outside your own red lines");
    }
    return talks::turn::offer(deal);
}

}  // namespace negotiation::question
