#pragma once

/// @file
/// Factored spaces to search: the bundled scenario, and generated ones of 10^20 deals.

#include <cmath>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include <boost/random/uniform_01.hpp>
#include <boost/random/uniform_int_distribution.hpp>

#include <negotiation/io/read_scenario.hpp>
#include <negotiation/model/random_stream.hpp>
#include <negotiation/scenario/freeze.hpp>
#include <negotiation/scenario/problem_builder.hpp>

namespace bench {

/// The bundled scenario.
inline negotiation::problem backchannel(const std::string& scope,
                                        std::vector<std::string> seats = {}) {
    negotiation::freeze_options options;
    options.scope = scope;
    options.seats = std::move(seats);
    return negotiation::freeze(
        negotiation::io::read_scenario(NEGOTIATION_SCENARIO_DIR "/backchannel-2025.toml"), options);
}

inline constexpr std::size_t issues = 20;
inline constexpr std::size_t options = 10;

/// Weights that sum to 1.
inline std::vector<double> random_weights(negotiation::random_stream& draw) {
    boost::random::uniform_01<double> uniform;
    std::vector<double> weights(issues);
    double total = 0;
    for (double& w : weights) {
        w = 0.2 + uniform(draw);
        total += w;
    }
    for (double& w : weights) {
        w /= total;
    }
    return weights;
}

/// Forbids random combinations of options of issues at most `width` apart, two for each pair, so
/// that `width` issues are tied together at once.
inline void tie_issues(negotiation::problem_builder& builder, std::size_t width,
                       negotiation::random_stream& draw) {
    boost::random::uniform_int_distribution<int> third(0, 2);
    const auto some = [&] {
        std::vector<std::size_t> chosen;
        for (std::size_t o = 0; o < options; ++o) {
            if (third(draw) == 0) {
                chosen.push_back(o);
            }
        }
        return chosen;
    };
    for (std::size_t apart = 1; apart <= width; ++apart) {
        for (std::size_t k = 0; k + apart < issues; ++k) {
            for (int repeat = 0; repeat < 2; ++repeat) {
                builder.forbid({{k, some()}, {k + apart, some()}});
            }
        }
    }
}

/// 20 issues of 10 options, two opposed parties with weights of their own.
inline negotiation::problem two_opposed(std::size_t width) {
    negotiation::random_stream draw(3);
    negotiation::problem_builder builder;
    std::vector<std::vector<double>> rising(issues);
    std::vector<std::vector<double>> falling(issues);
    const auto first = random_weights(draw);
    const auto second = random_weights(draw);
    for (std::size_t k = 0; k < issues; ++k) {
        builder.issue("issue", options);
        for (std::size_t o = 0; o < options; ++o) {
            const double level = static_cast<double>(o) / (options - 1);
            rising[k].push_back(first[k] * level);
            falling[k].push_back(second[k] * (1 - level));
        }
    }
    builder.party("first", rising, 0.4).party("second", falling, 0.4);
    tie_issues(builder, width, draw);
    return builder.build();
}

/// 20 issues of 10 options, three parties opposed on every issue: values on a sphere, in steps
/// of 0.001. Some 280,000 efficient points.
inline negotiation::problem three_opposed() {
    negotiation::random_stream draw(4);
    boost::random::uniform_01<double> uniform;
    negotiation::problem_builder builder;
    std::vector<std::vector<std::vector<double>>> values(
        3, std::vector<std::vector<double>>(issues, std::vector<double>(options)));
    for (std::size_t k = 0; k < issues; ++k) {
        builder.issue("issue", options);
        for (std::size_t o = 0; o < options; ++o) {
            const double x = uniform(draw);
            const double y = uniform(draw);
            const double z = uniform(draw);
            const double length = std::sqrt(x * x + y * y + z * z);
            values[0][k][o] = std::round(x / length * 100) / 1000;
            values[1][k][o] = std::round(y / length * 100) / 1000;
            values[2][k][o] = std::round(z / length * 100) / 1000;
        }
    }
    for (const auto& each : values) {
        builder.party("party", each, 0);
    }
    return builder.build();
}

}  // namespace bench
