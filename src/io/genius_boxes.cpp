#include <algorithm>
#include <map>

#include <fmt/format.h>
#include <io/genius.hpp>

#include <negotiation/model/nearest.hpp>

namespace negotiation::io::detail {

namespace {

/// Options of some issues, and what it adds when all of them are taken.
struct box {
    std::vector<std::size_t> issues;                         ///< rising
    std::vector<std::pair<std::size_t, std::size_t>> sides;  ///< first option, one past the last
    double utility = 0;
    bool empty = false;  ///< no option lies inside
    place at;
};

/// The options of an issue from `low` to `high`.
std::pair<std::size_t, std::size_t> side_of(const foreign_issue& of, double low, double high) {
    const auto first = std::lower_bound(of.levels.begin(), of.levels.end(), low);
    const auto last = std::upper_bound(first, of.levels.end(), high);
    return {static_cast<std::size_t>(first - of.levels.begin()),
            static_cast<std::size_t>(last - of.levels.begin())};
}

class box_reader {
public:
    box_reader(const foreign_domain& domain, const element_reader& read)
        : domain_(domain),
          read_(read),
          places_(index_of(domain)) {}

    box read(const pugi::xml_node& from) const {
        box into;
        into.at = read_.at(from);
        into.utility = read_.need_number(from, "utility").value_or(0);
        std::map<std::size_t, std::pair<std::size_t, std::size_t>> sides;
        for (const pugi::xml_node& side : from.children()) {
            if (std::string_view(side.name()) == "INCLUDES") {
                read_side(side, sides);
            } else if (side.type() == pugi::node_element) {
                read_.tell(side, fmt::format("a hyperRectangle holds INCLUDES; got '{}'",
                                             shown(side.name())));
            }
        }
        for (const auto& [k, side] : sides) {
            into.issues.push_back(k);
            into.sides.push_back(side);
            into.empty = into.empty || side.first >= side.second;
        }
        return into;
    }

private:
    void read_side(const pugi::xml_node& from,
                   std::map<std::size_t, std::pair<std::size_t, std::size_t>>& sides) const {
        const auto index = read_.need_index(from);
        const auto low = read_.need_number(from, "min");
        const auto high = read_.need_number(from, "max");
        const auto found = index ? places_.find(*index) : places_.end();
        if (!index || !low || !high) {
            return;
        }
        if (found == places_.end()) {
            read_.tell(from, fmt::format("INCLUDES needs an issue; got index {}, which {} does not "
                                         "have",
                                         *index, shown(domain_.file)));
            return;
        }
        const foreign_issue& of = domain_.issues[found->second];
        if (of.kind == issue_kind::categorical) {
            read_.tell(from,
                       fmt::format("the sides of a box are numbers; got issue {}, '{}', whose "
                                   "items are words",
                                   *index, shown(of.name)));
        } else if (*low > *high) {
            read_.tell(from, fmt::format("min must not be above max; got {} and {}", *low, *high));
        } else if (!sides.emplace(found->second, side_of(of, *low, *high)).second) {
            read_.tell(
                from, fmt::format("a box has one side an issue; got another for issue {}", *index));
        }
    }

    const foreign_domain& domain_;
    const element_reader& read_;
    issue_index places_;
};

/// Terms over the same issues are one.
class term_sums {
public:
    term_sums(const foreign_domain& domain, const element_reader& read, foreign_profile& into)
        : domain_(domain),
          read_(read),
          into_(into) {}

    void add(const box& b, const pugi::xml_node& from) {
        if (b.issues.size() < 2) {
            add_to_values(b, from);
            return;
        }
        const auto [found, fresh] = tables_.try_emplace(b.issues, into_.tables.size());
        if (fresh && !add_table(b, from)) {
            return;
        }
        if (found->second < into_.tables.size() && affords(b, from)) {
            fill(b, into_.tables[found->second]);
        }
    }

private:
    /// A box without sides holds always: it stands with the first issue.
    void add_to_values(const box& b, const pugi::xml_node& from) {
        const std::size_t k = b.issues.empty() ? 0 : b.issues.front();
        box one = b;
        if (one.sides.empty()) {
            one.sides.emplace_back(0, domain_.issues[k].size());
        }
        if (!affords(one, from)) {
            return;
        }
        std::vector<foreign_number>& values = into_.values[k];
        values.resize(domain_.issues[k].size(), {0, b.at});
        const auto [first, last] = one.sides.front();
        for (std::size_t option = first; option < last; ++option) {
            values[option].value += b.utility;
        }
    }

