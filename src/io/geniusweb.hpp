#pragma once

/// @file
/// GeniusWeb JSON: domains and linear additive profiles.

#include <string>

#include <io/foreign.hpp>

namespace negotiation::io::detail {

/// The key under which a profile stands in its file.
inline constexpr const char* geniusweb_profile_key = "LinearAdditiveUtilitySpace";
/// The key by which a domain is known.
inline constexpr const char* geniusweb_domain_key = "issuesValues";

/// @throws parse_error everything that is wrong with it
[[nodiscard]] foreign_domain read_geniusweb_domain(const node& document, const std::string& file,
                                                   const foreign_reading& how);

/// @throws parse_error everything that is wrong with it, and a profile of another domain
[[nodiscard]] foreign_profile read_geniusweb_profile(const node& document, const std::string& file,
                                                     const foreign_domain& domain,
                                                     const foreign_reading& how);

}  // namespace negotiation::io::detail
