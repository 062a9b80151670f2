#include "laboratory/experiment_key.hpp"

#include <cstddef>
#include <string_view>

#include <negotiation/laboratory/digest.hpp>

namespace negotiation::laboratory {

namespace {

void add_names(digest& into, const std::vector<std::string>& names) {
    into.add(names.size());
    for (const std::string& name : names) {
        into.add(std::string_view(name));
    }
}

}  // namespace

std::string key_of(const experiment& what, const std::vector<stage>& stages) {
    digest key;
    key.add(std::string_view("tournament 1"));
    key.add(what.seed);
    key.add(what.rounds);
    key.add(std::string_view(to_string(what.clock)));
    key.add(what.rotate ? 1 : 0);
    key.add(what.breakdown);
    add_names(key, what.stages);
    add_names(key, what.mediations);
    add_names(key, what.contestants);
    for (const stage& on : stages) {
        key.add(on.secret ? 1 : 0);
        key.add(on.table);
    }
    return key.text();
}

}  // namespace negotiation::laboratory
