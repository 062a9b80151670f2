// Everything wrong with a file is told in one go, and nothing that is not wrong: one message for
// each independent fault, however they are combined.
#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <io/scenario_text.hpp>

#include <negotiation/io/read_scenario.hpp>

using namespace negotiation;
using tests::with;

namespace {

const std::string sound_text = R"toml(title = "Two cities"
talks = "secret"
utilities = "unit"

[[source]]
id = "gauge"
cite = "annual report"

[[assumption]]
what = "party.*.reservation"

[[issue]]
name = "water"
unit = "%"
kind = "integer"
range = [30, 70]
step = 10
status_quo = 70
source = "gauge"

[[issue]]
name = "payment"
unit = "M"
kind = "ordered"
options = [0, 5, 10, 20]
status_quo = 0

[[issue]]
name = "gauges"
kind = "categorical"
options = ["each", "joint", "outsider"]
status_quo = "each"

[[constraint]]
name = "no payment without gauges"
if = { payment = { at_least = 10 } }
then = { gauges = ["joint", "outsider"] }

[[constraint]]
name = "no water for nothing"
forbid = { water = [30], payment = [0] }

[[party]]
name = "Upper"
reservation = 0.45
weights = { water = 0.5, payment = 0.4, gauges = 0.1 }
values.water = { points = [[30, 0], [50, 0.6], [70, 1]] }
values.payment = [0, 0.4, 0.7, 1]
values.gauges = [1, 0.6, 0]
discount = { factor = 0.9, per = "month" }
red_lines = [{ issue = "gauges", allow = { not = ["outsider"] }, public = true }]

[[party]]
name = "Lower"
reservation = 0.40
weights = { water = 0.6, payment = 0.2, gauges = 0.2 }
values.water = { form = "power", exponent = 2, worst = 70, best = 30 }
values.payment = [1, 0.8, 0.5, 0]
values.gauges = [0, 0.8, 1]
risk = { attitude = "cara", a = 2 }
red_lines = [{ issue = "water", allow = { at_most = 60 } }]

[[onlooker]]
name = "Sea"
reservation = 0.1
weights = { water = 1 }
values_from = "Lower"

[[scope]]
name = "water_only"
issues = ["water"]

[[deal]]
name = "half"
outcome = { water = 50, payment = 10, gauges = "joint" }

[[assumption]]
what = "mediator.*.role"

[protocol]
kind = "alternating-offers"
rounds = 24
clock = "negmas"
days_per_round = 15
breakdown = 0.01
agreement = "majority"
votes = { Upper = 2, Lower = 1 }
veto = ["Lower"]
discounting = "relative"
discount_no_deal = false
strategies = { Upper = "boulware(e=0.3,offer=best)", Sea = "boulware(e=0.25)" }

[channel]
leak_rate = 0.001
audience_cost = 0.05

[[mediator]]
name = "Delta"
role = "relay(noise=0.05,delay=3)"
chair = true

[[mediator]]
name = "Source"
role = "formulator(noise=0.1,delay=5,after=12)"
chair = false
bias = 0.1
toward = "Upper"

[[chamber]]
name = "Council"
party = "Upper"
rule = "disapproval"
quota = 6
alternatives = [{ name = "treaty", rule = "quota", quota = 8 }]

[[chamber]]
name = "Court"
party = "Upper"
follows = "Council"

[[faction]]
name = "farmers"
chamber = "Council"
size = 7
weights = { water = 0.9, gauges = 0.1 }
ally = { name = "Sea", weight = 0.15 }
threshold = 0.55
noise = 0.06
shock = 0.025
red_lines = [{ issue = "payment", allow = { at_most = 20 } }]

[[faction]]
name = "towns"
chamber = "Council"
size = 3
public_red_lines = true

[sequence]
completion = { Upper = 0.05, Lower = 0.04 }
trust = { Upper = 0.25, Lower = 0.15 }

[[step]]
name = "half"
party = "Upper"
implements = { issue = "gauges", share = 0.5 }
undone = 0.7

[[step]]
name = "pipe"
party = "Lower"
value = { Upper = 0.02, Lower = -0.01 }
after = ["half"]
days = 30
fake = { saves = 0.01, detection = 0.9, days = 60, if = { gauges = ["joint"] }, else = 0.4 }

[[step]]
name = "rest"
party = "Upper"
implements = { issue = "gauges", share = 0.4 }
after = ["pipe"]

[[order]]
name = "history"
steps = ["half", "pipe", "rest"]

[[variant]]
name = "no way back"
after = { rest = ["half"] }
undone = 0
completion = 0.03
order = "history"

[tranches]
what = "water against money"
cost = 0.45
worth = 0.95
defection = 0.35
trust = 0.12
target = 0.99
days = 31
hazard = { rate = 0.03, per = "week" }

[[inspector]]
name = "Commission"
steps = ["pipe"]
detection = 0.65
false_alarm = 0.07
others = 0.21
days = 17
cost = 3
loss = 45
budget = 9
)toml";

