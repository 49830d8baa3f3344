#pragma once

#include <string>
#include <vector>

namespace portfix::cli {

/// What the command line said, for all commands: plain values, not yet looked at.
struct Arguments {
  std::vector<std::string> operands;  ///< FILE…, WHAT…, ID, DIR…

  std::string format = "text";
  bool format_given = false;
  std::string input = "auto";
  std::string provider;
  std::string carrier;
  std::string country;
  std::vector<std::string> rules;
  std::string why;
  std::string unmatched_out;  ///< a directory; "" = none
  std::string color = "auto";
  std::string summary;  ///< "" = none wanted
  std::string language = "en";
  std::vector<std::string> get;
  std::string today;
  bool strict = false;
  bool all = false;
  bool quiet = false;
  bool show_secrets = false;
  bool to_customer = false;
};

}  // namespace portfix::cli
