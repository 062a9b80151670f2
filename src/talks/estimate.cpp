#include <algorithm>

#include <negotiation/talks/estimate.hpp>

namespace negotiation::talks {

namespace {

constexpr std::size_t most_listed = 4096;
constexpr int levels = 64;

[[nodiscard]] double value_at(const utility_term& term, const std::vector<option_id>& sizes,
                              std::span<const option_id> deal) {
    std::size_t place = 0;
    for (const issue_id k : term.issues) {
        place = place * sizes[k] + deal[k];
    }
    return static_cast<double>(term.values[place]);
}

/// Whether the options that an entry of a term stands for are all open.
[[nodiscard]] bool is_open(const utility_term& term, std::size_t place, const turn& t) {
    for (std::size_t k = term.issues.size(); k-- > 0;) {
        const issue_id issue = term.issues[k];
        const auto option = static_cast<option_id>(place % t.sizes()[issue]);
        const auto& domain = t.domains()[issue];
        if (std::find(domain.begin(), domain.end(), option) == domain.end()) {
            return false;
        }
        place /= t.sizes()[issue];
    }
    return true;
}

class nash_search {
public:
    nash_search(const turn& t, const std::vector<utility_term>& terms, double floor)
        : t_(t),
          terms_(terms),
          floor_(floor),
          reservation_(t.reservation()) {}

    void look_at(offer_id deal) {
        if (deal == no_offer) {
            return;
        }
        const double own = t_.utility(deal);
        const double others = estimated_sum(terms_, t_.sizes(), t_.deal(deal)) - floor_;
        const double product = std::max(0.0, own - reservation_) * std::max(0.0, others);
        if (found_.deal == no_offer || product > best_) {
            best_ = product;
            found_ = {own, others, deal};
        }
    }

    [[nodiscard]] const estimated_deal& found() const noexcept { return found_; }

private:
    const turn& t_;
    const std::vector<utility_term>& terms_;
    double floor_;
    double reservation_;
    double best_ = 0;
    estimated_deal found_;
};

}  // namespace

double estimated_sum(std::span<const utility_term> terms, const std::vector<option_id>& sizes,
                     std::span<const option_id> deal) {
    double sum = 0;
    for (const utility_term& term : terms) {
        sum += value_at(term, sizes, deal);
    }
    return sum;
}

estimate_range range_of_estimate(std::span<const utility_term> terms, const turn& t) {
    estimate_range range;
    for (const utility_term& term : terms) {
        bool some = false;
        double least = 0;
        double greatest = 0;
        for (std::size_t place = 0; place < term.values.size(); ++place) {
            if (is_open(term, place, t)) {
                const auto value = static_cast<double>(term.values[place]);
                least = some ? std::min(least, value) : value;
                greatest = some ? std::max(greatest, value) : value;
                some = true;
            }
        }
        range.least += least;
        range.greatest += greatest;
    }
    return range;
}

estimated_deal estimated_nash(const turn& t, const std::vector<utility_term>& terms, double floor) {
    nash_search search(t, terms, floor);
    if (t.order() != nullptr && t.acceptable() <= most_listed) {
        for (std::size_t rank = 0; rank < t.acceptable(); ++rank) {
            search.look_at(t.order()->row(rank));
        }
        return search.found();
    }
    for (int level = levels; level >= 0; --level) {
        search.look_at(t.best_for_others(t.aspiration(static_cast<double>(level) / levels), terms));
    }
    return search.found();
}

}  // namespace negotiation::talks
