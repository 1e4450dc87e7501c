# shellcheck shell=bash
# Builds and runs the examples. Sourced, from the project's root; needs jdk.sh, maven.sh, packages.sh.

EXAMPLES=$PWD/docs/examples/target
EXAMPLES_STAMP=$EXAMPLES/built-for

# examples_are_built: true if nothing has changed since the last build, at this very place.
examples_are_built() {
  [ -e "$EXAMPLES_STAMP" ] && [ "$(<"$EXAMPLES_STAMP")" = "$PWD" ] || return 1
  [ -z "$(find pom.xml ./*/pom.xml docs/examples/pom.xml ./*/src/main ./*/src/generated \
    docs/examples/src/main -newer "$EXAMPLES_STAMP" -print -quit 2>/dev/null)" ]
}

# build_examples: builds what the examples run with, if it is not there.
build_examples() {
  local log
  examples_are_built && return 0
  require_maven
  say "building with $(mvn_java) (once)"
  log=$(mktemp)
  rm -f "$EXAMPLES_STAMP"
  if ! mvn -q -B -Dmaven.test.skip=true -Dspotless.check.skip=true -pl docs/examples -am package \
    >"$log" 2>&1 </dev/null; then
    cat "$log" >&2
    rm -f "$log"
    say "the build failed, see above"
    exit 1
  fi
  rm -f "$log"
  # Written last, and dated by now: a file changed during the build is newer.
  printf '%s\n' "$PWD" >"$EXAMPLES_STAMP"
}

mvn_java() { printf 'JDK %s in %s' "$(jdk_major "$JAVA_HOME")" "$JAVA_HOME"; }

# exec_example CLASS [JVM OPTION...] -- [ARGUMENT...]: becomes that program.
exec_example() {
  local class=$1 options=()
  shift
  while [ "$1" != -- ]; do
    options+=("$1")
    shift
  done
  shift
  exec "$JAVA_HOME/bin/java" --enable-native-access=ALL-UNNAMED "${options[@]}" \
    -cp "$EXAMPLES/classes:$(<"$EXAMPLES/runtime-classpath.txt")" "$class" "$@"
}
