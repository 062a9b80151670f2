#include "laboratory/experiment_key.hpp"

#include <iterator>
#include <variant>

#include <boost/uuid/name_generator_sha1.hpp>
#include <fmt/format.h>

namespace negotiation::laboratory {

namespace {

/// What is hashed: every part with its kind before it and a line's end behind it, so that no two
/// experiments read alike.
class account {
public:
    template <class... Parts>
    void line(const Parts&... parts) {
        (fmt::format_to(std::back_inserter(text_), "{} ", parts), ...);
        text_ += '\n';
    }
    template <class Numbers>
    void list(const char* kind, const Numbers& numbers) {
        fmt::format_to(std::back_inserter(text_), "{} {}\n", kind, fmt::join(numbers, ","));
    }
    void names(const char* kind, const std::vector<std::string>& all) {
        for (const std::string& name : all) {
            line(kind, name.size(), name);
        }
    }
    [[nodiscard]] const std::string& text() const noexcept { return text_; }

private:
    std::string text_;
};

[[nodiscard]] std::vector<int> bits_of(const option_mask& mask) {
    return {mask.begin(), mask.end()};
}

void tell(const outcome_space& space, account& to) {
    to.list("sizes", space.sizes);
    for (const auto& domain : space.domains) {
        to.list("domain", domain);
    }
    for (const forbidden_combination& never : space.forbidden) {
        to.list("forbidden", never.issues);
        for (const option_mask& mask : never.masks) {
            to.list("mask", bits_of(mask));
        }
    }
}

void tell(const risk_attitude& risk, account& to) {
    if (const auto* a = std::get_if<cara>(&risk)) {
        to.line("cara", a->a);
    } else if (const auto* r = std::get_if<crra>(&risk)) {
        to.line("crra", r->rho);
    } else if (const auto* p = std::get_if<prospect>(&risk)) {
        to.line("prospect", p->alpha, p->lambda,
                p->reference ? fmt::format("{}", *p->reference) : std::string("-"));
    }
}

/// A rule cannot be read, but it can be tried.
void try_out(const derived_value& rule, const outcome_space& space, account& to) {
    constexpr std::size_t tries = 64;
    constexpr std::size_t stride = 7919;  // a prime larger than domains are
    outcome deal(space.domains.size());
    for (std::size_t k = 0; k < tries; ++k) {
        for (std::size_t i = 0; i < deal.size(); ++i) {
            const auto& domain = space.domains[i];
            deal[i] = domain.empty() ? 0 : domain[(k * stride + k * i) % domain.size()];
        }
        to.line("derived", rule.value(deal));
    }
}

void tell(const bargaining::seat& party, const outcome_space& space, account& to) {
    const utility_scale& scale = party.utility.scale;
    to.line("party", party.reservation, party.threshold, scale.grain, scale.multiplicative,
            scale.reservation);
    tell(scale.risk, to);
    for (const utility_term& term : party.utility.terms) {
        to.list("issues", term.issues);
        to.list("values", term.values);
    }
    for (const derived_value& rule : party.utility.derived) {
        try_out(rule, space, to);
    }
    for (const bargaining::line& line : party.red_lines) {
        to.line("red_line", line.issue, line.is_public, line.binds);
        to.list("allowed", bits_of(line.allowed));
    }
}

}  // namespace

std::string key_of(const experiment& what, const std::vector<stage>& stages) {
    account told;
    told.line("experiment", what.seed, what.rounds, to_string(what.clock), what.rotate,
              what.breakdown);
    told.names("stage", what.stages);
    told.names("mediation", what.mediations);
    told.names("contestant", what.contestants);
    for (const stage& on : stages) {
        told.line("secret", on.secret);
        tell(on.table.space, told);
        for (const bargaining::seat& party : on.table.parties) {
            tell(party, on.table.space, told);
        }
    }
    const boost::uuids::uuid named =
        boost::uuids::name_generator_sha1(boost::uuids::ns::oid())(told.text());
    std::string key;
    constexpr std::size_t bytes = 8;
    for (std::size_t k = 0; k < bytes; ++k) {
        fmt::format_to(std::back_inserter(key), "{:02x}", named.data[k]);
    }
    return key;
}

}  // namespace negotiation::laboratory
