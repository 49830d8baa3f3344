// The program's own operator new. A run makes some two thousand small blocks and gives most of them
// back at once; looking after those as a general allocator does takes a tenth of the run. Here a
// block of up to half a kilobyte comes out of one region, from the list of those of its size that
// were given back; all others are malloc's. One thread only, as the program is.

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <new>

namespace {

constexpr std::size_t kStep = alignof(std::max_align_t);
constexpr std::size_t kLargest = 512;
constexpr std::size_t kRegion = std::size_t{256} << 10U;

struct Block {
  Block* next;
};

alignas(std::max_align_t) std::array<std::byte, kRegion> region;
std::size_t used = 0;
std::array<Block*, kLargest / kStep + 1> given_back{};  // by size in steps

bool in_region(const void* block) {
  return reinterpret_cast<std::uintptr_t>(block) - reinterpret_cast<std::uintptr_t>(region.data()) <
         kRegion;
}

std::size_t steps_of(std::size_t size) { return (size + kStep - 1) / kStep; }

/// nullptr if there is no room left.
void* take_small(std::size_t steps) {
  if (Block* const block = given_back[steps]) {
    given_back[steps] = block->next;
    return block;
  }
  if (used + steps * kStep > kRegion) return nullptr;
  void* const block = region.data() + used;
  used += steps * kStep;
  return block;
}

}  // namespace

void* operator new(std::size_t size) {
  size = std::max<std::size_t>(size, 1);
  if (size <= kLargest) {
    if (void* const block = take_small(steps_of(size))) return block;
  }
  if (void* const block = std::malloc(size)) return block;
  throw std::bad_alloc();
}

void operator delete(void* block, std::size_t size) noexcept {
  if (!in_region(block)) {
    std::free(block);
    return;
  }
  Block*& first = given_back[steps_of(std::max<std::size_t>(size, 1))];
  first = new (block) Block{first};
}

/// Who does not tell the size gives nothing back; few do.
void operator delete(void* block) noexcept {
  if (!in_region(block)) std::free(block);
}
