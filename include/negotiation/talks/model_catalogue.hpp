#pragma once

/// @file
/// Opponent models by name. Compiled in the library negotiation::negotiation
/// (src/talks/model_catalogue.cpp).

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <negotiation/talks/arena.hpp>
#include <negotiation/talks/opponent_model.hpp>
#include <negotiation/talks/opponent_model/bayesian.hpp>
#include <negotiation/talks/opponent_model/frequency.hpp>
#include <negotiation/talks/opponent_model/perfect.hpp>
#include <negotiation/talks/opponent_model/similarity.hpp>
#include <negotiation/talks/specification.hpp>

namespace negotiation::talks {

/// @brief A value kept on the heap: as independent as the value itself, and one word wide.
/// @tparam T what is kept
/// @copycost that of the value and an allocation
/// @test tests/talks/model_catalogue.cpp "a copy of a model is a model of its own"
template <class T>
class boxed {
public:
    /// @brief Keeps a value. @param value is moved in
    explicit boxed(T value) : kept_(std::make_unique<T>(std::move(value))) {}
    /// @brief A copy of the value. @param other is copied; not one that was moved from
    boxed(const boxed& other) : kept_(std::make_unique<T>(*other.kept_)) {}
    /// @brief Takes over. @param other may only be destroyed or assigned to afterwards
    boxed(boxed&& other) noexcept = default;
    /// @brief A copy of the value. @param other is copied @return this
    boxed& operator=(const boxed& other) {
        boxed fresh(other);
        return *this = std::move(fresh);
    }
    /// @brief Takes over. @param other may only be destroyed or assigned to afterwards @return this
    boxed& operator=(boxed&& other) noexcept = default;
    ~boxed() = default;

    /// @brief The value. @return as kept
    [[nodiscard]] T& operator*() noexcept { return *kept_; }
    /// @brief The value. @return as kept
    [[nodiscard]] const T& operator*() const noexcept { return *kept_; }

private:
    std::unique_ptr<T> kept_;
};

/// @brief Any opponent model of the catalogue.
/// @copycost that of the model it holds
/// @test tests/talks/model_catalogue.cpp "every model of the catalogue listens"
class any_model {
public:
    /// @brief What it may be; the larger ones on the heap.
    using choice = std::variant<frequency, perfect, boxed<bayesian>, boxed<similarity>>;

    /// @brief Holds a model. @param model any of them
    explicit any_model(choice model) : model_(std::move(model)) {}

    /// @brief Hears what was said since it last listened. @param t the party's turn
    void observe(const turn& t) {
        std::visit([&](auto& one) { held(one).observe(t); }, model_);
    }
    /// @brief The estimate. @param t the party's turn @return terms of the others
    [[nodiscard]] const std::vector<utility_term>& terms(const turn& t) {
        return std::visit(
            [&](auto& one) -> const std::vector<utility_term>& { return held(one).terms(t); },
            model_);
    }
    /// @brief What no deal is worth to the opponent. @param t the party's turn
    /// @return as a sum of its terms; nothing where the model has no opinion
    [[nodiscard]] std::optional<double> no_deal(const turn& t) const {
        return std::visit([&](const auto& one) { return believed_no_deal(held(one), t); }, model_);
    }

private:
    template <class M>
    static M& held(M& model) noexcept {
        return model;
    }
    template <class T>
    static T& held(boxed<T>& model) noexcept {
        return *model;
    }
    template <class T>
    static const T& held(const boxed<T>& model) noexcept {
        return *model;
    }

    choice model_;
};

/// @brief Makes an opponent model for a party of an arena.
using model_maker = std::function<any_model(const arena& at, party_id who)>;

/// @brief The opponent models that the parameter `model` of a strategy takes.
/// @return one entry a name
/// @complexity{O(1)}; thread-safe
/// @test tests/talks/model_catalogue.cpp "every model of the catalogue listens"
[[nodiscard]] const std::vector<catalogue_entry>& model_catalogue();

/// @brief Reads an opponent model.
/// @param text e.g. `frequency` or `bayesian(types=500,spread=0.1)`
/// @return what makes it for a party; making it may throw where it does not fit what is bargained
/// over
/// @throws std::invalid_argument an unknown name or parameter, which lists what exists, or a value
/// out of range
/// @complexity{O(length)}; thread-safe
/// @test tests/talks/model_catalogue.cpp "every model of the catalogue listens"
[[nodiscard]] model_maker read_model(const std::string& text);

/// @brief Whether a model reads the others' true preferences.
/// @param text as for `read_model`
/// @return true for `perfect`
/// @throws std::invalid_argument as `read_model`
/// @complexity{O(length)}; thread-safe
/// @test tests/talks/model_catalogue.cpp "only the perfect model reads minds"
[[nodiscard]] bool is_complete_information(const std::string& text);

}  // namespace negotiation::talks
