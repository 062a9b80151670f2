#pragma once

/// @file
/// How keys of JSON are read: telling what is wrong, going on where that is possible.

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <fmt/format.h>
#include <io/document.hpp>

#include <negotiation/model/nearest.hpp>
#include <negotiation/model/typed_text.hpp>

namespace negotiation::io::detail {

/// Reads keys of tables.
class json_reader {
public:
    explicit json_reader(std::vector<located_message>& wrong) : wrong_(wrong) {}

    void tell(const place& where, std::string message) const {
        add_message(wrong_, where, std::move(message));
    }
    [[nodiscard]] std::size_t told() const { return wrong_.size(); }

    /// A key that has to be there. @return null, told, when it is not
    const node* need(const node::table& in, const place& where, std::string_view what,
                     std::string_view key) const {
        const node* found = find(in, key);
        if (found == nullptr) {
            constexpr std::size_t most = 1000;
            std::vector<std::string> there;
            for (std::size_t k = 0; k < in.size() && k < most; ++k) {
                there.push_back(in[k].key);
            }
            const auto near = nearest_name(std::string(key), there);
            tell(where, fmt::format("{} needs '{}'; got {}", what, key,
                                    near ? "'" + shown(*near) + "'" : "none"));
        }
        return found;
    }

    /// A value that has to be a table. @return null, told, when it is not
    const node::table* table(const node* of, std::string_view what) const {
        if (of != nullptr && of->as_table() == nullptr) {
            tell(of->at, fmt::format("{} must be an object; got {}", what, describe(*of)));
        }
        return of == nullptr ? nullptr : of->as_table();
    }
    const node::table* need_table(const node::table& in, const place& where, std::string_view what,
                                  std::string_view key) const {
        return table(need(in, where, what, key), fmt::format("'{}' of {}", key, what));
    }

    /// A number, as such or as text, which GeniusWeb writes as well.
    std::optional<double> number(const node& of, std::string_view what) const {
        std::optional<double> value;
        if (const auto* whole = std::get_if<std::int64_t>(&of.value)) {
            return static_cast<double>(*whole);
        }
        if (const auto* real = std::get_if<double>(&of.value)) {
            value = *real;
        } else if (const std::string* text = of.as_text()) {
            value = parse_number(*text);
        }
        if (!value) {
            tell(of.at, fmt::format("{} must be a number; got {}", what, describe(of)));
            return std::nullopt;
        }
        if (!std::isfinite(*value)) {
            tell(of.at, fmt::format("{} must be finite; got {}", what, describe(of)));
            return std::nullopt;
        }
        return value;
    }

    /// A value of an issue as text; whole and real numbers as they would be written.
    std::optional<std::string> word(const node& of, std::string_view what) const {
        if (const std::string* text = of.as_text()) {
            return *text;
        }
        if (const auto* whole = std::get_if<std::int64_t>(&of.value)) {
            return fmt::format("{}", *whole);
        }
        if (const auto* real = std::get_if<double>(&of.value)) {
            return fmt::format("{}", *real);
        }
        tell(of.at, fmt::format("{} must be text or a number; got {}", what, describe(of)));
        return std::nullopt;
    }

private:
    std::vector<located_message>& wrong_;
};

}  // namespace negotiation::io::detail
