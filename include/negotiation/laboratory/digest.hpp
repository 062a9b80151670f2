#pragma once

/// @file
/// A short key of what was played. Compiled in the library negotiation::negotiation
/// (src/laboratory/digest.cpp).

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>

#include <negotiation/model/bargaining.hpp>

namespace negotiation::laboratory {

/// @brief Sixteen hexadecimal digits that tell one experiment from another: FNV-1a of 64 bits over
/// what is added, in order, the same on every machine for the same bytes. Tells apart what differs
/// by accident; it is no protection against somebody who means to deceive.
/// @copycost 8 bytes
/// @test tests/laboratory/digest.cpp "the digest is the published one of its bytes"
class digest {
public:
    /// @brief Adds bytes as they are, without their number.
    /// @param bytes any
    /// @complexity{O(bytes)}
    /// @test tests/laboratory/digest.cpp "the digest is the published one of its bytes"
    void add_bytes(std::string_view bytes) noexcept;

    /// @brief Adds a text, and where it ends.
    /// @param text any
    /// @complexity{O(length)}
    /// @test tests/laboratory/digest.cpp "what differs has another digest"
    void add(std::string_view text) noexcept;

    /// @brief Adds a whole number of up to 64 bits, the least byte first.
    /// @tparam N an integer
    /// @param number any
    /// @complexity{O(1)}
    /// @test tests/laboratory/digest.cpp "what differs has another digest"
    template <std::integral N>
    void add(N number) noexcept {
        add_number(static_cast<std::uint64_t>(number));
    }

    /// @brief Adds a number by its bits; 0 and -0 are the same.
    /// @param number any
    /// @complexity{O(1)}
    /// @test tests/laboratory/digest.cpp "what differs has another digest"
    void add(double number) noexcept;

    /// @brief Adds a bargaining problem: the deals, what they are worth, red lines, no deal. Values
    /// that no table holds are added for 64 deals spread over the space, in whole grains. Values
    /// that are logarithms (multiplicative preferences) or chances (orders of steps) were rounded
    /// to grains from what the C library computes: where another one leads to another grain, the
    /// key differs.
    /// @param table any
    /// @complexity{O(options + terms + 64 derived values)}
    /// @test tests/laboratory/digest.cpp "a problem is told by what it holds"
    void add(const bargaining& table);

    /// @brief The key. @return 16 hexadecimal digits
    [[nodiscard]] std::string text() const;

private:
    void add_number(std::uint64_t number) noexcept;

    std::uint64_t state_ = 0xcbf29ce484222325U;
};

}  // namespace negotiation::laboratory
