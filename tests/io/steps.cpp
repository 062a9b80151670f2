// The sections sequence, step, order and variant of a scenario file.
#include <cstdint>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <io/scenario_text.hpp>
#include <support/agreements.hpp>
#include <support/some_steps.hpp>
#include <support/tolerance.hpp>

#include <negotiation/io/parse_error.hpp>
#include <negotiation/io/read_scenario.hpp>
#include <negotiation/io/write_scenario.hpp>
#include <negotiation/scenario/numbers.hpp>

using namespace negotiation;
using io::parse_scenario;
using tests::small_text;
using tests::with;

namespace {

std::string steps_text() {
    return small_text + R"toml(
[sequence]
completion = { Seller = 2, Buyer = 3 }
breakdown = 0.5
trust = { Seller = 0.25 }

[[step]]
name = "pay"
party = "Buyer"
value = { Seller = 4, Buyer = -3 }
undone = 0.1
days = 30
defection = 0.3
fake = { saves = 1.5, detection = 0.9, days = 60 }

[[step]]
name = "paint, half of it"
party = "Seller"
implements = { issue = "colour", share = 0.5 }
undone = { Seller = 0.1, Buyer = 0.3 }
after = ["pay"]
fake = { share = 0.5 }
note = "n"

[[step]]
name = "thank"
party = "Buyer"
value = 1

[[order]]
name = "history"
steps = ["pay", "thank", "paint, half of it"]
note = "m"

[[variant]]
name = "thanks first"
after = { pay = ["thank"] }
undone = 0
completion = 3

[[variant]]
name = "as it was"
order = "history"
completion = { Buyer = 1 }
)toml";
}

scenario reading_steps(const std::string& text, const std::vector<std::string>& overrides = {}) {
    return parse_scenario(text, "x.toml", overrides);
}

sequence::section bundled_steps(const std::string& name) {
    return io::read_scenario(NEGOTIATION_SCENARIO_DIR "/" + name + ".toml").sequence.value();
}

/// What all steps and completion are worth to a party.
double worth_of_all(const sequence::section& said, const std::string& party) {
    double sum = number_of(said.completion, party, 0);
    for (const sequence::written_step& s : said.steps) {
        sum += number_of(s.value, party, 0);
    }
    return sum;
}

/// The steps of a file as an agreement between the United States and Iran.
sequence::agreement agreement_of(const sequence::section& said, const tests::two_sided& names) {
    const std::vector<std::string> parties{"United States", "Iran"};
    sequence::agreement made;
    for (const std::string& party : parties) {
        made.completion.push_back(number_of(said.completion, party, 0));
        made.breakdown.push_back(number_of(said.breakdown, party, 0));
    }
    for (const sequence::written_step& written : said.steps) {
        sequence::step s;
        s.performer = written.party == parties[0] ? 0 : 1;
        for (const std::string& party : parties) {
            s.value.push_back(number_of(written.value, party, 0));
            s.undone.push_back(number_of(written.undone, party, 0));
        }
        for (const std::string& before : written.after) {
            s.after.push_back(names.place(before));
        }
        made.steps.push_back(std::move(s));
    }
    return made;
}

}  // namespace

TEST_CASE("the bundled files have the steps that the library is tested with") {
    CHECK(agreement_of(bundled_steps("vienna-2022"), tests::vienna()) == tests::vienna().made);
    CHECK(agreement_of(bundled_steps("jpoa-2013"), tests::jpoa()) == tests::jpoa().made);
    CHECK(agreement_of(bundled_steps("four-steps"), tests::four_steps()) ==
          tests::four_steps().made);
}

TEST_CASE("what a file says of carrying out is read") {
    sequence::section expected;
    expected.completion = {{}, {{"Seller", 2}, {"Buyer", 3}}};
    expected.breakdown = {0.5, {}};
    expected.trust = {{}, {{"Seller", 0.25}}};
    expected.steps.resize(3);
    sequence::written_step& pay = expected.steps[0];
    pay.name = "pay";
    pay.party = "Buyer";
    pay.value = {{}, {{"Seller", 4}, {"Buyer", -3}}};
    pay.undone = {0.1, {}};
    pay.days = 30;
    pay.defection = 0.3;
    pay.pretence = sequence::faking{1.5, 0.9, 60};
    sequence::written_step& paint = expected.steps[1];
    paint.name = "paint, half of it";
    paint.party = "Seller";
    paint.implements = sequence::implementation{"colour", 0.5};
    paint.undone = {{}, {{"Seller", 0.1}, {"Buyer", 0.3}}};
    paint.after = {"pay"};
    paint.pretence = sequence::faking{0, 1, 0};
    paint.saved_share = 0.5;
    paint.note = "n";
    expected.steps[2].name = "thank";
    expected.steps[2].party = "Buyer";
    expected.steps[2].value = {1, {}};
    expected.orders = {{"history", {"pay", "thank", "paint, half of it"}, "", "m"}};
    expected.variants.resize(2);
    expected.variants[0].name = "thanks first";
    expected.variants[0].after = {{"pay", {"thank"}}};
    expected.variants[0].undone = 0;
    expected.variants[0].completion = {3, {}};
    expected.variants[1].name = "as it was";
    expected.variants[1].order = "history";
    expected.variants[1].completion = {{}, {{"Buyer", 1}}};
    CHECK(reading_steps(steps_text()).sequence == expected);
}

