#include <string>
#include <vector>

#include <negotiation/io/json.hpp>
#include <negotiation/io/write_foreign.hpp>

#include "io/json_parts.hpp"

namespace negotiation::io {

std::string to_json(const foreign_export& made, const std::vector<std::string>& written) {
    using json_parts::json;
    json shifted = json::array();
    for (const shifted_reservation& of : made.shifted) {
        shifted.push_back({{"party", of.party}, {"from", of.from}, {"to", of.to}});
    }
    json all;
    all["written"] = written;
    all["left_out"] = made.left_out;
    all["shifted_reservations"] = shifted;
    return json_parts::written(all);
}

}  // namespace negotiation::io
