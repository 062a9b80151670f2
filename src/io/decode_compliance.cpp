#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <io/decode.hpp>

namespace negotiation::io::detail {

namespace {

void decode_amount_if_any(table_reader& reader, std::string_view key, std::optional<double>& into) {
    double amount = 0;
    if (reader.number(key, amount)) {
        into = amount;
    }
}

}  // namespace

compliance::written_inspector decode_inspector(const node& from, problems& wrong) {
    compliance::written_inspector into;
    table_reader reader(from, call("inspector", from), wrong);
    reader.need_text("name", into.name);
    if (const node* steps = reader.take("steps")) {
        into.steps = read_words(*steps, fmt::format("'steps' of {}", reader.what()), wrong)
                         .value_or(std::vector<std::string>{});
    }
    reader.number("detection", into.detection);
    reader.number("false_alarm", into.false_alarm);
    reader.number("attribution", into.attribution);
    reader.number("misattribution", into.misattribution);
    reader.number("others", into.others);
    reader.number("days", into.days);
    reader.number("cost", into.cost);
    decode_amount_if_any(reader, "loss", into.loss);
    decode_amount_if_any(reader, "budget", into.budget);
    reader.text("source", into.source);
    reader.text("note", into.note);
    reader.finish();
    return into;
}

}  // namespace negotiation::io::detail
