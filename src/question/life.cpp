#include <algorithm>
#include <numeric>
#include <set>
#include <stdexcept>
#include <utility>

#include <fmt/core.h>

#include <negotiation/model/nearest.hpp>
#include <negotiation/model/random_stream.hpp>
#include <negotiation/question/life.hpp>
#include <negotiation/scenario/numbers.hpp>
#include <negotiation/scenario/sample.hpp>

#include "question/life_story.hpp"
#include "question/life_world.hpp"
#include "question/surety_text.hpp"

namespace negotiation::question {

namespace detail {
namespace {

void check_lives(const scenario& world, const life_options& options) {
    constexpr std::size_t most = 1'000'000;
    if (!options.each && (options.played < 1 || options.played > most)) {
        throw std::invalid_argument(
            fmt::format("the number of talks played beforehand must lie in [1, {}]; got {}", most,
                        options.played));
    }
    constexpr std::size_t most_samples = 10'000;
    if (options.samples > most_samples) {
        throw std::invalid_argument(fmt::format("assumptions can be drawn up to {} times; got {}",
                                                most_samples, options.samples));
    }
    if (!(options.spread >= 0 && options.spread < 1)) {
        throw std::invalid_argument(
            fmt::format("the spread of assumptions must lie in [0, 1); got {}", options.spread));
    }
    if (!options.how.alternative.empty() && world.ratification.chambers.empty()) {
        throw std::invalid_argument(
            fmt::format("no alternative rule '{}': nobody ratifies in this scenario",
                        shown(options.how.alternative)));
    }
}

/// What the scenario says nothing of, so that it cannot end anything.
[[nodiscard]] std::vector<std::string> left_out_of(const scenario& world, const life_world& lives) {
    const life::circumstances& in = lives.lives().in;
    std::vector<std::string> missing;
    if (world.ratification.chambers.empty()) {
        missing.emplace_back("chambers: every deal passes at home");
    }
    if (!world.sequence || world.sequence->steps.empty()) {
        missing.emplace_back("steps: a deal that has passed is carried out at once");
    } else if (in.trust.empty()) {
        missing.emplace_back("beliefs: everybody is trustworthy");
    }
    if (in.lasting.hazards.empty() && in.lasting.events.empty()) {
        missing.emplace_back("hazards: nothing ends talks or deal from outside");
    }
    return missing;
}

[[nodiscard]] std::size_t agreed_among(const life::played_talks& played) {
    return static_cast<std::size_t>(std::count_if(played.talks.begin(), played.talks.end(),
                                                  [](const life::talk& t) { return agreed(t); }));
}

/// However many of them are signed with and without somebody who stands for them.
[[nodiscard]] std::size_t different_deals(const life::world& lives) {
    std::set<outcome> deals;
    for (const life::prospect& ahead : lives.prospects) {
        deals.insert(ahead.deal);
    }
    return deals.size();
}

/// Why a mediator's surety is idle in the carrying out of a deal; empty where it is in force.
[[nodiscard]] std::string idle_because(const life::prospect& ahead, std::size_t mediator) {
    const auto found = std::find(ahead.sureties.begin(), ahead.sureties.end(), mediator);
    if (found == ahead.sureties.end()) {
        return "they agreed before it had said so";
    }
    const auto k = static_cast<std::size_t>(found - ahead.sureties.begin());
    return ahead.steps.effects.empty() ? "nothing is left to carry out"
                                       : ahead.steps.effects[k].idle;
}

[[nodiscard]] std::vector<surety_view> sureties_of(const life::world& lives) {
    std::vector<surety_view> all;
    for (std::size_t m = 0; m < lives.in.mediators.size(); ++m) {
        const life::standing_mediator& one = lives.in.mediators[m];
        if (!one.what || lives.prospects.empty()) {
            continue;
        }
        surety_view view{one.name, surety_text(*one.what), 0, {}};
        std::set<outcome> deals;
        for (const life::prospect& ahead : lives.prospects) {
            const std::string idle = idle_because(ahead, m);
            if (idle.empty()) {
                deals.insert(ahead.deal);
            } else if (view.idle.empty()) {
                view.idle = idle;
            }
        }
        view.in_force = deals.size();
        all.push_back(std::move(view));
    }
    return all;
}

void describe_world(const scenario& world, const life_options& options, const life_world& lives,
                    life_answer& into) {
    into.scenario = world.title;
    into.scope = options.scope;
    into.talks = lives.table().talks;
    into.seed = options.seed;
    into.each = options.each;
    into.played_in_secret = lives.lives().kept_secret.talks.size();
    into.played_in_public = lives.lives().in_public.talks.size();
    into.agreed_in_secret = agreed_among(lives.lives().kept_secret);
    into.agreed_in_public = agreed_among(lives.lives().in_public);
    into.deals = different_deals(lives.lives());
    into.sureties = sureties_of(lives.lives());
    into.cautious = options.how.cautious;
    into.left_out = left_out_of(world, lives);
    into.horizon = lives.lives().in.lasting.horizon;
    for (const life::prospect& ahead : lives.lives().prospects) {
        into.proven_orders = into.proven_orders && ahead.steps.proven;
        // Where set-up was stopped some have not been looked ahead of.
        into.outlasts_horizon = into.outlasts_horizon ||
                                (!ahead.steps.done_days.empty() &&
                                 ahead.steps.done_days.back() > lives.lives().in.lasting.horizon);
    }
    into.assumed_numbers = assumed_numbers_of_talks(world, options.scope, {}) +
                           assumed_numbers_of_ratification(world) +
                           assumed_numbers_of_steps(world, {}) + assumed_numbers_of_survival(world);
    into.unsourced_numbers = unsourced_numbers(world);
}

void tell_summary(const life_world& lives, const life::summary& sum, life_answer& into) {
    const life::circumstances& in = lives.lives().in;
    const auto all = static_cast<double>(std::max<std::uint64_t>(sum.lives, 1));
    into.planned = sum.planned;
    into.runs = sum.lives;
    into.leaked = static_cast<double>(sum.leaked) / all;
    for (std::size_t k = 0; k < life::milestone_count; ++k) {
        into.stages.push_back({std::string(to_string(static_cast<life::milestone>(k))),
                               proportion_of(sum.reached[k], sum.lives), sum.times[k]});
    }
    for (const life::counted_cause& one : sum.causes) {
        into.causes.push_back({std::string(to_string(one.why.at)), cause_text(in, one.why),
                               std::string(to_string(one.why.kind)), cause_name(in, one.why),
                               static_cast<double>(one.lives) / all});
    }
    for (std::size_t i = 0; i < sum.values.size(); ++i) {
        into.values.push_back({in.parties[i], sum.values[i]});
    }
}

/// The same lives, were public red lines not to count at home.
void tell_without_lines(const life_world& lives, const life_options& options, life_answer& into) {
    const life::summary sum = life::live_many(
        lives.lives(),
        {options.runs, options.seed, {options.parallel.threads, options.parallel.stop, {}}});
    if (sum.lives < sum.planned) {
        return;
    }
    into.without_lines.emplace();
    for (const std::uint64_t reached : sum.reached) {
        into.without_lines->push_back(proportion_of(reached, sum.lives));
    }
}

/// The mean, and the quantiles at 5 % and 95 %: the rank below and the rank above, so that of few
/// numbers they are the least and the greatest.
[[nodiscard]] spread_view spread_of(std::vector<double> numbers) {
    std::sort(numbers.begin(), numbers.end());
    const std::size_t beyond = (numbers.size() - 1) / 20;
    const double sum = std::accumulate(numbers.begin(), numbers.end(), 0.0);
    return {sum / static_cast<double>(numbers.size()), numbers[beyond],
            numbers[numbers.size() - 1 - beyond]};
}

/// Fewer talks beforehand under each draw: what is asked for is how draws differ.
[[nodiscard]] life_options options_of_sample(const life_options& options) {
    constexpr std::size_t few = 100;
    constexpr std::uint64_t least_lives = 1'000;  // fewer say more of chance than of assumptions
    life_options one = options;
    one.played = std::min(options.played, few);
    one.runs = std::max<std::uint64_t>(options.runs / options.samples, least_lives);
    one.parallel.progress = {};
    return one;
}

/// The same question under assumptions that are drawn anew each time.
void sample(const scenario& world, const life_options& options, life_answer& into) {
    const life_options one = options_of_sample(options);
    std::vector<std::vector<double>> shares(life::milestone_count);
    std::vector<std::vector<double>> worths(into.values.size());
    for (std::size_t k = 0; k < options.samples && !options.parallel.stop.stop_requested(); ++k) {
        constexpr std::uint32_t purpose_of_samples = 1U << 21U;
        random_stream bits(options.seed, k, purpose_of_samples);
        const scenario drawn = sample_assumptions(world, options.spread, bits);
        const life_world lives(drawn, one);
        const life::summary sum = life::live_many(lives.lives(), {one.runs, one.seed, one.parallel},
                                                  [&] { return lives.make_player(); });
        if (sum.lives < sum.planned) {
            break;
        }
        for (std::size_t m = 0; m < shares.size(); ++m) {
            shares[m].push_back(static_cast<double>(sum.reached[m]) /
                                static_cast<double>(sum.lives));
        }
        for (std::size_t i = 0; i < worths.size(); ++i) {
            worths[i].push_back(sum.values[i].mean - sum.values[i].no_talks);
        }
    }
    into.sampled =
        sampled_view{options.samples, shares.front().size(), one.runs, options.spread, {}, {}};
    if (shares.front().empty()) {
        return;
    }
    for (const std::vector<double>& share : shares) {
        into.sampled->stages.push_back(spread_of(share));
    }
    for (const std::vector<double>& worth : worths) {
        into.sampled->talks_worth.push_back(spread_of(worth));
    }
}

}  // namespace
}  // namespace detail

life_answer life(const scenario& world, const life_options& options) {
    detail::check_lives(world, options);
    detail::life_world lives(world, options);
    life_answer answer;
    detail::describe_world(world, options, lives, answer);
    const life::summary sum =
        life::live_many(lives.lives(), {options.runs, options.seed, options.parallel},
                        [&] { return lives.make_player(); });
    detail::tell_summary(lives, sum, answer);
    if (sum.lives > 0) {
        answer.told = detail::story_of(lives, options, sum.lives);
    }
    if (sum.lives == sum.planned && lives.drop_lines_at_home()) {
        detail::tell_without_lines(lives, options, answer);
    }
    if (options.samples > 0) {
        detail::sample(world, options, answer);
    }
    return answer;
}

}  // namespace negotiation::question
