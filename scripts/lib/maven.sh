# shellcheck shell=bash
# Finds Maven. Sourced; needs say and install_package of packages.sh.

# require_maven: ends the script if there is no mvn.
require_maven() {
  command -v mvn >/dev/null && return 0
  if ! install_package maven; then
    say "no mvn on PATH, and no package maven to install; install Apache Maven 3.8.1 or newer"
    exit 1
  fi
}
