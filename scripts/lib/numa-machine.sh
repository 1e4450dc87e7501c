#!/usr/bin/env bash
# Runs a command on an emulated machine of several NUMA nodes, and tells a machine that stands still
# from a command that does.
#
#   numa-machine.sh [--rw FOLDER] [--limit SECONDS] MACHINE -- COMMAND...
#
# NUMETRY_NUMA_VM names a script that runs a command on such a machine:
# SCRIPT [--rw FOLDER] --timeout SECONDS MACHINE -- COMMAND...
#
# An emulated processor loses an interrupt now and then, its timer's for instance, and whoever sleeps
# there sleeps for ever: before the command begins, while it runs, or after it has ended. So the
# command is watched from beside it (numa-machine-watch.sh), and the watch tells how far it came. A
# machine that stands still is given up, and the command runs on another, which is said.
#
#   --rw FOLDER        the only folder whose changes outlive the machine
#   --limit SECONDS    what the command may take (default 240)
#   --begin SECONDS    what the machine may take to begin with it (default 90)
#   --end SECONDS      what the machine may take to end after it (default 20)
#
# Exit status: the command's; 124 if it did not end on a machine that lives (a JVM prints its threads'
# stacks first); 125 if three machines stood still.
set -uo pipefail

NAME=numa-machine
MACHINES=3
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# How long a machine takes to say that its processors live, and a JVM to print its stacks.
WATCH_SECONDS=60

say() { printf '%s: %s\n' "$NAME" "$*" >&2; }
refuse() { say "$*"; exit 2; }

limit=240 begin=90 end=20 options=()
while [ $# -gt 0 ]; do
  case $1 in
    --rw) options+=(--rw "${2:?--rw needs a folder}"); shift 2 ;;
    --limit | --begin | --end)
      [[ ${2-} =~ ^[0-9]+$ ]] || refuse "$1 ${2-} is no number of seconds"
      printf -v "${1#--}" %s "$2"; shift 2 ;;
    -*) refuse "$1 is no option" ;;
    *) break ;;
  esac
done
[ $# -ge 3 ] && [ "$2" = -- ] || refuse "MACHINE -- COMMAND... must follow the options"
machine=$1
shift 2
[ -x "${NUMETRY_NUMA_VM:-}" ] \
  || refuse "NUMETRY_NUMA_VM=${NUMETRY_NUMA_VM:-} names no script that runs a command on a machine"

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# on_one_machine COMMAND...: runs it there and sets stage, to where the machine or the command stood
# still or to "ended", and status.
on_one_machine() {
  local vm deadline line begun= read_status
  stage=beginning status=
  rm -f "$folder/err"
  mkfifo "$folder/err"
  "$NUMETRY_NUMA_VM" "${options[@]}" --timeout $((begin + limit + WATCH_SECONDS + end)) \
    "$machine" -- sh "$here/numa-machine-watch.sh" "$limit" "$@" 2>"$folder/err" &
  vm=$!
  exec 3<"$folder/err"
  deadline=$((SECONDS + begin))
  while :; do
    IFS= read -r -t 1 -u 3 line
    read_status=$?
    line=$begun$line begun=
    if [ "$read_status" -gt 128 ]; then # no whole line within a second
      begun=$line
      [ "$SECONDS" -lt "$deadline" ] && continue
      kill "$vm" 2>/dev/null
      break
    fi
    case $line in
      "$NAME: begins") stage=running deadline=$((SECONDS + limit + WATCH_SECONDS)) ;;
      "$NAME: lives, the command does not end") stage=hanging ;;
      *"$NAME: ended "*) # behind what the command printed last, if it ended no line
        printf %s "${line%"$NAME: ended "*}" >&2
        status=${line##* } deadline=$((SECONDS + end))
        [ "$stage" = hanging ] || stage=ended ;;
      ?*) printf '%s\n' "$line" >&2 ;;
    esac
    [ "$read_status" = 0 ] || break
  done
  cat <&3 >&2 &
  wait "$vm" 2>/dev/null
  wait $! 2>/dev/null
  exec 3<&-
}

for ((attempt = 1; attempt <= MACHINES; attempt++)); do
  on_one_machine "$@"
  case $stage in
    ended) exit "$status" ;;
    hanging)
      say "the command did not end within $limit s, and the machine lives"
      exit 124 ;;
  esac
  say "machine $attempt of $MACHINES, $machine, stood still or broke while $stage"
done
exit 125
