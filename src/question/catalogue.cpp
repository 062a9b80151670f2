#include <algorithm>
#include <cstddef>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <negotiation/model/nearest.hpp>
#include <negotiation/question/catalogue.hpp>
#include <negotiation/talks/acceptance_catalogue.hpp>
#include <negotiation/talks/mediator_catalogue.hpp>
#include <negotiation/talks/model_catalogue.hpp>
#include <negotiation/talks/protocol_catalogue.hpp>
#include <negotiation/talks/strategy_catalogue.hpp>

#include "question/wording.hpp"

namespace negotiation::question {

namespace detail {
namespace {

/// A catalogue, and how it is told.
struct known_catalogue {
    const char* name;
    const std::vector<talks::catalogue_entry>& (*entries)();
    const char* title;
    const char* use;
};

const std::vector<known_catalogue>& known_catalogues() {
    static const std::vector<known_catalogue> all{
        {"strategies", talks::strategy_catalogue, "Strategies",
         "Named in [protocol] strategies and by --strategy, such as "
         "boulware(e=0.2,accept=combi). A program of your own is one too: exec:COMMAND."},
        {"acceptance", talks::acceptance_catalogue, "Acceptance conditions",
         "What a strategy that concedes takes: accept=combi(window=5). Several are put together by "
         "any(next,time) and all(next,constant)."},
        {"models", talks::model_catalogue, "Models of opponents",
         "What a strategy that concedes believes of the others: model=frequency(gain=0.5)."},
        {"protocols", talks::protocol_catalogue, "Protocols",
         "Named in [protocol] kind, such as random-recognition(weights=2/1/1)."},
        {"mediators", talks::mediator_catalogue, "Mediators",
         "Named as role in [[mediator]] and by --mediator, such as "
         "Oman=formulator(text=single-text)."}};
    return all;
}

const known_catalogue& catalogue_of(const std::string& kind) {
    for (const known_catalogue& known : known_catalogues()) {
        if (known.name == kind) {
            return known;
        }
    }
    throw std::invalid_argument(
        fmt::format("list: no catalogue '{}'; {}", shown(kind), nearest(kind, catalogue_names())));
}

[[nodiscard]] std::string choice_text(const listed_choice& one) {
    std::string takes;
    for (const listed_parameter& p : one.parameters) {
        takes += (takes.empty() ? "" : ", ") + p.name + "=" + p.fallback;
    }
    std::string text = one.name + ": " + one.what + ".";
    text += takes.empty() ? "" : " Takes " + takes + ".";
    text += one.assumes.empty() ? "" : " Assumes " + one.assumes + ".";
    return text + (one.source.empty() ? "" : " " + one.source + ".");
}

/// A parameter, and who takes it in that meaning.
struct shared_parameter {
    std::string name;
    std::string what;
    std::vector<std::string> of;
};

[[nodiscard]] std::vector<shared_parameter> parameters_of(const catalogue_answer& answer) {
    std::vector<shared_parameter> all;
    for (const listed_choice& one : answer.choices) {
        for (const listed_parameter& p : one.parameters) {
            const auto known =
                std::find_if(all.begin(), all.end(), [&](const shared_parameter& told) {
                    return told.name == p.name && told.what == p.what;
                });
            if (known == all.end()) {
                all.push_back({p.name, p.what, {one.name}});
            } else {
                known->of.push_back(one.name);
            }
        }
    }
    return all;
}

[[nodiscard]] std::string parameter_text(const shared_parameter& p) {
    constexpr std::size_t most = 5;
    const std::string of = p.of.size() > most ? counted(p.of.size(), "entry", "entries") + " above"
                                              : fmt::format("{}", fmt::join(p.of, ", "));
    return fmt::format("{} (of {}): {}.", p.name, of, p.what);
}

}  // namespace
}  // namespace detail

const std::vector<std::string>& catalogue_names() {
    static const std::vector<std::string> names = [] {
        std::vector<std::string> all;
        for (const detail::known_catalogue& known : detail::known_catalogues()) {
            all.emplace_back(known.name);
        }
        return all;
    }();
    return names;
}

catalogue_answer catalogue(const std::string& kind) {
    catalogue_answer answer{kind, {}};
    for (const talks::catalogue_entry& entry : detail::catalogue_of(kind).entries()) {
        listed_choice one{entry.name, entry.what, {}, entry.assumes, entry.source};
        for (const talks::parameter& p : entry.parameters) {
            one.parameters.push_back({p.name, p.fallback, p.what});
        }
        answer.choices.push_back(std::move(one));
    }
    return answer;
}

report::document describe(const catalogue_answer& answer) {
    const detail::known_catalogue& known = detail::catalogue_of(answer.kind);
    report::document page;
    page.blocks.push_back(report::heading{known.title, 1});
    page.blocks.push_back(report::paragraph{known.use});
    report::bullets choices;
    for (const listed_choice& one : answer.choices) {
        choices.items.push_back(detail::choice_text(one));
    }
    page.blocks.push_back(std::move(choices));
    report::bullets parameters;
    for (const detail::shared_parameter& p : detail::parameters_of(answer)) {
        parameters.items.push_back(detail::parameter_text(p));
    }
    if (!parameters.items.empty()) {
        page.blocks.push_back(report::heading{"Parameters", 2});
        page.blocks.push_back(std::move(parameters));
    }
    return page;
}

}  // namespace negotiation::question
