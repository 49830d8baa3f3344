// Any bytes as a notice: every stage and every format must come to an end without a fault.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "portfix/diagnose.hpp"
#include "portfix/render.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace portfix;
  static const RuleTable rules = RuleTable::builtin();
  const SourceText source =
      SourceText::from_bytes("fuzz", {reinterpret_cast<const char*>(data), size});
  DiagnoseOptions options;
  options.advice.weaker = true;
  const Report report = diagnose(source, rules, options);
  for (const Format& format : formats()) format.report(report, {});
  return 0;
}
