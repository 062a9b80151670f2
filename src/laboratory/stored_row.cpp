#include "laboratory/stored_row.hpp"

#include <array>
#include <charconv>
#include <iterator>
#include <stdexcept>
#include <vector>

#include <fmt/format.h>

#include <negotiation/model/nearest.hpp>

namespace negotiation::laboratory {

namespace {

constexpr std::string_view broken = "broken";

constexpr std::array statuses{talks::talks_status::agreement, talks::talks_status::no_agreement,
                              talks::talks_status::walked_away, talks::talks_status::broken_down};

/// A JSON list of numbers.
template <class Numbers>
[[nodiscard]] std::string list_of(const Numbers& numbers) {
    std::string text = "[";
    for (const auto& x : numbers) {
        fmt::format_to(std::back_inserter(text), "{}{}", text.size() > 1 ? "," : "", +x);
    }
    text += ']';
    return text;
}

[[noreturn]] void refuse(std::string_view text) {
    throw changed_by_hand(fmt::format("got '{}'", shown(text)));
}

template <class Number>
[[nodiscard]] std::vector<Number> numbers_in(std::string_view text) {
    std::vector<Number> numbers;
    const char* at = text.data();
    const char* end = at + text.size();
    if (text.size() < 2 || text.front() != '[' || text.back() != ']') {
        refuse(text);
    }
    for (++at; *at != ']';) {
        Number x{};
        const auto [next, wrong] = std::from_chars(at, end, x);
        if (wrong != std::errc() || (*next != ',' && *next != ']')) {
            refuse(text);
        }
        numbers.push_back(x);
        at = *next == ',' ? next + 1 : next;
    }
    return numbers;
}

[[nodiscard]] talks::talks_status status_of(std::string_view text) {
    for (const talks::talks_status s : statuses) {
        if (text == to_string(s)) {
            return s;
        }
    }
    refuse(text);
}

/// What an end consists of; a broken match has none.
void write_end(const match& m, std::span<const option_id> deal, stored_row& row) {
    row.status = to_string(m.end.status);
    row.round = m.end.round;
    row.offers = m.end.offers;
    row.time = m.end.time;
    row.days = m.end.days;
    row.leaked = m.end.leaked;
    if (m.end.deal != talks::no_offer) {
        row.deal = m.end.deal;
        row.options = list_of(deal);
    }
    std::vector<int> accepted(m.end.accepted.begin(), m.end.accepted.end());
    row.accepted = list_of(accepted);
    row.utilities = list_of(m.end.utilities);
    if (m.end.discounted != m.end.utilities) {
        row.discounted = list_of(m.end.discounted);
    }
    row.advantages = list_of(m.advantages);
}

void read_end(const statement& at, stored_match& into) {
    talks::ending& end = into.of.end;
    end.status = status_of(at.text(stored_row::at_status));
    end.round = at.whole(stored_row::at_round);
    end.offers = at.whole(stored_row::at_offers);
    end.time = at.number(stored_row::at_time);
    end.days = at.number(stored_row::at_days);
    end.leaked = at.whole(stored_row::at_leaked) != 0;
    if (!at.is_null(stored_row::at_deal)) {
        end.deal = static_cast<talks::offer_id>(at.whole(stored_row::at_deal));
        into.deal = numbers_in<option_id>(at.text(stored_row::at_options));
    }
    for (const int stands : numbers_in<int>(at.text(stored_row::at_accepted))) {
        end.accepted.push_back(stands != 0);
    }
    end.utilities = numbers_in<double>(at.text(stored_row::at_utilities));
    end.discounted = at.is_null(stored_row::at_discounted)
                         ? end.utilities
                         : numbers_in<double>(at.text(stored_row::at_discounted));
    into.of.advantages = numbers_in<double>(at.text(stored_row::at_advantages));
}

void bind_text(statement& to, int place, const std::string& text) {
    if (text.empty()) {
        to.bind_null(place);
    } else {
        to.bind(place, text);
    }
}

}  // namespace

stored_row row_of(std::size_t number, std::size_t pairings, const match& m,
                  std::span<const option_id> deal) {
    stored_row row;
    row.number = static_cast<std::int64_t>(number);
    row.repeat = static_cast<std::int64_t>(number / pairings);
    if (!m.fault) {
        write_end(m, deal, row);
    } else {
        row.status = broken;
        row.round = m.fault->round;
    }
    if (const auto& wrong = m.wrong()) {
        row.fault = wrong->what.empty() ? "unknown" : wrong->what;
        if (wrong->seat) {
            row.fault_seat = static_cast<std::int64_t>(*wrong->seat);
        }
    }
    return row;
}

void bind(statement& to, int from, const stored_row& row) {
    to.bind(from + stored_row::at_number, row.number);
    to.bind(from + stored_row::at_repeat, row.repeat);
    to.bind(from + stored_row::at_status, row.status);
    to.bind(from + stored_row::at_round, row.round);
    to.bind(from + stored_row::at_offers, row.offers);
    to.bind(from + stored_row::at_time, row.time);
    to.bind(from + stored_row::at_days, row.days);
    to.bind(from + stored_row::at_leaked, std::int64_t{row.leaked});
    for (const auto& [place, value] : {std::pair(stored_row::at_deal, row.deal),
                                       std::pair(stored_row::at_fault_seat, row.fault_seat)}) {
        if (value) {
            to.bind(from + place, *value);
        } else {
            to.bind_null(from + place);
        }
    }
    bind_text(to, from + stored_row::at_options, row.options);
    bind_text(to, from + stored_row::at_accepted, row.accepted);
    bind_text(to, from + stored_row::at_utilities, row.utilities);
    bind_text(to, from + stored_row::at_discounted, row.discounted);
    bind_text(to, from + stored_row::at_advantages, row.advantages);
    bind_text(to, from + stored_row::at_fault, row.fault);
}

std::vector<std::size_t> places_in(std::string_view list) { return numbers_in<std::size_t>(list); }

namespace {

[[nodiscard]] stored_match parse_row(const statement& at) {
    stored_match found;
    found.number = static_cast<std::size_t>(at.whole(stored_row::at_number));
    found.repeat = static_cast<std::size_t>(at.whole(stored_row::at_repeat));
    found.of.played = true;
    const bool ended = at.text(stored_row::at_status) != broken;
    if (ended) {
        read_end(at, found);
    }
    if (at.is_null(stored_row::at_fault)) {
        return found;
    }
    match_fault& fault = (ended ? found.of.forfeit : found.of.fault).emplace();
    fault.round = at.whole(stored_row::at_round);
    fault.what = at.text(stored_row::at_fault);
    if (!at.is_null(stored_row::at_fault_seat)) {
        fault.seat = static_cast<std::size_t>(at.whole(stored_row::at_fault_seat));
    }
    return found;
}

}  // namespace

/// What is read is as long as the table is wide: everything that follows relies on it.
stored_match read_row(const statement& at, const std::vector<pairing>& pairings) {
    stored_match found;
    try {
        found = parse_row(at);
        if (pairings.empty()) {
            throw changed_by_hand("the experiment has no pairings");
        }
        found.of.who = pairings[found.number % pairings.size()];
        const std::size_t seats = found.of.who.contestants.size();
        const talks::ending& end = found.of.end;
        if (!found.of.fault && (end.utilities.size() != seats || end.discounted.size() != seats ||
                                found.of.advantages.size() != seats)) {
            throw changed_by_hand("not a number for every seat");
        }
        const std::optional<match_fault>& of_seat = found.of.wrong();
        if (of_seat && of_seat->seat && *of_seat->seat >= seats) {
            throw changed_by_hand(fmt::format("got fault_seat {} of {}",
                                              static_cast<std::int64_t>(*of_seat->seat), seats));
        }
    } catch (const changed_by_hand& wrong) {
        throw std::runtime_error(
            fmt::format("store: negotiation {}: {}", found.number, wrong.what()));
    }
    return found;
}

}  // namespace negotiation::laboratory