TEST_CASE("what detection hangs on is read, set and written back") {
    const std::string text = with(steps_text(), "fake = { share = 0.5 }", R"(fake.share = 0.5
fake.detection = 0.9
fake.if = { colour = ["blue"], price = { at_least = 50 } }
fake.else = 0.25)");
    const scenario world = reading_steps(text);
    const sequence::written_step& paint = world.sequence->steps[1];
    CHECK(paint.pretence == sequence::faking{0, 0.9, 0});
    const std::vector<option_label> dear{std::int64_t{50}, std::int64_t{100}};
    const sequence::conditional_detection expected{{{"colour", {"blue"}}, {"price", dear}}, 0.25};
    CHECK(paint.detection_if == expected);
    CHECK_FALSE(world.sequence->steps[0].detection_if);
    const std::string written = io::write_scenario(world);
    // too long for one line
    CHECK(written.find(
              "fake.if.colour = [\"blue\"]\nfake.if.price = [50, 100]\nfake.else = 0.25\n") !=
          std::string::npos);
    CHECK(parse_scenario(written, "x.toml") == world);
    const scenario set =
        reading_steps(text, {"step[\"paint, half of it\"].fake.else=0.5",
                             "step[\"paint, half of it\"].fake.if.price={ not = [50] }"});
    CHECK(set.sequence->steps[1].detection_if->otherwise == 0.5);
    CHECK(set.sequence->steps[1].detection_if->given[1].options ==
          std::vector<option_label>{std::int64_t{0}, std::int64_t{100}});
    const auto assumed = [&](const std::string& what) {
        return assumed_numbers_of_steps(
            reading_steps("assumption = [{ what = \"" + what + "\" }]\n" + text));
    };
    CHECK(assumed("step.*.fake.else") == 1);
    CHECK(assumed("step.*.fake.if.price") == 1);  // the level at which it bites
    CHECK(assumed("step.*.fake") == 3 + 3 + 2);
}

TEST_CASE("any one of the sections of carrying out is enough, and none is none") {
    CHECK_FALSE(reading_steps(small_text).sequence.has_value());
    CHECK_FALSE(reading_steps("step = []\n" + small_text).sequence.has_value());
    CHECK(reading_steps(small_text + "[sequence]\n").sequence == sequence::section{});
    const scenario world =
        reading_steps(small_text + "[[step]]\nname = \"s\"\nparty = \"Buyer\"\nvalue = 1\n");
    REQUIRE(world.sequence.has_value());
    CHECK(world.sequence->steps.size() == 1);
    CHECK_FALSE(is_given(world.sequence->completion));
    CHECK(reading_steps(small_text + "[[order]]\nname = \"o\"\nsteps = []\n")
              .sequence->orders.size() == 1);
    CHECK(reading_steps(small_text + "[[variant]]\nname = \"v\"\n").sequence->variants.size() == 1);
}

