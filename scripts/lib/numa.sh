# shellcheck shell=bash
# Builds and runs numa-binding by itself. Sourced, from the project's root; needs jdk.sh, maven.sh,
# packages.sh.

NUMA=$PWD/numa-binding/target

# build_numa: builds the module, if it is not there.
build_numa() { build_module numa-binding; }

# exec_numa CLASS [ARGUMENT...]: becomes that program.
exec_numa() {
  exec "$JAVA_HOME/bin/java" --enable-native-access=ALL-UNNAMED \
    -cp "$NUMA/classes:$(<"$NUMA/runtime-classpath.txt")" "$@"
}
