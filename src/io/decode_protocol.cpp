#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <fmt/format.h>
#include <io/decode.hpp>

#include <negotiation/model/nearest.hpp>
#include <negotiation/scenario/validate.hpp>

namespace negotiation::io::detail {

namespace {

/// A whole number; 24.0 is one as well.
void decode_rounds(table_reader& reader, std::int64_t& into) {
    constexpr double largest = 9e15;  // beyond it doubles are not all whole numbers
    const node* from = reader.take("rounds");
    if (from == nullptr) {
        return;
    }
    if (const auto* whole = std::get_if<std::int64_t>(&from->value)) {
        into = *whole;
        return;
    }
    const std::string what = "'rounds' of " + reader.what();
    const auto number = read_number(*from, what, reader.wrong());
    if (number && (std::floor(*number) < *number || std::abs(*number) > largest)) {
        reader.wrong().refuse(*from,
                              fmt::format("{} must be a whole number; got {}", what, *number));
    } else if (number) {
        into = static_cast<std::int64_t>(*number);
    }
}

void decode_agreement(table_reader& reader, talks::section& into) {
    const node* from = reader.take("agreement");
    if (from == nullptr) {
        return;
    }
    const std::string* word = from->as_text();
    const bool number = std::holds_alternative<std::int64_t>(from->value) ||
                        std::holds_alternative<double>(from->value);
    if (number) {
        into.quota = read_number(*from, "'agreement' of " + reader.what(), reader.wrong())
                         .value_or(into.quota);
    } else if (word != nullptr && *word == "majority") {
        into.quota = 0.5;
        into.more_than_quota = true;
    } else if (word == nullptr || *word != "unanimity") {
        const auto near = nearest_name(word == nullptr ? "" : *word, {"unanimity", "majority"});
        reader.wrong().refuse(
            *from, fmt::format("'agreement' of {} must be 'unanimity', 'majority' or a share of "
                               "the votes in (0, 1]; got {}{}",
                               reader.what(), describe(*from),
                               near ? "; did you mean '" + *near + "'?" : ""));
    }
}

/// Whether there are no more entries than there may be agents; tells when there are.
bool fits(const node& from, std::string_view key, std::size_t entries, problems& wrong) {
    if (entries > maximum_agents) {
        wrong.refuse(from, fmt::format("'{}' of protocol has at most {} entries; got {}", key,
                                       maximum_agents, entries));
    }
    return entries <= maximum_agents;
}

/// A table from parties to something.
template <class Value, class Read>
void decode_by_party(table_reader& reader, std::string_view key, const char* values,
                     std::vector<std::pair<std::string, Value>>& into, Read read) {
    const node* from = reader.take(key);
    if (from == nullptr) {
        return;
    }
    const node::table* table = from->as_table();
    if (table == nullptr) {
        reader.wrong().refuse(*from, fmt::format("'{}' is a table from parties to {}; got {}", key,
                                                 values, describe(*from)));
        return;
    }
    if (!fits(*from, key, table->size(), reader.wrong())) {
        return;
    }
    for (const entry& e : *table) {
        into.emplace_back(e.key, read(e).value_or(Value{}));
    }
}

}  // namespace

void decode_protocol(const node& from, talks::section& into, problems& wrong) {
    table_reader reader(from, "protocol", wrong);
    reader.text("kind", into.protocol);
    decode_rounds(reader, into.rounds);
    if (const auto k = reader.choice("clock", {"geniusweb", "negmas", "genius"})) {
        into.clock = *k == 0 ? clock::geniusweb : clock::negmas;
    }
    reader.number("days_per_round", into.days_per_round);
    reader.number("breakdown", into.breakdown);
    decode_agreement(reader, into);
    decode_by_party(reader, "votes", "numbers", into.votes, [&](const entry& e) {
        return read_number(e.inside, fmt::format("the votes of '{}'", shown(e.key)), wrong);
    });
    const node* veto = reader.take("veto");
    if (veto != nullptr &&
        (veto->as_array() == nullptr || fits(*veto, "veto", veto->as_array()->size(), wrong))) {
        into.veto =
            read_words(*veto, "'veto' of protocol", wrong).value_or(std::vector<std::string>{});
    }
    if (const auto k = reader.choice("discounting", {"none", "relative", "calendar"})) {
        into.discount = *k == 0   ? talks::discounting::none
                        : *k == 1 ? talks::discounting::relative
                                  : talks::discounting::calendar;
    }
    reader.truth("discount_no_deal", into.discount_no_deal);
    decode_by_party(reader, "strategies", "strategies", into.strategies, [&](const entry& e) {
        return read_word(e.inside, fmt::format("the strategy of '{}'", shown(e.key)), wrong);
    });
    reader.finish();
}

void decode_channel(const node& from, talks::section& into, problems& wrong) {
    table_reader reader(from, "channel", wrong);
    reader.number("leak_rate", into.leak_rate);
    reader.number("audience_cost", into.audience_cost);
    reader.finish();
}

talks::mediator_entry decode_mediator(const node& from, problems& wrong) {
    talks::mediator_entry into;
    table_reader reader(from, call("mediator", from), wrong);
    reader.need_text("name", into.name);
    reader.need_text("role", into.role);
    reader.truth("chair", into.chair);
    reader.number("bias", into.bias);
    reader.text("toward", into.toward);
    double reservation = 0;
    if (reader.number("reservation", reservation)) {
        into.reservation = reservation;
    }
    reader.text("source", into.source);
    reader.text("note", into.note);
    reader.finish();
    return into;
}

}  // namespace negotiation::io::detail