TEST_CASE("every part of carrying out can be set") {
    const scenario world = reading_steps(
        steps_text(),
        {"sequence.completion=1", "sequence.trust.Buyer=0.5", "step.pay.undone=0.2",
         "step.pay.fake.detection=0.5", "step[\"paint, half of it\"].implements.share=1",
         "step[\"paint, half of it\"].undone.Buyer=1", "step.thank.undone.Buyer=0.5",
         "step.thank.after=[\"pay\"]", "order.history.steps[1]=\"paint, half of it\"",
         "order.history.steps[2]=thank", "variant[\"thanks first\"].undone=1",
         "variant[\"thanks first\"].after={}", "variant[\"as it was\"].after.thank=[\"pay\"]"});
    const sequence::section& said = *world.sequence;
    CHECK(said.completion == sequence::by_party{1, {}});
    CHECK(number_of(said.trust, "Buyer", 0) == 0.5);
    CHECK(said.steps[0].undone == sequence::by_party{0.2, {}});
    CHECK(said.steps[0].pretence->detection == 0.5);
    CHECK(said.steps[1].implements->share == 1);
    CHECK(number_of(said.steps[1].undone, "Buyer", 0) == 1);
    CHECK(said.steps[2].undone == sequence::by_party{{}, {{"Buyer", 0.5}}});
    CHECK(said.steps[2].after == std::vector<std::string>{"pay"});
    CHECK(said.orders[0].steps == std::vector<std::string>{"pay", "paint, half of it", "thank"});
    CHECK(said.variants[0].undone == 1);
    CHECK(said.variants[0].after.empty());
    CHECK(said.variants[1].after[0].first == "thank");
}

TEST_CASE("what is set may begin a section of carrying out that the file leaves out") {
    CHECK(reading_steps(small_text, {"sequence.breakdown=1"}).sequence->breakdown.all == 1);
    CHECK(reading_steps(small_text, {"sequence.trust.Buyer=0.5"}).sequence->trust.named.size() ==
          1);
    CHECK_THROWS_AS(reading_steps(small_text, {"sequence.trsut.Buyer=0.5"}), parse_error);
    CHECK_THROWS_AS(reading_steps(small_text, {"step.pay.days=3"}), parse_error);
    CHECK_THROWS_AS(reading_steps(steps_text(), {"step.pay.undone.Buyer=1"}), parse_error);
    CHECK_THROWS_AS(reading_steps(steps_text(), {"step.thank.fake.detection=1"}), parse_error);
}

TEST_CASE("a file changes and removes what its base says of carrying out") {
    const tests::temporary_folder folder;
    folder.write("base.toml", steps_text());
    const std::string over = folder.write("over.toml", R"(extends = "base.toml"
[sequence]
completion = { Buyer = 4 }
breakdown = { Buyer = 1 }
[[step]]
name = "pay"
days = 60
fake = { days = 90 }
[[step]]
name = "thank"
remove = true
[[step]]
name = "deliver"
party = "Seller"
value = { Buyer = 1 }
after = ["pay"]
[[order]]
name = "history"
steps = ["pay", "deliver", "paint, half of it"]
[[variant]]
name = "thanks first"
remove = true
[[variant]]
name = "as it was"
undone = 0.5
)");
    const sequence::section base = *reading_steps(steps_text()).sequence;
    const sequence::section said = *io::read_scenario(over).sequence;
    CHECK(said.completion == sequence::by_party{{}, {{"Seller", 2}, {"Buyer", 4}}});
    CHECK(said.breakdown == sequence::by_party{{}, {{"Buyer", 1}}});
    CHECK(said.trust == base.trust);
    REQUIRE(said.steps.size() == 3);
    CHECK(said.steps[0].days == 60);
    CHECK(said.steps[0].value == base.steps[0].value);
    CHECK(said.steps[0].pretence == sequence::faking{1.5, 0.9, 90});
    CHECK(said.steps[1] == base.steps[1]);
    CHECK(said.steps[2].name == "deliver");
    CHECK(said.orders[0].steps.size() == 3);
    CHECK(said.orders[0].note == "m");
    REQUIRE(said.variants.size() == 1);
    CHECK(said.variants[0].undone == 0.5);
    CHECK(said.variants[0].order == "history");
}

TEST_CASE("assumptions and sources cover numbers of carrying out") {
    const scenario world =
        reading_steps(R"(assumption = [{ what = "sequence" }, { what = "step.*.undone" }]
source = [{ id = "s", cite = "c", covers = ["variant", "step.pay.fake.detection"] }]
)" + steps_text());
    CHECK(assumed_numbers_of_steps(world) == 4 + 3);
    CHECK_THROWS_AS(reading_steps("assumption = [{ what = \"step.*.share\" }]\n" + steps_text()),
                    parse_error);
}

