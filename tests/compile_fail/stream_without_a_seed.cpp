// Every draw can be named: no stream without a seed.
// expect: (function for call to|constructor for initialization of) 'negotiation::random_stream

#include <negotiation/model/random_stream.hpp>

int main() {
#if NEGOTIATION_MUST_FAIL
    negotiation::random_stream stream;
#else
    negotiation::random_stream stream(7);
#endif
    return stream() == 0;
}
