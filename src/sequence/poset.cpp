#include <algorithm>
#include <stdexcept>
#include <string>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/depth_first_search.hpp>
#include <boost/graph/max_cardinality_matching.hpp>
#include <fmt/format.h>

#include <negotiation/sequence/poset.hpp>

namespace negotiation::sequence {

namespace {

using directed = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS>;
using undirected = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS>;

/// Keeps the path of the search, and what it closes upon.
struct circle_finder : boost::default_dfs_visitor {
    std::vector<step_id>* path;
    std::vector<step_id>* circle;

    circle_finder(std::vector<step_id>& path_to, std::vector<step_id>& circle_found)
        : path(&path_to),
          circle(&circle_found) {}

    void discover_vertex(std::size_t s, const directed& /*of*/) {
        path->push_back(static_cast<step_id>(s));
    }
    void finish_vertex(std::size_t /*s*/, const directed& /*of*/) { path->pop_back(); }
    void back_edge(boost::graph_traits<directed>::edge_descriptor e, const directed& of) {
        if (circle->empty()) {
            const auto from = std::find(path->begin(), path->end(), boost::target(e, of));
            circle->assign(from, path->end());
        }
    }
};

[[nodiscard]] std::vector<step_id> circle_in(const directed& graph) {
    std::vector<step_id> path;
    std::vector<step_id> circle;
    boost::depth_first_search(graph, boost::visitor(circle_finder(path, circle)));
    return circle;
}

[[nodiscard]] directed graph_of(std::size_t size, const poset::relations& before) {
    directed graph(size);
    for (const auto& [a, b] : before) {
        if (a >= size || b >= size) {
            throw std::invalid_argument(
                fmt::format("poset: step {} before {}: there are {} steps", a, b, size));
        }
        boost::add_edge(a, b, graph);
    }
    return graph;
}

[[nodiscard]] std::string text_of(const std::vector<step_id>& cycle) {
    return fmt::format("poset: steps wait for one another: {} before {}",
                       fmt::join(cycle, " before "), cycle.front());
}

}  // namespace

cycle_error::cycle_error(std::vector<step_id> cycle)
    : std::invalid_argument(text_of(cycle)),
      cycle_(std::move(cycle)) {}

poset::poset(std::size_t size, const relations& before) {
    if (size > maximum_steps) {
        throw std::invalid_argument(
            fmt::format("poset: at most {} steps; got {}", maximum_steps, size));
    }
    const directed graph = graph_of(size, before);
    std::vector<step_id> cycle = circle_in(graph);
    if (!cycle.empty()) {
        throw cycle_error(std::move(cycle));
    }
    before_.assign(size, 0);
    behind_.assign(size, 0);
    for (const auto& [a, b] : before) {
        before_[b] |= only(a);
        behind_[a] |= only(b);
    }
    for (step_id through = 0; through < size; ++through) {  // Warshall
        for (step_id s = 0; s < size; ++s) {
            if (has(before_[s], through)) {
                before_[s] |= before_[through];
            }
            if (has(behind_[s], through)) {
                behind_[s] |= behind_[through];
            }
        }
    }
}

step_set poset::available(step_set done) const noexcept {
    step_set next = 0;
    for (step_set left = all() & ~done; left != 0;) {
        step_id s = first_of(left);
        for (step_set sooner = before_[s] & left; sooner != 0; sooner = before_[s] & left) {
            s = first_of(sooner);
        }
        next |= only(s);
        left &= ~(behind_[s] | only(s));
    }
    return next;
}

poset::relations poset::covers() const {
    relations pairs;
    for (step_id a = 0; a < size(); ++a) {
        step_set implied = 0;
        for_each(behind_[a], [&](step_id b) { implied |= behind_[b]; });
        for_each(behind_[a] & ~implied, [&](step_id b) { pairs.emplace_back(a, b); });
    }
    return pairs;
}

std::vector<std::vector<step_id>> chains_of(const poset& of) {
    const std::size_t size = of.size();
    undirected graph(2 * size);  // a below, b above
    for (step_id a = 0; a < size; ++a) {
        for_each(of.behind(a), [&](step_id b) { boost::add_edge(a, size + b, graph); });
    }
    const auto nothing = boost::graph_traits<undirected>::null_vertex();
    std::vector<boost::graph_traits<undirected>::vertex_descriptor> mates(2 * size);
    if (size > 0) {
        boost::edmonds_maximum_cardinality_matching(graph, mates.data());
    }
    std::vector<std::vector<step_id>> chains;
    for (step_id first = 0; first < size; ++first) {
        if (mates[size + first] != nothing) {
            continue;
        }
        chains.emplace_back();
        for (std::size_t s = first;; s = mates[s] - size) {
            chains.back().push_back(static_cast<step_id>(s));
            if (mates[s] == nothing) {
                break;
            }
        }
    }
    return chains;
}

std::size_t width_of(const poset& of) { return chains_of(of).size(); }

}  // namespace negotiation::sequence