TEST_CASE("what a file says of tranches is read") {
    const std::string said = R"toml(
[tranches]
what = "uranium against oil waivers"
cost = 0.5
worth = 1
defection = 0.3
trust = 0.1
target = 0.95
days = 30
hazard = { rate = 0.02, per = 30 }
note = "n"
)toml";
    const scenario world = reading_steps(small_text + said);
    CHECK(world.sequence->tranches == tests::some_tranches());
    CHECK(world.sequence->steps.empty());
    sequence::written_tranches least;
    least.cost = 1;
    least.worth = 2;
    least.trust = 0.5;
    CHECK(reading_steps(small_text + "[tranches]\ncost = 1\nworth = 2\ntrust = 0.5\n")
              .sequence->tranches == least);
    const scenario monthly =
        reading_steps(small_text + said, {"tranches.hazard.per=month", "tranches.trust=0.02"});
    CHECK(monthly.sequence->tranches->hazard->period == 30.4375);
    CHECK(monthly.sequence->tranches->trust == 0.02);
}

TEST_CASE("tranches are written back, alone and beside steps") {
    scenario world = reading_steps(small_text);
    world.sequence.emplace();
    world.sequence->tranches = tests::some_tranches();
    const std::string alone = io::write_scenario(world);
    CHECK(alone.find("[sequence]") == std::string::npos);
    CHECK(parse_scenario(alone, "x.toml") == world);
    scenario both = reading_steps(steps_text());
    both.sequence->tranches = tests::some_tranches();
    both.sequence->tranches->hazard.reset();
    both.sequence->tranches->what.clear();
    CHECK(parse_scenario(io::write_scenario(both), "x.toml") == both);
}

TEST_CASE("tranches may be set where the file has none, and changed by a file on top") {
    const scenario set = reading_steps(
        small_text, {"tranches.cost=1", "tranches.worth=3", "tranches.trust=0.2", "tranches.days=7",
                     "tranches.hazard.rate=0.1", "tranches.hazard.per=week"});
    CHECK(set.sequence->tranches->hazard == sequence::written_hazard{0.1, 7});
    CHECK_THROWS_AS(reading_steps(small_text, {"tranches.cost=1"}), parse_error);
    const tests::temporary_folder folder;
    scenario base = reading_steps(small_text);
    base.sequence.emplace();
    base.sequence->tranches = tests::some_tranches();
    folder.write("base.toml", io::write_scenario(base));
    const std::string over = folder.write("over.toml", R"(extends = "base.toml"
[tranches]
trust = 0.02
hazard = { rate = 0.08 }
)");
    sequence::written_tranches expected = tests::some_tranches();
    expected.trust = 0.02;
    expected.hazard->rate = 0.08;
    CHECK(io::read_scenario(over).sequence->tranches == expected);
}

TEST_CASE("the four steps are worth what the worked example says") {
    const sequence::section said = bundled_steps("four-steps");
    CHECK(said.steps.size() == 4);
    CHECK(said.orders.size() == 6);
    CHECK(tests::near(worth_of_all(said, "United States"), 7));
    CHECK(tests::near(worth_of_all(said, "Iran"), 8));
}

TEST_CASE("the text of Vienna is worth 9 and 9.5") {
    const sequence::section said = bundled_steps("vienna-2022");
    CHECK(said.steps.size() == 12);
    CHECK(said.variants.size() == 4);
    CHECK(tests::near(worth_of_all(said, "United States"), 9));
    CHECK(tests::near(worth_of_all(said, "Iran"), 9.5));
    CHECK(number_of(said.steps[2].undone, "United States", 0) == 0.3);
    CHECK(number_of(said.steps[2].undone, "Iran", 0) == 0.5);
}

TEST_CASE("the plan of 2013 is worth 2.38 and 3, with 4.2 paid") {
    const sequence::section said = bundled_steps("jpoa-2013");
    CHECK(said.steps.size() == 13);
    CHECK(said.orders.size() == 4);
    CHECK(tests::near(worth_of_all(said, "United States"), 2.38));
    CHECK(tests::near(worth_of_all(said, "Iran"), 3));
    double paid = 0;
    for (const sequence::written_step& s : said.steps) {
        paid += s.party == "Iran" ? 0 : number_of(s.value, "Iran", 0);
    }
    CHECK(tests::near(paid, 4.2));
}

TEST_CASE("answers about deals count no number of the steps of the back channel") {
    const scenario world = io::read_scenario(NEGOTIATION_SCENARIO_DIR "/backchannel-2025.toml");
    CHECK(summarise_numbers(world).unsourced == 0);
    CHECK(assumed_numbers(world, "nuclear") == 150);
    CHECK(assumed_numbers_of_talks(world, "nuclear") == 167);
    // 4 of the sequence; of 11 steps a share, what is undone, days, defection; 3 of 5 pretences, of
    // which 4 have another probability under other deals
    CHECK(assumed_numbers_of_steps(world) == 4 + 11 * 4 + 5 * 3 + 4);
}
