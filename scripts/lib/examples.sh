# shellcheck shell=bash
# Builds and runs the examples. Sourced, from the project's root; needs jdk.sh, maven.sh, packages.sh.

EXAMPLES=$PWD/docs/examples/target

# build_examples: builds what the examples run with, if it is not there.
build_examples() { build_module docs/examples ./*/pom.xml ./*/src/main ./*/src/generated; }

# exec_example CLASS [JVM OPTION...] -- [ARGUMENT...]: becomes that program.
exec_example() {
  local class=$1 options=()
  shift
  while [ "$1" != -- ]; do
    options+=("$1")
    shift
  done
  shift
  exec "$JAVA_HOME/bin/java" --enable-native-access=ALL-UNNAMED \
    -Dslf4j.internal.verbosity=ERROR "${options[@]}" \
    -cp "$EXAMPLES/classes:$(<"$EXAMPLES/runtime-classpath.txt")" "$class" "$@"
}
