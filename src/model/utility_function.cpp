#include <cmath>
#include <stdexcept>

#include <fmt/core.h>

#include <negotiation/model/utility_function.hpp>

namespace negotiation {

units to_units(long double value) {
    if (!(value <= 1e13L && value >= -1e13L)) {
        throw std::invalid_argument(fmt::format(
            "to_units: a utility lies within 1e13 of zero; got {}", static_cast<double>(value)));
    }
    return static_cast<units>(std::round(value * 1e12L));
}

}  // namespace negotiation
