# Writes schemas.cpp: every rules/schema/*.schema.json as a raw string.
#
#   cmake -DSCHEMAS=<directory> -DOUTPUT=<file> -P schemas.cmake

file(GLOB files ${SCHEMAS}/*.schema.json)
list(SORT files)
set(rows "")
set(count 0)
foreach(file IN LISTS files)
  get_filename_component(name ${file} NAME)
  string(REPLACE ".schema.json" "" name ${name})
  file(READ ${file} text)
  string(APPEND rows "    Schema{\"${name}\", R\"schema(${text})schema\"},\n")
  math(EXPR count "${count} + 1")
endforeach()
file(WRITE ${OUTPUT}
     "#include \"cli/schemas.hpp\"

#include <array>

namespace portfix::cli {

std::span<const Schema> schemas() {
  static constexpr std::array<Schema, ${count}> table = {{
${rows}  }};
  return table;
}

}  // namespace portfix::cli
")
