#include <negotiation/question/new_scenario.hpp>

namespace negotiation::question {

std::string new_scenario() {
    return R"toml(# A scenario: what is at stake, for whom, and what each would rather have.
# Check it with    negotiate check FILE
# Ask it with      negotiate deals FILE

title = "Two cities and a river"
talks = "secret"                        # "public": public red lines bind

[[source]]
id = "gauge"
cite = "River authority, annual report"

[[assumption]]                          # every number these paths cover is counted as assumed
what = "party.*"
why = "illustrative; nobody has been asked"

[[assumption]]
what = "issue.payment.options"
why = "illustrative"

[[assumption]]
what = "constraint.*"
why = "illustrative"

# --- What is on the table. Options are listed, or a range is given. -----------------------------

[[issue]]
name = "water"                          # share of the flow that the upper city may take
unit = "%"
kind = "integer"
range = [30, 70]
step = 10
status_quo = 70
source = "gauge"

[[issue]]
name = "payment"                        # by the lower city, every year
unit = "M"
kind = "ordered"
options = [0, 5, 10, 20]
status_quo = 0

[[issue]]
name = "gauges"                         # who reads the gauges
kind = "categorical"
options = ["each_its_own", "joint", "outsider"]
status_quo = "each_its_own"

[[constraint]]                          # ties between issues, whoever wants what
name = "no payment without gauges that both trust"
if = { payment = { at_least = 10 } }
then = { gauges = ["joint", "outsider"] }

# --- Who sits at the table. Weights sum to 1, values lie between 0 and 1. -----------------------

[[party]]
name = "Upper City"
reservation = 0.45                      # what no deal is worth to it
weights = { water = 0.5, payment = 0.4, gauges = 0.1 }
values.water = { points = [[30, 0], [50, 0.6], [70, 1]] }
values.payment = [0, 0.4, 0.7, 1]       # one value an option
values.gauges = [1, 0.6, 0]
red_lines = [{ issue = "gauges", allow = { not = ["outsider"] }, public = true }]

[[party]]
name = "Lower City"
reservation = 0.40
weights = { water = 0.6, payment = 0.2, gauges = 0.2 }
values.water = { points = [[30, 1], [50, 0.7], [70, 0]] }
values.payment = [1, 0.8, 0.5, 0]
values.gauges = [0, 0.8, 1]
red_lines = [{ issue = "water", allow = { at_most = 60 } }]

# --- Narrower questions and deals with names. ---------------------------------------------------

[[scope]]
name = "water_only"
issues = ["water"]

[[deal]]
name = "half and half"
outcome = { water = 50, payment = 10, gauges = "joint" }
)toml";
}

}  // namespace negotiation::question
