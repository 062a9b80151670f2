#include <negotiation/talks/model_catalogue.hpp>

namespace negotiation::talks {

namespace {

constexpr double greatest_gain = 1e300;
constexpr std::int64_t most_types = 100'000;

[[nodiscard]] model_maker read_frequency(const parameter_reader& given, weighing by) {
    // Where counts are the weights, nothing is gained.
    const double gain = by == weighing::commonest ? 0 : given.number("gain", 0, greatest_gain);
    const double prior = given.number("prior", 0, greatest_gain);
    return [=](const arena&, party_id) { return any_model(frequency(gain, prior, by)); };
}

[[nodiscard]] model_maker read_bayesian(const parameter_reader& given) {
    const auto most = static_cast<std::size_t>(given.whole("types", 1, most_types));
    const double concession = given.number("concession", 0, 1);
    const double spread = given.number("spread", 1e-3, 1e3);
    return [=](const arena& at, party_id) {
        return any_model(
            boxed(bayesian(regular_types(at.table().space, most), concession, spread)));
    };
}

[[nodiscard]] model_maker read_types(const parameter_reader& given) {
    const auto weights = given.name("weights") == "leading" ? std::vector<std::vector<double>>{}
                                                            : given.rows("weights");
    const auto prior =
        given.name("prior") == "even" ? std::vector<double>{} : given.numbers("prior");
    const double concession = given.number("concession", 0, 1);
    const double spread = given.number("spread", 1e-3, 1e3);
    return [=](const arena& at, party_id who) {
        return any_model(
            boxed(bayesian(opposed_types(at, who, weights, prior), concession, spread)));
    };
}

[[nodiscard]] std::vector<parameter> with_likelihood(std::vector<parameter> own) {
    own.push_back({"concession", "0.5", "what opponents are expected to concede by the deadline"});
    own.push_back({"spread", "0.2", "standard deviation of an offer"});
    return own;
}

}  // namespace

const std::vector<catalogue_entry>& model_catalogue() {
    static const std::vector<catalogue_entry> all{
        {"frequency",
         "what someone keeps asking for, it wants",
         {{"gain", "0.2", "weight that an unchanged issue gains, over the issues"},
          {"prior", "1", "offers that the fixed-pie expectation counts for"}},
         "that the others concede slowly, and first in what matters least to them",
         "van Krimpen, Looije and Hajizadeh 2013; the prior: Thompson and Hastie 1990"},
        {"hard-headed",
         "after HardHeaded: weights forget, and what was not asked for is worth nothing",
         {{"gain", "0.2", "weight that an unchanged issue gains, over the issues"},
          {"prior", "0", "offers that the fixed-pie expectation counts for"}},
         "that the others concede slowly, and first in what matters least to them",
         "van Krimpen, Looije and Hajizadeh 2013"},
        {"smith",
         "an issue weighs as much as its commonest option was asked for",
         {{"prior", "0", "offers that the fixed-pie expectation counts for"}},
         "that the others concede slowly, and first in what matters least to them",
         "van Galen Last 2012"},
        {"bayesian", "Bayes' rule over every order of issues and every peak of values",
         with_likelihood({{"types", "1000", "the most types; of more so many are drawn"}}),
         "that the others begin near their best deals and concede evenly",
         "Hindriks and Tykhonov 2008"},
        {"types", "Bayes' rule over types who want the opposite and weigh issues differently",
         with_likelihood({{"weights", "leading",
                           "of each type, issues in order: 0.7/0.3|0.3/0.7; leading: for every "
                           "issue a type to whom it weighs as much as all others"},
                          {"prior", "even", "of each type: 0.5/0.5"}}),
         "that the others are of one of the types, begin near their best deals and concede evenly",
         "Hindriks and Tykhonov 2008"},
        {"similarity",
         "what is like the last offer is good",
         {{"gain", "0.2", "weight that an unchanged issue gains, over the issues"}},
         "that the others' last offers are near what they would take",
         "Faratin, Sierra and Jennings 2002"},
        {"perfect",
         "the others' true preferences: complete information",
         {},
         "nothing: it reads the true preferences",
         ""},
    };
    return all;
}

model_maker read_model(const std::string& text) {
    const specification said = parse_specification(text);
    const catalogue_entry& entry = find_entry(model_catalogue(), "opponent model", said.name);
    const parameter_reader given(entry, said);
    if (entry.name == "perfect") {
        return [](const arena& at, party_id who) { return any_model(perfect(at, who)); };
    }
    if (entry.name == "smith") {
        return read_frequency(given, weighing::commonest);
    }
    if (entry.name == "bayesian") {
        return read_bayesian(given);
    }
    if (entry.name == "types") {
        return read_types(given);
    }
    if (entry.name == "similarity") {
        const double gain = given.number("gain", 0, greatest_gain);
        return [=](const arena&, party_id) { return any_model(boxed(similarity(gain))); };
    }
    return read_frequency(given,
                          entry.name == "hard-headed" ? weighing::forgetting : weighing::unchanged);
}

bool is_complete_information(const std::string& text) {
    (void)read_model(text);
    return parse_specification(text).name == "perfect";
}

}  // namespace negotiation::talks
