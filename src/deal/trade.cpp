#include <algorithm>
#include <cstddef>
#include <utility>

#include <fmt/core.h>

#include <negotiation/deal/trade.hpp>

#include "deal/gains.hpp"
#include "deal/size_text.hpp"

namespace negotiation::deal {

namespace {

using namespace detail;

/// One clause changed alone: what that adds to every party's sum.
struct clause_change {
    option_id option = 0;
    std::vector<grains> added;
};

/// A draft, and all ways to change one clause of it inside binding red lines. Whether a lone
/// change is feasible does not matter: the second may mend what the first breaks.
class draft_changes {
public:
    draft_changes(const bargaining& table, const outcome& deal)
        : table_(table),
          deal_(deal),
          by_issue_(deal.size()),
          terms_of_(deal.size()) {
        for (party_id i = 0; i < table.parties.size(); ++i) {
            derived_ = derived_ || !table.parties[i].utility.derived.empty();
            for (const utility_term& term : table.parties[i].utility.terms) {
                for (const issue_id k : term.issues) {
                    terms_of_[k].push_back({i, &term});
                }
            }
        }
        for (issue_id k = 0; k < deal.size(); ++k) {
            for (const option_id option : table.space.domains[k]) {
                if (option != deal[k] && inside_red_lines(k, option)) {
                    by_issue_[k].push_back({option, added(k, option)});
                }
            }
        }
    }

    [[nodiscard]] const std::vector<clause_change>& of(issue_id k) const { return by_issue_[k]; }

    /// Pairs of changes in all.
    [[nodiscard]] double pairs() const {
        double before = 0;
        double pairs = 0;
        for (const auto& changes : by_issue_) {
            pairs += before * static_cast<double>(changes.size());
            before += static_cast<double>(changes.size());
        }
        return pairs;
    }

    /// True when some term is over both issues, or a value hangs on the whole deal, so that a pair
    /// of changes moves it by other than the two alone.
    [[nodiscard]] bool interact(issue_id a, issue_id b) const {
        return derived_ ||
               std::any_of(terms_of_[a].begin(), terms_of_[a].end(), [&](const owned_term& owned) {
                   const auto& issues = owned.term->issues;
                   return std::find(issues.begin(), issues.end(), b) != issues.end();
               });
    }

private:
    struct owned_term {
        party_id party = 0;
        const utility_term* term = nullptr;
    };

    [[nodiscard]] bool inside_red_lines(issue_id k, option_id option) const {
        const auto closes = [&](const bargaining::line& line) {
            return line.binds && line.issue == k && !line.allowed[option];
        };
        return std::none_of(
            table_.parties.begin(), table_.parties.end(), [&](const bargaining::seat& party) {
                return std::any_of(party.red_lines.begin(), party.red_lines.end(), closes);
            });
    }

    [[nodiscard]] std::vector<grains> added(issue_id k, option_id option) const {
        std::vector<grains> added(table_.parties.size(), 0);
        outcome changed = deal_;
        changed[k] = option;
        for (const owned_term& owned : terms_of_[k]) {
            added[owned.party] += value_of(*owned.term, table_.space.sizes, changed) -
                                  value_of(*owned.term, table_.space.sizes, deal_);
        }
        return added;
    }

    const bargaining& table_;
    const outcome& deal_;
    std::vector<std::vector<clause_change>> by_issue_;
    std::vector<std::vector<owned_term>> terms_of_;
    bool derived_ = false;  ///< some value hangs on the whole deal
};

/// The search over pairs of changes.
class trade_search {
public:
    trade_search(const bargaining& table, const outcome& deal)
        : table_(table),
          deal_(deal),
          changes_(table, deal) {
        for (const bargaining::seat& party : table.parties) {
            before_.push_back(sum_of(party.utility, table.space.sizes, deal));
        }
        // The draft's own options may cross red lines that a trade has to leave.
        draft_respects_ = std::all_of(table.parties.begin(), table.parties.end(),
                                      [&](const auto& p) { return respects_red_lines(p, deal); });
    }

    [[nodiscard]] double pairs() const { return changes_.pairs(); }

    [[nodiscard]] std::optional<trade> run() {
        for (issue_id a = 0; a < deal_.size(); ++a) {
            for (issue_id b = a + 1; b < deal_.size(); ++b) {
                const bool together = changes_.interact(a, b);
                for (const clause_change& x : changes_.of(a)) {
                    for (const clause_change& y : changes_.of(b)) {
                        consider(a, x, b, y, together);
                    }
                }
            }
        }
        return best_ ? std::optional(best_->what) : std::nullopt;
    }

private:
    struct weighed_trade {
        trade what;
        std::vector<long double> gains;
        outcome after;
    };

    /// True where nobody loses and somebody gains.
    [[nodiscard]] static bool helps(const std::vector<grains>& x, const std::vector<grains>& y) {
        bool somebody = false;
        for (std::size_t i = 0; i < x.size(); ++i) {
            const grains moved = x[i] + y[i];
            if (moved < 0) {
                return false;
            }
            somebody |= moved > 0;
        }
        return somebody;
    }

    void consider(issue_id a, const clause_change& x, issue_id b, const clause_change& y,
                  bool together) {
        if (!together && !helps(x.added, y.added)) {
            return;
        }
        outcome after = deal_;
        after[a] = x.option;
        after[b] = y.option;
        auto gains = mutual_gains(after);
        if (!gains || !feasible(table_.space, after)) {
            return;
        }
        weighed_trade one{{a, x.option, b, y.option, {}}, std::move(*gains), std::move(after)};
        for (const long double gain : one.gains) {
            one.what.gains.push_back(static_cast<double>(gain / 1e12L));
        }
        if (!best_ || better(one, *best_)) {
            best_ = std::move(one);
        }
    }

    /// Gains of every party in units, or nothing when somebody loses or nobody gains.
    [[nodiscard]] std::optional<std::vector<long double>> mutual_gains(const outcome& after) const {
        std::vector<long double> gains;
        bool somebody = false;
        for (std::size_t i = 0; i < table_.parties.size(); ++i) {
            const utility_function& f = table_.parties[i].utility;
            const grains sum = sum_of(f, table_.space.sizes, after);
            if (sum < before_[i] ||
                (!draft_respects_ && !respects_red_lines(table_.parties[i], after))) {
                return std::nullopt;
            }
            somebody = somebody || sum > before_[i];
            gains.push_back(improvement(f.scale, before_[i], sum));
        }
        return somebody ? std::optional(std::move(gains)) : std::nullopt;
    }

    [[nodiscard]] static bool better(const weighed_trade& x, const weighed_trade& y) {
        if (leximin_greater(x.gains, y.gains)) {
            return true;
        }
        return !leximin_greater(y.gains, x.gains) && x.after < y.after;
    }

    const bargaining& table_;
    const outcome& deal_;
    draft_changes changes_;
    std::vector<grains> before_;
    bool draft_respects_ = true;
    std::optional<weighed_trade> best_;
};

}  // namespace

trading best_trade(const bargaining& table, const outcome& deal, const budget& limits) {
    trade_search search(table, deal);
    const double pairs = search.pairs();
    if (pairs > static_cast<double>(limits.visits)) {
        return {
            std::nullopt,
            refusal{fmt::format("a search for trades would look at {} pairs of changes, more "
                                "than its budget of {}",
                                size_text(pairs), size_text(static_cast<double>(limits.visits))),
                    0, pairs}};
    }
    return {search.run(), std::nullopt};
}

}  // namespace negotiation::deal
