#include "scenario/number_walk.hpp"

#include <cstddef>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "scenario/compliance_numbers.hpp"
#include "scenario/ratification_numbers.hpp"
#include "scenario/sequence_numbers.hpp"
#include "scenario/spec_numbers.hpp"
#include "scenario/survival_numbers.hpp"
#include "scenario/talks_numbers.hpp"

namespace negotiation::detail {

namespace {

/// One path grows and shrinks on the way, so that a large file costs no copy of it for each number.
class number_walk {
public:
    explicit number_walk(const number_visit& visit) : visit_(visit) {}

    void scenario_numbers(const scenario& world) {
        section("issue", world.issues, [this](const issue& of) { issue_numbers(of); });
        section("constraint", world.constraints,
                [this](const constraint& c) { constraint_numbers(c); });
        section("party", world.parties, [this](const party& who) { agent_numbers(who); });
        section("onlooker", world.onlookers, [this](const party& who) { agent_numbers(who); });
        section("reported", world.reported, [this](const breakout& b) { reported_numbers(b); });
        if (world.protocol) {
            talks_numbers(*this, *world.protocol);
        }
        ratification_numbers(*this, world.ratification);
        if (world.sequence) {
            sequence_numbers(*this, *world.sequence);
        }
        if (world.survival) {
            survival_numbers(*this, *world.survival);
        }
        compliance_numbers(*this, world.compliance);
    }

    // --- what walks through single sections are made of -----------------------------------------

    template <class Step, class Inside>
    void inside(Step&& step, Inside&& visit_inside) {
        place_.steps.emplace_back(std::forward<Step>(step));
        visit_inside();
        place_.steps.pop_back();
    }

    template <class Entries, class Inside>
    void section(const char* name, const Entries& entries, Inside&& visit_inside) {
        inside(std::string(name), [&] {
            for (const auto& entry : entries) {
                inside(entry.name, [&] { visit_inside(entry); });
            }
        });
    }

    void number(std::string key, const double& value) {
        inside(std::move(key), [&] { show(value, &value); });
    }
    void number(std::string key, double&& value) {
        inside(std::move(key), [&] { show(value, nullptr); });
    }
    void number(std::size_t place, const double& value) {
        inside(place, [&] { show(value, &value); });
    }
    void number(std::size_t place, double&& value) {
        inside(place, [&] { show(value, nullptr); });
    }

    void list(std::string key, const std::vector<double>& values) {
        inside(std::move(key), [&] { list(values); });
    }
    void list(const std::vector<double>& values) {
        for (std::size_t k = 0; k < values.size(); ++k) {
            number(k, values[k]);
        }
    }

    /// A condition on levels is one number, the level at which it bites, however it is written.
    void condition_number(std::string key, const std::vector<option_label>& options) {
        if (!options.empty() && is_number(options.front())) {
            number(std::move(key), number_or(options.front(), 0));
        }
    }

    void condition_numbers(const char* key, const std::vector<condition>& conditions) {
        inside(std::string(key), [&] {
            for (const condition& part : conditions) {
                condition_number(part.issue, part.options);
            }
        });
    }

    void named_numbers(std::string key, const std::vector<std::pair<std::string, double>>& named) {
        inside(std::move(key), [&] {
            for (const auto& [name, value] : named) {
                number(name, value);
            }
        });
    }

    void red_line_numbers(const std::vector<red_line>& lines) {
        inside(std::string("red_lines"), [&] {
            for (std::size_t k = 0; k < lines.size(); ++k) {
                inside(k, [&] { condition_number("allow", lines[k].allow); });
            }
        });
    }

    /// Those between the parentheses of a strategy, a role or a protocol.
    void spec_numbers(std::string key, const std::string& spec) {
        inside(std::move(key), [&] {
            for (const spec_number& n : numbers_in_spec(spec)) {
                const std::size_t depth = place_.steps.size();
                place_.steps.insert(place_.steps.end(), n.keys.begin(), n.keys.end());
                show(n.value, nullptr);
                place_.steps.resize(depth);
            }
        });
    }

private:
    void show(double value, const double* held) { visit_(std::as_const(place_), value, held); }

