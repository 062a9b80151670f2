#include <stdexcept>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <support/parameter_trials.hpp>
#include <support/talks.hpp>

#include <negotiation/talks/model_catalogue.hpp>
#include <negotiation/talks/strategy/time_dependent.hpp>
#include <negotiation/talks/strategy_catalogue.hpp>

using namespace negotiation;
using namespace negotiation::talks;

// A concession with parts chosen by name still lives inside `any_strategy`.
static_assert(sizeof(composed<time_dependent, any_acceptance, any_model>) <= 176);

TEST_CASE("every model of the catalogue listens") {
    const arena at(tests::sale());
    for (const catalogue_entry& entry : model_catalogue()) {
        proceedings said;
        said.begin(at);
        const turn t(said, 0, {3, 10, 0.2, 0}, {});
        any_model model = read_model(entry.name)(at, 0);
        model.observe(t);
        CHECK(model.terms(t).size() == 1);
        said.history = {{1, 10, 1, move_kind::offer, true}, {2, 9, 1, move_kind::offer, true}};
        model.observe(t);
        // Whatever it believes, a seller who asks for 10 and 9 does not like 0 better.
        const auto& values = model.terms(t).front().values;
        CHECK_MESSAGE(values[10] > values[0], entry.name);
        const auto once = model.terms(t);
        model.observe(t);  // nothing new: each offer counts once
        CHECK(model.terms(t) == once);
    }
    CHECK_THROWS_AS((void)read_model("clever"), std::invalid_argument);
    CHECK_THROWS_AS((void)read_model("types(weights=1/2|3)")(at, 0), std::invalid_argument);
    CHECK_NOTHROW((void)read_model("types(weights=1|2,prior=0.3/0.7)")(at, 0));
}

TEST_CASE("a copy of a model is a model of its own") {
    const arena at(tests::sale());
    for (const catalogue_entry& entry : model_catalogue()) {
        proceedings said;
        said.begin(at);
        const turn t(said, 0, {3, 10, 0.2, 0}, {});
        any_model model = read_model(entry.name)(at, 0);
        model.observe(t);
        const auto before = model.terms(t);
        any_model copy(model);
        said.history = {{1, 10, 1, move_kind::offer, true}};
        copy.observe(t);
        (void)copy.terms(t);
        CHECK(model.terms(t) == before);
        model = copy;
        CHECK(model.terms(t) == copy.terms(t));
    }
}

TEST_CASE("only the perfect model reads minds") {
    for (const catalogue_entry& entry : model_catalogue()) {
        CHECK(is_complete_information(entry.name) == (entry.name == "perfect"));
    }
}

namespace {

/// Three issues over which two parties disagree, the first most about the first.
problem three_matters() {
    return problem_builder{}
        .issue("a", 4)
        .issue("b", 4)
        .issue("c", 4)
        .party("one", {{9, 6, 3, 0}, {3, 2, 1, 0}, {6, 4, 2, 0}}, 0)
        .party("two", {{0, 1, 2, 3}, {0, 3, 6, 9}, {0, 2, 4, 6}}, 0)
        .build();
}

/// What a model makes of some offers, in numbers.
std::vector<utility_term> belief(const std::string& text) {
    const arena at(three_matters());
    proceedings said;
    said.begin(at);
    any_model model = read_model(text)(at, 0);
    std::uint32_t round = 0;
    for (const outcome& deal :
         {outcome{3, 3, 3}, outcome{2, 3, 3}, outcome{1, 3, 3}, outcome{1, 3, 2}}) {
        said.history.push_back({++round, said.number_of(deal), 1, move_kind::offer, true});
        model.observe(turn(said, 0, {round, 10, 0.1 * round, 0}, {}));
    }
    return model.terms(turn(said, 0, {round, 10, 0.1 * round, 0}, {}));
}

}  // namespace

TEST_CASE("every parameter of a model changes what it believes") {
    tests::check_parameters(model_catalogue(),
                            {{"*", "gain", "2", "-1"},
                             {"*", "prior", "7", "-1"},
                             {"*", "concession", "0.1", "2"},
                             {"*", "spread", "0.05", "0"},
                             {"bayesian", "types", "3", "0"},
                             {"types", "weights", "1/2/3|3/2/1", "a/b"},
                             {"types", "prior", "0.8/0.1/0.1", "x"}},
                            belief);
}

TEST_CASE("what an unchanged issue gains changes an offer") {
    // Both parties rely on their estimates; the gain decides which of the deals that are worth the
    // target is taken to be the others' best.
    const arena at(three_matters());
    alternating_offers protocol;
    protocol.rounds = 12;
    for (const char* model : {"frequency", "hard-headed"}) {
        const auto offers = [&](const char* gain) {
            const std::string text =
                "linear(offer=best,model=" + std::string(model) + "(prior=1,gain=" + gain + "))";
            return tests::offers_of(tests::play_out(at, protocol, 1, make_strategy(text, at, 0),
                                                    make_strategy("linear", at, 1))
                                        .said);
        };
        CHECK_MESSAGE(offers("0") != offers("5"), model);
    }
}
