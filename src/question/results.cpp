#include <algorithm>
#include <stdexcept>
#include <vector>

#include <fmt/format.h>

#include <negotiation/model/nearest.hpp>
#include <negotiation/question/results.hpp>

namespace negotiation::question {

results_answer results(const std::string& file, const std::string& key) {
    results_answer answer{file, laboratory::store::reading(file).experiments()};
    if (!key.empty()) {
        const std::string only = chosen_experiment(answer, key);
        std::erase_if(answer.experiments,
                      [&](const laboratory::stored_experiment& e) { return e.what.key != only; });
    }
    return answer;
}

std::string chosen_experiment(const results_answer& of, const std::string& key) {
    std::vector<std::string> known;
    for (const laboratory::stored_experiment& e : of.experiments) {
        known.push_back(e.what.key);
    }
    if (known.empty()) {
        throw std::invalid_argument(
            fmt::format("store '{}': has no experiment yet", shown(of.file)));
    }
    if (key.empty() && known.size() > 1) {
        throw std::invalid_argument(
            fmt::format("store '{}': which experiment? {}", shown(of.file), nearest("", known)));
    }
    if (!key.empty() && std::find(known.begin(), known.end(), key) == known.end()) {
        throw std::invalid_argument(fmt::format("store '{}': no experiment '{}'; {}",
                                                shown(of.file), shown(key), nearest(key, known)));
    }
    return key.empty() ? known.front() : key;
}

}  // namespace negotiation::question
