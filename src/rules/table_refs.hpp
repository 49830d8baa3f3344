#pragma once

#include <cstdint>

namespace portfix {

/// A text inside the block.
struct TextRef {
  std::uint32_t at = 0;
  std::uint32_t size = 0;
};

/// A list of rows inside the block; aligned to 4 bytes.
template <class Row>
struct ListRef {
  std::uint32_t at = 0;
  std::uint32_t count = 0;
};

}  // namespace portfix
