#include "cli/arguments.hpp"

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <CLI/CLI.hpp>

#include <negotiation/version.hpp>

#include "cli/mistyped.hpp"
#include "cli/verb_options.hpp"

namespace negotiation::cli {

namespace {

/// "help" and "help VERB" are other words for --help.
std::vector<const char*> with_help_as_option(int count, const char* const* words) {
    std::vector<const char*> said(words, words + count);
    if (said.size() >= 2 && std::string_view(said[1]) == "help") {
        said.erase(said.begin() + 1);
        said.push_back("--help");
    }
    return said;
}

}  // namespace

arguments read_arguments(int count, const char* const* words) {
    const std::vector<const char*> said = with_help_as_option(count, words);
    arguments read;
    CLI::App app{
        "From the first offer to the last step of carrying a deal out: is there one, how do the "
        "talks reach it, does it pass at home, who goes first, will anyone cheat, does it last.",
        "negotiate"};
    app.set_version_flag("--version", "negotiate " NEGOTIATION_VERSION, "Print the version");
    app.set_help_flag("-h,--help", "Print this help");
    app.allow_extras();
    app.footer(
        "Example:\n  negotiate deals backchannel-2025 --scope nuclear\n\n"
        "negotiate VERB --help explains a verb. Status: 0 answered (no deal is an answer too), 2 "
        "bad input, 1 a fault of the program.");
    add_deal_verbs(app, read);
    add_talks_verbs(app, read);
    add_agreement_verbs(app, read);
    add_study_verbs(app, read);
    add_scenario_verbs(app, read);
    try {
        app.parse(static_cast<int>(said.size()), said.data());
    } catch (const CLI::CallForHelp&) {
        if (app.get_subcommands().empty() && !app.remaining().empty()) {
            refuse_extras(app);  // help on a verb that does not exist
        }
        read.text = app.help();
        return read;
    } catch (const CLI::CallForVersion& version) {
        read.text = std::string(version.what()) + "\n";
        return read;
    } catch (const CLI::ParseError& error) {
        refuse_extras(app);  // a mistyped option often is the reason for what CLI11 says
        throw std::invalid_argument(reworded(error.what()));
    }
    refuse_extras(app);
    read.verb = app.get_subcommands().front()->get_name();
    if (read.output == "-") {
        read.output.clear();  // standard output, which is where answers go without -o
    }
    return read;
}

}  // namespace negotiation::cli
