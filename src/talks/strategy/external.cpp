#include <chrono>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <negotiation/model/draw.hpp>
#include <negotiation/model/nearest.hpp>
#include <negotiation/talks/forfeit.hpp>
#include <negotiation/talks/strategy/external.hpp>

#include "talks/child_process.hpp"

namespace negotiation::talks {

namespace {

using json = nlohmann::ordered_json;

constexpr int form = 1;  ///< of the messages
constexpr double longest_timeout = 86'400;
constexpr std::size_t most_words = 300;  ///< bytes of what a program says of its failure

[[nodiscard]] json number_of(double value) {
    return std::isfinite(value) ? json(value) : json(nullptr);
}

[[nodiscard]] json deal_of(const turn& t, offer_id deal) {
    if (deal == no_offer) {
        return nullptr;
    }
    const auto options = t.deal(deal);
    return outcome(options.begin(), options.end());
}

/// One's own utility: of a deal the sum of its terms, where it is a plain sum.
[[nodiscard]] json preferences_of(const turn& t) {
    const utility_function& own = t.preferences();
    json terms = json::array();
    for (const utility_term& term : own.terms) {
        json values = json::array();
        for (const grains value : term.values) {
            values.push_back(from_units(static_cast<units>(value) * own.scale.grain));
        }
        terms.push_back({{"issues", term.issues}, {"values", std::move(values)}});
    }
    return {{"sum_of_terms", is_plain_sum(own.scale) && own.derived.empty()},
            {"terms", std::move(terms)},
            {"reservation", t.reservation()},
            {"least", t.least()},
            {"greatest", t.greatest()}};
}

[[nodiscard]] json start_of(const turn& t, std::uint64_t seed) {
    json issues = json::array();
    for (std::size_t k = 0; k < t.sizes().size(); ++k) {
        issues.push_back({{"options", t.sizes()[k]}, {"open", t.domains()[k]}});
    }
    return {{"type", "start"},
            {"form", form},
            {"party", t.party()},
            {"parties", t.parties()},
            {"rounds", t.now().rounds},
            {"seed", seed},
            {"issues", std::move(issues)},
            {"utility", preferences_of(t)}};
}

[[nodiscard]] json legal_moves_of(const turn& t) {
    json legal = json::array();
    const legal_moves& can = t.legal();
    for (const auto& [name, may] :
         {std::pair("offer", can.offer), std::pair("accept", can.accept),
          std::pair("reject", can.reject), std::pair("walk_away", can.walk_away)}) {
        if (may) {
            legal.push_back(name);
        }
    }
    return legal;
}

[[nodiscard]] json turn_of(const turn& t, std::size_t told) {
    json heard = json::array();
    for (std::size_t k = told; k < t.heard(); ++k) {
        const event e = t.heard(k);
        heard.push_back({{"round", e.round},
                         {"who", e.who},
                         {"kind", to_string(e.kind)},
                         {"deal", deal_of(t, e.deal)},
                         {"utility", number_of(t.utility(e.deal))}});
    }
    return {{"type", "turn"},
            {"round", t.now().round},
            {"time", t.time()},
            {"days", t.now().days},
            {"public", t.has_leaked()},
            {"reservation", t.reservation()},
            {"heard", std::move(heard)},
            {"standing", deal_of(t, t.standing())},
            {"standing_utility", number_of(t.standing_utility())},
            {"legal", legal_moves_of(t)}};
}

[[noreturn]] void refuse(const std::string& what, const std::string& line) {
    throw agent_failure(fmt::format("{}; it wrote '{}'", what, shown(line)));
}

/// A line of the program.
struct reply {
    std::string line;
    json said;

    [[nodiscard]] std::string text(const char* key) const {
        const auto found = said.find(key);
        return found != said.end() && found->is_string() ? found->get<std::string>()
                                                         : std::string();
    }

    [[nodiscard]] double number(const char* key) const {
        const auto found = said.find(key);
        if (found == said.end() || !found->is_number()) {
            refuse(fmt::format("'{}' must be a number", key), line);
        }
        return found->get<double>();
    }

