#include <algorithm>

#include <fmt/format.h>
#include <io/document.hpp>

#include <negotiation/model/nearest.hpp>

namespace negotiation::io::detail {

namespace {

/// Walks over text, keeping line and column in characters.
class cursor {
public:
    explicit cursor(std::string_view text) : text_(text) {}

    [[nodiscard]] bool done() const { return position_ >= text_.size(); }
    [[nodiscard]] char peek() const { return text_[position_]; }
    [[nodiscard]] bool sees(std::string_view what) const {
        return text_.substr(position_, what.size()) == what;
    }

    [[nodiscard]] std::string_view rest() const { return text_.substr(position_); }

    void advance(std::size_t bytes = 1) {
        for (std::size_t k = 0; k < bytes && position_ < text_.size(); ++k, ++position_) {
            const auto byte = static_cast<unsigned char>(text_[position_]);
            if (byte == '\n') {
                ++line_;
                column_ = 1;
            } else if ((byte & 0xC0U) != 0x80U) {
                ++column_;
            }
        }
    }

    /// Bytes of the well-formed character here, 0 when it is none.
    [[nodiscard]] std::size_t character() const { return negotiation::detail::utf8_length(rest()); }

    [[nodiscard]] place here(const std::shared_ptr<const std::string>& file) const {
        return {file, line_, column_};
    }

private:
    std::string_view text_;
    std::size_t position_ = 0;
    std::uint32_t line_ = 1;
    std::uint32_t column_ = 1;
};

[[noreturn]] void refuse(const place& where, std::string message) {
    throw parse_error({at(where, std::move(message))});
}

/// What TOML allows nowhere: NUL, bells, escapes. The parser does not expect it everywhere either.
bool is_control(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte == 0x7F || (byte < 0x20 && c != '\t' && c != '\n' && c != '\r');
}

bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

/// True where every byte is a printable ASCII character or white space, as in most files.
bool is_plain(std::string_view text) {
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return is_ascii(c) && !is_control(c); });
}

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/// Moves past a backslash and what it escapes. At the end of a line of a `"""` string it swallows
/// the white space that follows; the parser is not sound about what comes then unless it is ASCII.
void skip_escape(cursor& c, bool multiline, const std::shared_ptr<const std::string>& file) {
    c.advance();
    if (!multiline || c.done() || (is_ascii(c.peek()) && !is_space(c.peek()))) {
        c.advance();
        return;
    }
    while (!c.done() && is_space(c.peek())) {
        c.advance();
    }
    if (!c.done() && !is_ascii(c.peek())) {
        refuse(c.here(file),
               fmt::format("an ASCII character must follow a backslash at the end of a "
                           "line; got '{}'",
                           c.rest().substr(0, c.character())));
    }
}

/// Moves past a string; on a broken one as far as the line goes, which the parser refuses.
void skip_string(cursor& c, const std::shared_ptr<const std::string>& file) {
    const char quote = c.peek();
    const std::string triple(3, quote);
    const bool multiline = c.sees(triple);
    c.advance(multiline ? 3 : 1);
    while (!c.done()) {
        if (quote == '"' && c.peek() == '\\') {
            skip_escape(c, multiline, file);
        } else if (multiline ? c.sees(triple) : c.peek() == quote) {
            c.advance(multiline ? 3 : 1);
            for (int more = 0; multiline && more < 2 && !c.done() && c.peek() == quote; ++more) {
                c.advance();  // """a""""" holds two quotes of its own at its end
            }
            return;
        } else if (!multiline && c.peek() == '\n') {
            return;
        } else {
            c.advance();
        }
    }
}

void skip_comment(cursor& c) {
    while (!c.done() && c.peek() != '\n') {
        c.advance();
    }
}

bool begins_key(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-' || c == '"' || c == '\'';
}

/// The parser takes for granted that something like a name follows the bracket of a header.
void check_header(cursor c, const std::shared_ptr<const std::string>& file) {
    c.advance(c.sees("[[") ? 2 : 1);
    while (!c.done() && (c.peek() == ' ' || c.peek() == '\t')) {
        c.advance();
    }
    if (c.done() || !begins_key(c.peek())) {
        refuse(c.here(file),
               "a table header needs a name, in quotes unless of a-z, A-Z, 0-9, _ "
               "and -; say [[issue]]");
    }
}

/// How deeply brackets and dotted keys nest at some place of the text.
struct depth {
    std::size_t brackets = 0;
    std::size_t dots = 0;