/// A mistake: a piece of the text, and what stands there instead.
struct fault {
    const char* from;
    const char* to;
    std::string hides = {};  ///< what cannot be known any more
    std::string needs = {};  ///< what must be known to see the mistake
};

/// Each in a place of its own. Replacing keeps the lines of the file.
const std::vector<fault> faults{
    {"steps = [\"pipe\"]", "steps = [\"half\"]", "", "half"},
    {"detection = 0.65", "detection = 1.65"},
    {"false_alarm = 0.07", "flase_alarm = 0.07"},
    {"others = 0.21", "others = \"some\""},
    {"days = 17", "days = -17"},
    {"cost = 3", "cost = []"},
    {"loss = 45", "loss = 0"},
    {"budget = 9", "budget = -9"},
    {"rule = \"disapproval\"", "rule = \"disaproval\"", "the rule", ""},
    {"quota = 6", "quota = 2.5", "", "the rule"},
    {"quota = 6", "qouta = 6"},
    {"quota = 8", "quota = \"most\""},
    {"rule = \"quota\", quota = 8", "rule = \"quota\", quota = 0"},
    {"follows = \"Council\"", "follows = \"Cuoncil\""},
    {"chamber = \"Council\"\nsize = 7", "chamber = \"Coucnil\"\nsize = 7"},
    {"water = 0.9, gauges = 0.1", "water = 0.9, gauges = 0.2"},
    {"water = 0.9, gauges = 0.1", "water = 0.9, gagues = 0.1", "", "issues"},
    {"weight = 0.15", "weight = 1.5"},
    {"threshold = 0.55", "threshold = \"half\""},
    {"threshold = 0.55", "treshold = 0.55"},
    {"noise = 0.06", "noise = -1"},
    {"shock = 0.025", "shock = []"},
    {"size = 3", "size = 0"},
    {"public_red_lines = true", "public_red_lines = 1"},
    {"what = \"water against money\"", "what = 3"},
    {"cost = 0.45", "csot = 0.45"},
    {"worth = 0.95", "worth = -1"},
    {"defection = 0.35", "defection = 1"},
    {"trust = 0.12", "trust = \"low\""},
    {"target = 0.99", "target = 0"},
    {"days = 31", "dyas = 31"},
    {"days = 31", "days = \"many\""},
    {"days = 31", "days = -1"},
    {"hazard = { rate = 0.03", "hazrad = { rate = 0.03"},
    {"rate = 0.03, per", "rte = 0.03, per"},
    {"per = \"week\"", "per = \"wek\""},
    {"title = \"Two cities\"", "title = 3"},
    {"talks = \"secret\"", "talks = \"secrte\""},
    {"talks = \"secret\"", "tals = \"secret\""},
    {"id = \"gauge\"", "id = 7", "sources", ""},
    {"cite = \"annual report\"", "cite = \"\""},
    {"what = \"party.*.reservation\"", "what = \"party.*.reservatoin\"", "", "agents"},
    {"unit = \"%\"", "unit = \"\""},
    {"kind = \"integer\"", "kind = \"intger\""},
    {"range = [30, 70]", "range = [30, 1e9]", "water options", "step"},
    {"range = [30, 70]", "range = [30]", "water options", ""},
    {"range = [30, 70]", "rnge = [30, 70]", "water options", ""},
    {"step = 10", "step = \"ten\"", "water options, step", ""},
    {"status_quo = 70", "status_quo = 75", "", "water options"},
    {"source = \"gauge\"", "source = \"gage\"", "", "sources"},
    {"name = \"payment\"", "name = 4", "issues, payment values, payment options", ""},
    {"name = \"payment\"", "nmae = \"payment\"", "issues, payment values, payment options", ""},
    {"unit = \"M\"", "unit = 5"},
    {"kind = \"ordered\"", "knd = \"ordered\""},
    {"options = [0, 5, 10, 20]", "optons = [0, 5, 10, 20]", "payment options", ""},
    {"options = [0, 5, 10, 20]", "options = [0, 5, true, 20]"},
    {"options = [0, 5, 10, 20]", "options = [0, 5, 10, \"20\"]"},
    {"status_quo = 0", "status_quo = []"},
    {"options = [\"each\", \"joint\", \"outsider\"]", "options = []", "gauges options", ""},
    {"options = [\"each\", \"joint\", \"outsider\"]", "options = [\"each\", \"joint\", 1]",
     "gauges options", ""},
    {"status_quo = \"each\"", "status_quo = \"eahc\"", "", "gauges options"},
    {"{ payment = { at_least = 10 } }", "{ payment = { at_laest = 10 } }"},
    {"{ payment = { at_least = 10 } }", "{ paymnet = { at_least = 10 } }", "", "issues"},
    {"then = { gauges = [\"joint\", \"outsider\"] }", "then = { gauges = \"joint\" }"},
    {"then = { gauges = [\"joint\", \"outsider\"] }", "thne = { gauges = [\"joint\"] }"},
    {"forbid = { water = [30], payment = [0] }", "forbid = { water = [35], payment = [0] }", "",
     "water options"},
    {"reservation = 0.45", "reservation = 1.45"},
    {"reservation = 0.45", "reservation = \"x\""},
    {"reservation = 0.45", "resrevation = 0.45"},
    {"weights = { water = 0.5, payment", "weights = { water = 0.9, payment"},
    {"weights = { water = 0.5, payment", "weights = { wtaer = 0.5, payment", "", "issues"},
    {"weights = { water = 0.5, payment", "weights = { water = \"much\", payment"},
    {"weights = { water = 0.5, payment", "wieghts = { water = 0.5, payment"},
    {"[[30, 0], [50, 0.6], [70, 1]]", "[[30, 0], [50], [70, 1]]"},
    {"[[30, 0], [50, 0.6], [70, 1]]", "[[30, 0], [20, 0.6], [70, 1]]"},
    {"values.water = { points", "values.water = { pionts"},
    {"values.payment = [0, 0.4, 0.7, 1]", "values.payment = [0, 0.4, 0.7]", "", "payment options"},
    {"values.payment = [0, 0.4, 0.7, 1]", "values.paymnet = [0, 0.4, 0.7, 1]", "", "issues"},
    {"values.gauges = [1, 0.6, 0]", "values.gauges = [1, \"half\", 0]"},
    {"factor = 0.9, per = \"month\"", "factor = 0, per = \"month\""},
    {"factor = 0.9, per = \"month\"", "factor = 0.9, per = \"moth\""},
    {"issue = \"gauges\", allow", "issue = \"guages\", allow", "", "issues"},
    {"allow = { not = [\"outsider\"] }", "allow = { not = [\"ousider\"] }", "", "gauges options"},
    {"weights = { water = 0.6,", "weights = { water = -0.6,"},
    {"form = \"power\"", "form = \"powr\""},
    {"exponent = 2", "exponnet = 2"},
    {"worst = 70", "worst = 30"},
    {"values.payment = [1, 0.8, 0.5, 0]", "values.payment = [1, 0.8, 0.5, 2]", "",
     "payment values"},
    {"attitude = \"cara\"", "attitude = \"crara\""},
    {"a = 2", "a = 900"},
    {"allow = { at_most = 60 }", "allow = { at_most = \"sixty\" }", "", "water options"},
    {"values_from = \"Lower\"", "values_from = \"Lowr\"", "", "agents"},
    {"[[scope]]", "[[scpoe]]", "scopes", ""},
    {"issues = [\"water\"]", "issues = [\"wtaer\"]", "", "issues, scopes"},
    {"issues = [\"water\"]", "issues = []", "", "scopes"},
    {"outcome = { water = 50,", "outcome = { water = 55,", "", "water options"},
    {"outcome = { water = 50,", "outcmoe = { water = 50,"},
    {"name = \"Upper\"", "name = 3", "agents", ""},
    {"what = \"mediator.*.role\"", "what = \"mediator.*.rule\"", "", "mediators"},
    {"[protocol]", "[protcol]", "protocol", ""},
    {"kind = \"alternating-offers\"", "kind = 3", "", "protocol"},
    {"kind = \"alternating-offers\"", "kind = \"\"", "", "protocol"},
    {"rounds = 24", "rounds = 0", "", "protocol"},
    {"rounds = 24", "rounds = 2.5", "", "protocol"},
    {"rounds = 24", "ruonds = 24", "", "protocol"},
    {"clock = \"negmas\"", "clock = \"ngemas\"", "", "protocol"},
    {"days_per_round = 15", "days_per_round = -15", "", "protocol"},
    {"breakdown = 0.01", "breakdown = 1", "", "protocol"},
    {"agreement = \"majority\"", "agreement = \"majorty\"", "", "protocol"},
    {"agreement = \"majority\"", "agreement = 1.5", "", "protocol"},
    {"votes = { Upper = 2, Lower = 1 }", "votes = { Uper = 2, Lower = 1 }", "", "protocol, agents"},
    {"votes = { Upper = 2, Lower = 1 }", "votes = { Upper = -2, Lower = 0 }", "", "protocol"},
    {"votes = { Upper = 2, Lower = 1 }", "votes = { Upper = 0, Lower = 0 }", "",
     "protocol, agents"},
    {"votes = { Upper = 2, Lower = 1 }", "votes = [2, 1]", "", "protocol"},
    {"veto = [\"Lower\"]", "veto = [\"Lwoer\"]", "", "protocol, agents"},
    {"veto = [\"Lower\"]", "veto = [\"Lower\", \"Lower\"]", "", "protocol"},
    {"veto = [\"Lower\"]", "veto = [3]", "", "protocol"},
    {"discounting = \"relative\"", "discuonting = \"relative\"", "", "protocol"},
    {"Sea = \"boulware(e=0.25)\"", "See = \"boulware(e=0.25)\"", "", "protocol, agents"},
    {"Sea = \"boulware(e=0.25)\"", "Sea = 0.25", "", "protocol"},
    {"leak_rate = 0.001", "leak_rate = -0.001"},
    {"leak_rate = 0.001", "leek_rate = 0.001"},
    {"audience_cost = 0.05", "audience_cost = \"much\""},
    {"name = \"Delta\"", "name = \"Lower\""},
    {"name = \"Delta\"", "nmae = \"Delta\"", "mediators", ""},
    {"role = \"relay(noise=0.05,delay=3)\"", "roel = \"relay(noise=0.05,delay=3)\""},
    {"chair = true", "chair = 1", "chair", ""},
    {"chair = false", "chair = true", "", "chair"},
    {"bias = 0.1", "bias = 1.1", "bias", ""},
    {"bias = 0.1", "bias = \"some\"", "bias", ""},
    {"toward = \"Upper\"", "toward = \"\"", "", "bias"},
    {"toward = \"Upper\"", "toward = \"Uper\"", "", "agents"},
    {"toward = \"Upper\"", "twoard = \"Upper\""},
    {"completion = { Upper = 0.05, Lower = 0.04 }", "completion = { Uper = 0.05, Lower = 0.04 }",
     "", "agents"},
    {"completion = { Upper = 0.05, Lower = 0.04 }", "completion = \"some\""},
    {"trust = { Upper = 0.25, Lower = 0.15 }", "trust = { Upper = 0.25, Lower = 1 }"},
    {"trust = { Upper = 0.25, Lower = 0.15 }", "trsut = { Upper = 0.25, Lower = 0.15 }"},
    {"name = \"half\"\nparty", "nmae = \"half\"\nparty", "half", ""},
    {"party = \"Upper\"\nimplements = { issue = \"gauges\", share = 0.5",
     "party = \"Uper\"\nimplements = { issue = \"gauges\", share = 0.5", "", "agents"},
    {"issue = \"gauges\", share = 0.5", "issue = \"guages\", share = 0.5", "", "issues"},
    {"issue = \"gauges\", share = 0.5", "issue = \"gauges\", share = 1.5"},
    {"undone = 0.7", "undone = 7"},
    {"undone = 0.7", "undnoe = 0.7"},
    {"value = { Upper = 0.02", "vlaue = { Upper = 0.02"},
    {"value = { Upper = 0.02", "value = { Sea = 0.02", "", "agents"},
    {"after = [\"half\"]", "after = [\"hlaf\"]", "", "half"},
    {"after = [\"half\"]", "after = [\"rest\"]", "circle", ""},
    {"days = 30", "days = -30"},
    {"saves = 0.01, detection = 0.9", "saves = 0.01, detection = 9"},
    {"saves = 0.01, detection = 0.9", "share = 0.01, saves = 0.01, detection = 0.9"},
    {"if = { gauges = [\"joint\"] }", "if = { guages = [\"joint\"] }", "", "issues"},
    {"if = { gauges = [\"joint\"] }", "if = { gauges = [\"jiont\"] }", "", "gauges options"},
    {"if = { gauges = [\"joint\"] }", "if = { gauges = 3 }"},
    {"if = { gauges = [\"joint\"] }", "fi = { gauges = [\"joint\"] }"},
    {"if = { gauges = [\"joint\"] }, ", ""},
    {"else = 0.4", "else = 4"},
    {"else = 0.4", "esle = 0.4"},
    {", else = 0.4", ""},
    {"after = [\"pipe\"]", "after = 3", "after", ""},
    {"[\"half\", \"pipe\", \"rest\"]", "[\"half\", \"rest\", \"pipe\"]", "",
     "circle, after, orders"},
    {"[\"half\", \"pipe\", \"rest\"]", "[\"half\", \"pipe\"]", "", "half, orders"},
    {"[\"half\", \"pipe\", \"rest\"]", "[\"half\", \"pipe\", \"rset\"]", "", "half, orders"},
    {"{ rest = [\"half\"] }", "{ rset = [\"half\"] }", "", "half"},
    {"{ rest = [\"half\"] }", "{ half = [\"rest\"] }", "", "half, circle"},
    {"undone = 0\n", "undone = -1\n"},
    {"completion = 0.03", "completion = { Seaa = 0.03 }", "", "agents"},
    {"order = \"history\"", "order = \"hisotry\"", "", "orders"},
    {"[[order]]", "[[ordre]]", "orders", ""},
};

