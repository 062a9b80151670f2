#include <algorithm>
#include <stdexcept>
#include <utility>

#include <fmt/core.h>

#include <negotiation/model/nearest.hpp>
#include <negotiation/talks/acceptance_catalogue.hpp>

namespace negotiation::talks {

namespace {

constexpr double greatest_margin = 1e300;
constexpr double longest_window = 1e6;
constexpr int deepest_list = 8;

[[nodiscard]] any_acceptance read_part(const std::string& text, int depth);

[[nodiscard]] any_acceptance read_list(const named_list& said, bool all, int depth) {
    if (depth == deepest_list) {
        throw std::invalid_argument(
            fmt::format("acceptance conditions are nested deeper than {}; got '{}(...)' inside",
                        deepest_list, said.name));
    }
    if (said.parts.empty()) {
        throw std::invalid_argument(fmt::format(
            "'{}' needs acceptance conditions between its parentheses; e.g. {}(next,time)",
            said.name, said.name));
    }
    std::vector<any_acceptance> parts;
    for (const std::string& part : said.parts) {
        parts.push_back(read_part(part, depth + 1));
    }
    return any_acceptance(acceptance_list(std::move(parts), all));
}

/// The entry of that name; the message for one that is none lists the lists too.
[[nodiscard]] const catalogue_entry& find_condition(const std::string& name) {
    std::vector<std::string> known;
    for (const catalogue_entry& entry : acceptance_catalogue()) {
        if (entry.name == name) {
            return entry;
        }
        known.push_back(entry.name);
    }
    known.insert(known.end(), {"any", "all"});
    throw std::invalid_argument(
        fmt::format("unknown acceptance condition '{}'; {}", shown(name), nearest(name, known)));
}

[[nodiscard]] accept_combi combi_of(const parameter_reader& given) {
    const auto window =
        static_cast<std::uint32_t>(given.whole("window", 0, static_cast<int>(longest_window)));
    return {given.number("from", 0, 1), window,
            static_cast<received_measure>(given.choice("of", {"best", "average"}))};
}

[[nodiscard]] any_acceptance read_part(const std::string& text, int depth) {
    if (const std::string head = name_of_specification(text); head == "any" || head == "all") {
        return read_list(parse_list(text), head == "all", depth);
    }
    const specification said = parse_specification(text);
    const catalogue_entry& entry = find_condition(said.name);
    const parameter_reader given(entry, said);
    const auto factor = [&] { return given.number("a", 0, greatest_margin); };
    const auto margin = [&] { return given.number("b", -greatest_margin, greatest_margin); };
    if (entry.name == "next") {
        return any_acceptance(accept_next{factor(), margin()});
    }
    if (entry.name == "previous") {
        return any_acceptance(accept_previous{factor(), margin()});
    }
    if (entry.name == "gap") {
        return any_acceptance(accept_gap{given.number("gap", 0, 1)});
    }
    if (entry.name == "constant") {
        return any_acceptance(accept_constant{given.number("share", 0, 1)});
    }
    if (entry.name == "time") {
        return any_acceptance(accept_time{given.number("from", 0, 1)});
    }
    if (entry.name == "combi") {
        return any_acceptance(combi_of(given));
    }
    if (entry.name == "never") {
        return any_acceptance(accept_never{});
    }
    return any_acceptance(accept_target{});
}

}  // namespace

struct acceptance_list::content {
    std::vector<any_acceptance> parts;
    bool all = false;
};

acceptance_list::acceptance_list(std::vector<any_acceptance> parts, bool all)
    : content_(std::make_shared<const content>(content{std::move(parts), all})) {}

bool acceptance_list::accepts(const turn& t, const intention& mine) const {
    const auto holds = [&](const any_acceptance& one) { return one.accepts(t, mine); };
    const std::vector<any_acceptance>& parts = content_->parts;
    return content_->all ? std::all_of(parts.begin(), parts.end(), holds)
                         : std::any_of(parts.begin(), parts.end(), holds);
}

const std::vector<catalogue_entry>& acceptance_catalogue() {
    static const std::vector<catalogue_entry> all{
        {"target", "what is worth the target", {}, "", "Faratin, Sierra and Jennings 1998"},
        {"next",
         "what is worth a times one's own next offer plus b",
         {{"a", "1", "factor on one's own offer; that of GENIUS, on the other's, is 1/a"},
          {"b", "0", "margin, in utility; that of GENIUS is -b/a"}},
         "",
         "Baarslag et al. 2014"},
        {"previous",
         "what is worth a times one's own last offer plus b",
         {{"a", "1", "factor on one's own offer; that of GENIUS, on the other's, is 1/a"},
          {"b", "0", "margin, in utility; that of GENIUS is -b/a"}},
         "that it has proposed something; before, it accepts nothing",
         "Baarslag et al. 2014"},
        {"gap",
         "what falls short of one's own last offer by no more than a gap",
         {{"gap", "0.1", "in shares of the aspiration"}},
         "that it has proposed something; before, it accepts nothing",
         "Baarslag et al. 2014"},
        {"constant",
         "what is worth a constant share of one's aspiration",
         {{"share", "0.8", "0 the floor, 1 the best deal"}},
         "",
         "Baarslag et al. 2014"},
        {"time",
         "whatever is no worse than no deal once a time has come",
         {{"from", "0.99", "relative time"}},
         "",
         "Baarslag et al. 2014"},
        {"combi",
         "as next; late, what is as good as the best or the average received in a window",
         {{"from", "0.9", "relative time"},
          {"of", "best", "best or average"},
          {"window", "0", "rounds to look back; 0: as many as are left"}},
         "that what was not offered in as long as is left will not be offered",
         "Baarslag, Hindriks and Jonker 2013"},
        {"never", "nothing", {}, "", ""},
    };
    return all;
}

any_acceptance read_acceptance(const std::string& text) { return read_part(text, 0); }

}  // namespace negotiation::talks
