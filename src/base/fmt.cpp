// What of fmt is not a template, compiled once. Debian's libfmt is a shared library, and as headers
// only it would be compiled, and optimised, in each of the sixty files that include it.

#include <fmt/format-inl.h>

FMT_BEGIN_NAMESPACE
namespace detail {

// The headers promise these to who does not take them as headers only.
template FMT_API auto thousands_sep_impl<char>(locale_ref) -> thousands_sep_result<char>;
template FMT_API auto decimal_point_impl(locale_ref) -> char;

}  // namespace detail
FMT_END_NAMESPACE
