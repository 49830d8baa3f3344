# bash.bash SCRIPT: completes the line on standard input as bash does; prints a candidate a line.
source "$1"
complete -p portfix > /dev/null || exit 1
IFS= read -r COMP_LINE
COMP_POINT=${#COMP_LINE}
_portfix 2> /dev/null # compopt complains: this is no terminal
typed=""
[[ $COMP_LINE == *[[:space:]] ]] || typed=${COMP_LINE##*[[:space:]]}
head=""
[[ $typed == *[:=]* ]] && head=${typed%"${typed##*[:=]}"}
for word in "${COMPREPLY[@]}"; do printf '%s\n' "$head$word"; done
