#include "question/life_story.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "question/lookups.hpp"
#include "question/surety_text.hpp"
#include "question/wording.hpp"

namespace negotiation::question::detail {

namespace {

[[nodiscard]] std::vector<std::string> chambers_of(const life::circumstances& in) {
    std::vector<std::string> all;
    for (const std::vector<std::string>& home : in.homes.chambers) {
        all.insert(all.end(), home.begin(), home.end());
    }
    return all;
}

/// How far a life came, to be compared.
[[nodiscard]] std::pair<int, double> reached_by(const life::record& one) {
    const int stage = (one.signed_on ? 1 : 0) + (one.ratified_on ? 1 : 0) +
                      (one.completed_on ? 1 : 0) + (life::survived(one) ? 1 : 0);
    return {stage, static_cast<double>(one.steps_done)};
}

/// What a deal changes, clause by clause.
[[nodiscard]] std::string changes_of(const seating& at, const outcome& deal) {
    std::vector<std::string> clauses;
    for (const issue_id k : at.frozen.in_scope) {
        if (deal[k] != at.frozen.status_quo[k]) {
            const issue& of = at.world->issues[k];
            clauses.push_back(of.name + " " + to_string(of.options[deal[k]]));
        }
    }
    return clauses.empty() ? "nothing changes" : fmt::format("{}", fmt::join(clauses, ", "));
}

/// Writes down one life.
class storyteller {
public:
    storyteller(const life_world& lives, told_life told)
        : lives_(lives),
          in_(lives.lives().in),
          told_(std::move(told)) {}

    [[nodiscard]] std::vector<story_line> lines() {
        begin();
        happenings();
        sign();
        vote();
        perform();
        end();
        std::stable_sort(lines_.begin(), lines_.end(),
                         [](const auto& a, const auto& b) { return a.days < b.days; });
        last();
        return std::move(lines_);
    }

private:
    void say(double days, std::string text) { lines_.push_back({days, std::move(text)}); }

    void begin() {
        say(0, lives_.table().talks == publicity::secret ? "Talks begin in secret."
                                                         : "Talks begin in public.");
        std::vector<std::string> false_ones;
        for (std::size_t i = 0; i < in_.parties.size(); ++i) {
            if (told_.went.untrustworthy[i]) {
                false_ones.push_back(in_.parties[i]);
            }
        }
        if (!in_.trust.empty()) {
            say(0, false_ones.empty()
                       ? "Nobody knows it, but all of them would keep a deal to the end."
                       : fmt::format("Nobody knows it, but {} would not keep a deal to the end.",
                                     joined(false_ones)));
        }
    }

    void happenings() {
        for (const life::happening& h : told_.went.happenings) {
            switch (h.what) {
                case life::happening::kind::leak:
                    say(h.days, "The talks leak; public red lines bind from now on.");
                    break;
                case life::happening::kind::hazard:
                    say(h.days,
                        fmt::format("A shock: {}. It goes on.", in_.lasting.names[h.which]));
                    break;
                case life::happening::kind::event:
                    say(h.days, fmt::format("{}. It goes on.", in_.lasting.event_names[h.which]));
                    break;
                case life::happening::kind::pretended: {
                    const auto s = told_.ahead->steps.report.order[h.which];
                    say(h.days,
                        fmt::format("{} is only pretended.", told_.ahead->steps.steps.steps[s]));
                    break;
                }
            }
        }
    }

    void sign() {
        if (!told_.went.signed_on) {
            return;
        }
        const std::string round =
            told_.went.leaked ? "" : fmt::format(" in round {}", told_.talked.round);
        std::string worth;
        for (std::size_t i = 0; i < in_.parties.size(); ++i) {
            worth += fmt::format("{}{} {}", i == 0 ? "" : ", ", in_.parties[i],
                                 number(told_.ahead->utilities[i]));
        }
        say(*told_.went.signed_on, fmt::format("Signed{}, worth {}: {}.", round, worth,
                                               changes_of(lives_.table(), told_.ahead->deal)));
        for (std::size_t k = 0; k < told_.ahead->steps.effects.size(); ++k) {
            const surety_effect& effect = told_.ahead->steps.effects[k];
            const life::standing_mediator& one = in_.mediators[told_.ahead->sureties[k]];
            if (effect.idle.empty()) {
                say(*told_.went.signed_on,
                    fmt::format("{} stands for it: {}{}.", one.name, surety_text(*one.what),
                                share_text(*one.what, effect)));
            }
        }
    }

    void vote() {
        if (!told_.went.ratified_on || told_.ahead->vote_days <= 0) {
            return;
        }
        std::vector<std::string> chances;
        const std::vector<std::string> names = chambers_of(in_);
        for (const life::home_prospect& home : told_.ahead->homes) {
            if (!home.passed.empty()) {
                std::vector<std::string> chambers;
                for (const std::uint32_t c : home.chambers) {
                    chambers.push_back(names[c]);
                }
                chances.push_back(
                    fmt::format("{} (chance {})", joined(chambers), number(home.passed.back())));
            }
        }
        say(*told_.went.ratified_on, fmt::format("Passed at home by {}.", joined(chances)));
    }

