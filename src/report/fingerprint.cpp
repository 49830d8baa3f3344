#include <fmt/format.h>

#include <algorithm>

#include "base/fnv.hpp"
#include "portfix/report.hpp"

namespace portfix {

std::string fingerprint(std::string_view reason, std::string_view order_id,
                        std::vector<std::string> numbers) {
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  std::string order(order_id);
  for (char& c : order) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  Fnv hash;
  hash.add(fmt::format("{}\n{}\n{}", reason, order, fmt::join(numbers, ",")));
  return fmt::format("{:016x}", hash.value());
}

}  // namespace portfix
