#include <cstdint>

#include <negotiation/talks/protocol_catalogue.hpp>

namespace negotiation::talks {

const std::vector<catalogue_entry>& protocol_catalogue() {
    static const std::vector<catalogue_entry> all = {
        {"alternating-offers", "parties take turns: accept, or make a counter-offer", {}},
        {"single-text",
         "a chair proposes changes of one text, the parties vote",
         {{"temperature", "0", "above 0 the chair anneals for the parties, in utility"},
          {"weak_loss", "0.05", "what the chair takes a weak rejection to cost, in utility"}}},
        {"random-recognition",
         "a party drawn by lot proposes, the others vote",
         {{"weights", "even", "of the parties in their order, such as 2/1/1; even: alike"}}},
        {"monotonic-concession",
         "all propose at once and may not all stand still",
         {{"patience", "1", "rounds in a row in which all stand still that end the talks"}}}};
    return all;
}

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
    constexpr double most = 1e300;
    single_text protocol;
    protocol.temperature = given.number("temperature", 0, most);
    protocol.weak_loss = given.number("weak_loss", 0, most);
    return protocol;
}

}  // namespace negotiation::talks