    /// Runs of steps of one party make one line.
    void perform() {
        if (!told_.went.ratified_on) {
            return;
        }
        const life::carrying_out& steps = told_.ahead->steps;
        std::size_t from = 0;
        while (from < told_.went.steps_done) {
            const auto who = steps.made->performer(steps.report.order[from]);
            std::vector<std::string> names;
            std::size_t k = from;
            for (; k < told_.went.steps_done && steps.made->performer(steps.report.order[k]) == who;
                 ++k) {
                if (!pretended(k)) {
                    names.push_back(steps.steps.steps[steps.report.order[k]]);
                }
            }
            if (!names.empty()) {
                say(*told_.went.signed_on + steps.done_days[k],
                    fmt::format("{}: {}.", in_.parties[who], joined(names)));
            }
            from = k;
        }
        if (told_.went.completed_on) {
            say(*told_.went.completed_on,
                any_pretended() ? "Every step is done or pretended." : "Every step is done.");
        }
    }

    [[nodiscard]] bool pretended(std::size_t place) const {
        const auto& all = told_.went.happenings;
        return std::any_of(all.begin(), all.end(), [&](const life::happening& h) {
            return h.what == life::happening::kind::pretended && h.which == place;
        });
    }
    [[nodiscard]] bool any_pretended() const {
        const auto& all = told_.went.happenings;
        return std::any_of(all.begin(), all.end(), [](const life::happening& h) {
            return h.what == life::happening::kind::pretended;
        });
    }

    void end() {
        if (life::survived(told_.went)) {
            say(told_.went.ended_on, "The horizon: the deal still stands.");
            return;
        }
        say(told_.went.ended_on, fmt::format("It ends: {}.", cause_text(in_, told_.went.why)));
    }

    void last() {
        std::string had;
        for (std::size_t i = 0; i < in_.parties.size(); ++i) {
            had += fmt::format("{}{} has {} ({} without talks)", i == 0 ? "" : ", ", in_.parties[i],
                               number(told_.went.values[i]),
                               number(reservation_value(in_.frozen->table.parties[i])));
        }
        say(told_.went.ended_on, had + ".");
    }

    const life_world& lives_;
    const life::circumstances& in_;
    told_life told_;
    std::vector<story_line> lines_;
};

}  // namespace

std::string cause_name(const life::circumstances& in, const life::cause& why) {
    switch (why.kind) {
        case life::cause_kind::not_signed:
        case life::cause_kind::declined:
        case life::cause_kind::stopped:
        case life::cause_kind::caught:
            return in.parties[why.which];
        case life::cause_kind::refused:
            return chambers_of(in)[why.which];
        case life::cause_kind::hazard:
            return in.lasting.names[why.which];
        case life::cause_kind::event:
            return in.lasting.event_names[why.which];
        case life::cause_kind::nothing:
        case life::cause_kind::deadline:
        case life::cause_kind::walked_away:
        case life::cause_kind::broken_down:
            break;
    }
    return {};
}

std::string cause_text(const life::circumstances& in, const life::cause& why) {
    const std::string name = cause_name(in, why);
    switch (why.kind) {
        case life::cause_kind::nothing:
            return "nothing";
        case life::cause_kind::deadline:
            return "no agreement before the deadline";
        case life::cause_kind::walked_away:
            return "a party walks away";
        case life::cause_kind::broken_down:
            return "the talks break down";
        case life::cause_kind::not_signed:
            return name + " does not sign after a shock";
        case life::cause_kind::refused:
            return name + " votes it down";
        case life::cause_kind::declined:
            return name + " does not go on";
        case life::cause_kind::stopped:
            return name + " stops";
        case life::cause_kind::caught:
            return name + " is found out";
        case life::cause_kind::hazard:
        case life::cause_kind::event:
            break;
    }
    return name;
}

story story_of(const life_world& lives, const life_options& options, std::uint64_t lived) {
    if (options.told) {
        return {*options.told, "as asked for",
                storyteller(lives, lives.live(*options.told)).lines()};
    }
    const std::uint64_t looked = std::min<std::uint64_t>(lived, options.each ? 20 : 1000);
    std::uint64_t best = 0;
    std::pair<int, double> farthest{-1, 0};
    for (std::uint64_t k = 0; k < looked; ++k) {
        const auto reached = reached_by(lives.live(k).went);
        if (reached > farthest) {
            farthest = reached;
            best = k;
        }
    }
    return {best, fmt::format("the first of {} that came farthest", grouped(looked)),
            storyteller(lives, lives.live(best)).lines()};
}

}  // namespace negotiation::question::detail
