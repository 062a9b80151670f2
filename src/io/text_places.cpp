#include <algorithm>
#include <utility>

#include <io/text_places.hpp>

#include <negotiation/model/nearest.hpp>

namespace negotiation::io::detail {

namespace {

/// Moves line and column past one byte; those that continue a character have no column.
void pass(char byte, std::uint32_t& line, std::uint32_t& column) {
    if (byte == '\n') {
        ++line;
        column = 1;
    } else if ((static_cast<unsigned char>(byte) & 0xC0U) != 0x80U) {
        ++column;
    }
}

}  // namespace

text_places::text_places(std::string_view text, std::shared_ptr<const std::string> file)
    : text_(text),
      file_(std::move(file)) {
    marks_.reserve(text_.size() / stride + 1);
    std::uint32_t line = 1;
    std::uint32_t column = 1;
    for (std::size_t from = 0;; from += stride) {
        marks_.push_back({line, column});
        if (from + stride > text_.size()) {
            return;
        }
        for (const char byte : text_.substr(from, stride)) {
            pass(byte, line, column);
        }
    }
}

place text_places::at(std::size_t offset) const {
    offset = std::min(offset, text_.size());
    const std::size_t before = offset / stride;
    auto [line, column] = marks_[before];
    for (const char byte : text_.substr(before * stride, offset - before * stride)) {
        pass(byte, line, column);
    }
    return {file_, line, column};
}

std::string text_places::seen_at(std::size_t offset) const {
    constexpr std::size_t most = 20;
    std::string_view rest = text_.substr(std::min(offset, text_.size()));
    rest = rest.substr(0, rest.find_first_of("\r\n"));
    std::size_t end = 0;
    for (std::size_t characters = 0; end < rest.size() && characters < most; ++characters) {
        end += std::max<std::size_t>(1, negotiation::detail::utf8_length(rest.substr(end)));
    }
    return shown(rest.substr(0, end));
}

}  // namespace negotiation::io::detail
