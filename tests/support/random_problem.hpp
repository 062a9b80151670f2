#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <rapidcheck.h>

#include <negotiation/scenario/problem_builder.hpp>

/// Random bargaining problems, small and full of ties, kept as the whole numbers they were made of
/// so that a test can solve them by itself.
namespace negotiation::tests {

/// Values are whole twentieths: decimal fractions, which freeze without rounding.
inline constexpr double step = 0.05;
inline constexpr units units_per_step = 50'000'000'000;

/// A deal over all issues of a specification, as places of options.
using places = std::vector<std::size_t>;

/// A problem in whole numbers.
struct specification {
    struct pair_term {
        std::size_t first = 0;
        std::size_t second = 0;
        std::vector<int> values;  ///< second's options fastest
    };
    struct line {
        std::size_t issue = 0;
        std::vector<bool> allowed;
        bool binds = true;
    };
    struct agent {
        std::vector<std::vector<int>> values;  ///< an issue, an option, in steps
        std::vector<pair_term> together;
        int reservation = 0;        ///< in steps
        bool as_function = false;   ///< handed to the builder as a function
        double multiplicative = 0;  ///< set on the scale, not on the values
        risk_attitude risk;
        std::vector<line> lines;
    };
    /// Issues and their options that may not come together.
    using ban = std::vector<std::pair<std::size_t, std::vector<std::size_t>>>;

    std::vector<std::size_t> sizes;
    std::vector<std::vector<std::size_t>> domains;  ///< the open options, ascending
    std::vector<agent> agents;
    std::vector<ban> bans;
};

/// What a deal is worth, in steps, before any scale.
[[nodiscard]] inline int value_of(const specification::agent& who, const specification& of,
                                  const places& deal) {
    int sum = 0;
    for (std::size_t k = 0; k < deal.size(); ++k) {
        sum += who.values[k][deal[k]];
    }
    for (const auto& term : who.together) {
        sum += term.values[deal[term.first] * of.sizes[term.second] + deal[term.second]];
    }
    return sum;
}

namespace detail {

inline std::vector<double> in_decimals(const std::vector<int>& steps) {
    std::vector<double> values;
    for (const int value : steps) {
        values.push_back(value / 20.0);
    }
    return values;
}

inline void add_agent(problem_builder& builder, const std::string& name,
                      const specification::agent& who, const specification& of) {
    const double reservation = who.reservation / 20.0;
    if (who.as_function) {
        builder.party(
            name,
            [&](problem_builder::levels o) {
                return value_of(who, of, places(o.begin(), o.end())) / 20.0;
            },
            reservation);
        return;
    }
    std::vector<std::vector<double>> values;
    for (const auto& options : who.values) {
        values.push_back(in_decimals(options));
    }
    builder.party(name, std::move(values), reservation);
    for (const auto& term : who.together) {
        builder.interaction(term.first, term.second, in_decimals(term.values));
    }
}

/// What the builder has no word for: scales and red lines.
inline void add_scale_and_lines(bargaining::seat& seat, const specification::agent& who) {
    utility_scale& scale = seat.utility.scale;
    scale.risk = who.risk;
    if (who.multiplicative < 0 || who.multiplicative > 0) {
        // The sums become logarithms; the number that the author would have written follows.
        scale.multiplicative = who.multiplicative;
        const double total = who.reservation / 20.0;
        scale.reservation =
            std::expm1(std::clamp(scale.multiplicative, -1.0, 1.0) * total) / scale.multiplicative;
    }
    for (const auto& line : who.lines) {
        seat.red_lines.push_back(
            {static_cast<issue_id>(line.issue), line.allowed, false, line.binds});
    }
}

}  // namespace detail

/// The same problem through the library's builder.
[[nodiscard]] inline problem build(const specification& from) {
    problem_builder builder;
    for (std::size_t k = 0; k < from.sizes.size(); ++k) {
        builder.issue(fmt::format("issue {}", k), from.sizes[k]);
    }
    for (const auto& combination : from.bans) {
        builder.forbid(combination);
    }
    for (std::size_t i = 0; i < from.agents.size(); ++i) {
        detail::add_agent(builder, fmt::format("party {}", i), from.agents[i], from);
    }
    problem built = builder.build();
    for (std::size_t k = 0; k < from.domains.size(); ++k) {
        built.table.space.domains[k].assign(from.domains[k].begin(), from.domains[k].end());
    }
    for (std::size_t i = 0; i < from.agents.size(); ++i) {
        detail::add_scale_and_lines(built.table.parties[i], from.agents[i]);
    }
    return built;
}

/// Numbers read from random bytes; when they run out everything is as simple as it gets, which is
/// where shrinking leads.
class tape {
public:
    explicit tape(const std::vector<std::uint8_t>& bytes) : bytes_(bytes) {}

