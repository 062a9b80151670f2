#include <memory>

#include <negotiation/laboratory/mediation_choice.hpp>

namespace negotiation::laboratory {

mediation_choice::preparation mediation_choice::over(row_maker maker) {
    return [maker = std::move(maker)](const talks::arena& on) {
        // Shared by all matches of the stage; each copies the mediators alone.
        const auto told = std::make_shared<const talks::reports>(on);
        const auto seats = std::make_shared<const row>(maker(on, *told));
        const player play = [told, seats](const talks::alternating_offers& rules,
                                          const talks::arena& at, std::vector<seat_agent>& agents,
                                          talks::run_streams& draws, talks::proceedings& said) {
            talks::mediation between(*seats, *told);
            watched_mediation watched(between);
            return rules.play(at, agents, watched, draws, said);
        };
        return prepared{play, seats->size()};
    };
}

}  // namespace negotiation::laboratory
