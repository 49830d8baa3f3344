# Reads the #include lines of src/ and include/ and fails on an arrow that the design does not know.
#
#   cmake -DROOT=<source directory> -DSCRATCH=<directory> -P layering.cmake
#
# Before it judges ROOT, it judges a tree with planted faults, so that a check that sees nothing
# fails.

cmake_minimum_required(VERSION 3.25)

# Which folders of src/ a folder may include besides itself.
set(folders_base "")
set(folders_notice base)
set(folders_rules base)
set(folders_match base notice rules)
set(folders_proof base notice rules match)
set(folders_precheck base rules)
set(folders_report base notice rules match)
set(folders_render base report)
set(folders_pipeline base notice rules match precheck proof report render)
set(folders_builtin ${folders_pipeline})
set(folders_rulec ${folders_pipeline})
set(folders_cli ${folders_pipeline} builtin)

# Which headers that are not of the language a folder, or one file, may include: regular expressions.
# Only the command line and the rule compiler touch streams and terminals.
set(system "^(iostream|unistd\\.h|fcntl\\.h|poll\\.h|signal\\.h|termios\\.h|sys/.*)$")
set(foreign_base "^fmt/" "^utf8proc\\.h$")
set(foreign_base/json_tree.cpp "^nlohmann/")
set(foreign_notice/xml_tree.cpp "^pugixml\\.hpp$")
set(foreign_notice/mail_parts.cpp "^libetpan/")
set(foreign_notice/html_tree.cpp "^gumbo\\.h$")
set(foreign_rules "^fmt/")
set(foreign_match "^fmt/")
set(foreign_proof "^fmt/")
set(foreign_report "^fmt/")
set(foreign_render "^fmt/" "^nlohmann/")
set(foreign_rulec "^fmt/" ${system})
set(foreign_cli "^fmt/" "^CLI/" ${system})

# A public header belongs to a stage; it is for that stage and the ones behind it.
set(stages base notice rules match proof precheck report render pipeline builtin rulec cli)
set(headers_base source_text diagnostic version)
set(headers_notice notice phone_number)
set(headers_rules rule_table)
set(headers_match finding)
set(headers_report report)
set(headers_render render)
set(headers_pipeline diagnose)

# Sets `result` to the stage of a public header, or to nothing.
function(find_stage header result)
  set(${result} "" PARENT_SCOPE)
  foreach(stage IN LISTS stages)
    if(header IN_LIST headers_${stage})
      set(${result} ${stage} PARENT_SCOPE)
    endif()
  endforeach()
endfunction()

# Appends to `problems` what is wrong with one include of a file that is of stage `place`.
function(check_include file place include problems)
  set(found ${${problems}})
  set(is_public FALSE)
  if(file MATCHES "^portfix/")
    set(is_public TRUE)
  endif()
  if(include MATCHES "^<(.*)>$")
    set(header ${CMAKE_MATCH_1})
    if(header MATCHES "[./]" OR header STREQUAL "iostream")
      set(allowed FALSE)
      foreach(pattern IN LISTS foreign_${place} foreign_${file})
        if(NOT is_public AND header MATCHES "${pattern}")
          set(allowed TRUE)
        endif()
      endforeach()
      if(NOT allowed)
        list(APPEND found "${file}: <${header}> has no place in ${place}")
      endif()
    endif()
  elseif(include MATCHES "^\"portfix/(.*)\\.hpp\"$")
    set(header ${CMAKE_MATCH_1})
    find_stage(${header} owner)
    list(FIND stages "${owner}" from)
    list(FIND stages "${place}" to)
    if(owner STREQUAL "")
      list(APPEND found "${file}: portfix/${header}.hpp belongs to no stage that this test knows")
    elseif(from GREATER to)
      list(APPEND found "${file}: portfix/${header}.hpp is of ${owner}, behind ${place}")
    endif()
  elseif(include MATCHES "^\"([a-z_]+)/.*\"$")
    set(folder ${CMAKE_MATCH_1})
    if(NOT folder STREQUAL place AND NOT folder IN_LIST folders_${place})
      list(APPEND found "${file}: ${include}: ${place} may not include ${folder}")
    elseif(is_public)
      list(APPEND found "${file}: ${include}: a public header includes public headers only")
    endif()
  else()
    list(APPEND found "${file}: ${include}: write the path from src/ or include/")
  endif()
  set(${problems} "${found}" PARENT_SCOPE)
endfunction()

