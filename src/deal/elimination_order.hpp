#pragma once

/// @file
/// In which order to sum issues out, so that few of them are ever tied together at once.

#include <algorithm>
#include <cstddef>
#include <vector>

#include <boost/graph/adjacency_matrix.hpp>

#include "deal/reduced_problem.hpp"

namespace negotiation::deal::detail {

/// Which variables share a term or a ban.
using interaction_graph = boost::adjacency_matrix<boost::undirectedS>;

[[nodiscard]] inline interaction_graph make_interaction_graph(const reduced_problem& p) {
    interaction_graph graph(p.variables());
    const auto tie = [&](const std::vector<variable_id>& variables) {
        for (std::size_t a = 0; a < variables.size(); ++a) {
            for (std::size_t b = a + 1; b < variables.size(); ++b) {
                if (!boost::edge(variables[a], variables[b], graph).second) {
                    boost::add_edge(variables[a], variables[b], graph);
                }
            }
        }
    };
    for (const joint_term& term : p.terms) {
        tie(term.variables);
    }
    for (const joint_ban& ban : p.bans) {
        tie(ban.variables);
    }
    return graph;
}

/// An order and the most variables a message along it depends on.
struct elimination_order {
    std::vector<variable_id> variables;
    std::size_t width = 0;
};

/// Greedy min-fill: always the variable whose neighbours lack the fewest edges among themselves.
/// Ties go to the one that stands for the fewest variables already summed out, so that a chain is
/// taken from both ends and its two halves meet in the middle; then to the first.
[[nodiscard]] inline elimination_order min_fill_order(interaction_graph graph) {
    const std::size_t n = boost::num_vertices(graph);
    std::vector<bool> done(n, false);
    std::vector<std::size_t> absorbed(n, 0);
    elimination_order order;
    const auto neighbours = [&](std::size_t v) {
        std::vector<std::size_t> open;
        const auto [begin, end] = boost::adjacent_vertices(v, graph);
        std::copy_if(begin, end, std::back_inserter(open), [&](std::size_t u) { return !done[u]; });
        return open;
    };
    const auto fill = [&](const std::vector<std::size_t>& around) {
        std::size_t missing = 0;
        for (std::size_t a = 0; a < around.size(); ++a) {
            for (std::size_t b = a + 1; b < around.size(); ++b) {
                missing += boost::edge(around[a], around[b], graph).second ? 0U : 1U;
            }
        }
        return missing;
    };
    while (order.variables.size() < n) {
        std::size_t chosen = n;
        std::size_t least_fill = 0;
        for (std::size_t v = 0; v < n; ++v) {
            if (done[v]) {
                continue;
            }
            const std::size_t missing = fill(neighbours(v));
            if (chosen == n || missing < least_fill ||
                (missing == least_fill && absorbed[v] < absorbed[chosen])) {
                chosen = v;
                least_fill = missing;
            }
        }
        const std::vector<std::size_t> around = neighbours(chosen);
        for (std::size_t a = 0; a < around.size(); ++a) {
            for (std::size_t b = a + 1; b < around.size(); ++b) {
                if (!boost::edge(around[a], around[b], graph).second) {
                    boost::add_edge(around[a], around[b], graph);
                }
            }
            absorbed[around[a]] += absorbed[chosen] + 1;
        }
        done[chosen] = true;
        order.variables.push_back(static_cast<variable_id>(chosen));
        order.width = std::max(order.width, around.size());
    }
    return order;
}

}  // namespace negotiation::deal::detail
