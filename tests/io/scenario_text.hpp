#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>

/// Texts of scenarios for the tests of reading and writing, and a folder that cleans up.
namespace negotiation::tests {

/// The smallest sound file; sections can be appended to it. 24 lines.
inline const std::string small_text = R"(title = "Small"

[[issue]]
name = "colour"
kind = "categorical"
options = ["red", "blue"]
status_quo = "red"

[[issue]]
name = "price"
kind = "integer"
unit = "$"
range = [0, 100]
step = 50
status_quo = 0

[[party]]
name = "Seller"
reservation = 0.25
weights = { colour = 0.4, price = 0.6 }
values.colour = [0, 1]
values.price = [0, 0.5, 1]

[[party]]
name = "Buyer"
reservation = 0.1
weights = { price = 1 }
values.price = { form = "power", exponent = 1, worst = 100, best = 0 }
)";

/// The text with its first `from` replaced.
inline std::string with(std::string text, const std::string& from, const std::string& to) {
    const std::size_t place = text.find(from);
    if (place == std::string::npos) {
        throw std::invalid_argument("with: the text must contain '" + from + "'");
    }
    return text.replace(place, from.size(), to);
}

/// A folder under the system's temporary one, gone at the end of the test.
class temporary_folder {
public:
    temporary_folder() {
        std::string pattern =
            (std::filesystem::temp_directory_path() / "negotiation-XXXXXX").string();
        if (::mkdtemp(pattern.data()) == nullptr) {
            throw std::runtime_error("temporary_folder: cannot make " + pattern);
        }
        path_ = pattern;
    }
    temporary_folder(const temporary_folder&) = delete;
    temporary_folder& operator=(const temporary_folder&) = delete;
    ~temporary_folder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }

    /// Writes a file. @return its path
    std::string write(const std::string& name, const std::string& text) const {
        const std::filesystem::path file = path_ / name;
        std::filesystem::create_directories(file.parent_path());
        std::ofstream(file, std::ios::binary) << text;
        return file.string();
    }

    [[nodiscard]] std::string path() const { return path_.string(); }

private:
    std::filesystem::path path_;
};

}  // namespace negotiation::tests
