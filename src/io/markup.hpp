#pragma once

/// @file
/// XML, with the places of its elements, and how its attributes are read.

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <io/text_places.hpp>
#include <pugixml.hpp>

#include <negotiation/io/parse_error.hpp>

namespace negotiation::io::detail {

/// A parsed XML file; the text must outlive it.
class markup {
public:
    /// @throws parse_error what is no XML, more than one root among it, and what nobody needs: a
    /// document type with its entities, elements in one another deeper than 32
    markup(std::string_view text, const std::string& name);

    [[nodiscard]] pugi::xml_node root() const { return tree_.document_element(); }
    [[nodiscard]] place at(const pugi::xml_node& element) const;
    [[nodiscard]] const text_places& places() const { return places_; }

private:
    void refuse_entities() const;
    void refuse_beside_root() const;
    void refuse_depth() const;

    text_places places_;
    pugi::xml_document tree_;
};

/// Reads attributes, and tells what is wrong with them.
class element_reader {
public:
    element_reader(const markup& file, std::vector<located_message>& wrong)
        : file_(file),
          wrong_(wrong) {}

    [[nodiscard]] place at(const pugi::xml_node& element) const { return file_.at(element); }
    void tell(const pugi::xml_node& element, std::string message) const;
    /// How much was told so far.
    [[nodiscard]] std::size_t told() const { return wrong_.size(); }

    /// An attribute; tells when it is there twice. @return nothing where there is none
    [[nodiscard]] std::optional<std::string_view> text(const pugi::xml_node& of,
                                                       const char* key) const;
    [[nodiscard]] std::optional<double> number(const pugi::xml_node& of, const char* key) const;

    /// The same, where there has to be one.
    [[nodiscard]] std::optional<std::string_view> need_text(const pugi::xml_node& of,
                                                            const char* key) const;
    [[nodiscard]] std::optional<double> need_number(const pugi::xml_node& of,
                                                    const char* key) const;
    /// A whole number from 1.
    [[nodiscard]] std::optional<std::size_t> need_index(const pugi::xml_node& of) const;

    /// "issue 'Price'", "weight 3", "element 'evaluator'": an element as messages call it.
    [[nodiscard]] static std::string call(const pugi::xml_node& element);

private:
    const markup& file_;
    std::vector<located_message>& wrong_;
};

}  // namespace negotiation::io::detail