# Sets `problems` to all faults of the tree, sorted.
function(check_tree root problems)
  set(found "")
  file(GLOB_RECURSE files RELATIVE ${root} ${root}/src/*.[ch]pp ${root}/include/*.hpp
       ${root}/include/*.hpp.in)
  if(NOT files)
    message(FATAL_ERROR "${root} has no sources")
  endif()
  list(SORT files)
  foreach(path IN LISTS files)
    string(REGEX REPLACE "^(src|include)/" "" file ${path})
    set(place "")
    if(file MATCHES "^portfix/(.*)\\.hpp(\\.in)?$")
      find_stage(${CMAKE_MATCH_1} place)
    elseif(file MATCHES "^pipeline\\.[ch]pp$")
      set(place pipeline)
    elseif(file MATCHES "^([a-z_]+)/")
      set(place ${CMAKE_MATCH_1})
    endif()
    if(place STREQUAL "" OR NOT DEFINED folders_${place})
      list(APPEND found "${file}: belongs to no stage that this test knows")
      continue()
    endif()
    file(STRINGS ${root}/${path} lines REGEX "^[ \t]*#[ \t]*include")
    foreach(line IN LISTS lines)
      string(REGEX REPLACE "^[ \t]*#[ \t]*include[ \t]*([<\"][^>\"]*[>\"]).*$" "\\1" include
                           "${line}")
      check_include(${file} ${place} "${include}" found)
    endforeach()
  endforeach()
  set(${problems} "${found}" PARENT_SCOPE)
endfunction()

# The planted faults: file, line, what must be said of it ("" = nothing).
set(plants
    "src/base/arrow.cpp" "#include \"notice/lines.hpp\""
    "base/arrow.cpp: \"notice/lines.hpp\": base may not include notice"
    "src/base/json_tree.cpp" "#include <nlohmann/json.hpp>"
    ""
    "src/base/late.hpp" "#  include \"portfix/report.hpp\"  // late"
    "base/late.hpp: portfix/report.hpp is of report, behind base"
    "src/base/words.cpp" "#include <nlohmann/json.hpp>"
    "base/words.cpp: <nlohmann/json.hpp> has no place in base"
    "src/cli/paste.cpp" "#include <unistd.h>"
    ""
    "src/match/match.cpp" "#include \"rules/table.hpp\""
    ""
    "src/match/near.cpp" "#include \"near.hpp\""
    "match/near.cpp: \"near.hpp\": write the path from src/ or include/"
    "src/mystery/x.cpp" "#include <string>"
    "mystery/x.cpp: belongs to no stage that this test knows"
    "src/notice/fold.cpp" "#include <utf8proc.h>"
    "notice/fold.cpp: <utf8proc.h> has no place in notice"
    "src/pipeline.cpp" "#include \"cli/options.hpp\""
    "pipeline.cpp: \"cli/options.hpp\": pipeline may not include cli"
    "src/render/text.cpp" "#include \"match/rank.hpp\""
    "render/text.cpp: \"match/rank.hpp\": render may not include match"
    "src/report/advice.cpp" "#include <iostream>"
    "report/advice.cpp: <iostream> has no place in report"
    "include/portfix/finding.hpp" "#include \"rules/table.hpp\""
    "portfix/finding.hpp: \"rules/table.hpp\": a public header includes public headers only"
    "include/portfix/render.hpp" "#include <fmt/core.h>"
    "portfix/render.hpp: <fmt/core.h> has no place in render"
    "include/portfix/report.hpp" "#include \"portfix/render.hpp\""
    "portfix/report.hpp: portfix/render.hpp is of render, behind report")

file(REMOVE_RECURSE ${SCRATCH})
set(expected "")
while(plants)
  list(POP_FRONT plants path line problem)
  file(WRITE ${SCRATCH}/${path} "${line}\n")
  if(problem)
    list(APPEND expected "${problem}")
  endif()
endwhile()
check_tree(${SCRATCH} caught)
list(SORT expected)
list(SORT caught)
if(NOT caught STREQUAL expected)
  list(JOIN expected "\n  " expected)
  list(JOIN caught "\n  " caught)
  message(FATAL_ERROR "planted faults\n  ${expected}\nbut found\n  ${caught}")
endif()
file(REMOVE_RECURSE ${SCRATCH})

check_tree(${ROOT} problems)
if(problems)
  list(JOIN problems "\n  " problems)
  message(FATAL_ERROR "include arrows that the design does not know:\n  ${problems}")
endif()
