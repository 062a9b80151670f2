#include <fmt/format.h>
#include <io/decode.hpp>

#include <negotiation/model/nearest.hpp>

namespace negotiation::io::detail {

namespace {

/// Keys of TOML are words; the option is spelled as its issue does.
option_label label_of(const std::string& key, const issue* of) {
    if (of != nullptr) {
        if (const auto place = find_option(*of, std::string_view(key))) {
            return of->options[*place];
        }
    }
    return option_label{key};
}

void decode_levels(table_reader& reader, const known_issues& issues, breakout& into) {
    const node* from = reader.take("levels");
    if (from == nullptr) {
        return;
    }
    const node::table* table = from->as_table();
    if (table == nullptr) {
        reader.wrong().refuse(
            *from,
            fmt::format("'levels' is a table from options to per cent; got {}", describe(*from)));
        return;
    }
    const issue* enrichment = issues.find(into.enrichment_issue);
    for (const entry& e : *table) {
        const auto percent =
            read_number(e.inside, fmt::format("the level of '{}'", shown(e.key)), reader.wrong());
        into.levels.push_back({label_of(e.key, enrichment), percent.value_or(0)});
    }
}

breakout::holding decode_holding(const node& from, problems& wrong) {
    breakout::holding into;
    table_reader reader(from, "a holding", wrong);
    if (const node* option = reader.need("option")) {
        into.option = read_label(*option, "'option' of a holding", wrong).value_or(option_label{});
    }
    reader.need_number("kilograms", into.lot.kilograms);
    reader.need_number("enrichment", into.lot.enrichment);
    reader.truth("at_most_level", into.lot.at_most_level);
    reader.finish();
    return into;
}

}  // namespace

breakout decode_reported(const node& from, const known_issues& issues, problems& wrong) {
    breakout into;
    table_reader reader(
        from, "reported quantity" + call("reported", from).substr(call("reported", from).find(' ')),
        wrong);
    reader.need_text("name", into.name);
    reader.need_choice("kind", {"breakout"});
    reader.need_text("enrichment", into.enrichment_issue);
    reader.need_text("stock", into.stock_issue);
    reader.need_text("machines", into.machines_issue);
    reader.number("product", into.terms.product);
    reader.number("quantity", into.terms.quantity);
    reader.number("feed", into.terms.feed);
    reader.number("tails", into.terms.tails);
    reader.number("work_per_machine", into.terms.work_per_machine);
    decode_levels(reader, issues, into);
    if (const node* holdings = reader.take("holding")) {
        const node::array* list = read_list(*holdings, "'holding'", wrong);
        for (std::size_t k = 0; list != nullptr && k < list->size(); ++k) {
            into.holdings.push_back(decode_holding((*list)[k], wrong));
        }
    }
    reader.text("source", into.source);
    reader.text("note", into.note);
    reader.finish();
    return into;
}

}  // namespace negotiation::io::detail
