#include <memory>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <support/complains.hpp>

#include <negotiation/talks/strategy/time_dependent.hpp>
#include <negotiation/talks/strategy_conformance.hpp>

using namespace negotiation;
using namespace negotiation::talks;

namespace {

template <class S>
std::vector<std::string> check(S agent) {
    return check_strategy([agent](const arena&, party_id) { return any_strategy{agent}; });
}

/// Accepts whether or not anything stands.
struct eager {
    move act(const turn&, random_stream&) const { return turn::accept(); }
};

/// Gives everything away.
struct generous {
    move act(const turn& t, random_stream&) const {
        return turn::offer(t.order()->row(t.order()->size() - 1));
    }
};

/// Keeps what should be its own in a place that its copies share.
struct sharing {
    std::shared_ptr<std::size_t> calls = std::make_shared<std::size_t>(0);
    move act(const turn& t, random_stream&) const {
        return turn::offer(t.order()->row((*calls)++ % t.acceptable()));
    }
};

/// Reads the other side's mind.
struct mind_reader {
    const arena* at = nullptr;
    party_id me = 0;
    move act(const turn&, random_stream&) const {
        const party_id other = me == 0 ? 1 : 0;
        const auto& order = *at->view(me).order;
        std::size_t best = 0;
        for (std::size_t rank = 0; rank < at->view(me).acceptable; ++rank) {
            if (at->deals()->column(other)[order.row(best)] <
                at->deals()->column(other)[order.row(rank)]) {
                best = rank;
            }
        }
        return turn::offer(order.row(best));
    }
};

}  // namespace

TEST_CASE("every fault is found") {
    CHECK(tests::complains(check(eager{}), "not legal"));
    CHECK(tests::complains(check(generous{}), "worth less than no deal"));
    CHECK(tests::complains(check(sharing{}), "copy"));
    CHECK(tests::complains(check(sharing{}), "same seed"));
    const auto mind = [](const arena& at, party_id who) {
        return any_strategy{mind_reader{&at, who}};
    };
    CHECK(tests::complains(check_strategy(mind), "the others' utilities"));
    CHECK(check_strategy(mind, {true, false}).empty());
    CHECK(check_strategy([](const arena&, party_id) { return any_strategy{generous{}}; },
                         {false, true})
              .empty());
    CHECK(check(boulware()).empty());
}

TEST_CASE("every strategy of the catalogue conforms") {
    std::vector<std::string> texts;
    for (const catalogue_entry& entry : strategy_catalogue()) {
        texts.push_back(entry.name);
    }
    for (const char* text :
         {"boulware(offer=best)", "linear(offer=band,width=0.2)", "conceder(k=0.1,tolerance=0.3)",
          "boulware(accept=next(a=1,b=0))", "linear(accept=constant(share=0.6))",
          "boulware(accept=time(from=0.9))", "tit-for-tat(lag=2,offer=best)",
          "linear(model=frequency(gain=1),offer=best)", "linear(model=hard-headed,offer=best)",
          "linear(model=smith,offer=best)", "linear(model=bayesian(types=100),offer=best)",
          "boulware(model=types,offer=best)", "hybrid(model=bayesian(types=50),offer=best)",
          "nice-tit-for-tat(model=smith)", "zeuthen(model=types,accept=any(next,combi))",
          "linear(accept=previous)", "linear(accept=all(gap(gap=0.3),time(from=0.5)))",
          "exponential(accept=combi(of=average,window=5))", "staller(accept=target)"}) {
        texts.emplace_back(text);
    }
    for (const std::string& text : texts) {
        const auto faults = check_strategy(read_strategy(text));
        CHECK_MESSAGE(faults.empty(), text, ": ", faults.empty() ? "" : faults.front());
    }
    for (const char* text : {"boulware(offer=best,model=perfect)", "zeuthen(model=perfect)",
                             "nice-tit-for-tat(model=perfect)", "staller(model=perfect)"}) {
        const auto faults = check_strategy(read_strategy(text), {true, false});
        CHECK_MESSAGE(faults.empty(), text, ": ", faults.empty() ? "" : faults.front());
    }
}
