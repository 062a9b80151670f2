#pragma once

/// @file
/// The numbers in a spec such as `boulware(e=0.3,model=frequency)`, which are numbers of the
/// scenario like any other.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <negotiation/model/typed_text.hpp>

namespace negotiation::detail {

/// A number that a spec gives to a parameter.
struct spec_number {
    std::vector<std::string> keys;  ///< `e`; `base`, `e` in `noisy(base=boulware(e=0.3))`
    double value = 0;
    std::string_view text = {};  ///< where it stands in the spec
};

/// Nobody writes a longer one, and its numbers are soon found.
inline constexpr std::size_t maximum_spec_bytes = 1000;

/// Collects the numbers of a spec; whether the spec makes sense, the catalogues tell.
class spec_scan {
public:
    explicit spec_scan(std::string_view text) {
        std::size_t begin = 0;
        for (std::size_t k = 0; k <= text.size(); ++k) {
            if (k == text.size() || std::string_view("(),=").find(text[k]) < 4) {
                token(trimmed(text.substr(begin, k - begin)), k == text.size() ? ',' : text[k]);
                begin = k + 1;
            }
        }
    }

    std::vector<spec_number> take() { return std::move(found_); }

private:
    void token(std::string_view text, char end) {
        constexpr std::size_t deepest = 8;  // of what is nested deeper, nobody names a number
        if (end == '=') {
            key_ = text;
            return;
        }
        if (end == '(') {
            open_.emplace_back(key_.empty() ? text : key_);
        } else if (const auto value = parse_finite_number(text);
                   value && !key_.empty() && !open_.empty() && open_.size() <= deepest) {
            spec_number number{{open_.begin() + 1, open_.end()}, *value, text};
            number.keys.emplace_back(key_);
            found_.push_back(std::move(number));
        }
        key_ = {};
        if (end == ')' && !open_.empty()) {
            open_.pop_back();
        }
    }

    std::vector<std::string_view> open_;  ///< the parameters around the place, the spec's own first
    std::string_view key_;
    std::vector<spec_number> found_;
};

/// The numbers of a spec by parameter, in its order; of one that is too long none.
inline std::vector<spec_number> numbers_in_spec(std::string_view text) {
    return text.size() > maximum_spec_bytes ? std::vector<spec_number>() : spec_scan(text).take();
}

}  // namespace negotiation::detail
