#pragma once

// Serves Catch2 2 (one header) and Catch2 3.

#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
using Catch::Approx;  // NOLINT(google-global-names-in-headers): where Catch2 2 has it
#else
#include <catch2/catch.hpp>
#endif
