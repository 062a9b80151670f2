#pragma once

/// @file
/// What is near a wrong name or number, for as many mistakes as anybody would mend in one go.

#include <cmath>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/core.h>

#include <negotiation/model/issue.hpp>
#include <negotiation/model/nearest.hpp>

namespace negotiation::detail {

/// The end of a message about a wrong name, until its work is spent; from then on nothing, so that
/// a file of nothing but mistakes is answered as fast as any other.
class suggestions {
public:
    /// "; " and what `nearest` says.
    std::string name(std::string_view word, const std::vector<std::string>& known) {
        return spend(known.size()) ? "; " + nearest(word, known) : std::string();
    }

    /// The options that an issue has instead; numbers are near by value and not by letters.
    std::string option(const issue& of, const option_label& wrong) {
        if (!spend(of.options.size())) {
            return "";
        }
        std::vector<std::string> labels;
        labels.reserve(of.options.size());
        for (const option_label& label : of.options) {
            labels.push_back(to_string(label));
        }
        const option_label* near = nearest_number(of, wrong);
        if (near == nullptr) {
            return "; " + nearest(to_string(wrong), labels);
        }
        return "; did you mean '" + shown(to_string(*near)) + "'? " + nearest({}, labels);
    }

    /// True when a word was probably meant for a name, as far as work is left to tell.
    bool is_slip(std::string_view word, const std::string& of) {
        slips_left_ -= slips_left_ > 0 ? 1 : 0;
        return slips_left_ > 0 && nearest_name(word, {of}).has_value();
    }

private:
    static const option_label* nearest_number(const issue& of, const option_label& wrong) {
        const option_label* best = nullptr;
        const auto distance = [&](const option_label& label) {
            return std::abs(number_or(label, 0) - number_or(wrong, 0));
        };
        for (const option_label& label : of.options) {
            if (is_number(label) && is_number(wrong) &&
                (best == nullptr || distance(label) < distance(*best))) {
                best = &label;
            }
        }
        return best;
    }

    bool spend(std::size_t comparisons) {
        constexpr std::size_t message = 100;  // what listing the known ones costs
        const bool enough = comparisons + message <= left_;
        left_ -= enough ? comparisons + message : 0;
        return enough;
    }

    std::size_t left_ = 200'000;
    std::size_t slips_left_ = 1'000'000;
};

}  // namespace negotiation::detail
