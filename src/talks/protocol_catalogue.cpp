#include <negotiation/talks/protocol_catalogue.hpp>

namespace negotiation::talks {

const std::vector<catalogue_entry>& protocol_catalogue() {
    static const std::vector<catalogue_entry> all = {
        {"alternating-offers", "parties take turns: accept, or make a counter-offer", {}},
        {"single-text",
         "a chair proposes changes of one text, the parties vote",
         {{"temperature", "0", "above 0 the chair anneals for the parties, in utility"},
          {"weak_loss", "0.05", "what the chair takes a weak rejection to cost, in utility"}}}};
    return all;
}

any_protocol read_protocol(const std::string& text) {
    const specification said = parse_specification(text);
    const catalogue_entry& entry = find_entry(protocol_catalogue(), "protocol", said.name);
    const parameter_reader given(entry, said);
    if (entry.name == "alternating-offers") {
        return alternating_offers{};
    }
    constexpr double most = 1e300;
    single_text protocol;
    protocol.temperature = given.number("temperature", 0, most);
    protocol.weak_loss = given.number("weak_loss", 0, most);
    return protocol;
}

}  // namespace negotiation::talks
