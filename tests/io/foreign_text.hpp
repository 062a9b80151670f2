#pragma once

#include <string>
#include <vector>

#include <negotiation/io/read_foreign.hpp>
#include <negotiation/model/bargaining.hpp>
#include <negotiation/scenario/freeze.hpp>

/// Small scenarios in the formats of other systems, all of our own making.
namespace negotiation::tests {

using foreign_files = std::vector<io::foreign_file>;

/// A market: a fruit of three kinds, a price from 0 to 4, a ripeness from 0 to 1.
inline const char* const market_domain = R"(<negotiation_template>
<utility_space number_of_issues="3">
<objective index="0" name="root" type="objective" description="">
<issue index="1" name="fruit" type="discrete" etype="discrete" vtype="discrete">
<item index="1" value="apple" cost="0" description="red"/>
<item index="2" value="pear &amp; plum"/>
<item index="3" value="quince"/>
</issue>
<issue index="2" name="price" type="integer" lowerbound="1" upperbound="5"/>
<issue index="3" name="ripeness" type="real"><range lowerbound="0" upperbound="1"/></issue>
</objective>
</utility_space>
</negotiation_template>
)";

inline const char* const market_buyer = R"(<?xml version="1.0" encoding="UTF-8"?>
<!-- who buys -->
<utility_space>
<objective index="0" name="any">
<issue index="1" name="fruit" type="discrete">
<item index="3" value="quince" evaluation="1"/>
<item index="1" value="apple" evaluation="4"/>
<item index="2" value="pear &amp; plum" evaluation="2"/>
</issue>
<issue index="2" name="price" type="integer" lowerbound="1" upperbound="5">
<evaluator ftype="linear" slope="-0.5" offset="1"/>
</issue>
<issue index="3" name="ripeness" type="real">
<evaluator ftype="triangular" parameter0="0" parameter1="1" parameter2="0.5"/>
</issue>
<weight index="1" value="0.5"/>
<weight index="2" value="0.3"/>
<weight index="3" value="0.2"/>
</objective>
<discount_factor value="0.9"/>
<reservation value="0.25"/>
</utility_space>
)";

/// Without an objective, a discount of none, no reservation value.
inline const char* const market_seller = R"(<utility_space>
<issue index="1" name="fruit" type="discrete">
<item index="1" value="apple" evaluation="0"/>
<item index="2" value="pear &amp; plum" evaluation="0"/>
<item index="3" value="quince" evaluation="0.000001"/>
</issue>
<issue index="2" name="price" type="integer">
<evaluator ftype="linear" slope="0.25" offset="0"/>
</issue>
<issue index="3" name="ripeness" type="real">
<evaluator ftype="constant" parameter0="0.5"/>
</issue>
<weight index="1" value="0.2"/>
<weight index="2" value="0.6"/>
<weight index="3" value="0.2"/>
<discount_factor value="0"/>
</utility_space>
)";

inline foreign_files market() {
    return {
        {"market.xml", market_domain}, {"buyer.xml", market_buyer}, {"seller.xml", market_seller}};
}

/// Two numbers, and boxes over them.
inline const char* const boxes_domain = R"(<negotiation_template><utility_space><objective>
<issue index="1" name="a" type="integer" lowerbound="0" upperbound="3"/>
<issue index="2" name="b" type="integer" lowerbound="0" upperbound="2"/>
</objective></utility_space></negotiation_template>)";

inline const char* const boxes_profile = R"(<utility_space type="nonlinear"><objective>
<issue index="1" name="a" type="integer" lowerbound="0" upperbound="3"/>
<issue index="2" name="b" type="integer" lowerbound="0" upperbound="2"/>
<utility maxutility="20"><ufun type="PlainUfun" weight="1" aggregation="sum">
<hyperRectangle utility="8"><INCLUDES index="1" min="1" max="2"/><INCLUDES index="2" min="0" max="1"/></hyperRectangle>
<hyperRectangle utility="4"><INCLUDES index="2" min="1" max="9"/><INCLUDES index="1" min="2" max="3"/></hyperRectangle>
<hyperRectangle utility="5"><INCLUDES index="1" min="2" max="2"/></hyperRectangle>
<hyperRectangle utility="3"/>
</ufun></utility></objective><reservation value="0.1"/></utility_space>)";

inline foreign_files boxes() {
    return {{"boxes.xml", boxes_domain}, {"p1.xml", boxes_profile}, {"p2.xml", boxes_profile}};
}

/// Where to walk, and how far: [0, 1.5] by halves.
inline const char* const walk_domain = R"({"name": "walk", "issuesValues": {
    "where": {"values": ["hill", "lake", "\"old\" town"]},
    "km": {"range": ["0", "1.5", "0.5"]}
}})";

inline const char* const walk_first = R"({"LinearAdditiveUtilitySpace": {
    "issueUtilities": {
        "where": {"discreteutils": {"valueUtilities": {"lake": 1, "hill": 0.5, "\"old\" town": 0}}},
        "km": {"numberutils": {"lowValue": 0, "lowUtility": 1, "highValue": 1.5, "highUtility": 0.4}}
    },
    "issueWeights": {"km": 0.25, "where": 0.75},
    "domain": {"name": "walk", "issuesValues": {
        "where": {"values": ["hill", "lake", "\"old\" town"]},
        "km": {"range": ["0", "1.5", "0.5"]}}},
    "name": "Ada",
    "reservationBid": {"issuevalues": {"where": "hill", "km": "0.5"}}
}})";

inline const char* const walk_second = R"({"LinearAdditiveUtilitySpace": {
    "issueUtilities": {
        "where": {"discreteutils": {"valueUtilities": {"hill": 1, "lake": 0.25, "\"old\" town": 0.5}}},
        "km": {"numberutils": {"lowValue": "0", "lowUtility": 0, "highValue": "1.5", "highUtility": 1}}
    },
    "issueWeights": {"where": 0.5, "km": 0.5},
    "name": "",
    "reservationBid": null
}})";

inline foreign_files walk() {
    return {{"walk.json", walk_domain}, {"first.json", walk_first}, {"second.json", walk_second}};
}

/// The files with a piece of one replaced.
inline foreign_files with_piece(foreign_files files, std::size_t which, const std::string& from,
                                const std::string& to) {
    const std::size_t at = files.at(which).text.find(from);
    files.at(which).text.replace(at, from.size(), to);
    return files;
}

/// The utility of every deal, in enumeration order, to a party.
inline std::vector<double> utilities_of(const scenario& world, std::size_t party) {
    const bargaining table = freeze(world).table;
    std::vector<double> all;
    outcome deal(table.space.sizes.size(), 0);
    while (true) {
        all.push_back(utility_of(table, static_cast<party_id>(party), deal));
        std::size_t k = deal.size();
        while (k > 0 && ++deal[k - 1] == table.space.sizes[k - 1]) {
            deal[--k] = 0;
        }
        if (k == 0) {
            return all;
        }
    }
}

}  // namespace negotiation::tests
