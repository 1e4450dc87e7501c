# shellcheck shell=bash
# Finds a JDK that can build and run Numetry. Sourced.

# shellcheck source=scripts/lib/packages.sh
. "$(dirname "${BASH_SOURCE[0]}")/packages.sh"

JDK_LEAST=22

# jdk_major DIR: the version of the JDK there; nothing if there is none with a compiler.
jdk_major() {
  local version
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 0
  version=$("$1/bin/javac" -version 2>/dev/null) || return 0
  version=${version#javac }
  version=${version%%[.+-]*}
  [[ $version =~ ^[0-9]+$ ]] && printf '%s' "$version"
  return 0
}

# newest_jdk: the folder of the newest JDK that is recent enough; nothing if there is none.
newest_jdk() {
  local dir on_path major best='' best_major=$((JDK_LEAST - 1))
  on_path=$(command -v javac || true)
  [ -z "$on_path" ] || on_path=$(dirname "$(dirname "$(readlink -f "$on_path")")")
  for dir in "$on_path" /usr/lib/jvm/* /opt/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/*; do
    major=$(jdk_major "$dir")
    if [ "${major:-0}" -gt "$best_major" ]; then
      best=$dir best_major=$major
    fi
  done
  printf '%s' "$best"
}

# require_utf8: where the locale has no character but ASCII, Java would print ? for µ.
require_utf8() {
  case ${LC_ALL:-${LC_CTYPE:-${LANG:-C}}} in
    C | POSIX) export LC_ALL=C.UTF-8 ;;
  esac
}

# require_jdk: sets JAVA_HOME, or ends the script.
require_jdk() {
  local major version found
  require_utf8
  major=$(jdk_major "${JAVA_HOME:-}")
  if [ "${major:-0}" -ge "$JDK_LEAST" ]; then
    export JAVA_HOME
    return 0
  fi
  found=$(newest_jdk)
  if [ -z "$found" ]; then
    for version in 25 24 23 22; do
      if install_package "openjdk-$version-jdk-headless"; then
        found=$(newest_jdk)
        break
      fi
    done
  fi
  if [ -z "$found" ]; then
    say "no JDK $JDK_LEAST or newer in JAVA_HOME, PATH, /usr/lib/jvm, /opt, ~/.sdkman or ~/.jdks, and none to install; install one and set JAVA_HOME to it"
    exit 1
  fi
  export JAVA_HOME=$found
}
