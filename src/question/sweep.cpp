#include <algorithm>
#include <cstddef>
#include <stdexcept>
#include <string>
#include <utility>

#include <fmt/format.h>

#include <negotiation/model/nearest.hpp>
#include <negotiation/question/sweep.hpp>
#include <negotiation/scenario/diagnostic.hpp>
#include <negotiation/scenario/numbers.hpp>
#include <negotiation/scenario/validate.hpp>

namespace negotiation::question {

namespace detail {
namespace {

/// What the scenario says of the number, and whether others move with it.
[[nodiscard]] sweep_axis axis_of(const scenario& world, const std::vector<located_number>& all,
                                 study::axis asked, other_weights others) {
    const auto at = std::find_if(all.begin(), all.end(),
                                 [&](const located_number& n) { return n.place == asked.place; });
    sweep_axis one{std::move(asked), at->value, at->assumed, false};
    if (others == other_weights::rescaled) {
        // Whether others make room is seen by changing it a little.
        constexpr double little = 0.999;
        const auto moved = numbers(with_number(world, one.of.place, little * at->value));
        for (std::size_t k = 0; k < all.size() && k < moved.size(); ++k) {
            const bool other = moved[k].value < all[k].value || moved[k].value > all[k].value;
            one.makes_room = one.makes_room || (other && !(all[k].place == one.of.place));
        }
    }
    return one;
}

/// Of other numbers nothing beside them makes room.
[[nodiscard]] bool is_weight(const path& place) {
    const auto* key = place.steps.size() == 4 ? std::get_if<std::string>(&place.steps[2]) : nullptr;
    return key != nullptr && *key == "weights";
}

/// A reservation value, which somebody looks at first, or else another number, above 0 if there is
/// one: around it a share of itself is a range.
[[nodiscard]] const located_number* usual_number(const std::vector<located_number>& all) {
    const auto is_reservation = [](const located_number& n) {
        const auto* key = std::get_if<std::string>(&n.place.steps.back());
        return key != nullptr && *key == "reservation";
    };
    const located_number* best = nullptr;
    for (const located_number& n : all) {
        const bool better = best == nullptr || (n.value > 0 && !(best->value > 0));
        if (n.value > 0 && is_reservation(n)) {
            return &n;
        }
        best = better ? &n : best;
    }
    return best;
}

/// One that the shell hands over as it stands, about what the file says.
[[nodiscard]] std::string example_axis(const located_number& of) {
    const std::string range =
        of.value > 0 ? fmt::format("{:.3g}..{:.3g}", 0.9 * of.value, 1.1 * of.value) : "0..1";
    const std::string text = fmt::format("{}={}:9", to_string(of.place), range);
    return text.find('"') == std::string::npos ? text : "'" + text + "'";
}

[[noreturn]] void refuse_nothing_varied(const std::vector<located_number>& all) {
    const located_number* one = usual_number(all);
    throw std::invalid_argument(
        one == nullptr
            ? "sweep: needs a number to vary, and this scenario has none"
            : fmt::format("sweep: needs a number to vary, PATH=lo..hi:n; got none; of the {} of "
                          "this scenario say --vary {}",
                          all.size(), example_axis(*one)));
}

}  // namespace
}  // namespace detail

sweep_answer sweep(const scenario& world, const sweep_options& options) {
    if (auto wrong = validate(world); !wrong.empty()) {
        throw scenario_error(std::move(wrong));
    }
    sweep_answer answer;
    answer.scenario = world.title;
    answer.scope = options.how.scope;
    answer.talks = options.how.talks.value_or(world.talks);
    answer.seed = options.how.seed;
    answer.unsourced_numbers = unsourced_numbers(world);
    std::vector<study::axis> axes;
    const auto all = numbers(world);
    if (options.vary.empty()) {
        detail::refuse_nothing_varied(all);
    }
    for (const std::string& text : options.vary) {
        axes.push_back(study::parse_axis(world, text));
        answer.axes.push_back(detail::axis_of(
            world, all, axes.back(),
            detail::is_weight(axes.back().place) ? options.others : other_weights::kept));
    }
    std::vector<study::quantity> asked;
    for (const std::string& name :
         options.of.empty() ? std::vector<std::string>{usual_headline} : options.of) {
        asked_headline one = headline_named(world, name, options.how);
        if (std::find(answer.of.begin(), answer.of.end(), one.of) != answer.of.end()) {
            throw std::invalid_argument(
                fmt::format("sweep: quantity '{}' is asked for twice", shown(one.of.name)));
        }
        answer.of.push_back(std::move(one.of));
        asked.push_back(std::move(one.ask));
        answer.as_written.push_back(study::ask(asked.back(), world));
    }
    study::sweep_result found =
        study::sweep(world, axes, asked, {options.others, options.parallel});
    answer.points = std::move(found.points);
    answer.done = found.done;
    return answer;
}

}  // namespace negotiation::question