    /// An option for every issue, each one that there is.
    [[nodiscard]] outcome deal(const turn& t) const {
        const auto found = said.find("deal");
        const std::vector<option_id>& sizes = t.sizes();
        if (found == said.end() || !found->is_array() || found->size() != sizes.size()) {
            refuse(fmt::format("'deal' must be a list of {} options", sizes.size()), line);
        }
        outcome options;
        for (std::size_t k = 0; k < sizes.size(); ++k) {
            const json& option = (*found)[k];
            if (!option.is_number_unsigned() || option.get<std::uint64_t>() >= sizes[k]) {
                refuse(fmt::format("option {} of 'deal' must be a whole number from 0 to {}", k,
                                   sizes[k] - 1),
                       line);
            }
            options.push_back(option.get<option_id>());
        }
        return options;
    }
};

[[nodiscard]] reply read_reply(std::string line) {
    reply read{std::move(line), json()};
    read.said = json::parse(read.line, nullptr, false);
    if (!read.said.is_object()) {
        refuse("a line must be one JSON object", read.line);
    }
    return read;
}

[[nodiscard]] json answer_to(const reply& asked, const turn& t) {
    const std::string about = asked.text("ask");
    if (about == "utility") {
        const offer_id deal = t.find(asked.deal(t));
        return {{"type", "answer"},
                {"feasible", deal != no_offer},
                {"utility", number_of(t.utility(deal))}};
    }
    if (about == "cheapest") {
        const offer_id deal = t.cheapest_at_least(asked.number("at_least"));
        return {{"type", "answer"},
                {"deal", deal_of(t, deal)},
                {"utility", number_of(t.utility(deal))}};
    }
    refuse(fmt::format("'ask' must be 'utility' or 'cheapest'; got '{}'", shown(about)),
           asked.line);
}

[[nodiscard]] move offer_of(const reply& said, const turn& t) {
    if (said.said.contains("at_least")) {
        const offer_id deal = t.cheapest_at_least(said.number("at_least"));
        if (deal == no_offer) {
            refuse("there is no such deal to offer", said.line);
        }
        return turn::offer(deal);
    }
    const offer_id deal = t.find(said.deal(t));
    if (deal == no_offer) {
        refuse("the constraints forbid the deal", said.line);
    }
    if (!std::isfinite(t.utility(deal))) {
        refuse("the deal crosses its own red lines", said.line);
    }
    return turn::offer(deal);
}

[[nodiscard]] move move_of(const reply& said, const turn& t) {
    const std::string made = said.text("move");
    const legal_moves& can = t.legal();
    const auto weak = said.said.find("weak");
    const auto strength = weak != said.said.end() && *weak == json(true) ? vote_strength::weak
                                                                         : vote_strength::strong;
    if (made == "offer" && can.offer) {
        return offer_of(said, t);
    }
    if (made == "accept" && can.accept) {
        return turn::accept(strength);
    }
    if (made == "reject" && can.reject) {
        return turn::reject(strength);
    }
    if (made == "walk_away" && can.walk_away) {
        return turn::walk_away();
    }
    std::string legal;
    for (const json& name : legal_moves_of(t)) {
        legal += (legal.empty() ? "'" : ", '") + name.get<std::string>() + "'";
    }
    refuse(fmt::format("'move' must be one of {}; got '{}'", legal, shown(made)), said.line);
}

}  // namespace

/// A program that plays, and how much of the history it knows.
class external::conversation {
public:
    explicit conversation(const std::string& command) : program_(command) {}

    /// Its move; at the first turn it is told what is bargained over.
    move act(const turn& t, std::uint64_t seed, const time_limit& limit) {
        try {
            if (!begun_) {
                program_.send(start_of(t, seed).dump(), limit);
                begun_ = true;
            }
            return answer(t, limit);
        } catch (const agent_failure& wrong) {
            const std::string words = program_.last_words();
            throw agent_failure(fmt::format("{}{}", wrong.what(),
                                            words.empty() ? "" : ": " + shown(words, most_words)));
        }
    }

private:
    move answer(const turn& t, const time_limit& limit) {
        if (asked_) {
            program_.expect_nothing();
        }
        asked_ = true;
        program_.send(turn_of(t, told_).dump(), limit);
        told_ = t.heard();
        for (;;) {
            const reply said = read_reply(program_.receive(limit));
            if (!said.said.contains("ask")) {
                return move_of(said, t);
            }
            program_.send(answer_to(said, t).dump(), limit);
        }
    }

    child_process program_;
    bool begun_ = false;
    bool asked_ = false;  ///< once; before, a program may be quicker than the first turn
    std::size_t told_ = 0;
};

external::external(std::string command, double timeout)
    : command_(std::move(command)),
      timeout_(timeout) {
    if (command_.find_first_not_of(" \t\r\n") == std::string::npos) {
        throw std::invalid_argument("exec: needs a command; got none");
    }
    if (!(timeout > 0 && timeout <= longest_timeout)) {
        throw std::invalid_argument(fmt::format("exec: timeout must lie in (0, {}] seconds; got {}",
                                                longest_timeout, timeout));
    }
}

external::external(const external& other) : command_(other.command_), timeout_(other.timeout_) {}
external::external(external&& other) noexcept = default;
external& external::operator=(const external& other) { return *this = external(other); }
external& external::operator=(external&& other) noexcept = default;
external::~external() = default;

move external::act(const turn& t, random_stream& draws) {
    const time_limit limit{
        child_process::clock::now() + std::chrono::duration_cast<child_process::clock::duration>(
                                          std::chrono::duration<double>(timeout_)),
        timeout_};
    try {
        std::uint64_t seed = 0;
        if (!begun_) {
            constexpr std::size_t seeds = std::size_t{1} << 53U;
            seed = draw_place(draws, seeds);
            begun_ = std::make_unique<conversation>(command_);
        }
        return begun_->act(t, seed, limit);
    } catch (const agent_failure& wrong) {
        begun_.reset();
        throw agent_failure(fmt::format("exec:{}: {}", shown(command_), wrong.what()));
    }
}

}  // namespace negotiation::talks
