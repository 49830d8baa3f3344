#include <nlohmann/json.hpp>

#include "render/json_text.hpp"
#include "render/skeleton.hpp"

namespace portfix {
namespace {

constexpr std::size_t kFewestSamples = 5;  // that `rules check` accepts

}  // namespace

std::string skeleton_json(const Skeleton& skeleton, std::uint64_t notices) {
  Json samples = skeleton.samples;
  while (samples.size() < kFewestSamples) samples.push_back("");
  const Json out = {
      {"id", skeleton.id},
      {"unmatched", {{"notices", notices}}},
      {"title", ""},
      {"family", ""},
      {"meaning", ""},
      {"owner", ""},
      {"patterns", Json::array({""})},
      {"fix", Json::array({{{"step", ""}}})},
      {"prevention", ""},
      {"ask", Json::array()},
      {"resubmit", {{"policy", ""}, {"change", Json::array()}, {"documents", Json::array()}}},
      {"samples", std::move(samples)},
      {"counter_samples", Json::array({"", ""})},
      {"sources", Json::array({{{"url", ""}, {"seen", ""}}})}};
  return to_text(out, true) + '\n';
}

}  // namespace portfix
