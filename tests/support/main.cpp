// The one place where doctest is compiled, shared by all test executables.
#define DOCTEST_CONFIG_IMPLEMENT
#include <cstdio>
#include <cstdlib>

#include <doctest/doctest.h>

namespace {

unsigned cases_run = 0;

// doctest is content when a filter matches nothing; a renamed case would then pass for ever.
struct counter : doctest::IReporter {
    explicit counter(const doctest::ContextOptions&) {}
    void report_query(const doctest::QueryData&) override {}
    void test_run_start() override {}
    void test_run_end(const doctest::TestRunStats& stats) override {
        cases_run = stats.numTestCasesPassingFilters;
    }
    void test_case_start(const doctest::TestCaseData&) override {}
    void test_case_reenter(const doctest::TestCaseData&) override {}
    void test_case_end(const doctest::CurrentTestCaseStats&) override {}
    void test_case_exception(const doctest::TestCaseException&) override {}
    void subcase_start(const doctest::SubcaseSignature&) override {}
    void subcase_end() override {}
    void log_assert(const doctest::AssertData&) override {}
    void log_message(const doctest::MessageData&) override {}
    void test_case_skipped(const doctest::TestCaseData&) override {}
};

REGISTER_LISTENER("counter", 1, counter);

}  // namespace

int main(int argc, char** argv) {
    // RapidCheck seeds itself from the clock unless told otherwise. Set RC_PARAMS to try other
    // seeds.
    ::setenv("RC_PARAMS", "seed=1", /*overwrite=*/0);

    doctest::Context context(argc, argv);
    const int status = context.run();
    if (context.shouldExit()) return status;  // only a query, such as --list-test-cases
    if (cases_run == 0) {
        std::fputs("no test case matches the filter\n", stderr);
        return 1;
    }
    return status;
}
