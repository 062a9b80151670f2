#include <algorithm>
#include <stdexcept>
#include <utility>

#include <fmt/core.h>

#include <negotiation/question/tranches.hpp>
#include <negotiation/scenario/numbers.hpp>
#include <negotiation/scenario/validate.hpp>
#include <negotiation/sequence/updating.hpp>

namespace negotiation::question {

namespace detail {
namespace {

/// The exchange as the functions of the room take it.
class divisible_exchange {
public:
    divisible_exchange(const sequence::written_tranches& said, const tranches_options& asked)
        : terms_{said.cost, said.worth},
          plan_{said.target, said.defection, asked.limit, asked.how} {
        if (said.hazard) {
            constexpr double most = 1e100;  // nothing outlives that
            shocks_ = std::min(said.hazard->rate * said.days / said.hazard->period, most);
        }
    }

    [[nodiscard]] std::optional<std::vector<double>> plan(double trust) const {
        return sequence::tranche_plan(terms_, trust, plan_);
    }

    /// Whether later moments alone come to the same sizes as all of them.
    [[nodiscard]] bool readings_agree(double trust) const {
        sequence::plan_options weighed = plan_;
        weighed.how = sequence::reading::drawdown;
        sequence::plan_options next = plan_;
        next.how = sequence::reading::next_turn;
        return sequence::tranche_plan(terms_, trust, weighed) ==
               sequence::tranche_plan(terms_, trust, next);
    }

    /// The chance that no shock comes during so many tranches.
    [[nodiscard]] double survival(std::size_t count) const {
        return sequence::plan_survival(shocks_, 1, count);
    }

    [[nodiscard]] tranche_row row(double trust) const {
        const auto sizes = plan(trust);
        if (!sizes) {
            return {trust, {}, {}, {}};
        }
        return {trust, sizes->front(), sizes->size(), survival(sizes->size())};
    }

    [[nodiscard]] fixed_trust_view fixed(double trust) const {
        fixed_trust_view view;
        view.share = sequence::share_at_risk(terms_, trust);
        if (const auto tranches = sequence::fixed_trust_tranches(terms_, trust)) {
            view.count = sequence::tranches_to_reach(*tranches, plan_.share);
        }
        if (view.count) {
            view.survival = survival(*view.count);
        }
        return view;
    }

    [[nodiscard]] equal_tranches_view equal(double trust) const {
        equal_tranches_view view;
        view.to_start = sequence::equal_tranches_to_start(terms_, trust);
        if (view.to_start) {
            view.first = sequence::equal_tranche_trust(terms_, *view.to_start, 0);
        }
        view.last = sequence::equal_tranche_trust(terms_, 1, 0);
        if (shocks_ > 0) {  // else the more the better
            const auto best =
                sequence::best_equal_tranches(terms_, trust, {shocks_, 1, plan_.limit});
            if (best) {
                view.best = best_equal_view{best->count, best->value, survival(best->count)};
            }
        }
        return view;
    }

private:
    sequence::unit_terms terms_;
    sequence::plan_options plan_;
    double shocks_ = 0;  ///< expected while a tranche lasts
};

/// What the scenario says, with what is asked about instead.
[[nodiscard]] sequence::written_tranches tranches_asked(const scenario& world,
                                                        const tranches_options& asked) {
    if (!world.sequence || !world.sequence->tranches) {
        throw std::invalid_argument(
            "this scenario has no tranches; [tranches] says what is exchanged, see the guide");
    }
    sequence::written_tranches said = *world.sequence->tranches;
    said.trust = asked.trust.value_or(said.trust);
    said.target = asked.target.value_or(said.target);
    if (!(said.trust > 0 && said.trust < 1)) {
        throw std::invalid_argument(
            fmt::format("the trust must lie in (0, 1); got {}", said.trust));
    }
    if (!(said.target > 0 && said.target <= 1)) {
        throw std::invalid_argument(
            fmt::format("the target must lie in (0, 1]; got {}", said.target));
    }
    if (asked.limit == 0) {
        throw std::invalid_argument("the most tranches must be 1 or more; got 0");
    }
    return said;
}

/// The belief before each of some tranches, all before it having been honoured.
[[nodiscard]] std::vector<double> beliefs_before(const sequence::written_tranches& said,
                                                 std::size_t count) {
    const double start = sequence::log_odds_of(said.trust);
    const double gained = sequence::log_odds_gained(said.defection);
    std::vector<double> beliefs;
    for (std::size_t k = 0; k < count; ++k) {
        beliefs.push_back(k == 0 ? said.trust
                                 : sequence::belief_of(start + static_cast<double>(k) * gained));
    }
    return beliefs;
}

}  // namespace
}  // namespace detail

tranches_answer tranches(const scenario& world, const tranches_options& options) {
    if (auto wrong = validate(world); !wrong.empty()) {
        throw scenario_error(std::move(wrong));
    }
    tranches_answer answer;
    answer.scenario = world.title;
    answer.said = detail::tranches_asked(world, options);
    answer.how = options.how;
    answer.limit = options.limit;
    const detail::divisible_exchange exchange(answer.said, options);
    if (auto sizes = exchange.plan(answer.said.trust)) {
        answer.sizes = std::move(*sizes);
        answer.beliefs = detail::beliefs_before(answer.said, answer.sizes.size());
        answer.survival = exchange.survival(answer.sizes.size());
    }
    answer.readings_agree = exchange.readings_agree(answer.said.trust);
    answer.fixed = exchange.fixed(answer.said.trust);
    answer.equal = exchange.equal(answer.said.trust);
    for (const double trust : {0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5}) {
        answer.sweep.push_back(exchange.row(trust));
    }
    answer.assumed_numbers = assumed_numbers_of_tranches(world);
    answer.unsourced_numbers = unsourced_numbers(world);
    return answer;
}

}  // namespace negotiation::question
