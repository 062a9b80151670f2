#include "laboratory/hall.hpp"

#include <cstddef>
#include <exception>
#include <optional>
#include <utility>

namespace negotiation::laboratory {

namespace {

[[nodiscard]] std::optional<double> share(const std::optional<double>& sum, double count) {
    return sum ? std::optional(*sum / count) : std::nullopt;
}

[[nodiscard]] prototype prototype_of(const contestant& who, const talks::arena& at, party_id i) {
    try {
        return {std::make_unique<const talks::any_strategy>(who.make(at, i)), {}};
    } catch (...) {
        return {nullptr, message_of(std::current_exception())};
    }
}

[[nodiscard]] way way_of(const mediation_choice& between, const talks::arena& at) {
    try {
        return {between.prepare(at), {}};
    } catch (...) {
        return {{}, message_of(std::current_exception())};
    }
}

/// What takes longest to make, the large stages above all, so on all threads; where several fail,
/// the first one is told.
[[nodiscard]] std::vector<hall> empty_halls(const std::vector<stage>& stages,
                                            const tournament_options& options) {
    std::vector<std::optional<talks::arena>> arenas(stages.size());
    std::vector<std::optional<yardstick>> measures(stages.size());
    const auto make = [&](std::size_t part) {
        const bargaining& table = stages[part / 2].table;
        if (part % 2 == 0) {
            arenas[part / 2].emplace(table);
        } else {
            measures[part / 2].emplace(table, options.limits);
        }
    };
    const run_report made =
        run_parallel(2 * stages.size(), {options.parallel.threads, {}, {}}, [&] { return make; });
    if (made.fault) {
        std::rethrow_exception(made.fault->what);
    }
    std::vector<hall> halls;
    halls.reserve(stages.size());
    for (std::size_t k = 0; k < stages.size(); ++k) {
        halls.push_back({*std::move(arenas[k]), *std::move(measures[k]), stages[k].secret});
    }
    return halls;
}

}  // namespace

std::vector<hall> open_halls(const std::vector<stage>& stages,
                             const std::vector<contestant>& contestants,
                             const tournament_options& options) {
    std::vector<hall> halls = empty_halls(stages, options);
    for (hall& in : halls) {
        for (party_id i = 0; i < in.at.parties(); ++i) {
            in.seats.emplace_back();
            for (const contestant& who : contestants) {
                in.seats.back().push_back(prototype_of(who, in.at, i));
            }
        }
        for (const mediation_choice& between : options.mediations) {
            in.ways.push_back(way_of(between, in.at));
        }
    }
    return halls;
}

stage_result result_of(const hall& in, const std::string& name, const pairing_result& sums) {
    stage_result result;
    result.name = name;
    result.parties = in.at.parties();
    if (in.at.deals()) {
        result.deals = in.at.deals()->rows();
    }
    result.efficient = in.measure.efficient();
    result.refused = in.measure.refused();
    for (party_id i = 0; i < in.at.parties(); ++i) {
        result.reservations.push_back(in.at.view(i).reservation);
        result.greatest.push_back(in.at.view(i).greatest);
    }
    result.results = sums.results;
    if (sums.results == 0) {
        return result;
    }
    const auto n = static_cast<double>(sums.results);
    result.agreement_rate = static_cast<double>(sums.agreements) / n;
    result.mean_rounds = static_cast<double>(sums.rounds) / n;
    result.mean_offers = static_cast<double>(sums.offers) / n;
    for (const double sum : sums.utilities) {
        result.mean_utilities.push_back(sum / n);
    }
    for (std::size_t k = 0; k < sums.to.size(); ++k) {
        result.mean_distances[k] = share(sums.to[k], n);
    }
    return result;
}

}  // namespace negotiation::laboratory
