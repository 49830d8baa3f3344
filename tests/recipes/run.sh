#!/usr/bin/env bash
# Runs each recipe of README.md as it is printed there.
#
#   run.sh PORTFIX
set -uo pipefail
program=$(realpath "$1")
here=$(realpath "$(dirname "$0")")
readme=$here/../../README.md

missing=""
for tool in curl inotifywait jq mutt parallel procmail python3 script; do
  command -v "$tool" > /dev/null || missing+=" $tool"
done
if [ -n "$missing" ]; then
  echo "run.sh: not installed:$missing; on Debian: apt-get install curl inotify-tools jq mutt" \
    "parallel procmail python3 bsdutils" >&2
  exit 1
fi

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mkdir "$scratch/bin"
ln -s "$program" "$scratch/bin/portfix"
export PATH="$scratch/bin:$PATH" LC_ALL=C.UTF-8

recipe() { sed -n "/^<!-- recipe: $1 -->$/,/^\`\`\`$/{/^<!--/d;/^\`\`\`/d;p}" "$readme"; }
notice="The port of 415-555-0123 was rejected: the account PIN is incorrect."
mail() {
  printf 'From: desk@example.com\nTo: us@example.com\nSubject: port rejected\n'
  printf 'Message-ID: <1@example.com>\nDate: Mon, 2 Nov 2026 10:00:00 +0000\n\n%s\n' "$notice"
}
batch() {
  for id in 1 2 3; do printf '{"id": %s, "text": "%s"}\n' "$id" "$notice"; done
  printf '{"id": 4, "text": "8A Account number incorrect"}\n'
}
soon() { # until the command succeeds, at most ten seconds
  for _ in $(seq 100); do "$@" > /dev/null 2>&1 && return 0; sleep 0.1; done
  return 1
}

clipboard() {
  printf '#!/bin/sh\n[ "$*" = "-selection clipboard -o" ] && echo "%s"\n' "$notice" > ../bin/xclip
  chmod +x ../bin/xclip
  sh ./recipe | grep -q 'PIN or passcode incorrect'
}

zendesk() {
  printf '{"status": "rejected", "reason": "%s"}\n' "$notice" > webhook.json
  python3 "$here/http_stub.py" port request & 
  soon test -s port || return 1
  ZENDESK=http://127.0.0.1:$(cat port) ZENDESK_USER=me ZENDESK_TOKEN=x TICKET=42 sh ./recipe || return 1
  wait
  head -1 request | grep -qx 'PUT /api/v2/tickets/42.json' &&
    sed -n 3,\$p request | jq -e '.ticket.comment.public == false' > /dev/null
}

jq_() {
  batch > notices.jsonl
  sh ./recipe > out || return 1
  printf '1\tpin-mismatch\n2\tpin-mismatch\n3\tpin-mismatch\n4\taccount-number-mismatch\n' | cmp - out
}

third_time() {
  batch | portfix diagnose --input jsonl --format jsonl > reports-1.jsonl
  [ "$(sh ./recipe)" = "$(head -1 reports-1.jsonl | jq -r '.findings[0].fingerprint')" ]
}

watch() {
  mkdir rejections notes
  setsid sh ./recipe & local watcher=$!
  sleep 1
  echo "$notice" > rejections/one.txt
  soon grep -q 'PIN' notes/one.txt.md
  local result=$?
  kill -- "-$watcher"
  wait 2> /dev/null
  return $result
}

procmail_() {
  # procmail sets these itself.
  { echo "PATH=$PATH"; echo "HOME=$PWD"; echo "DEFAULT=$PWD/mailbox"; cat recipe; } > rc
  mail | procmail ./rc || return 1
  grep -q '"reason":"pin-mismatch"' rejections.jsonl && grep -q 'account PIN' mailbox
}

mutt_() {
  mkdir Mail
  { echo 'From desk@example.com Mon Nov  2 10:00:00 2026'; mail; } > mailbox
  { cat recipe; echo 'set wait_key=no'; } > rc
  printf '#!/bin/sh\ncat > %s/seen\n' "$PWD" > ../bin/less
  chmod +x ../bin/less
  # Ctrl-P once mutt shows the mailbox, then x to leave it.
  { soon grep -q 'port rejected' screen; printf '\020'; soon test -s seen; printf x; sleep 0.5; } |
    HOME=$PWD TERM=xterm timeout 30 script -qfec "mutt -F rc -f mailbox -R" /dev/null > screen 2>&1
  rm ../bin/less
  grep -q 'PIN or passcode incorrect' seen
}

xargs_() {
  mkdir rejections
  for i in $(seq 250); do echo "$notice" > "rejections/$i.txt"; done
  sh ./recipe || return 1
  [ "$(jq -r '.findings[0].reason' reports.jsonl | sort | uniq -c | tr -s ' ')" = " 250 pin-mismatch" ]
}

parallel_() {
  for _ in $(seq 8000); do batch; done > notices.jsonl
  HOME=$PWD MACHINES=: sh ./recipe || return 1
  [ "$(jq -c '.id' reports.jsonl | cksum)" = "$(jq -c '.id' notices.jsonl | cksum)" ]
}

failed=0
names=$(sed -n 's/^<!-- recipe: \(.*\) -->$/\1/p' "$readme")
[ -n "$names" ] || { echo "run.sh: README.md has no recipes" >&2; exit 1; }
for name in $names; do
  mkdir "$scratch/$name"
  cd "$scratch/$name" || exit 1
  recipe "$name" > recipe
  function=${name//-/_}
  case $name in jq | procmail | mutt | xargs | parallel) function=${name}_ ;; esac
  if ! declare -F "$function" > /dev/null; then
    echo "run.sh: nothing is known about the recipe $name" >&2
    failed=1
  elif "$function"; then
    echo "$name: works"
  else
    echo "$name: fails" >&2
    failed=1
  fi
done
exit $failed
