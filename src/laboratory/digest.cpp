#include <bit>
#include <type_traits>
#include <variant>

#include <fmt/core.h>

#include <negotiation/laboratory/digest.hpp>

namespace negotiation::laboratory {

namespace {

constexpr std::uint64_t fnv_prime = 0x100000001b3U;
constexpr std::uint64_t probes = 64;  ///< deals at which values without a table are asked for

void add_mask(digest& into, const option_mask& mask) {
    into.add(mask.size());
    for (const bool open : mask) {
        into.add(open ? 1 : 0);
    }
}

void add_space(digest& into, const outcome_space& space) {
    into.add(space.sizes.size());
    for (const option_id size : space.sizes) {
        into.add(size);
    }
    for (const std::vector<option_id>& domain : space.domains) {
        into.add(domain.size());
        for (const option_id option : domain) {
            into.add(option);
        }
    }
    into.add(space.forbidden.size());
    for (const forbidden_combination& one : space.forbidden) {
        into.add(one.issues.size());
        for (std::size_t k = 0; k < one.issues.size(); ++k) {
            into.add(one.issues[k]);
            add_mask(into, one.masks[k]);
        }
    }
}

void add_risk(digest& into, const risk_attitude& risk) {
    into.add(risk.index());
    std::visit(
        [&](const auto& of) {
            using kind = std::decay_t<decltype(of)>;
            if constexpr (std::is_same_v<kind, cara>) {
                into.add(of.a);
            } else if constexpr (std::is_same_v<kind, crra>) {
                into.add(of.rho);
            } else if constexpr (std::is_same_v<kind, prospect>) {
                into.add(of.alpha);
                into.add(of.lambda);
                into.add(of.reference ? 1 : 0);
                into.add(of.reference.value_or(0));
            }
        },
        risk);
}

/// Deal number k of some that are spread over the space: a different stride an issue.
[[nodiscard]] outcome probe(const outcome_space& space, std::uint64_t k) {
    outcome deal;
    for (std::size_t i = 0; i < space.sizes.size(); ++i) {
        deal.push_back(static_cast<option_id>(k * (2 * i + 1) % space.sizes[i]));
    }
    return deal;
}

void add_utility(digest& into, const outcome_space& space, const utility_function& of) {
    into.add(of.terms.size());
    for (const utility_term& term : of.terms) {
        into.add(term.issues.size());
        for (const issue_id i : term.issues) {
            into.add(i);
        }
        into.add(term.values.size());
        for (const grains value : term.values) {
            into.add(value);
        }
    }
    into.add(of.derived.size());
    // Whole grains, as they count in sums: no last bit of a double gets into the key.
    static_assert(std::is_same_v<decltype(of.derived.front().value({})), grains>);
    for (const derived_value& derived : of.derived) {
        for (std::uint64_t k = 0; k < probes; ++k) {
            into.add(derived.value(probe(space, k)));
        }
    }
    into.add(static_cast<std::int64_t>(of.scale.grain));
    into.add(of.scale.multiplicative);
    add_risk(into, of.scale.risk);
    into.add(of.scale.reservation);
}

}  // namespace

void digest::add_bytes(std::string_view bytes) noexcept {
    for (const char c : bytes) {
        state_ = (state_ ^ static_cast<unsigned char>(c)) * fnv_prime;
    }
}

void digest::add(std::string_view text) noexcept {
    add_number(text.size());
    add_bytes(text);
}

void digest::add(double number) noexcept {
    add_number(std::bit_cast<std::uint64_t>(number == 0 ? 0.0 : number));
}

void digest::add_number(std::uint64_t number) noexcept {
    for (int k = 0; k < 8; ++k) {
        state_ = (state_ ^ (number >> (8 * k) & 0xffU)) * fnv_prime;
    }
}

void digest::add(const bargaining& table) {
    add_space(*this, table.space);
    add(table.parties.size());
    for (const bargaining::seat& seat : table.parties) {
        add_utility(*this, table.space, seat.utility);
        add(static_cast<std::int64_t>(seat.reservation));
        add(static_cast<std::int64_t>(seat.reservation >> 64));
        add(seat.threshold);
        add(seat.red_lines.size());
        for (const bargaining::line& line : seat.red_lines) {
            add(line.issue);
            add_mask(*this, line.allowed);
            add(line.is_public ? 1 : 0);
            add(line.binds ? 1 : 0);
        }
    }
}

std::string digest::text() const { return fmt::format("{:016x}", state_); }

}  // namespace negotiation::laboratory
