#pragma once

/// A short name for what is played, the same wherever the same is played.

#include <string>
#include <vector>

#include <negotiation/laboratory/experiment.hpp>
#include <negotiation/laboratory/stage.hpp>

namespace negotiation::laboratory {

/// Of all fields of an experiment but key and version, and of what is bargained over on its stages:
/// 16 hexadecimal digits of a SHA-1. Contestants and mediations count by their names, a derived
/// value by what it gives 64 deals.
[[nodiscard]] std::string key_of(const experiment& what, const std::vector<stage>& stages);

}  // namespace negotiation::laboratory
