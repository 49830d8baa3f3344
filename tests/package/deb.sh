#!/bin/sh
# Makes the Debian packages of a build, and installs, runs and removes them in a root of their own.
# Needs dpkg, and to be root.
#
#   deb.sh BUILD
set -eu
build=$(realpath "$1")
for tool in cpack dpkg dpkg-deb; do
  if ! command -v "$tool" > /dev/null; then
    echo "deb.sh: $tool is not installed" >&2
    exit 1
  fi
done
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
(cd "$build" && cpack -G DEB -B "$scratch/packages" > "$scratch/log" 2>&1) || {
  cat "$scratch/log" >&2
  exit 1
}
root="$scratch/root"
mkdir -p "$root/var/lib/dpkg/info" "$root/var/lib/dpkg/updates" "$root/var/lib/dpkg/triggers"
touch "$root/var/lib/dpkg/status" "$root/var/lib/dpkg/available"
in_root() { dpkg --root="$root" --log=/dev/null "$@" > "$scratch/log" 2>&1 || { cat "$scratch/log" >&2; exit 1; }; }

set -- "$scratch"/packages/portfix_*.deb
[ "$#" -eq 1 ] || { echo "deb.sh: not one package portfix" >&2; exit 1; }
depends=$(dpkg-deb -f "$1" Depends)
in_root --install "$1"
for file in bin/portfix share/man/man1/portfix.1.gz share/bash-completion/completions/portfix \
  share/zsh/vendor-completions/_portfix share/fish/vendor_completions.d/portfix.fish \
  share/doc/portfix/copyright; do
  [ -f "$root/usr/$file" ] || { echo "deb.sh: /usr/$file is missing" >&2; exit 1; }
done
if [ -z "$depends" ]; then # a static program runs without a system around it
  reason=$(echo "The account PIN is incorrect." | chroot "$root" /usr/bin/portfix diagnose --format json |
    grep -o '"reason": "[a-z-]*"' | head -1)
  [ "$reason" = '"reason": "pin-mismatch"' ] || { echo "deb.sh: it says $reason" >&2; exit 1; }
fi

in_root --force-depends --install "$scratch"/packages/libportfix-dev_*.deb
[ -f "$root/usr/include/portfix/diagnose.hpp" ] || { echo "deb.sh: no headers" >&2; exit 1; }

in_root --purge libportfix-dev portfix
left=$(find "$root" -type f ! -path "$root/var/lib/dpkg/*")
[ -z "$left" ] || { echo "deb.sh: left behind: $left" >&2; exit 1; }
[ ! -d "$root/usr" ] || { echo "deb.sh: /usr is left behind" >&2; exit 1; }
