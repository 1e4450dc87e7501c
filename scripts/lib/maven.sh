# shellcheck shell=bash
# Finds Maven, and builds a module once. Sourced, from the project's root; needs jdk.sh, which brings
# say and install_package of packages.sh.

# require_maven: ends the script if there is no mvn.
require_maven() {
  command -v mvn >/dev/null && return 0
  if ! install_package maven; then
    say "no mvn on PATH, and no package maven to install; install Apache Maven 3.8.1 or newer"
    exit 1
  fi
}

# is_built STAMP PATH...: true if nothing below the paths has changed since the build that left the
# stamp, at this very place.
is_built() {
  local stamp=$1
  shift
  [ -e "$stamp" ] && [ "$(<"$stamp")" = "$PWD" ] || return 1
  [ -z "$(find "$@" -newer "$stamp" -print -quit 2>/dev/null)" ]
}

# build_module MODULE PATH...: builds it, what it needs and its class path, if they are not there or
# something below the paths has changed since.
build_module() {
  local module=$1 stamp=$PWD/$1/target/built-for log
  shift
  is_built "$stamp" pom.xml "$module/pom.xml" "$module/src/main" "$@" && return 0
  require_maven
  say "building with JDK $(jdk_major "$JAVA_HOME") in $JAVA_HOME (once, some minutes)"
  log=$(mktemp)
  rm -f "$stamp"
  if ! mvn -q -B -Dmaven.test.skip=true -Dspotless.check.skip=true -pl "$module" -am package \
    >"$log" 2>&1 </dev/null; then
    cat "$log" >&2
    rm -f "$log"
    say "the build failed, see above"
    exit 1
  fi
  rm -f "$log"
  # Written last, and dated by now: a file changed during the build is newer.
  printf '%s\n' "$PWD" >"$stamp"
}
