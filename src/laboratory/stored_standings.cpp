#include <cstddef>
#include <vector>

#include <negotiation/laboratory/stored_standings.hpp>

#include "laboratory/fault_record.hpp"

namespace negotiation::laboratory {

standings stand(const store& in, const stored_experiment& of) {
    const experiment& what = of.what;
    std::vector<pairing_result> sums(what.pairings.size());
    for (std::size_t place = 0; place < sums.size(); ++place) {
        sums[place].who = what.pairings[place];
    }
    fault_record faults;
    in.for_each(what.key, [&](const stored_match& row) {
        sums[row.number % sums.size()].add(row.of);
        if (row.of.fault) {
            faults.add({row.number, row.of.who, *row.of.fault});
        }
        return true;
    });
    return stand(sums, faults.read(), what.contestants, what.mediations, ranked_by::advantage);
}

}  // namespace negotiation::laboratory
