#pragma once

#include <string>
#include <string_view>

namespace portfix::cli {

/// A line of a batch.
struct BatchLine {
  std::string error;    ///< why the line holds no notice; "" = it does
  std::string id_json;  ///< the caller's id as JSON text, byte for byte; "" = none
  std::string text;
  std::string provider;
  std::string carrier;
  std::string country;
};

/// Reads `{"text": "…", "id": …, "provider": "…", "carrier": "…", "country": "…"}`; only "text" is
/// needed, other members are left alone. The id is kept even where the rest is wrong.
BatchLine read_batch_line(std::string_view line);

}  // namespace portfix::cli
