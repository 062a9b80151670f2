#pragma once

#include <algorithm>
#include <sstream>
#include <string>
#include <utility>

#include <doctest/doctest.h>
#include <rapidcheck.h>

/// RapidCheck's properties as doctest's checks.
namespace negotiation::tests {

/// What RapidCheck has to say of a property, empty when it holds.
///
/// @param times how many cases to try; RC_PARAMS="max_success=10000" tries a hundred times as many
template <class Property>
[[nodiscard]] std::string counterexample(int times, Property property) {
    rc::detail::TestParams params = rc::detail::configuration().testParams;
    params.maxSuccess = std::max(1, times * params.maxSuccess / 100);
    const auto result =
        rc::detail::checkTestable(std::move(property), rc::detail::TestMetadata{}, params);
    if (result.template is<rc::detail::SuccessResult>()) {
        return {};
    }
    std::ostringstream text;
    rc::detail::printResultMessage(result, text);
    return text.str();
}

/// Checks a property of random things: its arguments are generated, what fails is shrunk.
template <class Property>
void check_always(int times, Property property) {
    const std::string failure = counterexample(times, std::move(property));
    INFO(failure);
    CHECK(failure.empty());
}

}  // namespace negotiation::tests
