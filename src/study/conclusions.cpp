#include <algorithm>
#include <exception>
#include <stdexcept>

#include <fmt/format.h>

#include <negotiation/model/random_stream.hpp>
#include <negotiation/scenario/sample.hpp>
#include <negotiation/study/conclusions.hpp>

namespace negotiation::study {

namespace {

constexpr std::uint32_t purpose_of_worlds = (1U << 22U) + 4;

}  // namespace

conclusion_shares conclusions(const scenario& world, const judge& of,
                              const conclusion_options& options) {
    constexpr std::size_t most = 1'000'000;
    if (options.worlds == 0 || options.worlds > most) {
        throw std::invalid_argument(
            fmt::format("conclusions: from 1 to {} worlds; got {}", most, options.worlds));
    }
    std::vector<std::vector<std::optional<bool>>> verdicts(options.worlds);
    const run_report report = run_parallel(options.worlds, options.parallel, [&]() -> run_worker {
        return [&](std::size_t k) {
            random_stream bits(options.seed, k, purpose_of_worlds);
            verdicts[k] = of(sample_assumptions(world, options.spread, bits));
        };
    });
    if (report.fault) {
        std::rethrow_exception(report.fault->what);
    }
    conclusion_shares found;
    found.planned = options.worlds;
    found.worlds = report.done;
    for (const auto& one : verdicts) {
        found.shares.resize(std::max(found.shares.size(), one.size()));
        for (std::size_t c = 0; c < one.size(); ++c) {
            found.shares[c].judged += one[c] ? 1U : 0U;
            found.shares[c].holds += one[c].value_or(false) ? 1U : 0U;
        }
    }
    for (conclusion_share& of_one : found.shares) {
        of_one.share = proportion_of(of_one.holds, of_one.judged);
    }
    return found;
}

}  // namespace negotiation::study
