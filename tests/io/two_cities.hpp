#pragma once

#include <string>

/// A sound file with something of nearly every section.
namespace negotiation::tests {

inline const std::string two_cities = R"toml(title = "Two cities"
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

}  // namespace negotiation::tests