/// The messages about a text, places left out, sorted.
std::vector<std::string> told(const std::string& text) {
    std::vector<std::string> list;
    try {
        static_cast<void>(io::parse_scenario(text, "x.toml"));
    } catch (const parse_error& wrong) {
        for (const located_message& m : wrong.messages()) {
            list.push_back(m.message);
        }
    }
    std::sort(list.begin(), list.end());
    return list;
}

std::string lines(const std::vector<std::string>& messages) {
    std::string text;
    for (const std::string& m : messages) {
        text += m + "\n";
    }
    return text;
}

bool apart(const fault& a, const fault& b) {
    const std::size_t i = sound_text.find(a.from);
    const std::size_t j = sound_text.find(b.from);
    const std::string& text = sound_text;
    return std::count(text.begin() + static_cast<std::ptrdiff_t>(std::min(i, j)),
                      text.begin() + static_cast<std::ptrdiff_t>(std::max(i, j)), '\n') > 0;
}

/// True when what the second is about cannot be known because of the first.
bool hides(const fault& first, const fault& second) {
    for (const char* what :
         {"sources", "scopes", "issues", "step", "water options", "payment options",
          "payment values", "gauges options", "agents", "protocol", "mediators", "chair", "bias",
          "half", "circle", "after", "orders", "the rule"}) {
        if (first.hides.find(what) != std::string::npos &&
            second.needs.find(what) != std::string::npos) {
            return true;
        }
    }
    return false;
}

