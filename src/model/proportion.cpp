#include <algorithm>
#include <cmath>

#include <negotiation/model/proportion.hpp>

namespace negotiation {

proportion proportion_of(std::uint64_t successes, std::uint64_t tries) noexcept {
    if (tries == 0) {
        return {};
    }
    constexpr double z = normal_quantile_975;
    const auto n = static_cast<double>(tries);
    const double p = static_cast<double>(successes) / n;
    const double scale = 1 + z * z / n;
    const double middle = (p + z * z / (2 * n)) / scale;
    const double half = z / scale * std::sqrt(p * (1 - p) / n + z * z / (4 * n * n));
    return {p, std::clamp(middle - half, 0.0, p), std::clamp(middle + half, p, 1.0)};
}

}  // namespace negotiation
