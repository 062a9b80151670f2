#include <stdexcept>
#include <string>

#include <doctest/doctest.h>
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
