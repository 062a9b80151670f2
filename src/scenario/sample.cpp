#include <algorithm>
#include <cstddef>
#include <functional>
#include <limits>
#include <span>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <fmt/core.h>

#include <negotiation/model/draw.hpp>
#include <negotiation/scenario/path.hpp>
#include <negotiation/scenario/sample.hpp>

#include "scenario/pattern_set.hpp"

namespace negotiation {

namespace {

using weight_list = std::vector<std::pair<std::string, double>>;

/// Where draws come from: uniform in [0, 1), for the number at a path.
using draw_source = std::function<double(const path&)>;

/// Draws numbers at their paths.
class assumption_draw {
public:
    assumption_draw(const scenario& world, double spread, draw_source draw)
        : spread_(spread),
          unit_(world.utilities == utility_convention::unit),
          draw_(std::move(draw)) {
        for (const assumption& a : world.assumptions) {
            if (const auto pattern = parse_path(a.what)) {
                assumed_.add(*pattern);
            }
        }
    }

    void agent(const char* section, party& who) {
        const path at = path{} / section / who.name;
        value(at / "reservation", who.reservation);
        weights(at, who.weights);
        const path discount = at / "discount" / "factor";
        if (who.patience && moves(1 - who.patience->factor) && assumed_.covers(discount)) {
            who.patience->factor =
                1 - std::min(0.999, (1 - who.patience->factor) * factor(discount));
        }
    }

    void faction(ratification::written_faction& of) {
        const path at = path{} / "faction" / of.name;
        weights(at, of.weights);
        if (of.threshold) {
            value(at / "threshold", *of.threshold);
        }
        number(at / "noise", of.noise);
        number(at / "shock", of.shock);
    }

    void talks(talks::section& of) {
        number(path{} / "channel" / "leak_rate", of.leak_rate);
        number(path{} / "channel" / "audience_cost", of.audience_cost);
    }

    void carrying_out(sequence::section& of) {
        const path at = path{} / "sequence";
        by_party(at / "completion", of.completion);
        for_each(at / "trust", of.trust, [&](const path& where, double& belief) {
            const double odds = belief / (1 - belief) * factor(where);
            belief = odds / (1 + odds);
        });
        for (sequence::written_step& s : of.steps) {
            for_each(path{} / "step" / s.name / "undone", s.undone,
                     [&](const path& where, double& share) {
                         share = std::min(1.0, share * factor(where));
                     });
        }
    }

    void lasting(survival::section& of) {
        for (survival::written_hazard& h : of.hazards) {
            hazard(h);
        }
        for (survival::written_event& e : of.events) {
            const path at = path{} / "event" / e.name / "probability";
            if (moves(e.probability) && assumed_.covers(at)) {
                e.probability = std::min(1.0, e.probability * factor(at));
            }
        }
    }

private:
    [[nodiscard]] double factor(const path& at) { return 1 + spread_ * (2 * draw_(at) - 1); }

    /// A value of a scenario whose values lie within 0 and 1 stays there.
    void value(const path& at, double& of) {
        number(at, of);
        if (unit_) {
            of = std::clamp(of, 0.0, 1.0);
        }
    }

    /// Shares of what is 0 are 0: a draw would say nothing of how sure anything is.
    [[nodiscard]] static bool moves(double value) { return value < 0 || value > 0; }

    void number(const path& at, double& value) {
        if (moves(value) && assumed_.covers(at)) {
            value *= factor(at);
        }
    }

    /// All weights of an agent are brought back to their sum, those with a source too: what one
    /// weighs is what it weighs against the others, so that an only one has nothing to move
    /// against.
    void weights(const path& at, weight_list& of) {
        const auto weighs = [](const auto& one) { return moves(one.second); };
        if (std::count_if(of.begin(), of.end(), weighs) < 2) {
            return;
        }
        double before = 0;
        double after = 0;
        for (auto& [name, weight] : of) {
            before += weight;
            number(at / "weights" / name, weight);
            after += weight;
        }
        for (auto& [name, weight] : of) {
            weight *= after > 0 ? before / after : 1;
        }
    }