/// Every pair whose first fault is one of `parts` shares of all: a share is a test of its own,
/// since all pairs together take many seconds.
void check_pairs(std::size_t share, std::size_t parts) {
    for (std::size_t i = share; i < faults.size(); i += parts) {
        for (std::size_t j = i + 1; j < faults.size(); ++j) {
            const fault& a = faults[i];
            const fault& b = faults[j];
            if (!apart(a, b)) {
                continue;
            }
            const auto both = told(with(with(sound_text, a.from, a.to), b.from, b.to));
            const std::size_t expected = hides(a, b) || hides(b, a) ? 1 : 2;
            INFO(std::string(a.to), " and ", std::string(b.to), ":\n", lines(both));
            CHECK(both.size() == expected);
        }
    }
}

}  // namespace

TEST_CASE("the text without faults is sound") { CHECK(told(sound_text).empty()); }

TEST_CASE("each fault alone is told once") {
    for (const fault& f : faults) {
        const auto alone = told(with(sound_text, f.from, f.to));
        INFO(std::string(f.to), ":\n", lines(alone));
        CHECK(alone.size() == 1);
    }
}

TEST_CASE("two faults in different places are told as two unless one hides the other") {
    check_pairs(0, 6);
}

TEST_CASE("two faults in different places are told as two: the second sixth") { check_pairs(1, 6); }

