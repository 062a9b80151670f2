#include "question/life_world.hpp"

#include <algorithm>
#include <exception>
#include <memory>
#include <optional>
#include <utility>

#include "question/lookups.hpp"

namespace negotiation::question::detail {

namespace {

/// Talks played beforehand are other runs than those played for a life of the same number.
constexpr std::uint64_t runs_in_secret = std::uint64_t{1} << 62U;
constexpr std::uint64_t runs_in_public = std::uint64_t{2} << 62U;

[[nodiscard]] setting setting_of(const life_options& options, publicity talks) {
    return {options.scope, talks, {}, {}};
}

/// Work done on all threads; an exception comes out where it was asked for.
/// Where it is stopped no life is lived either.
template <class Work>
void each_of(std::size_t count, const parallel_options& how, const Work& work) {
    const run_report report =
        run_parallel(count, {how.threads, how.stop, {}}, [&]() -> run_worker { return work(); });
    if (report.fault) {
        std::rethrow_exception(report.fault->what);
    }
}

[[nodiscard]] std::vector<life::talk> play_many(const prepared_talks& prepared,
                                                const life_options& options, std::uint64_t first) {
    std::vector<life::talk> played(options.played);
    each_of(played.size(), options.parallel, [&]() -> run_worker {
        auto runs = std::make_shared<repeated_talks>(prepared);
        return [&, runs](std::size_t k) {
            const talks::ending& end = runs->play(options.seed, first + k);
            played[k] = talk_of(prepared, end, runs->said());
        };
    });
    return played;
}

/// The section with another rate of leaks.
[[nodiscard]] talks::section leaking(talks::section said, double rate) {
    said.leak_rate = rate;
    return said;
}

}  // namespace

run_options talks_asked(const life_options& options, publicity talks) {
    run_options asked;
    asked.scope = options.scope;
    asked.talks = talks;
    asked.rounds = options.rounds;
    asked.strategies = options.strategies;
    asked.mediators = options.mediators;
    asked.seed = options.seed;
    return asked;
}

life::talk talk_of(const prepared_talks& prepared, const talks::ending& end,
                   const talks::proceedings& said) {
    life::talk one;
    one.status = end.status;
    one.round = end.round;
    one.days = end.days;
    if (end.leaked) {
        const std::size_t k = said.leaked_after;
        const auto round = k == 0 ? 1 : said.history[k - 1].round;
        one.leaked_on = end.days * static_cast<double>(round) / static_cast<double>(end.round);
    }
    if (life::agreed(one)) {
        const auto deal = said.deal(end.deal);
        one.deal.assign(deal.begin(), deal.end());
        for (party_id i = 0; i < prepared.arena().parties(); ++i) {
            one.promised.push_back(said.promised(end.deal, i));
        }
        for (std::size_t m = 0; m < prepared.mediators().size(); ++m) {
            const bool spoke =
                std::find(said.sureties.begin(), said.sureties.end(), m) != said.sureties.end();
            if (spoke && talks::surety_of(prepared.mediators()[m].role)) {
                one.sureties.push_back(m);
            }
        }
    } else {
        one.no_deal_shift = said.reservation_shift;
    }
    return one;
}

life_world::life_world(const scenario& world, const life_options& options)
    : options_(options),
      first_(set_table(world, setting_of(options, options.talks.value_or(world.talks)))),
      said_(section_of(world, talks_asked(options, first_.talks))) {
    lives_.in = life::gather(world, first_.frozen, party_names(first_), options.how);
    lives_.talking = life::rates_of_talks(lives_.in);
    lives_.screen = {first_.talks == publicity::secret, said_.leak_rate, said_.audience_cost};
    const run_options asked = talks_asked(options, first_.talks);
    for (const talks::mediator_entry& m : mediators_of(world, said_, asked)) {
        lives_.in.mediators.push_back({m.name, talks::surety_of(m.role)});
    }
    play_beforehand();
}

void life_world::play_beforehand() {
    if (options_.each) {
        own_.emplace(first_, said_, talks_asked(options_, first_.talks));
        return;
    }
    if (first_.talks == publicity::open) {
        const prepared_talks prepared(first_, said_, talks_asked(options_, publicity::open));
        lives_.in_public.talks = play_many(prepared, options_, runs_in_public);
    } else {
        const run_options asked = talks_asked(options_, publicity::secret);
        const prepared_talks prepared(first_, leaking(said_, 0), asked);
        lives_.kept_secret.talks = play_many(prepared, options_, runs_in_secret);
        if (said_.leak_rate > 0) {
            // What leaks is played as talks that leak at once: red lines and audiences count.
            constexpr double at_once = 1e9;
            const prepared_talks leaked(first_, leaking(said_, at_once), asked);
            lives_.in_public.talks = play_many(leaked, options_, runs_in_public);
        }
    }
    note_prospects();
}

void life_world::note_prospects() {
    std::map<signed_deal, std::size_t> places;
    for (life::played_talks* group : {&lives_.kept_secret, &lives_.in_public}) {
        for (const life::talk& one : group->talks) {
            const bool deal = life::agreed(one);
            group->prospects.push_back(
                deal ? places.try_emplace({one.deal, one.sureties}, places.size()).first->second
                     : 0);
        }
    }
    std::vector<const signed_deal*> deals(places.size());
    for (const auto& [deal, place] : places) {
        deals[place] = &deal;
    }
    lives_.prospects.resize(deals.size());
    each_of(deals.size(), options_.parallel, [&]() -> run_worker {
        return [&](std::size_t k) {
            lives_.prospects[k] = life::look_ahead(lives_.in, deals[k]->first, deals[k]->second);
        };
    });
}

life_world::shared_prospect life_world::ahead_of(const life::talk& own) const {
    const signed_deal deal{own.deal, own.sureties};
    constexpr std::size_t most = 4096;  // so that memory does not grow with the lives
    {
        const std::lock_guard lock(knowing_);
        if (const auto found = known_.find(deal); found != known_.end()) {
            return found->second;
        }
    }
    auto ahead =
        std::make_shared<const life::prospect>(life::look_ahead(lives_.in, own.deal, own.sureties));
    const std::lock_guard lock(knowing_);
    return known_.size() < most ? known_.try_emplace(deal, std::move(ahead)).first->second : ahead;
}

life::talk life_world::play_for(std::uint64_t number, repeated_talks& runs) const {
    const talks::ending& end = runs.play(options_.seed, number);
    return talk_of(*own_, end, runs.said());
}

life::life_player life_world::make_player() const {
    if (!options_.each) {
        return [this](std::uint64_t number, life::record& into) {
            life::live(lives_, options_.seed, number, into);
        };
    }
    auto runs = std::make_shared<repeated_talks>(*own_);
    return [this, runs](std::uint64_t number, life::record& into) {
        const life::talk own = play_for(number, *runs);
        const shared_prospect ahead = life::agreed(own) ? ahead_of(own) : nullptr;
        life::live(lives_, options_.seed, number, own, ahead.get(), into);
    };
}

bool life_world::drop_lines_at_home() {
    if (options_.each || lives_.in.world->ratification.chambers.empty()) {
        return false;
    }
    ratification::conditions how = options_.how.votes;
    how.public_lines = false;
    each_of(lives_.prospects.size(), options_.parallel, [&]() -> run_worker {
        return [&](std::size_t k) { life::put_to_vote(lives_.in, how, lives_.prospects[k]); };
    });
    return true;
}

told_life life_world::live(std::uint64_t number) const {
    told_life told;
    if (options_.each) {
        repeated_talks alone(*own_);
        told.talked = play_for(number, alone);
        told.ahead = life::agreed(told.talked) ? ahead_of(told.talked) : nullptr;
        life::live(lives_, options_.seed, number, told.talked, told.ahead.get(), told.went);
        return told;
    }
    life::live(lives_, options_.seed, number, told.went);
    const bool after_leak = told.went.drawn_in_public;
    const life::played_talks& from = after_leak ? lives_.in_public : lives_.kept_secret;
    told.talked = from.talks[told.went.talk];
    if (life::agreed(told.talked)) {
        told.ahead = std::make_shared<const life::prospect>(lives_.prospects[told.went.deal]);
    }
    return told;
}

}  // namespace negotiation::question::detail
