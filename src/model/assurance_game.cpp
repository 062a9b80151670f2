#include <stdexcept>

#include <fmt/core.h>

#include <negotiation/model/assurance_game.hpp>

#include "model/argument.hpp"

namespace negotiation {

double assurance_threshold(const assurance_game& of) {
    for (const double payoff : {of.reward, of.temptation, of.punishment, of.sucker}) {
        require_payoff("assurance: a payoff", payoff);
    }
    if (of.temptation >= of.reward || of.sucker >= of.punishment) {
        throw std::invalid_argument(
            fmt::format("assurance: temptation {} must be below reward {}, and sucker {} below "
                        "punishment {}",
                        of.temptation, of.reward, of.sucker, of.punishment));
    }
    const double risked = of.punishment - of.sucker;
    return risked / (risked + (of.reward - of.temptation));
}

}  // namespace negotiation