TEST_CASE("two faults in different places are told as two: the third sixth") { check_pairs(2, 6); }

TEST_CASE("two faults in different places are told as two: the fourth sixth") { check_pairs(3, 6); }

TEST_CASE("two faults in different places are told as two: the fifth sixth") { check_pairs(4, 6); }

TEST_CASE("two faults in different places are told as two: the last sixth") { check_pairs(5, 6); }

TEST_CASE("many faults are told at once") {
    std::string text = sound_text;
    std::vector<fault> chosen;
    for (const fault& f :
         {fault{"talks = \"secret\"", "talks = \"secrte\""},
          fault{"cite = \"annual report\"", "cite = \"\""}, fault{"unit = \"%\"", "unit = \"\""},
          fault{"status_quo = 70", "status_quo = 75"},
          fault{"reservation = 0.45", "reservation = \"x\""},
          fault{"weights = { water = 0.5, payment", "weights = { water = 0.9, payment"},
          fault{"values.gauges = [1, 0.6, 0]", "values.gauges = [1, \"half\", 0]"},
          fault{"issue = \"gauges\", allow", "issue = \"guages\", allow"},
          fault{"exponent = 2", "exponnet = 2"},
          fault{"issues = [\"water\"]", "issues = [\"wtaer\"]"},
          fault{"outcome = { water = 50,", "outcome = { water = 55,"}}) {
        text = with(text, f.from, f.to);
        chosen.push_back(f);
    }
    CHECK(told(text).size() == chosen.size());
}
