#include <fmt/core.h>

#include <negotiation/model/option_label.hpp>

namespace negotiation {

std::string to_string(const option_label& label) {
    return std::visit([](const auto& value) { return fmt::format("{}", value); }, label);
}

double number_or(const option_label& label, double fallback) {
    if (const auto* whole = std::get_if<std::int64_t>(&label)) {
        return static_cast<double>(*whole);
    }
    if (const auto* real = std::get_if<double>(&label)) {
        return *real;
    }
    return fallback;
}

bool same_option(const option_label& a, const option_label& b) {
    const auto* x = std::get_if<std::int64_t>(&a);
    const auto* y = std::get_if<std::int64_t>(&b);
    if (x != nullptr && y != nullptr) {
        return *x == *y;
    }
    if (is_number(a) && is_number(b)) {
        return number_or(a, 0) == number_or(b, 0);
    }
    return a == b;
}

}  // namespace negotiation
