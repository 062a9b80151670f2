#pragma once
#include <optional>
#include <string>
namespace negotiation::talks {
[[nodiscard]] std::optional<std::string> fault_in_strategy(const std::string& text);
[[nodiscard]] std::optional<std::string> fault_in_mediator(const std::string& text);
[[nodiscard]] std::optional<std::string> fault_in_protocol(const std::string& text);
}  // namespace negotiation::talks
