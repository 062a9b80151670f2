#include <algorithm>
#include <stdexcept>

#include <fmt/format.h>
#include <io/additive_terms.hpp>

#include <negotiation/model/nearest.hpp>
#include <negotiation/scenario/validate.hpp>

namespace negotiation::io::detail {

namespace {

/// Own values first, then those of whoever they are shared with; null when there are none.
const value_function* values_for(const scenario& world, const party& who, const std::string& of) {
    const party* owner = &who;
    for (std::size_t hops = 0; owner != nullptr && hops <= maximum_agents; ++hops) {
        for (const auto& [name, f] : owner->values) {
            if (name == of) {
                return &f;
            }
        }
        const party* next = nullptr;
        for (const auto* agents : {&world.parties, &world.onlookers}) {
            for (const party& other : *agents) {
                next = other.name == owner->values_from ? &other : next;
            }
        }
        owner = owner->values_from.empty() ? nullptr : next;
    }
    return nullptr;
}

class term_reader {
public:
    term_reader(const scenario& world, std::string_view format, std::vector<std::string>& wrong)
        : world_(world),
          format_(format),
          wrong_(wrong) {}

    additive_party read(const party& who) {
        additive_party into;
        into.name = who.name;
        into.reservation = who.reservation;
        into.weights.assign(world_.issues.size(), 0);
        for (const issue& of : world_.issues) {
            into.values.emplace_back(of.options.size(), 0);
        }
        for (const auto& [name, weight] : who.weights) {
            if (weight < 0 || weight > 0) {
                read_term(who, name, weight, into);
            }
        }
        refuse_other_terms(who);
        read_discount(who, into);
        return into;
    }

private:
    void cannot(const party& who, const std::string& what) {
        wrong_.push_back(
            fmt::format("{} of party '{}' cannot be said in {}, which sums terms of one "
                        "issue each",
                        what, shown(who.name), format_));
    }

    void read_term(const party& who, const std::string& name, double weight, additive_party& into) {
        for (std::size_t k = 0; k < world_.issues.size(); ++k) {
            if (world_.issues[k].name != name) {
                continue;
            }
            const value_function* f = values_for(world_, who, name);
            if (f == nullptr) {
                cannot(who, fmt::format("the value of issue '{}', which follows from the steps,",
                                        shown(name)));
                return;
            }
            into.weights[k] = weight;
            into.values[k] = option_values(*f, world_.issues[k]);
        }
    }

    void refuse_other_terms(const party& who) {
        for (const interaction& term : who.interactions) {
            std::vector<std::string> names;
            for (const std::string& name : term.issues) {
                names.push_back("'" + shown(name) + "'");
            }
            cannot(who, fmt::format("the interaction of issues {}", fmt::join(names, ", ")));
        }
        if (who.combine == aggregation::multiplicative) {
            cannot(who, "the multiplicative preference");
        }
        if (!is_neutral(who.risk)) {
            cannot(who, "the risk attitude");
        }
        for (const red_line& line : who.red_lines) {
            cannot(who, fmt::format("the red line on issue '{}'", shown(line.issue)));
        }
    }

    void read_discount(const party& who, additive_party& into) {
        const bool waits = who.patience && who.patience->factor < 1;
        const talks::section rules = world_.protocol.value_or(talks::section{});
        if (!waits || rules.discount == talks::discounting::none) {
            return;
        }
        if (rules.discount == talks::discounting::calendar) {
            wrong_.push_back(
                fmt::format("the discount of party '{}' goes by the calendar and cannot "
                            "be said in {}; --set protocol.discounting=relative or none "
                            "changes that",
                            shown(who.name), format_));
        } else if (!rules.discount_no_deal) {
            wrong_.push_back(
                fmt::format("the discount of party '{}' spares no deal, which cannot be "
                            "said in {}",
                            shown(who.name), format_));
        }
        into.discount = who.patience->factor;
    }

    const scenario& world_;
    std::string_view format_;
    std::vector<std::string>& wrong_;
};

/// A name that every file system takes, as near to the one given as it may be.
std::string file_name_for(const std::string& name) {
    constexpr std::size_t longest = 100;
    std::string text;
    for (std::size_t k = 0; k < name.size() && text.size() < longest;) {
        const std::size_t bytes = std::max<std::size_t>(
            1, negotiation::detail::utf8_length(std::string_view(name).substr(k)));
        const bool plain = static_cast<unsigned char>(name[k]) >= 0x20 && name[k] != 0x7F &&
                           std::string_view("/\\:*?\"<>|").find(name[k]) == std::string_view::npos;
        text += plain ? name.substr(k, bytes) : "_";
        k += bytes;
    }
    const bool awkward = text.empty() || text.front() == '.' || text.front() == '-' ||
                         text.front() == ' ' || text.back() == ' ' || text.back() == '.';
    return awkward ? "_" + text + "_" : text;
}

/// Names of files, no two alike, in the order of the parties: that is how they are read.
void name_files(const scenario& world, additive_scenario& into) {
    std::vector<std::string> names;
    for (const additive_party& who : into.parties) {
        names.push_back(file_name_for(who.name));
    }
    into.file = file_name_for(world.title);
    const bool taken = std::find(names.begin(), names.end(), into.file) != names.end();
    const bool rising = std::adjacent_find(names.begin(), names.end(),
                                           [](const std::string& a, const std::string& b) {
                                               return a + "." >= b + ".";
                                           }) == names.end();
    into.file += taken || !rising ? " domain" : "";
    for (std::size_t k = 0; k < names.size(); ++k) {
        into.parties[k].file = rising ? names[k] : fmt::format("{:03} {}", k + 1, names[k]);
    }
}

std::vector<std::string> sections_left_out(const scenario& world) {
    std::vector<std::string> list;
    const auto leave = [&](bool there, const char* what) {
        if (there) {
            list.emplace_back(what);
        }
    };
    leave(!world.onlookers.empty(), "onlookers");
    leave(!world.scopes.empty(), "scopes");
    leave(!world.deals.empty(), "named deals");
    leave(!world.reported.empty(), "reported quantities");
    leave(world.protocol.has_value(), "how the talks run");
    leave(!world.ratification.chambers.empty(), "chambers");
    leave(world.sequence.has_value(), "steps and orders");
    leave(!world.compliance.inspectors.empty(), "inspectors");
    leave(world.survival.has_value(), "hazards");
    leave(!world.sources.empty() || !world.assumptions.empty(), "sources and assumptions");
    return list;
}

}  // namespace

additive_scenario additive_terms(const scenario& world, std::string_view format,
                                 std::vector<std::string>& wrong) {
    if (const std::vector<diagnostic> faults = validate(world); !faults.empty()) {
        throw scenario_error(faults);
    }
    additive_scenario into;
    for (const constraint& c : world.constraints) {
        wrong.push_back(
            fmt::format("the constraint '{}' cannot be said in {}, where every "
                        "combination of options is a deal",
                        shown(c.name), format));
    }
    for (const issue& of : world.issues) {
        into.issues.push_back({of.name, {}});
        for (const option_label& label : of.options) {
            into.issues.back().options.push_back(to_string(label));
        }
    }
    term_reader read(world, format, wrong);
    for (const party& who : world.parties) {
        into.parties.push_back(read.read(who));
    }
    into.left_out = sections_left_out(world);
    name_files(world, into);
    return into;
}

void throw_unsayable(const std::vector<std::string>& wrong) {
    if (!wrong.empty()) {
        throw std::invalid_argument(fmt::format("export: {}", fmt::join(wrong, "\n")));
    }
}

}  // namespace negotiation::io::detail
