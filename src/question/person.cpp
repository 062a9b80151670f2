#include <algorithm>
#include <charconv>
#include <cmath>
#include <functional>
#include <map>
#include <optional>
#include <stdexcept>
#include <string_view>

#include <fmt/format.h>

#include <negotiation/model/nearest.hpp>
#include <negotiation/question/person.hpp>
#include <negotiation/report/text.hpp>

#include "question/wording.hpp"

namespace negotiation::question {

namespace detail {
namespace {

constexpr const char* commands_text =
    "  accept                      what stands\n"
    "  offer [ISSUE=OPTION, …]     your draft, with these changes\n"
    "  draft ISSUE=OPTION, …       change your draft and see what it is worth\n"
    "  at UTILITY                  a draft: your cheapest deal worth so much\n"
    "  theirs                      a draft: what stands\n"
    "  show                        what stands beside your draft\n"
    "  options [ISSUE]             what can be chosen\n"
    "  reject                      where a text is voted on\n"
    "  walk                        end the talks\n";

[[nodiscard]] std::string_view without_blanks(std::string_view text) {
    constexpr std::string_view blanks = " \t\r\n";
    const std::size_t first = text.find_first_not_of(blanks);
    return first == std::string_view::npos
               ? std::string_view()
               : text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

[[nodiscard]] std::size_t issue_named(const scenario& world, std::string_view name) {
    std::vector<std::string> known;
    for (std::size_t k = 0; k < world.issues.size(); ++k) {
        if (world.issues[k].name == name) {
            return k;
        }
        known.push_back(world.issues[k].name);
    }
    throw std::invalid_argument(
        fmt::format("no issue '{}'; {}", shown(name), nearest(name, known)));
}

[[nodiscard]] option_id option_named(const issue& of, std::string_view name) {
    std::vector<std::string> known;
    for (std::size_t o = 0; o < of.options.size(); ++o) {
        known.push_back(to_string(of.options[o]));
        if (known.back() == name) {
            return static_cast<option_id>(o);
        }
    }
    throw std::invalid_argument(fmt::format("issue '{}' has no option '{}'; {}", of.name,
                                            shown(name), nearest(name, known)));
}

/// "accept", "offer x=1" and so on: a word and what follows it.
[[nodiscard]] std::pair<std::string, std::string> parts_of(std::string_view line) {
    const std::string_view said = without_blanks(line);
    const std::size_t end = std::min(said.find_first_of(" \t"), said.size());
    return {std::string(said.substr(0, end)), std::string(without_blanks(said.substr(end)))};
}

[[nodiscard]] std::string options_text(const scenario& world, const std::string& name) {
    std::string text;
    for (const issue& of : world.issues) {
        if (!name.empty() && of.name != name) {
            continue;
        }
        std::vector<std::string> names;
        for (const option_label& option : of.options) {
            names.push_back(to_string(option));
        }
        text += fmt::format("  {}: {}\n", of.name, fmt::join(names, ", "));
    }
    return text;
}

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
        std::vector<std::string> row{of.name, to_string(of.options[draft_[k]])};
        if (stands) {
            row.push_back(to_string(of.options[t.deal(t.standing())[k]]));
        }
        both.rows.push_back(std::move(row));
    }
    const talks::offer_id mine = t.find(draft_);
    both.rows.push_back({"worth to you", mine == talks::no_offer ? "impossible" : worth(t, mine)});
    if (stands) {
        both.rows.back().push_back(worth(t, t.standing()));
    }
    between_.tell(report::render_text({{both}}));
}

void person::take(const talks::turn& t, talks::offer_id deal) {
    const auto options = t.deal(deal);
    draft_.assign(options.begin(), options.end());
}

/// "enrichment=zero, leu_stock=300"
void person::change(const talks::turn& t, const std::string& clauses) {
    outcome changed = draft_;
    for (std::size_t from = 0; from < clauses.size();) {
        const std::size_t end = std::min(clauses.find(',', from), clauses.size());
        const std::string_view part =
            detail::without_blanks(std::string_view(clauses).substr(from, end - from));
        const std::size_t equals = part.find('=');
        if (equals == std::string_view::npos) {
            throw std::invalid_argument(
                fmt::format("expected ISSUE=OPTION; got '{}'", shown(part)));
        }
        const std::size_t k =
            detail::issue_named(*world_, detail::without_blanks(part.substr(0, equals)));
        const option_id option = detail::option_named(
            world_->issues[k], detail::without_blanks(part.substr(equals + 1)));
        const auto& open = t.domains()[k];
        if (!std::binary_search(open.begin(), open.end(), option)) {
            throw std::invalid_argument(
                fmt::format("issue '{}' is not on the table", world_->issues[k].name));
        }
        changed[k] = option;
        from = end + 1;
    }
    draft_ = std::move(changed);
}

void person::aim(const talks::turn& t, const std::string& utility) {
    double target = 0;
    const char* end = utility.data() + utility.size();
    const auto read = std::from_chars(utility.data(), end, target);
    if (read.ec != std::errc() || read.ptr != end || !std::isfinite(target)) {
        throw std::invalid_argument(
            fmt::format("'at' needs a utility, such as 0.7; got '{}'", shown(utility)));
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
            return t.legal().walk_away ? talks::turn::walk_away() : talks::turn::reject();
        }
        try {
            if (const auto made = decide(t, *line)) {
                return *made;
            }
        } catch (const std::invalid_argument& wrong) {
            between_.tell(fmt::format("{}\n", wrong.what()));
        }
    }
}

std::optional<talks::move> person::decide(const talks::turn& t, const std::string& line) {
    const auto [word, rest] = detail::parts_of(line);
    const talks::legal_moves& may = t.legal();
    if (word == "accept" && may.accept) {
        return talks::turn::accept();
    }
    if (word == "reject" && may.reject) {
        return talks::turn::reject();
    }
    if (word == "walk" && may.walk_away) {
        return talks::turn::walk_away();
    }
    if (word == "offer" && may.offer) {
        change(t, rest);
        return offer(t);
    }
    if (word == "accept" || word == "reject" || word == "walk" || word == "offer") {
        throw std::invalid_argument(fmt::format("'{}' is not possible now", word));
    }
    prepare(t, word, rest);
    return std::nullopt;
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

/// What a person may do before a move.
void person::prepare(const talks::turn& t, const std::string& word, const std::string& rest) {
    if (word == "options") {
        if (!rest.empty()) {
            static_cast<void>(detail::issue_named(*world_, rest));
        }
        between_.tell(detail::options_text(*world_, rest));
        return;
    }
    if (word == "draft") {
        change(t, rest);
    } else if (word == "at") {
        aim(t, rest);
    } else if (word == "theirs") {
        if (t.standing() == talks::no_offer) {
            throw std::invalid_argument("nothing stands");
        }
        take(t, t.standing());
    } else if (word != "show") {
        between_.tell(detail::commands_text);
        return;
    }
    show(t);
}

}  // namespace negotiation::question
