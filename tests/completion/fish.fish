# fish.fish SCRIPT: completes the line on standard input as fish does; prints a candidate a line.
source $argv[1]
read -l line
complete -C "$line" | string replace -r '\t.*' '' | string replace -r '/$' ''
