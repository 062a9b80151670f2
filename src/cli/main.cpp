#include <csignal>
#include <cstdio>
#include <exception>
#include <new>
#include <stdexcept>
#include <string>

#include <negotiation/io/parse_error.hpp>

#include "cli/arguments.hpp"
#include "cli/output.hpp"
#include "cli/verbs.hpp"

namespace {

constexpr int bad_input = 2;
constexpr int fault = 1;

int complain(const std::string& what, int status) {
    std::fputs((what + "\n").c_str(), stderr);
    return status;
}

/// "negotiate value: needs a deal"; a message that begins with the verb does not repeat it.
std::string with_verb(const std::string& verb, const std::string& what) {
    const bool named = !verb.empty() && what.rfind(verb + ": ", 0) == 0;
    return "negotiate" + (verb.empty() ? "" : " " + verb) + ": " +
           (named ? what.substr(verb.size() + 2) : what);
}

}  // namespace

int main(int count, char** words) {
    // A reader that goes away is told by the write, not by a signal that kills.
    std::signal(SIGPIPE, SIG_IGN);
    negotiation::cli::hold_standard_files();
    std::string verb;
    try {
        const auto typed = negotiation::cli::read_arguments(count, words);
        verb = typed.verb;
        return negotiation::cli::print(typed.text.empty() ? negotiation::cli::answer(typed)
                                                          : typed.text);
    } catch (const negotiation::parse_error& error) {
        return complain(error.what(), bad_input);  // each line begins with its file
    } catch (const std::invalid_argument& error) {
        return complain(with_verb(verb, error.what()), bad_input);
    } catch (const std::bad_alloc&) {
        return complain("negotiate: not enough memory", fault);
    } catch (const std::exception& error) {
        return complain(std::string("negotiate: ") + error.what(), fault);
    }
}
