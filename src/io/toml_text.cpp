#include <algorithm>

#include <fmt/format.h>
#include <io/toml_text.hpp>

namespace negotiation::io::detail {

namespace {

bool is_bare(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-';
}

}  // namespace

std::string quoted_text(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (c == '\n') {
            out += "\\n";
        } else if (c == '\t') {
            out += "\\t";
        } else if (byte < 0x20 || byte == 0x7F) {
            out += fmt::format("\\u{:04X}", static_cast<unsigned>(byte));
        } else {
            out += c;
        }
    }
    return out + "\"";
}

std::string key_text(std::string_view key) {
    const bool bare = !key.empty() && std::all_of(key.begin(), key.end(), is_bare);
    return bare ? std::string(key) : quoted_text(key);
}

std::string number_text(double number) { return fmt::format("{}", number); }

std::string label_text(const option_label& label) {
    if (const auto* word = std::get_if<std::string>(&label)) {
        return quoted_text(*word);
    }
    std::string text = to_string(label);
    const bool real = std::holds_alternative<double>(label);
    return real && text.find_first_of(".e") == std::string::npos ? text + ".0" : text;
}

std::vector<pair_text> condition_texts(const std::vector<condition>& conditions) {
    std::vector<pair_text> texts;
    for (const condition& part : conditions) {
        std::string labels;
        for (const option_label& label : part.options) {
            labels += (labels.empty() ? "" : ", ") + label_text(label);
        }
        texts.emplace_back(key_text(part.issue), "[" + labels + "]");
    }
    return texts;
}

std::string list_text(const std::vector<std::string>& elements, std::size_t column) {
    std::string line = "[";
    for (std::size_t k = 0; k < elements.size(); ++k) {
        line += (k == 0 ? "" : ", ") + elements[k];
    }
    line += "]";
    if (column + line.size() <= line_width || elements.size() < 2) {
        return line;
    }
    std::string text = "[\n";
    std::string row = "   ";
    for (const std::string& element : elements) {
        if (row.size() > 3 && row.size() + element.size() + 2 > line_width) {
            text += row + "\n";
            row = "   ";
        }
        row += " " + element + ",";
    }
    return text + row + "\n]";
}

std::string inline_table(const std::vector<pair_text>& entries) {
    std::string text = "{";
    for (std::size_t k = 0; k < entries.size(); ++k) {
        text += (k == 0 ? " " : ", ") + entries[k].first + " = " + entries[k].second;
    }
    return text + (entries.empty() ? "}" : " }");
}

std::string table_text(const std::string& key, const std::vector<pair_text>& entries) {
    std::string line = key + " = " + inline_table(entries);
    if (line.size() <= line_width && line.find('\n') == std::string::npos) {
        return line + "\n";
    }
    std::string text;
    for (const auto& [name, value] : entries) {
        text.append(key).append(".").append(name).append(" = ").append(value).append("\n");
    }
    return text;
}

}  // namespace negotiation::io::detail
