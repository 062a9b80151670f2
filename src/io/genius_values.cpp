#include <algorithm>
#include <cmath>

#include <fmt/format.h>
#include <io/genius.hpp>

#include <negotiation/model/nearest.hpp>

namespace negotiation::io::detail {

namespace {

/// An evaluation over the greatest one of the issue; GENIUS takes a greatest one below this as 0.
constexpr double least_best = 1e-5;

void divide_by_best(std::vector<foreign_number>& values) {
    double best = 0;
    for (const foreign_number& v : values) {
        best = std::max(best, v.value);
    }
    for (foreign_number& v : values) {
        v.value = best < least_best ? 0 : v.value / best;
    }
}

/// The words there are, for messages of what is near.
std::vector<std::string> words_of(const foreign_issue& of) {
    constexpr std::size_t most = 1000;
    std::vector<std::string> words;
    for (std::size_t k = 0; k < of.values.size() && k < most; ++k) {
        words.push_back(of.values[k].text);
    }
    return words;
}

/// What a wrong item may be meant to be, for the first few: who mends a file begins with these.
class near_words {
public:
    explicit near_words(const foreign_issue& of) : of_(of) {}

    [[nodiscard]] std::string text(std::string_view word) {
        constexpr std::size_t most = 20;
        if (++asked_ > most) {
            return "";
        }
        if (words_.empty()) {
            words_ = words_of(of_);
        }
        const auto near = nearest_name(word, words_);
        return near ? "; did you mean '" + shown(*near) + "'?" : "";
    }

private:
    const foreign_issue& of_;
    std::vector<std::string> words_;
    std::size_t asked_ = 0;
};

std::vector<foreign_number> read_evaluations(const pugi::xml_node& from, const foreign_issue& of,
                                             const element_reader& read) {
    std::vector<foreign_number> values(of.size());
    std::vector<bool> seen(of.size(), false);
    std::size_t missing = of.size();
    near_words near(of);
    for (const pugi::xml_node& item : from.children("item")) {
        const auto word = read.need_text(item, "value");
        const auto found = word ? of.known.find(*word) : of.known.end();
        if (word && found == of.known.end()) {
            read.tell(item,
                      fmt::format("a profile of another domain: issue '{}' has no item '{}'{}",
                                  shown(of.name), shown(*word), near.text(*word)));
        }
        if (found == of.known.end()) {
            continue;
        }
        const std::size_t k = found->second;
        if (seen[k]) {
            read.tell(item, fmt::format("issue '{}' has the item '{}' twice", shown(of.name),
                                        shown(*word)));
            continue;
        }
        seen[k] = true;
        --missing;
        values[k] = {read.need_number(item, "evaluation").value_or(0), read.at(item)};
    }
    if (missing > 0) {
        const auto first = std::find(seen.begin(), seen.end(), false) - seen.begin();
        read.tell(from, fmt::format("issue '{}' has {} items; got {}, without '{}'", shown(of.name),
                                    of.size(), of.size() - missing,
                                    shown(of.values[static_cast<std::size_t>(first)].text)));
    }
    return values;
}

/// Rises from `low` to 1 at `top` and falls to `high`; 0 outside.
double triangle(double level, double low, double high, double top) {
    if (level < low || level > high) {
        return 0;
    }
    if (level < top) {
        return (level - low) / (top - low);
    }
    return level > top ? (high - level) / (high - top) : 1;
}

/// What an evaluator gives for a level.
class evaluator {
public:
    evaluator(const pugi::xml_node& from, const foreign_issue& of, bool raw,
              const element_reader& read)
        : raw_(raw) {
        const std::string form(read.need_text(from, "ftype").value_or(""));
        const auto parameter = [&](const char* key) {
            return read.need_number(from, key).value_or(0);
        };
        if (form == "linear") {
            slope_ = parameter("slope");
            offset_ = parameter("offset");
            // GENIUS counts whole numbers from the lower bound, real ones from 0.
            from_ = of.kind == issue_kind::integer && !raw ? of.written.low : 0;
        } else if (form == "constant") {
            offset_ = parameter("parameter0");
        } else if (form == "triangular") {
            triangular_ = true;
            low_ = parameter("parameter0");
            high_ = parameter("parameter1");
            top_ = parameter("parameter2");
            if (!(low_ <= top_ && top_ <= high_)) {
                read.tell(from,
                          fmt::format("a triangle has its top, parameter2, from parameter0 to "
                                      "parameter1; got {}, {} and {}",
                                      low_, high_, top_));
            }
        } else if (!form.empty()) {
            read.tell(from, fmt::format("an evaluator is 'linear', 'triangular' or 'constant'; got "
                                        "'{}'; {}",
                                        shown(form),
                                        nearest(form, {"linear", "triangular", "constant"})));
        }
    }

    double operator()(double level) const {
        if (triangular_) {
            return triangle(level, low_, high_, top_);
        }
        const double value = slope_ * (level - from_) + offset_;
        return raw_ ? value : std::clamp(value, 0.0, 1.0);
    }

private:
    bool raw_;
    bool triangular_ = false;
    double slope_ = 0;
    double offset_ = 0;
    double from_ = 0;
    double low_ = 0;
    double high_ = 0;
    double top_ = 0;
};

}  // namespace

std::vector<foreign_number> read_genius_values(const pugi::xml_node& from, const foreign_issue& of,
                                               const foreign_reading& how,
                                               const element_reader& read) {
    if (of.kind == issue_kind::categorical) {
        auto values = read_evaluations(from, of, read);
        if (!how.raw) {
            divide_by_best(values);
        }
        return values;
    }
    const pugi::xml_node form = from.child("evaluator");
    if (!form) {
        read.tell(from, fmt::format("{} needs an evaluator; got none", read.call(from)));
        return {};
    }
    if (const pugi::xml_node second = form.next_sibling("evaluator")) {
        read.tell(second, fmt::format("{} has one evaluator; got another", read.call(from)));
    }
    const std::size_t told = read.told();
    const evaluator value_of(form, of, how.raw, read);
    if (read.told() > told) {
        return {};
    }
    std::vector<foreign_number> values;
    values.reserve(of.size());
    for (const double level : of.levels) {
        values.push_back({value_of(level), read.at(form)});
    }
    return values;
}

}  // namespace negotiation::io::detail