    /// A number in [low, high].
    [[nodiscard]] int number(int low, int high) {
        const int byte = next_ < bytes_.size() ? bytes_[next_++] : 0;
        return low + byte % (high - low + 1);
    }
    [[nodiscard]] std::size_t place(std::size_t n) {
        return static_cast<std::size_t>(number(0, static_cast<int>(n) - 1));
    }
    /// True once in so many times.
    [[nodiscard]] bool one_in(int n) { return number(0, n - 1) == n - 1; }

private:
    const std::vector<std::uint8_t>& bytes_;
    std::size_t next_ = 0;
};

/// What random problems may look like.
struct shape {
    int most_parties = 5;
    int most_issues = 6;
    std::size_t most_deals = 200;
    bool curved = true;  ///< risk attitudes and multiplicative models too
    bool lines = true;
    bool bans = true;
    bool scoped = true;  ///< some issues are closed but for a few options
};

namespace detail {

inline std::vector<std::size_t> random_subset(tape& from, std::size_t n) {
    std::vector<std::size_t> chosen;
    for (std::size_t o = 0; o < n; ++o) {
        if (from.number(0, 2) < 2) {
            chosen.push_back(o);
        }
    }
    return chosen;
}

inline specification::ban random_ban(tape& from, const specification& of) {
    specification::ban combination;
    const int parts = from.number(1, 3);
    for (int k = 0; k < parts; ++k) {
        const std::size_t issue = from.place(of.sizes.size());
        combination.emplace_back(issue, random_subset(from, of.sizes[issue]));
    }
    return combination;
}

inline risk_attitude random_risk(tape& from) {
    switch (from.number(0, 7)) {
        case 4:
            return cara{from.number(-3, 3) * 0.7};
        case 5:
            return crra{0.4};
        case 6:
            return prospect{};
        case 7:
            return prospect{0.5, 2, 0.3};
        default:
            return risk_neutral{};
    }
}

inline specification::agent random_agent(tape& from, const specification& of, const shape& like) {
    specification::agent who;
    const int spread = from.number(1, 6);
    const int lift = from.number(-2, 0);
    for (const std::size_t size : of.sizes) {
        who.values.emplace_back();
        for (std::size_t o = 0; o < size; ++o) {
            who.values.back().push_back(lift + from.number(0, spread));
        }
    }
    while (of.sizes.size() > 1 && from.one_in(3)) {
        specification::pair_term term;
        term.first = from.place(of.sizes.size());
        term.second = (term.first + 1 + from.place(of.sizes.size() - 1)) % of.sizes.size();
        for (std::size_t n = 0; n < of.sizes[term.first] * of.sizes[term.second]; ++n) {
            term.values.push_back(from.number(-3, 3));
        }
        who.together.push_back(std::move(term));
    }
    who.as_function = from.one_in(12);
    // At, a little below or a little above what some deal is worth; or far below.
    places deal;
    for (const auto& domain : of.domains) {
        deal.push_back(domain[from.place(domain.size())]);
    }
    who.reservation = value_of(who, of, deal) + (from.one_in(3) ? from.number(-4, 1) : 0);
    who.reservation -= from.one_in(6) ? 60 : 0;
    if (like.curved) {
        who.risk = random_risk(from);
        who.multiplicative = from.one_in(5) ? (from.one_in(2) ? -0.7 : 2.5) : 0;
    }
    while (like.lines && from.one_in(4)) {
        specification::line line;
        line.issue = from.place(of.sizes.size());
        line.allowed.resize(of.sizes[line.issue]);
        for (const std::size_t o : random_subset(from, line.allowed.size())) {
            line.allowed[o] = true;
        }
        line.binds = !from.one_in(3);
        who.lines.push_back(std::move(line));
    }
    return who;
}

}  // namespace detail

/// A problem decided by some bytes.
[[nodiscard]] inline specification decode(const std::vector<std::uint8_t>& bytes,
                                          const shape& like) {
    tape from(bytes);
    specification made;
    const int issues = from.number(1, like.most_issues);
    const int parties = from.number(1, like.most_parties);
    std::size_t deals = 1;
    for (int k = 0; k < issues; ++k) {
        const auto size = static_cast<std::size_t>(from.number(1, 6));
        made.sizes.push_back(deals * size <= like.most_deals ? size : 1);
        deals *= made.sizes.back();
        made.domains.emplace_back();
        for (std::size_t o = 0; o < made.sizes.back(); ++o) {
            made.domains.back().push_back(o);
        }
        if (like.scoped && from.one_in(8)) {
            const auto left = detail::random_subset(from, made.sizes.back());
            made.domains.back() = left.empty() ? std::vector<std::size_t>{0} : left;
        }
    }
    for (int i = 0; i < parties; ++i) {
        made.agents.push_back(detail::random_agent(from, made, like));
    }
    while (like.bans && from.number(0, 2) < 2 && made.bans.size() < 6) {
        made.bans.push_back(detail::random_ban(from, made));
    }
    return made;
}

/// Random problems of some shape; shrinking takes away bytes.
[[nodiscard]] inline rc::Gen<specification> problems(const shape& like = {}) {
    return rc::gen::map(
        rc::gen::scale(8.0, rc::gen::container<std::vector<std::uint8_t>>(
                                rc::gen::inRange<std::uint8_t>(0, 240))),
        [like](const std::vector<std::uint8_t>& bytes) { return decode(bytes, like); });
}

/// Shown where a property fails.
inline std::ostream& operator<<(std::ostream& out, const specification& s) {
    out << fmt::format("options {}\n", fmt::join(s.sizes.begin(), s.sizes.end(), ", "));
    for (std::size_t k = 0; k < s.domains.size(); ++k) {
        if (s.domains[k].size() < s.sizes[k]) {
            out << fmt::format("issue {} open: {}\n", k, fmt::join(s.domains[k], ", "));
        }
    }
    for (const auto& who : s.agents) {
        out << fmt::format("party, no deal {} steps{}{}{}\n", who.reservation,
                           who.as_function ? ", a function" : "",
                           is_neutral(who.risk) ? "" : ", with a risk attitude",
                           who.multiplicative < 0 || who.multiplicative > 0
                               ? fmt::format(", K = {}", who.multiplicative)
                               : "");
        for (const auto& options : who.values) {
            out << fmt::format("  {}\n", fmt::join(options, " "));
        }
        for (const auto& term : who.together) {
            out << fmt::format("  together {} {}: {}\n", term.first, term.second,
                               fmt::join(term.values, " "));
        }
        for (const auto& line : who.lines) {
            out << fmt::format("  line on {}{}:", line.issue, line.binds ? "" : ", not binding");
            for (const bool open : line.allowed) {
                out << (open ? " 1" : " 0");
            }
            out << '\n';
        }
    }
    for (const auto& combination : s.bans) {
        out << "forbidden:";
        for (const auto& [issue, options] : combination) {
            out << fmt::format(" {} in {{{}}}", issue, fmt::join(options, " "));
        }
        out << '\n';
    }
    return out;
}

}  // namespace negotiation::tests
