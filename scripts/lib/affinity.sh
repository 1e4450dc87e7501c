# shellcheck shell=bash
# Builds and runs the affinity bench. Sourced, from the project's root; needs jdk.sh, maven.sh,
# packages.sh.

AFFINITY=$PWD/bench/affinity/target
AFFINITY_STAMP=$AFFINITY/built-for

# affinity_is_built: true if nothing has changed since the last build, at this very place.
affinity_is_built() {
  [ -e "$AFFINITY_STAMP" ] && [ "$(<"$AFFINITY_STAMP")" = "$PWD" ] || return 1
  [ -z "$(find pom.xml ./*/pom.xml ./*/src/main ./*/src/generated bench/affinity/pom.xml \
    bench/support/pom.xml bench/affinity/src/main bench/support/src/main \
    -newer "$AFFINITY_STAMP" -print -quit 2>/dev/null)" ]
}

# build_affinity: builds the module and its class path, if they are not there.
build_affinity() {
  local log
  affinity_is_built && return 0
  require_maven
  say "building with JDK $(jdk_major "$JAVA_HOME") in $JAVA_HOME (once)"
  log=$(mktemp)
  rm -f "$AFFINITY_STAMP"
  if ! mvn -q -B -Dmaven.test.skip=true -Dspotless.check.skip=true -pl bench/affinity -am package \
    >"$log" 2>&1 </dev/null; then
    cat "$log" >&2
    rm -f "$log"
    say "the build failed, see above"
    exit 1
  fi
  rm -f "$log"
  # Written last, and dated by now: a file changed during the build is newer.
  printf '%s\n' "$PWD" >"$AFFINITY_STAMP"
}

# exec_affinity JVM_OPTION... -- ARGUMENT...: becomes the bench. Its heap is there from the start and
# is not collected in parallel: the bench shall disturb its own loops as little as can be.
exec_affinity() {
  local options=()
  while [ "$1" != -- ]; do
    options+=("$1")
    shift
  done
  shift
  exec "$JAVA_HOME/bin/java" --enable-native-access=ALL-UNNAMED -XX:+UseSerialGC -XX:-UsePerfData \
    -Xms384m -Xmx384m -Xmn256m "${options[@]}" \
    -cp "$AFFINITY/classes:$(<"$AFFINITY/runtime-classpath.txt")" \
    io.numetry.bench.affinity.AffinityBench "$@"
}
