#include <utility>

#include <negotiation/io/json.hpp>
#include <negotiation/question/catalogue_answer.hpp>

#include "io/json_parts.hpp"

namespace negotiation::io {

std::string to_json(const question::catalogue_answer& answer) {
    using namespace json_parts;
    json choices = json::array();
    for (const question::listed_choice& one : answer.choices) {
        json parameters = json::array();
        for (const question::listed_parameter& p : one.parameters) {
            parameters.push_back(
                {{"name", p.name}, {"default", name_of(p.fallback)}, {"what", p.what}});
        }
        choices.push_back({{"name", one.name},
                           {"what", one.what},
                           {"parameters", std::move(parameters)},
                           {"assumes", name_of(one.assumes)},
                           {"source", name_of(one.source)}});
    }
    return written({{"catalogue", answer.kind}, {"choices", std::move(choices)}});
}

}  // namespace negotiation::io
