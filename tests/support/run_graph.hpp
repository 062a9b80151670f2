#pragma once

#include <algorithm>
#include <functional>
#include <limits>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>

#include <negotiation/sequence/exchange.hpp>

/// The next-turn reading as a bottleneck path: a node is a set of steps and who begins a run there,
/// an edge a whole run, and Dijkstra combines by the greatest.
namespace negotiation::tests {

class run_graph {
public:
    explicit run_graph(const sequence::exchange& of) : of_(&of) {
        for (party_id i = 0; i < of.parties(); ++i) {
            visit({0, i});
        }
    }

    /// The least greatest trust; above 1 where no order is feasible.
    [[nodiscard]] double least() const {
        graph g(places_.size() + 1);
        const std::size_t end = places_.size();
        const auto place = [&](const node& n) {
            return n.first == of_->order().all() ? end : places_.at(n);
        };
        for (const auto& [from, to, trust] : edges_) {
            boost::add_edge(place(from), place(to), trust, g);
        }
        double best = 2;
        for (party_id i = 0; i < of_->parties(); ++i) {
            std::vector<double> far(places_.size() + 1);
            boost::dijkstra_shortest_paths(
                g, places_.at({0, i}),
                boost::distance_map(far.data())
                    .distance_combine([](double a, double b) { return std::max(a, b); })
                    .distance_inf(2.0)
                    .distance_zero(0.0));
            best = std::min(best, far[end]);
        }
        return best;
    }

private:
    using node = std::pair<sequence::step_set, party_id>;
    using graph =
        boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, boost::no_property,
                              boost::property<boost::edge_weight_t, double>>;
    struct edge {
        node from;
        node to;
        double trust;
    };

    void visit(const node& at) {
        if (places_.contains(at)) {
            return;
        }
        places_.emplace(at, places_.size());
        std::set<sequence::step_set> reached{at.first};
        std::vector<sequence::step_set> open{at.first};
        while (!open.empty()) {
            const sequence::step_set here = open.back();
            open.pop_back();
            if (of_->halt_value(at.second, here) > of_->total(at.second)) {
                continue;  // it would stop
            }
            sequence::for_each(of_->order().available(here), [&](sequence::step_id s) {
                const sequence::step_set then = here | sequence::only(s);
                if (of_->performer(s) == at.second && reached.insert(then).second) {
                    open.push_back(then);
                    add_run(at, then);
                }
            });
        }
    }

    void add_run(const node& from, sequence::step_set to) {
        const party_id i = from.second;
        if (to == of_->order().all()) {
            edges_.push_back({from, {to, i}, 0});
            return;
        }
        const auto held = static_cast<double>(of_->halt_value(i, from.first));
        const double loss = std::max(0.0, held - static_cast<double>(of_->halt_value(i, to)));
        const double gain = static_cast<double>(of_->total(i)) - held;
        for (party_id j = 0; j < of_->parties(); ++j) {
            if (j != i) {
                edges_.push_back({from, {to, j}, loss > 0 ? loss / (loss + gain) : 0});
                visit({to, j});
            }
        }
    }

    const sequence::exchange* of_;
    std::map<node, std::size_t> places_;
    std::vector<edge> edges_;
};

}  // namespace negotiation::tests
