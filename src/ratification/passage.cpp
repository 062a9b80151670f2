#include <optional>
#include <stdexcept>
#include <vector>

#include <fmt/core.h>

#include <negotiation/ratification/passage.hpp>

#include "ratification/mood_integral.hpp"

namespace negotiation::ratification {

namespace {

[[nodiscard]] std::vector<std::optional<units>> margins_in(const chamber& of,
                                                           const outcome_space& space,
                                                           const outcome& deal, bool public_lines) {
    std::vector<std::optional<units>> margins;
    for (const faction& f : of.factions) {
        margins.push_back(margin_of(f, space, deal, public_lines));
    }
    return margins;
}

[[nodiscard]] passage passage_of_all(std::vector<detail::tally> chambers,
                                     const outcome_space& space, const outcome& deal,
                                     const conditions& how) {
    std::vector<detail::tally*> all;
    for (detail::tally& t : chambers) {
        const auto margins = margins_in(t.of(), space, deal, how.public_lines);
        t.put(margins.data());
        all.push_back(&t);
    }
    return detail::mood_integral(std::move(all)).result(how.votes);
}

}  // namespace

passage passage_of(const home& of, std::size_t which, const outcome_space& space,
                   const outcome& deal, const conditions& how) {
    if (which >= of.chambers.size()) {
        throw std::invalid_argument(fmt::format(
            "passage_of: the home has {} chambers; got the place {}", of.chambers.size(), which));
    }
    const chamber& asked = of.chambers[which];
    const chamber& deciding = asked.follows ? of.chambers[*asked.follows] : asked;
    return passage_of_all({detail::tally(deciding)}, space, deal, how);
}

passage passage_of(const home& of, const outcome_space& space, const outcome& deal,
                   const conditions& how) {
    std::vector<detail::tally> deciding;
    for (const chamber& c : of.chambers) {
        if (!c.follows) {
            deciding.emplace_back(c);
        }
    }
    return passage_of_all(std::move(deciding), space, deal, how);
}

}  // namespace negotiation::ratification
