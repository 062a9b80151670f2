#include "question/race_tables.hpp"

#include <cstddef>
#include <utility>

#include <negotiation/survival/waiting.hpp>

namespace negotiation::question::detail {

namespace {

/// A run told again until some day: each party's last offer that arrived.
class retold_run {
public:
    retold_run(talks::proceedings& said, const talks::ending& end)
        : said_(said),
          leaked_(said.is_public),
          days_a_round_(end.round > 0 ? end.days / static_cast<double>(end.round) : 0),
          last_(said.at().parties(), talks::no_offer) {
        said_.is_public = false;
    }
    retold_run(const retold_run&) = delete;
    retold_run& operator=(const retold_run&) = delete;
    ~retold_run() { said_.is_public = leaked_; }

    void go_on_until(double day) {
        constexpr double slack = 1e-9;  // of the products of days that are compared
        for (; next_ < said_.history.size(); ++next_) {
            const talks::event& e = said_.history[next_];
            if (static_cast<double>(e.round) * days_a_round_ > day + slack) {
                return;
            }
            said_.is_public = leaked_ && next_ >= said_.leaked_after;
            if (e.kind == talks::move_kind::offer && e.arrived && e.who < last_.size()) {
                last_[e.who] = e.deal;
            }
        }
    }

    /// What may be taken by a party: the best of what the others offered, or nothing.
    [[nodiscard]] talks::offer_id best_for(party_id i) const {
        talks::offer_id best = talks::no_offer;
        for (party_id other = 0; other < last_.size(); ++other) {
            const talks::offer_id deal = last_[other];
            if (other != i && deal != talks::no_offer && can_be_signed(deal) &&
                said_.sum(deal, i) >= said_.at().table().parties[i].threshold &&
                (best == talks::no_offer || said_.sum(deal, i) > said_.sum(best, i))) {
                best = deal;
            }
        }
        return best;
    }

    /// What a deal is worth by itself.
    [[nodiscard]] double utility(talks::offer_id deal, party_id i) const {
        return utility_of(said_.at().table().parties[i].utility.scale, said_.sum(deal, i));
    }

private:
    [[nodiscard]] bool can_be_signed(talks::offer_id deal) const {
        for (party_id i = 0; i < last_.size(); ++i) {
            if (said_.excluded(deal, i)) {
                return false;
            }
        }
        return true;
    }

    talks::proceedings& said_;
    bool leaked_;
    double days_a_round_;
    std::size_t next_ = 0;  ///< of the history, not yet told
    std::vector<talks::offer_id> last_;
};

/// What waiting until the end of a month and then taking what is there comes to in one run.
[[nodiscard]] tabled_offer taken_in(const settlement_day& day, const race_course& on,
                                    std::size_t month, std::size_t i) {
    const double end = static_cast<double>(month) * days_a_month;
    if (day.days <= end) {  // the talks are over
        return {day.agreed, day.agreed ? on.quiet.until(day.days, on.rate) * day.gains[i] : 0};
    }
    const tabled_offer there = day.tables[month - 1][i];
    return {there.there, there.there ? on.quiet.until(end, on.rate) * there.gain : 0};
}

[[nodiscard]] race_taking taking_at(const std::vector<settlement_day>& days, const race_course& on,
                                    std::size_t month, std::size_t i) {
    race_taking one{month, 0, 0};
    for (const settlement_day& day : days) {
        const tabled_offer taken = taken_in(day, on, month, i);
        one.offered += taken.there ? 1 : 0;
        one.worth += taken.gain;
    }
    one.offered /= static_cast<double>(days.size());
    one.worth /= static_cast<double>(days.size());
    return one;
}

/// The best of the months from the first in which anything is offered.
void choose_moment(race_timing& of) {
    std::vector<double> dates;
    std::vector<double> worths;
    for (const race_taking& one : of.months) {
        if (!dates.empty() || one.offered > 0) {
            dates.push_back(static_cast<double>(one.month));
            worths.push_back(one.worth);
        }
    }
    if (const auto best = survival::best_of(dates, worths, 0)) {  // discounted already
        of.best = race_moment{static_cast<std::size_t>(dates.front()),
                              static_cast<std::size_t>(best->time), best->value, best->option};
    }
}

}  // namespace

std::vector<std::vector<tabled_offer>> tables_of(talks::proceedings& said, const talks::ending& end,
                                                 const talks::calendar& dates,
                                                 const std::vector<double>& no_deal) {
    std::vector<std::vector<tabled_offer>> tables;
    retold_run run(said, end);
    for (std::size_t month = 1; month <= most_months; ++month) {
        const double day = static_cast<double>(month) * days_a_month;
        if (day >= end.days) {
            break;
        }
        run.go_on_until(day);
        talks::ending taken;
        taken.status = talks::talks_status::agreement;
        taken.days = day;
        taken.time = end.time * (day / end.days);
        taken.utilities = no_deal;
        std::vector<tabled_offer> here(no_deal.size());
        for (party_id i = 0; i < no_deal.size(); ++i) {
            const talks::offer_id best = run.best_for(i);
            here[i].there = best != talks::no_offer;
            taken.utilities[i] = here[i].there ? run.utility(best, i) : no_deal[i];
        }
        const std::vector<double> gains = discounted_gains(taken, dates, no_deal);
        for (std::size_t i = 0; i < here.size(); ++i) {
            here[i].gain = here[i].there ? gains[i] : 0;
        }
        tables.push_back(std::move(here));
    }
    return tables;
}

std::vector<race_timing> timing_of(const std::vector<settlement_day>& days, const race_course& on,
                                   std::size_t months, std::size_t parties) {
    std::vector<race_timing> all(parties);
    for (std::size_t i = 0; i < parties && !days.empty(); ++i) {
        for (std::size_t month = 1; month <= months; ++month) {
            all[i].months.push_back(taking_at(days, on, month, i));
        }
        choose_moment(all[i]);
    }
    return all;
}

}  // namespace negotiation::question::detail