    void take(char seen) {
        if (seen == '[' || seen == '{') {
            ++brackets;
        } else if (seen == ']' || seen == '}') {
            brackets -= brackets > 0 ? 1 : 0;
        }
        const bool ends_key = seen == '[' || seen == ']' || seen == '{' || seen == '}' ||
                              seen == ',' || seen == '=' || seen == '\n';
        dots = ends_key ? 0 : dots + (seen == '.' ? 1 : 0);
    }
};

/// A string begins after a space or a sign, never inside a word: the parser would read on into it.
void check_quote(const cursor& c, char before, const std::shared_ptr<const std::string>& file) {
    constexpr std::string_view fronts = " \t\n\r=,[{.";
    if (fronts.find(before) == std::string_view::npos) {
        refuse(c.here(file), fmt::format("a quote must not follow '{}'", before));
    }
}

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// Brackets and dotted keys may nest so far and no further: the parser would follow them with
/// recursion until its stack is used up. Characters beyond ASCII may stand in strings and comments
/// only, as TOML has it: the parser's idea of them elsewhere is not sound.
void check_structure(std::string_view text, const std::shared_ptr<const std::string>& file) {
    depth nested;
    bool line_begins = true;
    char before = '\n';
    cursor c(text);
    c.advance(c.sees(byte_order_mark) ? byte_order_mark.size() : 0);
    while (!c.done()) {
        const char seen = c.peek();
        if (seen == '"' || seen == '\'') {
            check_quote(c, before, file);
            skip_string(c, file);
            line_begins = false;
            before = seen;
            continue;
        }
        if (seen == '#') {
            skip_comment(c);
            continue;
        }
        if (seen == '[' && line_begins && nested.brackets == 0) {
            check_header(c, file);
        }
        if (!is_ascii(seen)) {
            refuse(c.here(file),
                   fmt::format("what is not ASCII stands in quotes or in a comment; got "
                               "'{}'",
                               c.rest().substr(0, c.character())));
        }
        line_begins =
            seen == '\n' || (line_begins && (seen == ' ' || seen == '\t' || seen == '\r'));
        before = seen;
        nested.take(seen);
        if (nested.brackets > maximum_depth || nested.dots > maximum_depth) {
            refuse(c.here(file),
                   fmt::format("nested too deeply; got more than {} levels", maximum_depth));
        }
        c.advance();
    }
}

/// By its mark, or by two ASCII characters with a zero before or behind each.
bool is_utf16(std::string_view text) {
    const std::string_view mark = text.substr(0, 2);
    if (mark == "\xFF\xFE" || mark == "\xFE\xFF") {
        return true;
    }
    return text.size() >= 4 && (text[0] == '\0') == (text[2] == '\0') &&
           (text[1] == '\0') == (text[3] == '\0') && (text[0] == '\0') != (text[1] == '\0');
}

/// Where what is no text is more than a slip: there is a zero, or it is a tenth of the file.
bool is_binary(std::string_view text, std::size_t wrong) {
    constexpr std::size_t slips = 8;
    return wrong > slips && (text.find('\0') != std::string_view::npos || wrong > text.size() / 10);
}

}  // namespace

void check_characters(std::string_view text, const std::shared_ptr<const std::string>& file) {
    constexpr std::size_t most = 1000;
    if (is_plain(text)) {
        return;
    }
    if (is_utf16(text)) {
        refuse({file, 0, 0}, "the file must be UTF-8; it looks like UTF-16");
    }
    std::vector<located_message> wrong;
    for (cursor c(text); !c.done() && wrong.size() < most;) {
        const std::size_t bytes = c.character();
        if (bytes == 0) {
            wrong.push_back(at(c.here(file), fmt::format("the file must be UTF-8; got the byte "
                                                         "0x{:02x}",
                                                         static_cast<unsigned char>(c.peek()))));
        } else if (is_control(c.peek())) {
            wrong.push_back(
                at(c.here(file), fmt::format("the file must be text; got the control character "
                                             "0x{:02x}",
                                             static_cast<unsigned>(c.peek()))));
        }
        c.advance(std::max<std::size_t>(1, bytes));
    }
    if (is_binary(text, wrong.size())) {
        refuse({file, 0, 0}, "the file must be text; it is binary");
    }
    if (!wrong.empty()) {
        throw parse_error(std::move(wrong));
    }
}

void check_text(std::string_view text, const std::shared_ptr<const std::string>& file) {
    if (text.size() > maximum_bytes) {
        refuse({file, 0, 0}, fmt::format("a scenario file has at most {} bytes; got {}",
                                         maximum_bytes, text.size()));
    }
    check_characters(text, file);
    check_structure(text, file);
}

}  // namespace negotiation::io::detail
