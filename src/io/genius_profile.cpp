#include <filesystem>

#include <fmt/format.h>
#include <io/genius.hpp>

#include <negotiation/model/nearest.hpp>

namespace negotiation::io::detail {

namespace {

/// Tells what makes an issue of a profile another one than that of the domain.
bool agrees(const pugi::xml_node& from, const foreign_issue& of, const foreign_domain& domain,
            const element_reader& read) {
    const std::size_t told = read.told();
    if (const auto name = read.need_text(from, "name"); name && *name != of.name) {
        read.tell(from, fmt::format("a profile of another domain: issue {} of {} is '{}'; got '{}'",
                                    of.index, shown(domain.file), shown(of.name), shown(*name)));
    }
    const auto kind = genius_kind(from, read);
    if (kind && *kind != of.kind) {
        read.tell(from, fmt::format("a profile of another domain: in {} {} has another type",
                                    shown(domain.file), read.call(from)));
    }
    const pugi::xml_node bounds = genius_bounds(from);
    if (of.kind != issue_kind::categorical && bounds) {
        for (const auto& [key, bound] :
             {std::pair("lowerbound", of.written.low), std::pair("upperbound", of.written.high)}) {
            const auto said = read.need_number(bounds, key);
            if (said && (*said < bound || *said > bound)) {
                read.tell(bounds,
                          fmt::format("a profile of another domain: {} of '{}' is {} in {}; "
                                      "got {}",
                                      key, shown(of.name), bound, shown(domain.file), *said));
            }
        }
    }
    return read.told() == told;
}

void read_issues(const pugi::xml_node& objective, const foreign_domain& domain,
                 const issue_index& places, const foreign_reading& how, const element_reader& read,
                 foreign_profile& into) {
    const bool boxes = into.weights.empty();
    std::vector<bool> seen(domain.issues.size(), false);
    for (const pugi::xml_node& from : objective.children("issue")) {
        const auto index = read.need_index(from);
        const auto found = index ? places.find(*index) : places.end();
        if (index && found == places.end()) {
            read.tell(from, fmt::format("a profile of another domain: {} has no issue {}",
                                        shown(domain.file), *index));
        }
        if (found == places.end()) {
            continue;
        }
        const std::size_t k = found->second;
        if (seen[k]) {
            read.tell(from, fmt::format("an index belongs to one issue; got {} again", *index));
        } else if (agrees(from, domain.issues[k], domain, read) && !boxes) {
            into.values[k] = read_genius_values(from, domain.issues[k], how, read);
        }
        seen[k] = true;
    }
    for (std::size_t k = 0; k < seen.size(); ++k) {
        if (!seen[k]) {
            read.tell(objective, fmt::format("a profile of another domain: {} has issue {}, '{}'; "
                                             "got none",
                                             shown(domain.file), domain.issues[k].index,
                                             shown(domain.issues[k].name)));
        }
    }
}

/// The weights of a profile, in its objective or beside it.
std::vector<pugi::xml_node> weights_of(const pugi::xml_node& space,
                                       const pugi::xml_node& objective) {
    const auto inside = objective.children("weight");
    std::vector<pugi::xml_node> all(inside.begin(), inside.end());
    if (space != objective) {
        const auto beside = space.children("weight");
        all.insert(all.end(), beside.begin(), beside.end());
    }
    return all;
}

void read_weights(const pugi::xml_node& space, const pugi::xml_node& objective,
                  const foreign_domain& domain, const issue_index& places,
                  const element_reader& read, foreign_profile& into) {
    std::vector<bool> seen(domain.issues.size(), false);
    for (const pugi::xml_node& from : weights_of(space, objective)) {
        const auto index = read.need_index(from);
        const auto value = read.need_number(from, "value");
        const auto found = index ? places.find(*index) : places.end();
        if (index && found == places.end()) {
            read.tell(from, fmt::format("a weight needs an issue; got index {}, which {} does not "
                                        "have",
                                        *index, shown(domain.file)));
        }
        if (found == places.end()) {
            continue;
        }
        if (seen[found->second]) {
            read.tell(from,
                      fmt::format("an issue has one weight; got another for issue {}", *index));
        }
        seen[found->second] = true;
        into.weights[found->second] = {value.value_or(0), read.at(from)};
    }
    for (std::size_t k = 0; k < seen.size(); ++k) {
        if (!seen[k]) {
            read.tell(objective, fmt::format("issue {}, '{}', needs a weight; got none",
                                             domain.issues[k].index, shown(domain.issues[k].name)));
        }
    }
}

/// The one element of a name, in the objective or beside it; tells of a second.
pugi::xml_node only(const pugi::xml_node& space, const pugi::xml_node& objective, const char* name,
                    const element_reader& read) {
    pugi::xml_node found;
    for (const pugi::xml_node& in : {space, objective}) {
        for (const pugi::xml_node& here : in.children(name)) {
            if (found && found != here) {
                read.tell(here, fmt::format("a profile has one {}; got another", name));
                return found;
            }
            found = here;
        }
    }
    return found;
}

void read_patience(const pugi::xml_node& space, const pugi::xml_node& objective,
                   const foreign_reading& how, const element_reader& read, foreign_profile& into) {
    if (const auto from = only(space, objective, "reservation", read)) {
        into.reservation = {read.need_number(from, "value").value_or(0), read.at(from)};
        if (!how.raw && !(into.reservation.value >= 0 && into.reservation.value <= 1)) {
            read.tell(from, fmt::format("a reservation value must lie in [0, 1]; got {}",
                                        into.reservation.value));
        }
    }
    if (const auto from = only(space, objective, "discount_factor", read)) {
        const double factor = read.need_number(from, "value").value_or(1);
        if (!how.raw && factor > 0 && factor < 1) {
            into.discount = foreign_number{factor, read.at(from)};
        }
    }
}

}  // namespace

issue_index index_of(const foreign_domain& domain) {
    issue_index places;
    for (std::size_t k = 0; k < domain.issues.size(); ++k) {
        places.emplace(domain.issues[k].index, k);
    }
    return places;
}

foreign_profile read_genius_profile(const markup& file, const foreign_domain& domain,
                                    const foreign_reading& how) {
    std::vector<located_message> wrong;
    const element_reader read(file, wrong);
    const pugi::xml_node space = file.root();
    const pugi::xml_node objective = genius_objective(space, read);
    foreign_profile into;
    into.file = *file.places().file();
    into.name = std::filesystem::path(into.file).stem().string();
    into.at = into.reservation.at = file.at(space);
    pugi::xml_node utility = objective.child("utility");
    utility = utility ? utility : space.child("utility");
    const issue_index places = index_of(domain);
    into.values.resize(domain.issues.size());
    if (!utility) {
        into.weights.resize(domain.issues.size());
        read_weights(space, objective, domain, places, read, into);
    }
    read_issues(objective, domain, places, how, read, into);
    read_patience(space, objective, how, read, into);
    throw_if_any(wrong);
    if (utility) {
        read_genius_boxes(utility, domain, how, read, into);
        throw_if_any(wrong);
    } else if (!how.raw) {
        limit_at_one(into);
    }
    return into;
}

}  // namespace negotiation::io::detail
