#include "cli/verbs.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "cli/deals.hpp"
#include "cli/equilibrium.hpp"
#include "cli/exchange.hpp"
#include "cli/gap.hpp"
#include "cli/life.hpp"
#include "cli/mediate.hpp"
#include "cli/play.hpp"
#include "cli/race.hpp"
#include "cli/ratify.hpp"
#include "cli/results.hpp"
#include "cli/run.hpp"
#include "cli/scenarios.hpp"
#include "cli/scope.hpp"
#include "cli/sequence.hpp"
#include "cli/study.hpp"
#include "cli/tournament.hpp"
#include "cli/tranches.hpp"
#include "cli/verify.hpp"

namespace negotiation::cli {

namespace {

struct verb {
    std::string_view name;
    std::string (*answer)(const arguments& typed);
};

/// Those of `verb_options.hpp`, in the order of the help.
constexpr verb verbs[] = {
    {"deals", deals},
    {"value", value},
    {"gap", gap},
    {"scope", scope},
    {"run", run},
    {"play", play},
    {"mediate", mediate},
    {"race", race},
    {"equilibrium", equilibrium},
    {"tournament", tournament},
    {"results", results},
    {"ratify", ratify},
    {"sequence", sequence},
    {"tranches", tranches},
    {"life", life},
    {"verify", verify},
    {"robust", robust},
    {"sweep", sweep},
    {"check", check},
    {"list", list},
    {"import", import_scenario},
    {"export", export_scenario},
    {"new", new_scenario},
};

}  // namespace

std::string answer(const arguments& typed) {
    const auto* const found = std::find_if(std::begin(verbs), std::end(verbs),
                                           [&](const verb& v) { return v.name == typed.verb; });
    return found->answer(typed);  // read_arguments has refused what is no verb
}

}  // namespace negotiation::cli
