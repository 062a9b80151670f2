#pragma once

#include <algorithm>
#include <stdexcept>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <negotiation/talks/specification.hpp>

/// No parameter of a catalogue is for show.
namespace negotiation::tests {

/// Another value of a parameter, which changes what is seen, and one that is refused.
struct parameter_trial {
    std::string entry;  ///< whose; "*": of every entry that has no trial of its own
    std::string parameter;
    std::string other;        ///< empty where the talks at hand cannot show it
    std::string bad;          ///< empty where every text is a value
    std::string beside = "";  ///< other parameters without which it would not matter
};

/// The trial of a parameter: that of its entry, else the common one.
[[nodiscard]] inline const parameter_trial* trial_of(const std::vector<parameter_trial>& trials,
                                                     const std::string& entry,
                                                     const std::string& parameter) {
    for (const std::string& whose : {entry, std::string("*")}) {
        const auto found =
            std::find_if(trials.begin(), trials.end(), [&](const parameter_trial& one) {
                return one.entry == whose && one.parameter == parameter;
            });
        if (found != trials.end()) {
            return &*found;
        }
    }
    return nullptr;
}

/// Every parameter that a catalogue lists changes what `show` makes of a specification, and a bad
/// value of it is refused.
template <class Show>
void check_parameters(const std::vector<talks::catalogue_entry>& catalogue,
                      const std::vector<parameter_trial>& trials, const Show& show) {
    for (const talks::catalogue_entry& entry : catalogue) {
        for (const talks::parameter& p : entry.parameters) {
            const parameter_trial* trial = trial_of(trials, entry.name, p.name);
            REQUIRE_MESSAGE(trial != nullptr, "no trial of " << p.name << " of " << entry.name);
            const std::string common = trial->beside.empty() ? "" : "," + trial->beside;
            const auto with = [&](const std::string& value) {
                return entry.name + "(" + p.name + "=" + value + common + ")";
            };
            const std::string without =
                trial->beside.empty() ? entry.name : entry.name + "(" + trial->beside + ")";
            CHECK_MESSAGE((trial->other.empty() || !(show(with(trial->other)) == show(without))),
                          with(trial->other) << " changes nothing");
            if (!trial->bad.empty()) {
                CHECK_THROWS_AS((void)show(with(trial->bad)), std::invalid_argument);
            }
        }
    }
}

}  // namespace negotiation::tests
