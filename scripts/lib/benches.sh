# shellcheck shell=bash
# Builds and runs the benches of bench/jmh. Sourced, from the project's root; needs jdk.sh, maven.sh,
# packages.sh.

BENCH_ROOT=$PWD
BENCH_JAR=$PWD/bench/jmh/target/numetry-jmh.jar
BENCH_STAMP=$PWD/bench/jmh/target/built-for

# benches_are_built: true if nothing has changed since the last build, at this very place.
benches_are_built() {
  [ -e "$BENCH_JAR" ] && [ -e "$BENCH_STAMP" ] && [ "$(<"$BENCH_STAMP")" = "$PWD" ] || return 1
  [ -z "$(find pom.xml ./*/pom.xml bench/support/pom.xml bench/jmh/pom.xml docs/examples/pom.xml \
    ./*/src/main ./*/src/generated bench/support/src/main bench/jmh/src/main docs/examples/src/main \
    -newer "$BENCH_STAMP" -print -quit 2>/dev/null)" ]
}

# build_benches: builds the jar, if it is not there.
build_benches() {
  local log
  benches_are_built && return 0
  require_maven
  say "building with JDK $(jdk_major "$JAVA_HOME") in $JAVA_HOME (once)"
  log=$(mktemp)
  rm -f "$BENCH_STAMP"
  if ! mvn -q -B -Dmaven.test.skip=true -Dspotless.check.skip=true -pl bench/jmh -am package \
    >"$log" 2>&1 </dev/null; then
    cat "$log" >&2
    rm -f "$log"
    say "the build failed, see above"
    exit 1
  fi
  rm -f "$log"
  # Written last, and dated by now: a file changed during the build is newer.
  printf '%s\n' "$PWD" >"$BENCH_STAMP"
}

# bench_commit: of the sources, with a plus if they were changed since.
bench_commit() {
  local commit
  commit=$(git rev-parse --short HEAD 2>/dev/null) || { printf 'unknown'; return; }
  git diff --quiet HEAD -- . 2>/dev/null || commit+=+
  printf '%s' "$commit"
}

# exec_bench CLASS ARGUMENT...: becomes that program, in the folder that the user is in.
exec_bench() {
  local commit
  commit=$(bench_commit)
  cd "${from:-$PWD}" || exit # files in the arguments are named from there
  exec "$JAVA_HOME/bin/java" --enable-native-access=ALL-UNNAMED -XX:+UseSerialGC \
    "-Dnumetry.bench.root=$BENCH_ROOT" "-Dnumetry.bench.commit=$commit" -cp "$BENCH_JAR" "$@"
}
