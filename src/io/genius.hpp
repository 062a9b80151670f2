#pragma once

/// @file
/// GENIUS XML: domains and profiles.

#include <cstddef>
#include <optional>
#include <unordered_map>
#include <vector>

#include <io/foreign.hpp>
#include <io/markup.hpp>

namespace negotiation::io::detail {

/// The objective of a domain or a profile: where issues and weights stand. A profile may do
/// without.
/// @param space the element utility_space
[[nodiscard]] pugi::xml_node genius_objective(const pugi::xml_node& space,
                                              const element_reader& read);

/// The type of an issue: discrete, integer or real; nothing, told, for another.
[[nodiscard]] std::optional<issue_kind> genius_kind(const pugi::xml_node& of,
                                                    const element_reader& read);

/// The bounds of an issue of numbers, attributes or a child `range`. @return the element that has
/// them, null when there is none
[[nodiscard]] pugi::xml_node genius_bounds(const pugi::xml_node& of);

/// Places of issues in a domain, by the index by which profiles call them.
using issue_index = std::unordered_map<std::size_t, std::size_t>;

/// The first of two issues of one index.
[[nodiscard]] issue_index index_of(const foreign_domain& domain);

/// @throws parse_error everything that is wrong with it
[[nodiscard]] foreign_domain read_genius_domain(const markup& file, const foreign_reading& how);

/// @throws parse_error everything that is wrong with it, and a profile of another domain
[[nodiscard]] foreign_profile read_genius_profile(const markup& file, const foreign_domain& domain,
                                                  const foreign_reading& how);

/// The values of an issue's options, as the issue of a profile has them; told and short where they
/// cannot be read.
[[nodiscard]] std::vector<foreign_number> read_genius_values(const pugi::xml_node& from,
                                                             const foreign_issue& of,
                                                             const foreign_reading& how,
                                                             const element_reader& read);

/// The boxes of a profile, as values of one issue and as terms over several.
void read_genius_boxes(const pugi::xml_node& utility, const foreign_domain& domain,
                       const foreign_reading& how, const element_reader& read,
                       foreign_profile& into);

}  // namespace negotiation::io::detail
