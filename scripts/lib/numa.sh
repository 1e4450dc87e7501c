# shellcheck shell=bash
# Builds and runs numa-binding by itself. Sourced, from the project's root; needs jdk.sh, maven.sh,
# packages.sh.

NUMA=$PWD/numa-binding/target
NUMA_STAMP=$NUMA/built-for

# numa_is_built: true if nothing has changed since the last build, at this very place.
numa_is_built() {
  [ -e "$NUMA_STAMP" ] && [ "$(<"$NUMA_STAMP")" = "$PWD" ] || return 1
  [ -z "$(find pom.xml numa-binding/pom.xml numa-binding/src/main -newer "$NUMA_STAMP" \
    -print -quit 2>/dev/null)" ]
}

# build_numa: builds the module and its class path, if they are not there.
build_numa() {
  local log
  numa_is_built && return 0
  require_maven
  say "building with JDK $(jdk_major "$JAVA_HOME") in $JAVA_HOME (once)"
  log=$(mktemp)
  rm -f "$NUMA_STAMP"
  if ! mvn -q -B -Dmaven.test.skip=true -Dspotless.check.skip=true -pl numa-binding package \
    >"$log" 2>&1 </dev/null; then
    cat "$log" >&2
    rm -f "$log"
    say "the build failed, see above"
    exit 1
  fi
  rm -f "$log"
  # Written last, and dated by now: a file changed during the build is newer.
  printf '%s\n' "$PWD" >"$NUMA_STAMP"
}

# exec_numa CLASS [ARGUMENT...]: becomes that program.
exec_numa() {
  exec "$JAVA_HOME/bin/java" --enable-native-access=ALL-UNNAMED \
    -cp "$NUMA/classes:$(<"$NUMA/runtime-classpath.txt")" "$@"
}