    void issue_numbers(const issue& of) {
        if (of.range) {
            inside(std::string("range"), [&] {
                number(std::size_t{0}, of.range->low);
                number(std::size_t{1}, of.range->high);
            });
            number("step", of.range->step);
            return;
        }
        inside(std::string("options"), [&] {
            for (std::size_t k = 0; k < of.options.size(); ++k) {
                if (is_number(of.options[k])) {
                    number(k, number_or(of.options[k], 0));
                }
            }
        });
    }

    void constraint_numbers(const constraint& c) {
        condition_numbers(c.then.empty() ? "forbid" : "if", c.given);
        condition_numbers("then", c.then);
    }

    void agent_numbers(const party& who) {
        number("reservation", who.reservation);
        named_numbers("weights", who.weights);
        inside(std::string("values"), [&] {
            for (const auto& [name, f] : who.values) {
                inside(name, [&, &form = f] {
                    std::visit([this](const auto& g) { this->value_numbers(g); }, form);
                });
            }
        });
        interaction_numbers(who);
        inside(std::string("risk"), [&] {
            std::visit([this](const auto& attitude) { this->risk_numbers(attitude); }, who.risk);
        });
        if (who.patience) {
            inside(std::string("discount"), [&] { number("factor", who.patience->factor); });
        }
        red_line_numbers(who.red_lines);
    }

    void interaction_numbers(const party& who) {
        inside(std::string("interaction"), [&] {
            for (std::size_t k = 0; k < who.interactions.size(); ++k) {
                inside(k, [&] {
                    number("weight", who.interactions[k].weight);
                    list("table", who.interactions[k].table);
                });
            }
        });
    }

    void value_numbers(const tabled_value& f) { list(f.values); }
    void value_numbers(const piecewise_linear_value& f) {
        inside(std::string("points"), [&] {
            for (std::size_t k = 0; k < f.points.size(); ++k) {
                inside(k, [&] {
                    number(std::size_t{0}, f.points[k].first);
                    number(std::size_t{1}, f.points[k].second);
                });
            }
        });
    }
    void value_numbers(const power_value& f) {
        number("exponent", f.exponent);
        number("worst", f.worst);
        number("best", f.best);
    }
    void value_numbers(const exponential_value& f) {
        number("rate", f.rate);
        number("worst", f.worst);
        number("best", f.best);
    }
    void value_numbers(const logistic_value& f) {
        number("midpoint", f.midpoint);
        number("scale", f.scale);
    }

    void risk_numbers(const risk_neutral&) {}
    void risk_numbers(const cara& f) { number("a", f.a); }
    void risk_numbers(const crra& f) { number("rho", f.rho); }
    void risk_numbers(const prospect& f) {
        number("alpha", f.alpha);
        number("lambda", f.lambda);
        if (f.reference) {
            number("reference", *f.reference);
        }
    }

    void reported_numbers(const breakout& quantity) {
        number("product", quantity.terms.product);
        number("quantity", quantity.terms.quantity);
        number("feed", quantity.terms.feed);
        number("tails", quantity.terms.tails);
        number("work_per_machine", quantity.terms.work_per_machine);
        inside(std::string("levels"), [&] {
            for (const breakout::level& row : quantity.levels) {
                number(to_string(row.option), row.percent);
            }
        });
        inside(std::string("holding"), [&] {
            for (std::size_t k = 0; k < quantity.holdings.size(); ++k) {
                inside(k, [&] {
                    number("kilograms", quantity.holdings[k].lot.kilograms);
                    number("enrichment", quantity.holdings[k].lot.enrichment);
                });
            }
        });
    }

    const number_visit& visit_;
    path place_;
};

}  // namespace

void for_each_number(const scenario& world, const number_visit& visit) {
    number_walk(visit).scenario_numbers(world);
}

void for_each_choice(const scenario& world, const std::function<void(const path&)>& visit) {
    if (world.sequence) {
        for (const sequence::named_order& order : world.sequence->orders) {
            visit(path{} / std::string("order") / order.name / std::string("steps"));
        }
    }
    if (!world.protocol) {
        return;
    }
    const path protocol{{std::string("protocol")}};
    visit(path{protocol} / std::string("kind"));
    visit(path{protocol} / std::string("agreement"));
    for (const auto& [name, spec] : world.protocol->strategies) {
        visit(path{protocol} / std::string("strategies") / name);
    }
    for (const talks::mediator_entry& m : world.protocol->mediators) {
        visit(path{} / std::string("mediator") / m.name / std::string("role"));
    }
}

}  // namespace negotiation::detail
