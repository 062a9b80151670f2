#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <io/decode.hpp>

#include <negotiation/model/nearest.hpp>
#include <negotiation/scenario/validate.hpp>

namespace negotiation::io::detail {

namespace {

/// A number for all parties, or a table from parties to numbers.
void decode_amounts(table_reader& reader, std::string_view key, sequence::by_party& into) {
    const node* from = reader.take(key);
    if (from == nullptr) {
        return;
    }
    problems& wrong = reader.wrong();
    const std::string what = fmt::format("'{}' of {}", key, reader.what());
    const node::table* table = from->as_table();
    if (table == nullptr) {
        if (std::holds_alternative<std::int64_t>(from->value) ||
            std::holds_alternative<double>(from->value)) {
            into.all = read_number(*from, what, wrong);
        } else {
            wrong.refuse(*from, fmt::format("{} is a number, or a table from parties to numbers; "
                                            "got {}",
                                            what, describe(*from)));
        }
        return;
    }
    read_numbers_by_name(*from, what, wrong, into.named);
}

std::vector<std::string> read_names(const node& from, std::string_view what, problems& wrong) {
    return read_words(from, what, wrong).value_or(std::vector<std::string>{});
}

void decode_names(table_reader& reader, std::string_view key, std::vector<std::string>& into) {
    if (const node* from = reader.take(key)) {
        into = read_names(*from, fmt::format("'{}' of {}", key, reader.what()), reader.wrong());
    }
}

sequence::implementation decode_implementation(const node& from, const std::string& what,
                                               problems& wrong) {
    sequence::implementation into;
    table_reader reader(from, fmt::format("'implements' of {}", what), wrong);
    reader.need_text("issue", into.issue);
    reader.number("share", into.share);
    reader.finish();
    return into;
}

/// What faking saves is a number, or a share of what the step costs.
void decode_saving(table_reader& reader, const node& from, sequence::faking& pretence,
                   std::optional<double>& saved_share) {
    const node* saves = reader.take("saves");
    const node* share = reader.take("share");
    reader.number("saves", pretence.saves);
    if (share != nullptr) {
        double part = 0;
        reader.number("share", part);
        saved_share = part;
    }
    if (saves != nullptr && share != nullptr) {
        pretence.saves = 0;
        reader.wrong().add(
            from.at,
            fmt::format("{} saves an amount or a share of the cost; got both", reader.what()));
    } else if (saves == nullptr && share == nullptr) {
        reader.need("saves");
    }
}

/// What detection hangs on: `if` and `else`, both or neither.
std::optional<sequence::conditional_detection> decode_detection_if(table_reader& reader,
                                                                   const known_issues& issues) {
    if (reader.take("if") == nullptr && reader.take("else") == nullptr) {
        return std::nullopt;
    }
    sequence::conditional_detection into;
    into.given = decode_conditions(reader.need("if"), "if", issues, reader.wrong());
    reader.need_number("else", into.otherwise);
    return into;
}

void decode_fake(const node& from, sequence::written_step& into, const std::string& what,
                 const known_issues& issues, problems& wrong) {
    sequence::faking pretence;
    table_reader reader(from, fmt::format("'fake' of {}", what), wrong);
    decode_saving(reader, from, pretence, into.saved_share);
    reader.number("detection", pretence.detection);
    reader.number("days", pretence.window_days);
    into.detection_if = decode_detection_if(reader, issues);
    reader.finish();
    into.pretence = pretence;
}

sequence::written_hazard decode_hazard(const node& from, problems& wrong) {
    sequence::written_hazard into;
    table_reader reader(from, "'hazard' of tranches", wrong);
    reader.need_number("rate", into.rate);
    into.period = need_period(reader, "per").value_or(1);
    reader.finish();
    return into;
}

/// A table from steps to the steps that come before them.
void decode_after(table_reader& reader,
                  std::vector<std::pair<std::string, std::vector<std::string>>>& into) {
    const node* from = reader.take("after");
    if (from == nullptr) {
        return;
    }
    const node::table* table = from->as_table();
    if (table == nullptr) {
        reader.wrong().refuse(*from, fmt::format("'after' of {} is a table from steps to the steps "
                                                 "before them; got {}",
                                                 reader.what(), describe(*from)));
        return;
    }
    if (table->size() > sequence::maximum_steps) {
        reader.wrong().refuse(
            *from, fmt::format("'after' of {} has at most {} entries; got {}", reader.what(),
                               sequence::maximum_steps, table->size()));
        return;
    }
    for (const entry& e : *table) {
        into.emplace_back(e.key,
                          read_names(e.inside, fmt::format("what comes before '{}'", shown(e.key)),
                                     reader.wrong()));
    }
}

}  // namespace

void decode_sequence(const node& from, sequence::section& into, problems& wrong) {
    table_reader reader(from, "sequence", wrong);
    decode_amounts(reader, "completion", into.completion);
    decode_amounts(reader, "breakdown", into.breakdown);
    decode_amounts(reader, "trust", into.trust);
    reader.finish();
}

sequence::written_step decode_step(const node& from, const known_issues& issues, problems& wrong) {
    sequence::written_step into;
    table_reader reader(from, call("step", from), wrong);
    reader.need_text("name", into.name);
    reader.need_text("party", into.party);
    decode_amounts(reader, "value", into.value);
    if (const node* implements = reader.take("implements")) {
        into.implements = decode_implementation(*implements, reader.what(), wrong);
    }
    decode_amounts(reader, "undone", into.undone);
    decode_names(reader, "after", into.after);
    reader.number("days", into.days);
    reader.number("defection", into.defection);
    if (const node* fake = reader.take("fake")) {
        decode_fake(*fake, into, reader.what(), issues, wrong);
    }
    reader.text("source", into.source);
    reader.text("note", into.note);
    reader.finish();
    return into;
}

sequence::named_order decode_order(const node& from, problems& wrong) {
    sequence::named_order into;
    table_reader reader(from, call("order", from), wrong);
    reader.need_text("name", into.name);
    if (const node* steps = reader.need("steps")) {
        into.steps = read_names(*steps, "'steps' of " + reader.what(), wrong);
    }
    reader.text("source", into.source);
    reader.text("note", into.note);
    reader.finish();
    return into;
}

sequence::variant decode_variant(const node& from, problems& wrong) {
    sequence::variant into;
    table_reader reader(from, call("variant", from), wrong);
    reader.need_text("name", into.name);
    decode_after(reader, into.after);
    double undone = 0;
    if (reader.number("undone", undone)) {
        into.undone = undone;
    }
    decode_amounts(reader, "completion", into.completion);
    reader.text("order", into.order);
    reader.text("note", into.note);
    reader.finish();
    return into;
}

sequence::written_tranches decode_tranches(const node& from, problems& wrong) {
    sequence::written_tranches into;
    table_reader reader(from, "tranches", wrong);
    reader.text("what", into.what);
    reader.need_number("cost", into.cost);
    reader.need_number("worth", into.worth);
    reader.number("defection", into.defection);
    reader.need_number("trust", into.trust);
    reader.number("target", into.target);
    reader.number("days", into.days);
    if (const node* hazard = reader.take("hazard")) {
        into.hazard = decode_hazard(*hazard, wrong);
    }
    reader.text("source", into.source);
    reader.text("note", into.note);
    reader.finish();
    return into;
}

}  // namespace negotiation::io::detail