    template <class Change>
    void for_each(const path& at, sequence::by_party& of, Change change) {
        if (of.all && moves(*of.all) && assumed_.covers(at)) {
            change(at, *of.all);
        }
        for (auto& [name, value] : of.named) {
            const path where = at / name;
            if (moves(value) && assumed_.covers(where)) {
                change(where, value);
            }
        }
    }

    void by_party(const path& at, sequence::by_party& of) {
        for_each(at, of, [&](const path& where, double& value) { value *= factor(where); });
    }

    /// Base, slope and terms of a hazard move together, so that none falls below zero.
    void hazard(survival::written_hazard& of) {
        const path at = path{} / "hazard" / of.name / std::string(to_string(of.stated));
        if (!can_happen(of) || !assumed_.covers(at)) {
            return;
        }
        const double by = std::min(factor(at), most_of(of));
        of.value *= by;
        for (survival::written_term& t : of.terms) {
            t.add *= by;
        }
        for (survival::written_spike& s : of.spikes) {
            s.add *= by;
        }
        if (of.spoiler) {
            of.spoiler->slope *= by;
        }
    }

    [[nodiscard]] static bool can_happen(const survival::written_hazard& of) {
        const auto adds = [](const auto& one) { return moves(one.add); };
        return moves(of.value) || (of.spoiler && moves(of.spoiler->slope)) ||
               std::any_of(of.terms.begin(), of.terms.end(), adds) ||
               std::any_of(of.spikes.begin(), of.spikes.end(), adds);
    }

    /// A chance stays below one whatever comes together.
    [[nodiscard]] static double most_of(const survival::written_hazard& of) {
        double sum = of.value + (of.spoiler ? of.spoiler->slope : 0);
        for (const survival::written_term& t : of.terms) {
            sum += std::max(0.0, t.add);
        }
        for (const survival::written_spike& s : of.spikes) {
            sum += s.add;
        }
        constexpr double nearly_one = 0.999;
        return of.stated == survival::measure::probability && sum > 0
                   ? std::max(1.0, nearly_one / sum)
                   : std::numeric_limits<double>::infinity();
    }

    double spread_;
    bool unit_;  ///< values lie within 0 and 1
    draw_source draw_;
    detail::pattern_set assumed_;
};

[[nodiscard]] scenario drawn_from(const scenario& world, double spread, draw_source source) {
    scenario drawn = world;
    assumption_draw draw(world, spread, std::move(source));
    for (party& who : drawn.parties) {
        draw.agent("party", who);
    }
    for (party& who : drawn.onlookers) {
        draw.agent("onlooker", who);
    }
    for (ratification::written_faction& of : drawn.ratification.factions) {
        draw.faction(of);
    }
    if (drawn.protocol) {
        draw.talks(*drawn.protocol);
    }
    if (drawn.sequence) {
        draw.carrying_out(*drawn.sequence);
    }
    if (drawn.survival) {
        draw.lasting(*drawn.survival);
    }
    return drawn;
}

void check_spread(double spread) {
    if (!(spread >= 0 && spread < 1)) {
        throw std::invalid_argument(
            fmt::format("the spread of assumptions must lie in [0, 1); got {}", spread));
    }
}

}  // namespace

scenario sample_assumptions(const scenario& world, double spread, random_stream& bits) {
    check_spread(spread);
    return drawn_from(world, spread, [&](const path&) { return draw_share(bits); });
}

std::vector<path> drawn_numbers(const scenario& world) {
    std::vector<path> places;
    static_cast<void>(drawn_from(world, 0, [&](const path& at) {
        places.push_back(at);
        return 0.5;
    }));
    return places;
}

scenario with_assumptions(const scenario& world, double spread, std::span<const double> draws) {
    check_spread(spread);
    std::size_t used = 0;
    scenario drawn = drawn_from(world, spread, [&](const path&) {
        const double draw = used < draws.size() ? draws[used] : 0;
        ++used;
        return draw;
    });
    if (used != draws.size()) {
        throw std::invalid_argument(
            fmt::format("with_assumptions: one draw for each drawn number, {} of them; got {}",
                        used, draws.size()));
    }
    return drawn;
}

}  // namespace negotiation
