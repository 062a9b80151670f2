#include <algorithm>
#include <cstdint>
#include <stdexcept>

#include <negotiation/talks/protocol_catalogue.hpp>

namespace negotiation::talks {

const std::vector<catalogue_entry>& protocol_catalogue() {
    static const std::vector<catalogue_entry> all = {
        {"alternating-offers",
         "parties take turns: accept, or make a counter-offer",
         {},
         "",
         "Aydogan et al. 2017"},
        {"single-text",
         "a chair proposes changes of one text, the parties vote",
         {{"temperature", "0", "above 0 the chair anneals for the parties, in utility"},
          {"weak_loss", "0.05", "what the chair takes a weak rejection to cost, in utility"}},
         "",
         "Raiffa 1982; Klein et al. 2003"},
        {"random-recognition",
         "a party drawn by lot proposes, the others vote",
         {{"weights", "even", "of the parties in their order, such as 2/1/1; even: alike"}},
         "",
         "Baron and Ferejohn 1989"},
        {"monotonic-concession",
         "all propose at once and may not all stand still",
         {{"patience", "1", "rounds in a row in which all stand still that end the talks"}},
         "",
         "Rosenschein and Zlotkin 1994"},
        {"agenda",
         "issues are settled one after another, each by alternating offers",
         {{"order", "each",
           "issues such as a/b+c, b and c together; each, or package: all at once"},
          {"implementation", "simultaneous",
           "simultaneous: nothing counts until all is agreed; sequential: what is agreed stays"},
          {"later", "proportional",
           "what is counted on from later issues: proportional, best or status-quo"},
          {"deadline", "talks", "whose the rounds are: of the talks, or of each stage"}},
         "",
         "Fershtman 1990; Inderst 2000"}};
    return all;
}

namespace {

[[nodiscard]] agenda read_agenda(const parameter_reader& given, const specification& said) {
    agenda protocol;
    protocol.named = read_agenda_order(given.text("order"));
    protocol.counts =
        static_cast<implementation>(given.choice("implementation", {"simultaneous", "sequential"}));
    protocol.expects =
        static_cast<later_value>(given.choice("later", {"proportional", "best", "status-quo"}));
    protocol.deadline = static_cast<deadline_of>(given.choice("deadline", {"talks", "stage"}));
    const bool expecting =
        std::any_of(said.parameters.begin(), said.parameters.end(),
                    [](const auto& parameter) { return parameter.first == "later"; });
    if (expecting && protocol.counts == implementation::sequential) {
        throw std::invalid_argument(
            "agenda: later goes with implementation=simultaneous; what is agreed in sequence is "
            "worth what it is with later issues at their status quo");
    }
    return protocol;
}

}  // namespace

any_protocol read_protocol(const std::string& text) {
    const specification said = parse_specification(text);
    const catalogue_entry& entry = find_entry(protocol_catalogue(), "protocol", said.name);
    const parameter_reader given(entry, said);
    if (entry.name == "alternating-offers") {
        return alternating_offers{};
    }
    if (entry.name == "random-recognition") {
        random_recognition protocol;
        if (given.name("weights") != "even") {
            protocol.recognition = given.numbers("weights");
        }
        return protocol;
    }
    if (entry.name == "monotonic-concession") {
        constexpr std::int64_t longest = 1'000'000;
        monotonic_concession protocol;
        protocol.patience = given.whole("patience", 1, longest);
        return protocol;
    }
    if (entry.name == "agenda") {
        return read_agenda(given, said);
    }
    constexpr double most = 1e300;
    single_text protocol;
    protocol.temperature = given.number("temperature", 0, most);
    protocol.weak_loss = given.number("weak_loss", 0, most);
    return protocol;
}

}  // namespace negotiation::talks
