#include "deal/compare_products.hpp"

#include <cstdint>

#include <boost/multiprecision/cpp_int.hpp>

namespace negotiation::deal::detail {

namespace {

using boost::multiprecision::cpp_int;

cpp_int product(std::span<const units> factors) {
    cpp_int result = 1;
    for (const units factor : factors) {
        cpp_int wide = static_cast<std::uint64_t>(factor >> 64);
        wide <<= 64;
        wide += static_cast<std::uint64_t>(factor);
        result *= wide;
    }
    return result;
}

}  // namespace

int compare_exactly(std::span<const units> a, std::span<const units> b) {
    return product(a).compare(product(b));
}

}  // namespace negotiation::deal::detail
