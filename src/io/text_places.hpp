#pragma once

/// @file
/// From bytes of a text to lines and columns, for parsers that tell offsets only.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <io/document.hpp>

namespace negotiation::io::detail {

/// The places of a text; the text must outlive it.
class text_places {
public:
    text_places(std::string_view text, std::shared_ptr<const std::string> file);

    /// Line and column, in characters, of a byte; the end of the text for what lies beyond.
    [[nodiscard]] place at(std::size_t offset) const;

    /// What stands at a byte, one line and twenty characters of it at most; empty at the end.
    [[nodiscard]] std::string seen_at(std::size_t offset) const;

    [[nodiscard]] const std::shared_ptr<const std::string>& file() const { return file_; }
    [[nodiscard]] std::string_view text() const { return text_; }

private:
    struct mark {
        std::uint32_t line;
        std::uint32_t column;
    };
    static constexpr std::size_t stride = 128;  ///< bytes between marks

    std::string_view text_;
    std::shared_ptr<const std::string> file_;
    std::vector<mark> marks_;
};

}  // namespace negotiation::io::detail
