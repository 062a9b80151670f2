// Everything that reading and checking can say about the talks of a scenario, in one text:
// tests/golden/errors.txt, part "talks in a file".
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <io/scenario_text.hpp>
#include <support/gallery.hpp>

#include <negotiation/io/read_scenario.hpp>

using namespace negotiation;
using tests::exhibit;

namespace {

/// The small text with lines after it.
exhibit with_talks(const char* title, const std::string& lines,
                   const std::vector<std::string>& overrides = {}) {
    return tests::saying(title, [&] {
        static_cast<void>(
            io::parse_scenario(tests::small_text + "\n" + lines, "x.toml", overrides));
    });
}

exhibit of_protocol(const char* title, const std::string& lines) {
    return with_talks(title, "[protocol]\n" + lines);
}

/// A mediator, to be finished by some lines.
exhibit of_mediator(const char* title, const std::string& lines) {
    return with_talks(title, "[[mediator]]\nname = \"Qatar\"\nrole = \"relay\"\n" + lines);
}

std::string repeated(const std::string& text, int times) {
    return times == 0 ? "" : text + repeated(text, times - 1);
}

/// A table of 101 entries with keys a0, aa0, aaa0, …
std::string many(const std::string& key, const std::string& entry) {
    std::string text = key + " = { ";
    for (int k = 1; k <= 101; ++k) {
        text += (k == 1 ? "" : ", ") + repeated("a", k) + entry;
    }
    return text + " }\n";
}

std::vector<exhibit> shapes() {
    return {
        with_talks("talks that are no tables", "[x]\n",
                   {"protocol=3", "channel=no", "mediator=relay"}),
        of_protocol("unknown keys of the protocol", "round = 3\nagreemnt = 1\ntalks = \"x\""),
        of_protocol("a protocol of wrong types",
                    "kind = 1\nrounds = \"many\"\nclock = 2\ndays_per_round = \"a week\"\n"
                    "breakdown = true\nagreement = [1]\nvotes = 2\nveto = \"Seller\"\n"
                    "discounting = 0.9\ndiscount_no_deal = \"no\"\nstrategies = \"boulware\""),
        of_protocol("parties with things of wrong types",
                    "votes = { Seller = \"two\" }\nveto = [1]\nstrategies = { Buyer = 0.3 }"),
        of_protocol("half a round", "rounds = 1.5"),
        of_protocol("unknown words of the protocol",
                    "clock = \"genus\"\nagreement = \"majorty\"\n"
                    "discounting = \"calender\""),
        with_talks("a channel of wrong types",
                   "[channel]\nleak_rate = nan\naudience_cost = \"much\"\n"
                   "audience_costs = 1"),
        of_mediator("a mediator of wrong types",
                    "chair = 1\nbias = \"some\"\ntoward = 2\n"
                    "reservation = \"no\"\nsource = 1\nnote = 1"),
        with_talks("a mediator that says nothing", "[[mediator]]\n"),
        of_mediator("a mediator with an unknown key", "towards = \"Buyer\"\nbias = 0.1"),
        of_mediator("a mediator twice", "[[mediator]]\nname = \"Qatar\"\nrole = \"relay\""),
        of_mediator("a mediator to remove from nothing", "remove = true"),
    };
}

std::vector<exhibit> ranges() {
    return {
        of_protocol("a protocol out of its ranges",
                    "rounds = 0\ndays_per_round = 0\nbreakdown = 1\nagreement = 1.5\nkind = \"\""),
        of_protocol("an agenda of issues that are not there",
                    "kind = \"agenda(order=prise/colour)\""),
        of_protocol("an agenda that settles an issue twice",
                    "kind = \"agenda(order=price/colour+price)\""),
        of_protocol("votes that are wrong", "votes = { Byer = 1, Seller = -1 }"),
        of_protocol("no votes at all", "votes = { Seller = 0, Buyer = 0 }"),
        of_protocol("vetoes of nobody and of one twice",
                    "veto = [\"Byer\", \"Seller\", \"Seller\"]"),
        of_protocol("strategies of nobody and of nothing",
                    "strategies = { Byer = \"boulware\", Seller = \"\" }"),
        of_protocol("a strategy that is too long",
                    "strategies = { Seller = \"" + std::string(2000, 'x') + "\" }"),
        of_protocol("more entries than there may be agents",
                    many("votes", "0 = 1") + many("strategies", "0 = \"boulware\"") + "veto = [" +
                        repeated("\"Seller\",", 101) + "]"),
        with_talks("a channel out of its ranges", "[channel]\nleak_rate = -1\naudience_cost = -1"),
        of_mediator("a mediator out of its ranges",
                    "bias = 2\nreservation = 2\nsource = \"nobody\""),
        of_mediator("a bias toward nobody", "bias = 0.1"),
        of_mediator("a bias toward somebody else", "bias = 0.1\ntoward = \"Byer\""),
        with_talks("a mediator with a party's name and without a role",
                   "[[mediator]]\nname = \"Seller\"\nrole = \"\""),
        with_talks("a mediator without the means of its role",
                   "[[mediator]]\nname = \"E3\"\nrole = \"manipulator(damage=0.05)\""),
        with_talks("a guarantor without a budget",
                   "[[mediator]]\nname = \"Fund\"\nrole = \"guarantor(party=Seller)\""),
        with_talks("an escrow where nothing is carried out",
                   "[[mediator]]\nname = \"Bank\"\nrole = \"escrow(payment=gold)\""),
        with_talks("an escrow to which nothing is paid",
                   "[[mediator]]\nname = \"Bank\"\nrole = \"escrow(capacity=6)\""),
        of_mediator("two in the chair",
                    "chair = true\n[[mediator]]\nname = \"Oman\"\nrole = \"relay\"\nchair = true"),
        with_talks("an assumption about nothing in the talks",
                   "[protocol]\n[[assumption]]\nwhat = \"protocol.days\"\n[[assumption]]\nwhat = "
                   "\"mediator.Qatar\""),
    };
}

}  // namespace

TEST_CASE("every message about the talks stands in the gallery") {
    std::vector<exhibit> all = shapes();
    for (const exhibit& e : ranges()) {
        all.push_back(e);
    }
    for (const exhibit& e : all) {
        CAPTURE(e.title);
        CHECK(e.text != "(nothing is wrong)");
    }
    tests::check_gallery("talks in a file", all);
}
