#pragma once

/// @file
/// What the formats of other systems say, in one form for all of them.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <io/document.hpp>

#include <negotiation/io/foreign_reading.hpp>
#include <negotiation/io/read_foreign.hpp>
#include <negotiation/model/issue.hpp>

namespace negotiation::io::detail {

/// A number, and where it was read.
struct foreign_number {
    double value = 0;
    place at;
};

/// An option that is a word.
struct foreign_value {
    std::string text;
    place at;
};

/// An issue: words, or numbers of a range.
struct foreign_issue {
    std::string name;
    place at;
    std::size_t index = 0;  ///< by which profiles of GENIUS call it
    issue_kind kind = issue_kind::categorical;
    std::vector<foreign_value> values;                        ///< of a categorical issue
    std::unordered_map<std::string_view, std::size_t> known;  ///< their places
    issue_range written;                                      ///< of numbers: as in the file
    issue_range range;                                        ///< as it is read
    std::vector<double> levels;                               ///< of that range
    std::string thinned;  ///< why the grid is not the file's, or empty

    [[nodiscard]] std::size_t size() const {
        return kind == issue_kind::categorical ? values.size() : levels.size();
    }
};

struct foreign_domain {
    std::string file;
    place at;
    std::vector<foreign_issue> issues;
};

/// A term over several issues.
struct foreign_table {
    std::vector<std::size_t> issues;  ///< their places, rising
    std::vector<double> entries;      ///< last issue fastest
    place at;
};

struct foreign_profile {
    std::string file;
    std::string name;  ///< of the party
    place at;
    std::vector<foreign_number> weights;              ///< by issue
    std::vector<std::vector<foreign_number>> values;  ///< by issue and option
    std::vector<foreign_table> tables;
    double table_weight = 1;  ///< of every table
    foreign_number reservation;
    std::optional<foreign_number> discount;  ///< in relative time
};

/// The most entries that all tables of a profile may have.
inline constexpr std::size_t maximum_table_entries = 1'000'000;

/// Gives an issue of numbers its grid: all of `written`, or `how.steps` steps where these are too
/// many; @throws parse_error a range that is none
void list_levels(foreign_issue& of, const foreign_reading& how);

/// The domain and its profiles as a document of ours, with the places of the files.
/// @param title  of the scenario
/// @param format how the note calls it: "GENIUS XML"
[[nodiscard]] node foreign_document(const std::string& title, const foreign_domain& domain,
                                    const std::vector<foreign_profile>& profiles,
                                    std::string_view format, const foreign_reading& how);

/// The files of one format that are read together with a file of it: those of its folder, and it.
/// Of a folder all that are of some format.
[[nodiscard]] std::vector<std::string> foreign_files(const std::string& path);

/// The files of a folder, or of the folder of a file, as a document. @throws parse_error
[[nodiscard]] node load_foreign(const std::string& path, const foreign_reading& how);

/// Makes the values of the issues findable. The issues may not be copied afterwards.
void index_values(foreign_domain& domain);

/// Adds min(1, u) - u as a term where u may exceed 1; @throws parse_error it does not fit
void limit_at_one(foreign_profile& profile);

/// A place in a list of options written out, last issue fastest: visits every combination.
template <class Visit>
void each_combination(const std::vector<std::size_t>& sizes, Visit visit) {
    std::vector<std::size_t> at(sizes.size(), 0);
    for (std::size_t entry = 0;; ++entry) {
        visit(entry, at);
        std::size_t k = sizes.size();
        while (k > 0 && ++at[k - 1] == sizes[k - 1]) {
            at[--k] = 0;
        }
        if (k == 0) {
            return;
        }
    }
}

/// Throws what was found, if anything was.
void throw_if_any(std::vector<located_message>& wrong);

}  // namespace negotiation::io::detail
