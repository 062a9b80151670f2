#include <stdexcept>

#include <negotiation/model/typed_text.hpp>
#include <negotiation/question/setting.hpp>

namespace negotiation::question {

red_line_choice parse_red_lines(const std::string& text) {
    if (text == "none") {
        return {red_line_rule::none, {}};
    }
    if (text == "all") {
        return {red_line_rule::all, {}};
    }
    red_line_choice choice{red_line_rule::of_parties, {}};
    for (const std::string& part : split(text, ',')) {
        if (!part.empty()) {
            choice.parties.push_back(part);
        }
    }
    if (choice.parties.empty()) {
        throw std::invalid_argument("red lines: expected none, all or names of parties; got '" +
                                    text + "'");
    }
    return choice;
}

}  // namespace negotiation::question
