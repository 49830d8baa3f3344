#include "cli/complete.hpp"

namespace portfix::cli {
namespace {

// Each hands the words up to the cursor to `portfix __complete` and shows what comes back: what
// there is to offer, the program knows.

constexpr std::string_view kBash = R"script(# bash completion of portfix
_portfix() {
  # bash breaks words at ":" and "=" too; only white space counts here.
  local -a words=() reply=()
  read -r -a words <<< "${COMP_LINE:0:COMP_POINT}"
  [[ ${COMP_LINE:COMP_POINT-1:1} == [[:space:]] ]] && words+=("")
  local current=${words[${#words[@]}-1]} kind word
  mapfile -t reply < <("${words[0]}" __complete "${words[@]:1}" 2> /dev/null)
  kind=${reply[0]-}
  COMPREPLY=()
  for word in "${reply[@]:1}"; do COMPREPLY+=("${word%%$'\t'*}"); done
  # bash replaces only what is behind the last break.
  local breaks=${COMP_WORDBREAKS//[^:=]/} head=""
  [[ -n $breaks && $current == *["$breaks"]* ]] && head=${current%"${current##*["$breaks"]}"}
  [[ -n $head ]] && COMPREPLY=("${COMPREPLY[@]#"$head"}")
  current=${current#"$head"}
  case $kind in
    files) compopt -o filenames; mapfile -t -O "${#COMPREPLY[@]}" COMPREPLY < <(compgen -f -- "$current") ;;
    directories) compopt -o filenames; mapfile -t -O "${#COMPREPLY[@]}" COMPREPLY < <(compgen -d -- "$current") ;;
  esac
}
complete -F _portfix portfix
)script";

constexpr std::string_view kZsh = R"script(#compdef portfix
# zsh completion of portfix
_portfix() {
  local -a reply described
  local kind line help
  reply=("${(@f)$("${(Q)words[1]}" __complete "${(@Q)words[2,CURRENT]}" 2> /dev/null)}")
  kind=$reply[1]
  for line in "${(@)reply[2,-1]}"; do
    help=${line#*$'\t'}
    [[ $help == $line ]] && help=""
    described+=("${${line%%$'\t'*}//:/\\:}${help:+:$help}")
  done
  (( $#described )) && _describe -t words 'portfix' described
  case $kind in
    files) _files ;;
    directories) _files -/ ;;
  esac
}
if [[ $funcstack[1] == _portfix ]]; then _portfix "$@"; else compdef _portfix portfix; fi
)script";

constexpr std::string_view kFish = R"script(# fish completion of portfix
function __portfix_complete
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    set -l reply ($words[1] __complete $words[2..-1] "$current" 2> /dev/null)
    test (count $reply) -gt 0; or return
    test (count $reply) -gt 1; and printf '%s\n' $reply[2..-1]
    switch $reply[1]
        case files
            __fish_complete_path "$current"
        case directories
            __fish_complete_directories "$current"
    end
end
complete -c portfix -f -a '(__portfix_complete)'
)script";

}  // namespace

std::string completion_script(const std::string& shell) {
  if (shell == "bash") return std::string(kBash);
  if (shell == "zsh") return std::string(kZsh);
  if (shell == "fish") return std::string(kFish);
  return {};
}

}  // namespace portfix::cli
