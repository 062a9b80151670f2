#include <Random123/philox.h>

#include <negotiation/model/random_stream.hpp>

namespace negotiation {

void random_stream::refill() noexcept {
    const r123::Philox4x32::key_type key{{key_[0], key_[1]}};
    const r123::Philox4x32::ctr_type counter{{counter_[0], counter_[1], counter_[2], counter_[3]}};
    const r123::Philox4x32::ctr_type block = r123::Philox4x32{}(counter, key);
    block_ = {block[0], block[1], block[2], block[3]};
    ++counter_[0];
    used_ = 0;
}

}  // namespace negotiation
