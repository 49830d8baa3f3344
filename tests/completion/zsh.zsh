# zsh.zsh SCRIPT: completes the line on standard input as zsh does; prints a candidate a line.
zmodload zsh/zpty || exit 1
IFS= read -r line
zpty -b inner "PS1='> ' TERM=dumb zsh -f -i"
wait_for() {
  local seen="" piece
  repeat 400; do
    if zpty -r -t inner piece; then seen+=$piece; else sleep 0.02; fi
    [[ $seen == *$1* ]] && { REPLY=$seen; return 0; }
  done
  print -u2 -r -- "zsh did not answer: $seen"
  exit 1
}
# compadd keeps what fits, and tells it once the completion is over.
zpty -w inner "autoload -Uz compinit && compinit -u -D
source ${(q)1}
typeset -ga found
compadd() {
  local -a kept; builtin compadd -O kept \"\$@\"
  found+=(\"\${kept[@]}\"); builtin compadd \"\$@\"
}
show() {
  found=(); zle complete-word; zle kill-whole-line
  print -r -- \"<<\${(j:|:)found}>\"'>'
}
zle -C complete-word complete-word _main_complete
zle -N show; bindkey '^X' show; stty -echo; print -r -- 're''ady'"
wait_for ready
zpty -w -n inner "$line"$'\C-x'
wait_for '>>'
words=${${REPLY##*<<}%%>>*}
print -rl -- ${(us:|:)words}
