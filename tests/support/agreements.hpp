#pragma once

#include <cstdint>
#include <initializer_list>
#include <random>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <negotiation/model/random_stream.hpp>
#include <negotiation/sequence/agreement.hpp>

/// Agreements of the literature and random ones.
namespace negotiation::tests {

/// An agreement of two parties written compactly.
struct two_sided {
    std::vector<std::string> names;
    sequence::agreement made;

    sequence::step_id place(const std::string& name) const {
        for (std::size_t k = 0; k < names.size(); ++k) {
            if (names[k] == name) {
                return static_cast<sequence::step_id>(k);
            }
        }
        throw std::invalid_argument("no step " + name);
    }
    two_sided& add(const std::string& name, party_id by, std::vector<double> value,
                   std::vector<double> undone, const std::vector<std::string>& after = {}) {
        sequence::step s;
        s.performer = by;
        s.value = std::move(value);
        s.undone = std::move(undone);
        for (const std::string& before : after) {
            s.after.push_back(place(before));
        }
        names.push_back(name);
        made.steps.push_back(std::move(s));
        return *this;
    }
    two_sided& before(const std::string& first, const std::string& then) {
        made.steps[place(then)].after.push_back(place(first));
        return *this;
    }
    std::vector<sequence::step_id> order(const std::string& words) const {
        std::vector<sequence::step_id> steps;
        std::string word;
        for (const char c : words + " ") {
            if (c != ' ') {
                word += c;
            } else if (!word.empty()) {
                steps.push_back(place(word));
                word.clear();
            }
        }
        return steps;
    }
    std::string text(const std::vector<sequence::step_id>& steps) const {
        std::string all;
        for (const auto s : steps) {
            all += (all.empty() ? "" : " ") + names[s];
        }
        return all;
    }
};

/// Four steps: enrichment and access by Iran, money and oil by the United States.
inline two_sided four_steps() {
    two_sided of;
    of.made.completion = {3, 3};
    of.made.breakdown = {0, 0};
    of.add("I1", 1, {4, -2}, {0, 0});
    of.add("U1", 0, {-2, 4}, {0, 0});
    of.add("I2", 1, {5, -3}, {0, 0}, {"I1"});
    of.add("U2", 0, {-3, 6}, {0.5, 0.5}, {"U1"});
    return of;
}

/// The Joint Plan of Action as thirteen steps; values are assumptions.
inline two_sided jpoa() {
    two_sided of;
    of.made.completion = {1, 1};
    of.made.breakdown = {0, 0};
    of.add("h", 1, {1.5, -0.8}, {0.8, 0.8});
    of.add("d1", 1, {0.6, -0.35}, {0.2, 0.2}, {"h"});
    of.add("d2", 1, {0.6, -0.35}, {0.2, 0.2}, {"d1"});
    of.add("c1", 1, {0.6, -0.35}, {0.2, 0.2}, {"h"});
    of.add("c2", 1, {0.6, -0.35}, {0.2, 0.2}, {"c1"});
    const std::vector<double> paid{0.55, 0.45, 0.55, 0.55, 0.45, 0.55, 0.55, 0.55};
    const std::vector<double> cost{0.33, 0.27, 0.33, 0.33, 0.27, 0.33, 0.33, 0.33};
    for (std::size_t k = 0; k < paid.size(); ++k) {
        std::vector<std::string> after;
        if (k > 0) {
            after.push_back("p" + std::to_string(k));
        }
        of.add("p" + std::to_string(k + 1), 0, {-cost[k], paid[k]}, {0, 0}, after);
    }
    return of;
}

/// The text of 2022 as twelve steps; values are assumptions.
inline two_sided vienna() {
    two_sided of;
    of.made.completion = {2, 2};
    of.made.breakdown = {0, 0};
    of.add("P", 1, {1, 1}, {0, 0});
    of.add("a1", 1, {3, -1}, {0.9, 0.9});
    of.add("a2", 1, {2, -1}, {0.3, 0.5});
    of.add("a3", 1, {4, -3}, {0.1, 0.1}, {"a2"});
    of.add("a4", 1, {3, -2}, {0.5, 0.5}, {"a2"});
    of.add("a5", 1, {3, -1.5}, {0.6, 0.6}, {"a3", "a4"});
    of.add("b1", 0, {-1, 2}, {0, 0});
    of.add("b2", 0, {-1, 2}, {0.8, 0.8});
    of.add("b3", 0, {-1, 2}, {0.3, 0.3}, {"b2"});
    of.add("b0", 0, {-0.5, 0}, {0, 0});
    of.add("b4", 0, {-4, 7}, {0.7, 0.7}, {"b3", "b0"});
    of.add("b5", 0, {-1.5, 2}, {0.2, 0.2}, {"b4", "a5"});
    return of;
}

inline two_sided vienna_iran_first() {
    two_sided of = vienna();
    for (const char* a : {"a1", "a3", "a4", "a5"}) {
        of.before(a, "b2");
    }
    return of.before("a5", "b1");
}

inline two_sided vienna_us_first() {
    two_sided of = vienna();
    for (const char* a : {"a1", "a2"}) {
        of.before("b4", a).before("b1", a);
    }
    return of;
}

/// A draw of whole numbers from low to high.
inline int draw(random_stream& from, int low, int high) {
    return low + static_cast<int>(from() % static_cast<std::uint64_t>(high - low + 1));
}

/// A random agreement in quarters: full of ties, with costs and gains on every side.
inline sequence::agreement random_agreement(random_stream& from, std::size_t parties,
                                            std::size_t steps, int density, bool breakdown) {
    sequence::agreement of;
    for (std::size_t i = 0; i < parties; ++i) {
        of.completion.push_back(draw(from, 0, 6));
        of.breakdown.push_back(breakdown ? draw(from, 0, 2) : 0);
    }
    for (std::size_t k = 0; k < steps; ++k) {
        sequence::step s;
        s.performer = static_cast<party_id>(draw(from, 0, static_cast<int>(parties) - 1));
        for (party_id i = 0; i < parties; ++i) {
            s.value.push_back(i == s.performer ? draw(from, -4, 1) : draw(from, -1, 5));
            s.undone.push_back(0.25 * draw(from, 0, 4));
        }
        s.defection = 0.1 * draw(from, 0, 5);
        for (std::size_t before = 0; before < k; ++before) {
            if (draw(from, 0, 99) < density) {
                s.after.push_back(static_cast<sequence::step_id>(before));
            }
        }
        of.steps.push_back(std::move(s));
    }
    return of;
}

}  // namespace negotiation::tests
