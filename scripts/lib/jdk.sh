# shellcheck shell=bash
# Finds a JDK that Numetry can run on. To be sourced.

NUMETRY_MIN_JDK=22

# Prints the feature release of the JDK in $1; fails if there is none.
jdk_release() {
  local version
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
  version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
  [ -n "$version" ] && printf '%s\n' "$version"
}

# Sets and exports JAVA_HOME: as it is if it will do, else the newest JDK to be found.
require_jdk() {
  local candidate release best='' best_release=0 on_path
  if [ -n "${JAVA_HOME:-}" ] && release=$(jdk_release "$JAVA_HOME") && [ "$release" -ge "$NUMETRY_MIN_JDK" ]; then
    export JAVA_HOME
    return 0
  fi
  on_path=$(command -v javac || true)
  if [ -n "$on_path" ]; then
    on_path=$(dirname "$(dirname "$(readlink -f "$on_path")")")
  fi
  for candidate in "$on_path" /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/*; do
    if release=$(jdk_release "$candidate") && [ "$release" -gt "$best_release" ]; then
      best=$candidate
      best_release=$release
    fi
  done
  if [ "$best_release" -lt "$NUMETRY_MIN_JDK" ]; then
    echo "No JDK $NUMETRY_MIN_JDK or newer was found in JAVA_HOME, PATH, /usr/lib/jvm or ~/.sdkman: install one, or set JAVA_HOME to it." >&2
    return 1
  fi
  export JAVA_HOME=$best
}
