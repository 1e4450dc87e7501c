# shellcheck shell=bash
# Builds and runs the chaos run. Sourced, from the project's root; needs jdk.sh, maven.sh,
# packages.sh.

CHAOS=$PWD/bench/chaos/target
CHAOS_STAMP=$CHAOS/built-for

# chaos_is_built: true if nothing has changed since the last build, at this very place.
chaos_is_built() {
  [ -e "$CHAOS_STAMP" ] && [ "$(<"$CHAOS_STAMP")" = "$PWD" ] || return 1
  [ -z "$(find pom.xml ./*/pom.xml ./*/src/main ./*/src/generated bench/chaos/pom.xml \
    bench/chaos/src/main -newer "$CHAOS_STAMP" -print -quit 2>/dev/null)" ]
}

# build_chaos: builds the module and its class path, if they are not there.
build_chaos() {
  local log
  chaos_is_built && return 0
  require_maven
  say "building with JDK $(jdk_major "$JAVA_HOME") in $JAVA_HOME (once)"
  log=$(mktemp)
  rm -f "$CHAOS_STAMP"
  if ! mvn -q -B -Dmaven.test.skip=true -Dspotless.check.skip=true -pl bench/chaos -am package \
    >"$log" 2>&1 </dev/null; then
    cat "$log" >&2
    rm -f "$log"
    say "the build failed, see above"
    exit 1
  fi
  rm -f "$log"
  # Written last, and dated by now: a file changed during the build is newer.
  printf '%s\n' "$PWD" >"$CHAOS_STAMP"
}

# exec_chaos ARGUMENT...: becomes the run.
exec_chaos() {
  exec "$JAVA_HOME/bin/java" --enable-native-access=ALL-UNNAMED -Xmx1g -XX:+UseSerialGC \
    -cp "$CHAOS/classes:$(<"$CHAOS/runtime-classpath.txt")" io.numetry.bench.chaos.Chaos "$@"
}
