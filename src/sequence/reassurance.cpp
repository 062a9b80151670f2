#include <algorithm>
#include <stdexcept>

#include <fmt/core.h>

#include <negotiation/sequence/reassurance.hpp>

#include "model/argument.hpp"

namespace negotiation::sequence {

namespace {

void check_reassurance(const reassurance_terms& of) {
    require_payoff("reassurance: what exploiting is worth", of.exploit);
    require_amount("reassurance: the loss", of.loss);
    require_payoff("reassurance: the reward of the untrustworthy", of.untrustworthy_reward);
    require_amount("reassurance: what exploiting is worth to the untrustworthy",
                   of.untrustworthy_exploit);
    require_amount("reassurance: the loss of the untrustworthy", of.untrustworthy_loss);
    if (of.exploit >= 1) {
        throw std::invalid_argument(fmt::format(
            "reassurance: exploiting must be worth less than 1 to the trustworthy; got {}",
            of.exploit));
    }
    if (of.untrustworthy_exploit <= 0 || of.untrustworthy_exploit <= of.untrustworthy_reward) {
        throw std::invalid_argument(fmt::format(
            "reassurance: exploiting must be worth more than 0 and than the reward {} to the "
            "untrustworthy; got {}",
            of.untrustworthy_reward, of.untrustworthy_exploit));
    }
}

}  // namespace

std::optional<round_sizes> first_round(const reassurance_terms& of, double belief) {
    check_reassurance(of);
    require_probability("reassurance: the belief", belief);
    if (belief <= 0) {
        return std::nullopt;
    }
    const double doubt = (1 - belief) / belief;
    const auto doubted = [&](double loss) { return loss > 0 ? doubt * loss : 0; };
    const double betrayed = of.exploit + doubted(of.loss);
    const double feigned =
        2 * of.untrustworthy_exploit - of.untrustworthy_reward + doubted(of.untrustworthy_loss);
    const round_sizes sizes{of.untrustworthy_exploit / feigned, betrayed > 1 ? 1 / betrayed : 1};
    constexpr double rounding = 1e-12;
    if (sizes.most <= 0 || sizes.least > sizes.most * (1 + rounding)) {
        return std::nullopt;
    }
    return round_sizes{std::min(sizes.least, sizes.most), sizes.most};
}

std::optional<round_sizes> first_round(const reassurance_terms& of, double first, double second) {
    const std::optional<round_sizes> a = first_round(of, first);
    const std::optional<round_sizes> b = first_round(of, second);
    if (!a || !b) {
        return std::nullopt;
    }
    const round_sizes both{std::max(a->least, b->least), std::min(a->most, b->most)};
    return both.least <= both.most ? std::optional(both) : std::nullopt;
}

double reassurance_threshold(const reassurance_terms& of) {
    check_reassurance(of);
    const double feared = of.untrustworthy_exploit * of.loss - of.untrustworthy_loss;
    const double shown = 2 * of.untrustworthy_exploit - of.untrustworthy_reward -
                         of.untrustworthy_exploit * of.exploit;
    return feared <= 0 ? 0 : feared / (feared + std::max(0.0, shown));
}

}  // namespace negotiation::sequence
