#include <algorithm>
#include <cstddef>
#include <optional>
#include <vector>

#include <fmt/format.h>

#include <negotiation/io/write_negotiations.hpp>
#include <negotiation/laboratory/store.hpp>

#include "io/csv_text.hpp"
#include "io/json_parts.hpp"

namespace negotiation::io {

namespace {

using json = json_parts::json;
using laboratory::experiment;
using laboratory::stored_match;

[[nodiscard]] experiment experiment_in(const laboratory::store& from, const std::string& key) {
    for (laboratory::stored_experiment& e : from.experiments()) {
        if (e.what.key == key) {
            return std::move(e.what);
        }
    }
    return {};  // then `for_each` says so
}

[[nodiscard]] std::size_t most_seats(const experiment& of) {
    std::size_t most = 0;
    for (const laboratory::pairing& p : of.pairings) {
        most = std::max(most, p.contestants.size());
    }
    return most;
}

[[nodiscard]] std::string status_of(const stored_match& m) {
    return m.of.fault ? "broken" : to_string(m.of.end.status);
}

/// One field a seat, empty ones at the end.
template <class Values, class Write>
void add_seats(std::vector<std::string>& fields, std::size_t seats, const Values& values,
               Write write) {
    for (std::size_t k = 0; k < seats; ++k) {
        fields.push_back(k < values.size() ? write(values[k]) : std::string());
    }
}

[[nodiscard]] std::string first_row(std::size_t seats) {
    std::vector<std::string> names{"experiment", "scenario", "mediators"};
    const auto add = [&](const char* kind) {
        for (std::size_t k = 1; k <= seats; ++k) {
            names.push_back(fmt::format("{}_{}", kind, k));
        }
    };
    add("strategy");
    for (const char* name : {"repeat", "status", "round", "offers", "time", "days", "leaked"}) {
        names.emplace_back(name);
    }
    add("utility");
    add("discounted");
    add("advantage");
    for (const char* name : {"options", "fault_seat", "fault"}) {
        names.emplace_back(name);
    }
    return csv_row(names);
}

[[nodiscard]] std::string row_of(const experiment& in, const stored_match& m, std::size_t seats) {
    const auto number = [](double x) { return fmt::format("{}", x); };
    const talks::ending& end = m.of.end;
    std::vector<std::string> fields{in.key, in.stages[m.of.who.stage],
                                    in.mediations[m.of.who.mediation]};
    add_seats(fields, seats, m.of.who.contestants,
              [&](std::size_t c) { return in.contestants[c]; });
    fields.push_back(fmt::format("{}", m.repeat));
    fields.push_back(status_of(m));
    fields.push_back(fmt::format("{}", m.of.fault ? m.of.fault->round : end.round));
    if (m.of.fault) {
        fields.resize(fields.size() + 4);
    } else {
        fields.push_back(fmt::format("{}", end.offers));
        fields.push_back(number(end.time));
        fields.push_back(number(end.days));
        fields.push_back(end.leaked ? "true" : "false");
    }
    add_seats(fields, seats, end.utilities, number);
    add_seats(fields, seats, end.discounted, number);
    add_seats(fields, seats, m.of.advantages, number);
    fields.push_back(fmt::format("{}", fmt::join(m.deal, " ")));
    const auto& wrong = m.of.wrong();
    fields.push_back(wrong && wrong->seat ? fmt::format("{}", *wrong->seat) : std::string());
    fields.push_back(wrong ? wrong->what : std::string());
    return csv_row(fields);
}

[[nodiscard]] json fault_of(const stored_match& m) {
    const auto& wrong = m.of.wrong();
    if (!wrong) {
        return nullptr;
    }
    return {{"seat", wrong->seat ? json(*wrong->seat) : json(nullptr)},
            {"round", wrong->round},
            {"message", wrong->what}};
}

[[nodiscard]] std::string object_of(const experiment& in, const stored_match& m) {
    const talks::ending& end = m.of.end;
    const bool ended = !m.of.fault;
    const auto if_ended = [&](const json& value) { return ended ? value : json(nullptr); };
    json strategies = json::array();
    for (const std::size_t c : m.of.who.contestants) {
        strategies.push_back(in.contestants[c]);
    }
    const json object{{"experiment", in.key},
                      {"scenario", in.stages[m.of.who.stage]},
                      {"mediators", in.mediations[m.of.who.mediation]},
                      {"strategies", strategies},
                      {"repeat", m.repeat},
                      {"status", status_of(m)},
                      {"round", ended ? end.round : m.of.fault->round},
                      {"offers", if_ended(end.offers)},
                      {"time", if_ended(end.time)},
                      {"days", if_ended(end.days)},
                      {"leaked", if_ended(end.leaked)},
                      {"options", m.deal.empty() ? json(nullptr) : json(m.deal)},
                      {"utilities", if_ended(end.utilities)},
                      {"discounted", if_ended(end.discounted)},
                      {"advantages", if_ended(m.of.advantages)},
                      {"fault", fault_of(m)}};
    return json_parts::written(object) + "\n";
}

}  // namespace

void write_negotiations(const laboratory::store& from, const std::string& key,
                        negotiation_format format,
                        const std::function<bool(std::string_view)>& write) {
    constexpr std::size_t enough = std::size_t{1} << 16U;
    const experiment in = experiment_in(from, key);
    const std::size_t seats = most_seats(in);
    std::string text = format == negotiation_format::csv ? first_row(seats) : std::string();
    bool wanted = true;
    from.for_each(key, [&](const stored_match& m) {
        text += format == negotiation_format::csv ? row_of(in, m, seats) : object_of(in, m);
        if (text.size() >= enough) {
            wanted = write(text);
            text.clear();
        }
        return wanted;
    });
    if (wanted) {
        static_cast<void>(write(text));
    }
}

}  // namespace negotiation::io
