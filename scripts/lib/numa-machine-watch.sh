#!/bin/sh
# Runs a command on an emulated machine and watches it from beside it; for numa-machine.sh, which
# reads what is printed here.
#
#   numa-machine-watch.sh LIMIT_SECONDS COMMAND...
limit=$1
shift

echo "numa-machine: begins" >&2
"$@" &
command=$!
(
  # A sleeper must not keep the command's pipes open.
  sleep "$limit" >/dev/null 2>&1
  # On a processor that has lost its timer this never ends, and so nothing more is said.
  for processor in $(sed -n 's/^processor[^0-9]*//p' /proc/cpuinfo); do
    taskset -c "$processor" sleep 0.01 >/dev/null 2>&1
  done
  echo "numa-machine: lives, the command does not end" >&2
  kill -QUIT "$command"
  sleep 5 >/dev/null 2>&1
  kill -KILL "$command"
) &
watch=$!
wait "$command"
status=$?
kill "$watch" 2>/dev/null
echo "numa-machine: ended $status" >&2
exit "$status"
