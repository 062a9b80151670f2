#include <algorithm>
#include <cstddef>
#include <stdexcept>
#include <vector>

#include <fmt/format.h>

#include <negotiation/laboratory/stored_standings.hpp>
#include <negotiation/model/nearest.hpp>
#include <negotiation/question/results.hpp>

namespace negotiation::question {

results_answer results(const std::string& file, const std::string& key, bool standings) {
    const laboratory::store in = laboratory::store::reading(file);
    results_answer answer{file, in.experiments()};
    if (!key.empty()) {
        const std::string only = chosen_experiment(answer, key);
        std::erase_if(answer.experiments,
                      [&](const laboratory::stored_experiment& e) { return e.what.key != only; });
    }
    for (std::size_t k = 0; standings && k < answer.experiments.size(); ++k) {
        answer.strategies.push_back(laboratory::stand(in, answer.experiments[k]).contestants);
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
