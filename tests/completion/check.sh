#!/bin/sh
# Completes the lines of cases.tsv in a real shell and compares what it offers.
#
#   check.sh bash|zsh|fish PORTFIX
set -eu
shell=$1
program=$(realpath "$2")
here=$(realpath "$(dirname "$0")")
if ! command -v "$shell" > /dev/null; then
  echo "check.sh: $shell is not installed; on Debian: apt-get install $shell" >&2
  exit 1
fi
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mkdir "$scratch/bin" "$scratch/work" "$scratch/home" "$scratch/work/notices"
ln -s "$program" "$scratch/bin/portfix"
touch "$scratch/work/notice-one.txt" "$scratch/work/notice-two.txt"
"$program" completion "$shell" > "$scratch/script"
driver="$shell"
[ "$shell" = zsh ] && driver="zsh -f"
[ "$shell" = bash ] && driver="bash --norc"
[ "$shell" = fish ] && driver="fish --no-config"

failed=0
tab=$(printf '\t')
cd "$scratch/work"
while IFS= read -r case; do
  line=${case%%"$tab"*}
  expected=${case#*"$tab"}
  offered=$(printf '%s\n' "$line" |
    env -i HOME="$scratch/home" PATH="$scratch/bin:/usr/bin:/bin" LC_ALL=C.UTF-8 \
      $driver "$here/$shell.$shell" "$scratch/script" | sort -u | tr '\n' ' ')
  offered=${offered% }
  if [ "$offered" != "$expected" ]; then
    printf '%s, "%s": offers "%s", not "%s"\n' "$shell" "$line" "$offered" "$expected" >&2
    failed=1
  fi
done < "$here/cases.tsv"
exit $failed
