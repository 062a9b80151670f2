#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <io/decode.hpp>

#include <negotiation/model/nearest.hpp>

namespace negotiation::io::detail {

namespace {

constexpr ratification::rule_kind rule_kinds[] = {
    ratification::rule_kind::quota, ratification::rule_kind::disapproval,
    ratification::rule_kind::unanimity, ratification::rule_kind::leader};

std::vector<std::string> rule_words() {
    std::vector<std::string> words;
    for (const ratification::rule_kind kind : rule_kinds) {
        words.emplace_back(to_string(kind));
    }
    return words;
}

/// @param needed whether there has to be a rule
ratification::written_rule decode_rule(table_reader& reader, bool needed) {
    ratification::written_rule into;
    const auto words = rule_words();
    const auto kind = needed ? reader.need_choice("rule", words) : reader.choice("rule", words);
    if (kind) {
        into.kind = rule_kinds[*kind];
    }
    const bool counts = kind && (into.kind == ratification::rule_kind::quota ||
                                 into.kind == ratification::rule_kind::disapproval);
    if (counts) {
        reader.need_number("quota", into.quota);
    } else {
        reader.number("quota", into.quota);
    }
    return into;
}

ratification::alternative decode_alternative(const node& from, problems& wrong) {
    ratification::alternative into;
    table_reader reader(from, "an alternative", wrong);
    reader.need_text("name", into.name);
    into.decides = decode_rule(reader, true);
    reader.finish();
    return into;
}

ratification::ally decode_ally(const node& from, const std::string& what, problems& wrong) {
    ratification::ally into;
    table_reader reader(from, fmt::format("'ally' of {}", what), wrong);
    reader.need_text("name", into.name);
    reader.need_number("weight", into.weight);
    reader.finish();
    return into;
}

}  // namespace

ratification::written_chamber decode_chamber(const node& from, problems& wrong) {
    ratification::written_chamber into;
    table_reader reader(from, call("chamber", from), wrong);
    reader.need_text("name", into.name);
    reader.need_text("party", into.party);
    double seats = 0;
    if (reader.number("seats", seats)) {
        into.seats = seats;
    }
    const bool follows = reader.take("follows") != nullptr;
    reader.text("follows", into.follows);
    into.decides = decode_rule(reader, !follows);
    if (const node* others = reader.take("alternatives")) {
        const node::array* list = read_list(*others, "'alternatives' of " + reader.what(), wrong);
        for (std::size_t k = 0; list != nullptr && k < list->size(); ++k) {
            into.alternatives.push_back(decode_alternative((*list)[k], wrong));
        }
    }
    reader.number("days", into.days);
    reader.text("source", into.source);
    reader.text("note", into.note);
    reader.finish();
    return into;
}

ratification::written_faction decode_faction(const node& from, const known_issues& issues,
                                             problems& wrong) {
    ratification::written_faction into;
    table_reader reader(from, call("faction", from), wrong);
    reader.need_text("name", into.name);
    reader.need_text("chamber", into.chamber);
    reader.number("size", into.size);
    decode_weights(reader, into.weights);
    if (const node* ally = reader.take("ally")) {
        into.friend_abroad = decode_ally(*ally, reader.what(), wrong);
    }
    double threshold = 0;
    if (reader.number("threshold", threshold)) {
        into.threshold = threshold;
    }
    reader.number("noise", into.noise);
    reader.number("shock", into.shock);
    decode_red_lines(reader, issues, into.red_lines);
    reader.truth("public_red_lines", into.public_lines);
    reader.text("source", into.source);
    reader.text("note", into.note);
    reader.finish();
    return into;
}

}  // namespace negotiation::io::detail
