// Do they negotiate or play for time? What two records of offers say, offer by offer.
#include <vector>

#include <fmt/core.h>

#include <negotiation/compliance/good_faith.hpp>

namespace nc = negotiation::compliance;

// Offers open at 0.2 of our value, at 0.8 we would sign; one in four plays for time; 0.1 is noise.
void tell(const char* name, const std::vector<double>& values) {
    const auto types = nc::usual_concessions(0.2, 0.8, 0.25);
    std::vector<nc::offer_received> record;
    for (const double value : values) {
        fmt::print("{}{}", record.empty() ? name : "", record.empty() ? ": " : ", ");
        record.push_back({static_cast<double>(record.size()) / 5, value});
        fmt::print("{:.3f}", nc::judged(record, types, 0.1).stalling);
    }
    fmt::print("\n");
}

int main() {
    tell("Offers that concede nothing", {0.2, 0.2, 0.2, 0.2, 0.2});
    tell("Offers that concede evenly", {0.2, 0.32, 0.44, 0.56, 0.68});
}
