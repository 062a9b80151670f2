#pragma once

/// @file
/// Random numbers that depend on (seed, block, episode, purpose) only, never on the thread. The
/// cipher is compiled in the library negotiation::negotiation (src/model/random_stream.cpp): its
/// header would cost every user half a second.

#include <array>
#include <cstdint>

namespace negotiation {

/// @brief A stream of random bits: Philox4x32-10 keyed by the experiment's seed, its counter
/// spelling block, episode and purpose. Models the standard's uniform random bit generator, so
/// Boost.Random's distributions take it. Copies are independent and start where the original is.
///
/// No default seed: every draw can be named and repeated on any machine.
/// @copycost 48 bytes @thread one stream, one owner
/// @source{salmon2011, Salmon et al. 2011\, SC'11}
/// @test tests/model/random_stream.cpp "the generator's published vectors"
/// @test tests/model/random_stream.cpp "a stream knows whether it has been drawn from"
class random_stream {
public:
    using result_type = std::uint32_t;  ///< 32 bits a draw

    /// @brief A stream of its own for each (seed, episode, purpose).
    /// @param seed    of the experiment
    /// @param episode number of the run
    /// @param purpose who draws, so that agents do not disturb one another
    explicit random_stream(std::uint64_t seed, std::uint64_t episode = 0,
                           std::uint32_t purpose = 0) noexcept
        : key_{static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32)},
          counter_{0, static_cast<std::uint32_t>(episode),
                   static_cast<std::uint32_t>(episode >> 32), purpose} {}

    /// @brief Least value drawn.
    /// @return 0
    static constexpr result_type min() noexcept { return 0; }
    /// @brief Greatest value drawn.
    /// @return 2^32 - 1
    static constexpr result_type max() noexcept { return 0xffffffffU; }

    /// @brief The next 32 bits.
    /// @return a number @range{[min(), max()]}
    /// @complexity{O(1)}: one block of the cipher every fourth call
    result_type operator()() noexcept {
        if (used_ == 4) {
            refill();
        }
        return block_[used_++];
    }

    /// @brief Whether any of its bits, or those of the stream it is a copy of, have been drawn.
    /// After 2^34 draws it is at its beginning again.
    /// @return false for a new stream
    [[nodiscard]] bool has_drawn() const noexcept { return used_ != 4 || counter_[0] != 0; }

private:
    /// The next block of the cipher.
    void refill() noexcept;

    std::array<std::uint32_t, 2> key_;
    std::array<std::uint32_t, 4> counter_;
    std::array<std::uint32_t, 4> block_{};
    unsigned used_ = 4;
};

}  // namespace negotiation
