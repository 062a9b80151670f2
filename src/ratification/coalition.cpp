#include <algorithm>
#include <cstddef>

#include <negotiation/ratification/coalition.hpp>

namespace negotiation::ratification {

std::optional<coalition> cheapest_coalition(const chamber& of, const outcome_space& space,
                                            const outcome& deal, bool public_lines) {
    std::vector<coalition::share> offers;
    for (std::uint32_t f = 0; f < of.factions.size(); ++f) {
        if (const auto margin = margin_of(of.factions[f], space, deal, public_lines)) {
            offers.push_back({f, of.factions[f].votes, std::max(units{0}, -*margin)});
        }
    }
    std::stable_sort(offers.begin(), offers.end(),
                     [](const auto& a, const auto& b) { return a.price < b.price; });
    coalition bought;
    std::size_t needed = supporters_needed(of);
    for (coalition::share offer : offers) {
        if (needed == 0) {
            break;
        }
        offer.votes = static_cast<std::uint32_t>(std::min<std::size_t>(needed, offer.votes));
        needed -= offer.votes;
        bought.price += offer.price * offer.votes;
        bought.shares.push_back(offer);
    }
    if (needed > 0) {
        return std::nullopt;
    }
    return bought;
}

}  // namespace negotiation::ratification