    bool add_table(const box& b, const pugi::xml_node& from) {
        double entries = 1;
        for (const std::size_t k : b.issues) {
            entries *= static_cast<double>(domain_.issues[k].size());
        }
        if (static_cast<double>(entries_) + entries > static_cast<double>(maximum_table_entries)) {
            if (!refused_) {
                read_.tell(from, fmt::format("the boxes of a profile fill tables of at most {} "
                                             "entries in all; got {:.10g} with this one over {} "
                                             "issues, which alone has {:.10g}",
                                             maximum_table_entries,
                                             static_cast<double>(entries_) + entries,
                                             b.issues.size(), entries));
            }
            refused_ = true;
            tables_[b.issues] = maximum_table_entries;  // no table
            return false;
        }
        entries_ += static_cast<std::size_t>(entries);
        into_.tables.push_back(
            {b.issues, std::vector<double>(static_cast<std::size_t>(entries), 0), b.at});
        return true;
    }

    /// Boxes over the same issues share a table; that many of them take their time all the same.
    bool affords(const box& b, const pugi::xml_node& from) {
        constexpr double most = 1e8;
        double volume = 1;
        for (const auto& [first, last] : b.sides) {
            volume *= static_cast<double>(last - first);
        }
        const bool fitted = volume_ <= most;
        volume_ += volume;
        if (fitted && volume_ > most) {
            read_.tell(from,
                       fmt::format("the boxes of a profile hold at most {:.0f} combinations in "
                                   "all; got {:.10g} with this one",
                                   most, volume_));
        }
        return volume_ <= most;
    }

    /// Adds the utility to every entry inside, row by row of the last issue.
    void fill(const box& b, foreign_table& table) const {
        if (b.empty) {
            return;
        }
        std::vector<std::size_t> rows;
        for (std::size_t k = 0; k + 1 < b.sides.size(); ++k) {
            rows.push_back(b.sides[k].second - b.sides[k].first);
        }
        const std::pair<std::size_t, std::size_t> inner = b.sides.back();
        each_combination(rows, [&](std::size_t, const std::vector<std::size_t>& at) {
            std::size_t entry = 0;
            for (std::size_t k = 0; k < at.size(); ++k) {
                entry = entry * domain_.issues[b.issues[k]].size() + b.sides[k].first + at[k];
            }
            entry *= domain_.issues[b.issues.back()].size();
            for (std::size_t option = inner.first; option < inner.second; ++option) {
                table.entries[entry + option] += b.utility;
            }
        });
    }

    const foreign_domain& domain_;
    const element_reader& read_;
    foreign_profile& into_;
    std::map<std::vector<std::size_t>, std::size_t> tables_;
    std::size_t entries_ = 0;
    double volume_ = 0;
    bool refused_ = false;
};

/// Tells of sums that are no sum, and of weights, whose meaning nobody wrote down.
bool is_plain_sum(const pugi::xml_node& ufun, const element_reader& read) {
    const std::string_view form = read.text(ufun, "aggregation").value_or("sum");
    if (form != "sum") {
        read.tell(ufun, fmt::format("boxes are added: the aggregation of a ufun must be 'sum'; got "
                                    "'{}'",
                                    shown(form)));
    }
    const auto weight = read.number(ufun, "weight");
    if (weight && (*weight < 1 || *weight > 1)) {
        read.tell(ufun, fmt::format("the weight of a ufun must be 1; got {}", *weight));
    }
    return form == "sum";
}

}  // namespace

void read_genius_boxes(const pugi::xml_node& utility, const foreign_domain& domain,
                       const foreign_reading& how, const element_reader& read,
                       foreign_profile& into) {
    if (!how.raw) {
        const auto best = read.need_number(utility, "maxutility");
        if (best && !(*best > 0)) {
            read.tell(utility, fmt::format("maxutility must be above 0; got {}", *best));
        }
        into.table_weight = best && *best > 0 ? 1 / *best : 1;
    }
    const box_reader boxes(domain, read);
    term_sums sums(domain, read, into);
    for (const pugi::xml_node& ufun : utility.children()) {
        if (std::string_view(ufun.name()) != "ufun") {
            read.tell(ufun, fmt::format("a utility holds ufuns; got '{}'", shown(ufun.name())));
            continue;
        }
        if (!is_plain_sum(ufun, read)) {
            continue;
        }
        for (const pugi::xml_node& from : ufun.children()) {
            if (std::string_view(from.name()) != "hyperRectangle") {
                read.tell(from, fmt::format("a ufun holds hyperRectangles; got '{}'",
                                            shown(from.name())));
            } else {
                sums.add(boxes.read(from), from);
            }
        }
    }
    into.weights.assign(domain.issues.size(), {});
    for (std::size_t k = 0; k < domain.issues.size(); ++k) {
        into.weights[k] = {into.values[k].empty() ? 0 : into.table_weight, into.at};
    }
}

}  // namespace negotiation::io::detail
