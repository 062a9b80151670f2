#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>
#include <support/scratch_file.hpp>

#include <negotiation/io/write_negotiations.hpp>
#include <negotiation/laboratory/store.hpp>

using namespace negotiation;
using namespace negotiation::laboratory;

namespace {

/// Three negotiations, of two and of three seats; the last one broken.
void fill(store& kept) {
    experiment what;
    what.key = "00ff";
    what.version = "1";
    what.stages = {"river, 1960", "pact"};
    what.mediations = {"direct"};
    what.contestants = {"boulware", "say \"no\""};
    what.pairings = {{0, 0, {0, 1}}, {1, 0, {1, 1, 0}}};
    const match_log log = kept.log(what, on_earlier_matches::refuse);
    match m;
    m.played = true;
    m.who = what.pairings[0];
    m.end = {talks::talks_status::agreement,
             3,
             5,
             0.25,
             1.5,
             true,
             7,
             {true, true},
             {0.1, 2},
             {0.05, 1}};
    m.advantages = {0.5, 1};
    log.record(0, m, outcome{0, 2});
    m.who = what.pairings[1];
    m.end = {talks::talks_status::walked_away,
             1,
             2,
             0,
             0,
             false,
             talks::no_offer,
             {},
             {1, 2, 3},
             {1, 2, 3}};
    m.advantages = {0, 0, 0};
    log.record(1, m, {});
    m.who = what.pairings[0];
    m.fault = match_fault{1, 4, "lost its papers"};
    log.record(2, m, {});
    log.close();
}

std::string written(io::negotiation_format format) {
    const tests::scratch_file file("write.sqlite");
    std::string text;
    store kept(file.path);
    fill(kept);
    io::write_negotiations(kept, "00ff", format, [&](std::string_view some) {
        text += some;
        return true;
    });
    return text;
}

}  // namespace

TEST_CASE("every negotiation of a store is a row") {
    CHECK(written(io::negotiation_format::csv) ==
          "experiment,scenario,mediators,strategy_1,strategy_2,strategy_3,repeat,status,round,"
          "offers,time,days,leaked,utility_1,utility_2,utility_3,discounted_1,discounted_2,"
          "discounted_3,advantage_1,advantage_2,advantage_3,options,fault_seat,fault\r\n"
          "00ff,\"river, 1960\",direct,boulware,\"say \"\"no\"\"\",,0,agreement,3,5,0.25,1.5,true,"
          "0.1,2,,0.05,1,,0.5,1,,0 2,,\r\n"
          "00ff,pact,direct,\"say \"\"no\"\"\",\"say \"\"no\"\"\",boulware,0,walked_away,1,2,0,0,"
          "false,1,2,3,1,2,3,0,0,0,,,\r\n"
          "00ff,\"river, 1960\",direct,boulware,\"say \"\"no\"\"\",,1,broken,4,,,,,,,,,,,,,,,1,"
          "lost its papers\r\n");
}

TEST_CASE("every negotiation of a store is an object on a line") {
    CHECK(written(io::negotiation_format::json_lines) ==
          R"({"experiment":"00ff","scenario":"river, 1960","mediators":"direct",)"
          R"("strategies":["boulware","say \"no\""],"repeat":0,"status":"agreement","round":3,)"
          R"("offers":5,"time":0.25,"days":1.5,"leaked":true,"options":[0,2],)"
          R"("utilities":[0.1,2.0],"discounted":[0.05,1.0],"advantages":[0.5,1.0],"fault":null})"
          "\n"
          R"({"experiment":"00ff","scenario":"pact","mediators":"direct",)"
          R"("strategies":["say \"no\"","say \"no\"","boulware"],"repeat":0,)"
          R"("status":"walked_away","round":1,"offers":2,"time":0.0,"days":0.0,"leaked":false,)"
          R"("options":null,"utilities":[1.0,2.0,3.0],"discounted":[1.0,2.0,3.0],)"
          R"("advantages":[0.0,0.0,0.0],"fault":null})"
          "\n"
          R"({"experiment":"00ff","scenario":"river, 1960","mediators":"direct",)"
          R"("strategies":["boulware","say \"no\""],"repeat":1,"status":"broken","round":4,)"
          R"("offers":null,"time":null,"days":null,"leaked":null,"options":null,)"
          R"("utilities":null,"discounted":null,"advantages":null,)"
          R"("fault":{"seat":1,"round":4,"message":"lost its papers"}})"
          "\n");
}

TEST_CASE("whoever has seen enough is told no more") {
    const tests::scratch_file file("write_some.sqlite");
    store kept(file.path);
    experiment what;
    what.key = "many";
    what.stages = {"river"};
    what.mediations = {"direct"};
    what.contestants = {"boulware"};
    what.pairings = {{0, 0, {0, 0}}};
    const match_log log = kept.log(what, on_earlier_matches::refuse);
    match m;
    m.who = what.pairings[0];
    m.fault = match_fault{1, 4, "lost its papers"};
    for (std::size_t number = 0; number < 2000; ++number) {
        log.record(number, m, {});
    }
    log.close();
    int told = 0;
    io::write_negotiations(kept, "many", io::negotiation_format::json_lines,
                           [&](std::string_view) { return ++told < 2; });
    CHECK(told == 2);
}
