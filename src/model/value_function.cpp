#include <algorithm>
#include <cmath>
#include <stdexcept>

#include <fmt/core.h>

#include <negotiation/model/value_function.hpp>

namespace negotiation {

namespace {

double position(double level, double worst, double best) {
    return std::clamp((level - worst) / (best - worst), 0.0, 1.0);
}

double evaluate(const piecewise_linear_value& f, double level) {
    const auto& points = f.points;
    if (level <= points.front().first) {
        return points.front().second;
    }
    const auto right = std::partition_point(points.begin() + 1, points.end(),
                                            [&](const auto& point) { return point.first < level; });
    if (right == points.end()) {
        return points.back().second;
    }
    const auto& [x0, v0] = *(right - 1);
    const auto& [x1, v1] = *right;
    return v0 + (v1 - v0) * ((level - x0) / (x1 - x0));
}

double evaluate(const power_value& f, double level) {
    return std::pow(position(level, f.worst, f.best), f.exponent);
}

/// (1 - e^(-a z)) / (1 - e^(-a)), written so that no exponential overflows.
double bent(double a, double z) {
    if (std::abs(a) < 1e-12) {
        return z;
    }
    return a > 0 ? std::expm1(-a * z) / std::expm1(-a)
                 : std::exp(-a * (z - 1)) * (std::expm1(a * z) / std::expm1(a));
}

double evaluate(const exponential_value& f, double level) {
    const double z = position(level, f.worst, f.best);
    return bent(f.rate, z);
}

double evaluate(const logistic_value& f, double level) {
    return 1 / (1 + std::exp(-(level - f.midpoint) / f.scale));
}

double evaluate(const tabled_value&, double) {
    throw std::invalid_argument("value_at: a table has values for options, not for levels");
}

}  // namespace

double value_at(const value_function& f, double level) {
    return std::visit([level](const auto& form) { return evaluate(form, level); }, f);
}

std::vector<double> option_values(const value_function& f, const issue& of) {
    if (const auto* table = std::get_if<tabled_value>(&f)) {
        if (table->values.size() != of.options.size()) {
            throw std::invalid_argument(
                fmt::format("option_values: issue '{}' has {} options; got {} values", of.name,
                            of.options.size(), table->values.size()));
        }
        return table->values;
    }
    std::vector<double> values;
    values.reserve(of.options.size());
    for (const option_label& label : of.options) {
        if (!is_number(label)) {
            throw std::invalid_argument(
                fmt::format("option_values: issue '{}' has options that are words and needs a "
                            "table of values; got a curve",
                            of.name));
        }
        values.push_back(value_at(f, number_or(label, 0)));
    }
    return values;
}

}  // namespace negotiation
