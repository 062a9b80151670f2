#pragma once

/// A short name for what is played, the same wherever the same is played.

#include <string>
#include <vector>

#include <negotiation/laboratory/experiment.hpp>
#include <negotiation/laboratory/stage.hpp>

namespace negotiation::laboratory {

/// A digest of all fields of an experiment but key, version and pairings, which follow from the
/// rest, and of what is bargained over on its stages. Contestants and mediations count by name.
[[nodiscard]] std::string key_of(const experiment& what, const std::vector<stage>& stages);

}  // namespace negotiation::laboratory
