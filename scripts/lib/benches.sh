# shellcheck shell=bash
# Builds and runs the benches of bench/jmh. Sourced, from the project's root; needs jdk.sh, maven.sh,
# packages.sh.

BENCH_ROOT=$PWD
BENCH_JAR=$PWD/bench/jmh/target/numetry-jmh.jar

# build_benches: builds the jar, if it is not there.
build_benches() {
  build_module bench/jmh ./*/pom.xml ./*/src/main ./*/src/generated bench/support/pom.xml \
    docs/examples/pom.xml bench/support/src/main docs/examples/src/main
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
  local commit options=()
  # JMH uses sun.misc.Unsafe, of which JDK 24 and later would warn; JDK 22 does not know the option.
  [ "$(jdk_major "$JAVA_HOME")" -lt 23 ] || options+=(--sun-misc-unsafe-memory-access=allow)
  commit=$(bench_commit)
  cd "${from:-$PWD}" || exit # files in the arguments are named from there
  exec "$JAVA_HOME/bin/java" --enable-native-access=ALL-UNNAMED -XX:+UseSerialGC "${options[@]}" \
    "-Dnumetry.bench.root=$BENCH_ROOT" "-Dnumetry.bench.commit=$commit" -cp "$BENCH_JAR" "$@"
}
