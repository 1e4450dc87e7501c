# shellcheck shell=bash
# Builds and runs the affinity bench. Sourced, from the project's root; needs jdk.sh, maven.sh,
# packages.sh.

AFFINITY=$PWD/bench/affinity/target

# build_affinity: builds the module, if it is not there.
build_affinity() {
  build_module bench/affinity ./*/pom.xml ./*/src/main ./*/src/generated bench/support/pom.xml bench/support/src/main
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
