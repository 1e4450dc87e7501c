# shellcheck shell=bash
# Builds and runs the chaos run. Sourced, from the project's root; needs jdk.sh, maven.sh,
# packages.sh.

CHAOS=$PWD/bench/chaos/target

# build_chaos: builds the module, if it is not there.
build_chaos() { build_module bench/chaos ./*/pom.xml ./*/src/main ./*/src/generated; }

# exec_chaos ARGUMENT...: becomes the run.
exec_chaos() {
  exec "$JAVA_HOME/bin/java" --enable-native-access=ALL-UNNAMED -Xmx1g -XX:+UseSerialGC \
    -cp "$CHAOS/classes:$(<"$CHAOS/runtime-classpath.txt")" io.numetry.bench.chaos.Chaos "$@"
}
