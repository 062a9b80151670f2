#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <unordered_set>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <io/parse_json.hpp>
#include <io/text_places.hpp>
#include <nlohmann/json.hpp>

#include <negotiation/model/nearest.hpp>

namespace negotiation::io::detail {

namespace {

/// Walks over text and lets others see how far it came: the parser tells no places of values.
class watched {
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    watched(const char* at, const char** seen) : at_(at), seen_(seen) {}
    reference operator*() const { return *at_; }
    watched& operator++() {
        *seen_ = ++at_;
        return *this;
    }
    bool operator==(const watched& other) const { return at_ == other.at_; }
    bool operator!=(const watched& other) const { return at_ != other.at_; }

private:
    const char* at_;
    const char** seen_;
};

/// Builds the tree from what the parser meets.
class tree_builder {
public:
    using json = nlohmann::json;

    tree_builder(const text_places& places, const char* const& seen)
        : places_(places),
          seen_(seen) {}

    // The names are the parser's.
    bool null() {
        if (open_.empty() || open_.back().as_table() == nullptr) {
            refuse(offset() < 4 ? 0 : offset() - 4, "null stands for nothing here; got null");
        }
        keys_.pop_back();
        return true;
    }
    bool boolean(bool value) { return add(offset() - (value ? 4 : 5), value); }
    bool number_integer(std::int64_t value) { return add(number_from(), value); }
    bool number_unsigned(std::uint64_t value) {
        // Beyond what whole numbers of ours hold it is a real one.
        return value <= static_cast<std::uint64_t>(INT64_MAX)
                   ? add(number_from(), static_cast<std::int64_t>(value))
                   : add(number_from(), static_cast<double>(value));
    }
    bool number_float(double value, const std::string& /*text*/) {
        return add(number_from(), value);
    }
    bool string(std::string& value) { return add(string_from(), std::move(value)); }
    bool binary(json::binary_t& /*value*/) { return false; }

    bool start_object(std::size_t /*size*/) { return open(node::table{}); }
    bool start_array(std::size_t /*size*/) { return open(node::array{}); }
    bool key(std::string& name) {
        const std::size_t from = string_from();
        if (!names_.back().insert(name).second) {
            refuse(from, fmt::format("the key '{}' is there twice", shown(name)));
        }
        keys_.push_back({std::move(name), places_.at(from), node{}});
        return true;
    }
    bool end_object() {
        names_.pop_back();
        return close();
    }
    bool end_array() { return close(); }

    bool parse_error(std::size_t /*position*/, const std::string& /*token*/,
                     const json::exception& what) {
        refuse(token_from(), fmt::format("cannot read JSON: {}", reworded(what.what())));
    }

    node take() { return std::move(root_); }

private:
    [[noreturn]] void refuse(std::size_t where, std::string message) const {
        throw negotiation::parse_error({detail::at(places_.at(where), std::move(message))});
    }

    [[nodiscard]] std::size_t offset() const {
        return static_cast<std::size_t>(seen_ - places_.text().data());
    }

    /// Where the string that was just read begins: at the nearest quote that nothing escapes.
    [[nodiscard]] std::size_t string_from() const {
        const std::string_view text = places_.text();
        std::size_t k = offset() - 1;
        while (k > 0) {
            k = text.rfind('"', k - 1);
            std::size_t slashes = 0;
            while (slashes < k && text[k - 1 - slashes] == '\\') {
                ++slashes;
            }
            if (slashes % 2 == 0) {
                return k;
            }
        }
        return 0;
    }

    /// Where the number that was just read begins; the parser has looked at one character more,
    /// unless there was none.
    [[nodiscard]] std::size_t number_from() const {
        constexpr std::string_view digits = "+-.0123456789eE";
        const std::string_view text = places_.text();
        std::size_t k = offset();
        while (k > 0 && digits.find(text[k - 1]) == std::string_view::npos) {
            --k;
        }
        while (k > 0 && digits.find(text[k - 1]) != std::string_view::npos) {
            --k;
        }
        return k;
    }

    /// The character at which the parser gave up.
    [[nodiscard]] std::size_t token_from() const { return offset() == 0 ? 0 : offset() - 1; }

    /// "[json.exception.parse_error.101] parse error at line 1, column 2: syntax error while ..."
    /// as "syntax error while ...", as far as a line goes.
    static std::string reworded(std::string_view said) {
        constexpr std::size_t most = 160;
        said.remove_prefix(std::min(said.size(), said.find("] ") + 2));
        constexpr std::string_view front = "parse error at line ";
        if (said.substr(0, front.size()) == front) {
            said.remove_prefix(std::min(said.size(), said.find(": ") + 2));
        }
        std::size_t end = 0;
        while (end < said.size() && end < most) {
            end += std::max<std::size_t>(1, negotiation::detail::utf8_length(said.substr(end)));
        }
        std::string text(said.substr(0, end));
        std::replace_if(
            text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; },
            ' ');
        return text + (end < said.size() ? "…" : "");
    }

    template <class Value>
    bool open(Value empty) {
        if (open_.size() >= maximum_depth) {
            refuse(token_from(),
                   fmt::format("nested too deeply; got more than {} levels", maximum_depth));
        }
        if constexpr (std::is_same_v<Value, node::table>) {
            names_.emplace_back();
        }
        open_.push_back({places_.at(token_from()), std::move(empty)});
        return true;
    }

    bool close() {
        node done = std::move(open_.back());
        open_.pop_back();
        put(std::move(done));
        return true;
    }

    template <class Value>
    bool add(std::size_t from, Value value) {
        put({places_.at(from), std::move(value)});
        return true;
    }

    void put(node value) {
        if (open_.empty()) {
            root_ = std::move(value);
        } else if (node::array* list = open_.back().as_array()) {
            list->push_back(std::move(value));
        } else {
            keys_.back().inside = std::move(value);
            open_.back().as_table()->push_back(std::move(keys_.back()));
            keys_.pop_back();
        }
    }

    const text_places& places_;
    const char* const& seen_;
    node root_;
    std::vector<node> open_;
    std::vector<entry> keys_;  ///< whose values are being read
    std::vector<std::unordered_set<std::string>> names_;
};

}  // namespace

node parse_json(std::string_view text, const std::string& name) {
    const text_places places(text, std::make_shared<const std::string>(name));
    check_characters(text, places.file());
    const char* seen = text.data();
    tree_builder builder(places, seen);
    nlohmann::json::sax_parse(watched(text.data(), &seen),
                              watched(text.data() + text.size(), &seen), &builder);
    return builder.take();
}

}  // namespace negotiation::io::detail
