#include "cli/equilibrium.hpp"

#include <negotiation/io/json.hpp>
#include <negotiation/question/equilibrium.hpp>
#include <negotiation/report/text.hpp>

#include "cli/table_options.hpp"
#include "cli/typed.hpp"

namespace negotiation::cli {

std::string equilibrium(const arguments& typed) {
    auto options = table_options<question::equilibrium_options>(typed);
    if (!typed.model.empty()) {
        options.model = question::parse_equilibrium_model(typed.model);
    }
    options.rounds = whole_of("--rounds", typed.rounds);
    for (const std::string& text : typed.discounts) {
        options.discounts.push_back(number_by_party("--discount", text));
    }
    for (const std::string& text : typed.recognition) {
        options.recognition.push_back(number_by_party("--recognition", text));
    }
    options.breakdown = number_of("--breakdown", typed.breakdown);
    options.majority = typed.quota == "majority";
    options.quota = options.majority ? std::nullopt : number_of("--quota", typed.quota);
    options.lambda = number_of("--lambda", typed.lambda);
    for (const std::string& text : typed.types) {
        options.types.push_back(number_by_chance("--type", text));
    }
    options.proposer = typed.proposer;
    options.cost = number_of("--cost", typed.cost);
    const question::equilibrium_answer answer = question::equilibrium(load(typed), options);
    return typed.json ? io::to_json(answer) + "\n" : report::render_text(describe(answer));
}

}  // namespace negotiation::cli
