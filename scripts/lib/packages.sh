# shellcheck shell=bash
# What the other scripts say and install. Sourced, from the project's root.

# say TEXT: a line for the person, not for whoever reads the output.
say() { printf '%s: %s\n' "${0##*/}" "$*" >&2; }

# help_if_asked ARGUMENT...: ends the script with its own first lines if they ask for help.
help_if_asked() {
  case ${1:-} in -h | --help) ;; *) return 0 ;; esac
  sed -n '2,/^[^#]/{s/^# \{0,1\}//p}' "scripts/${0##*/}"
  exit 0
}

# refuse_arguments ARGUMENT...: ends the script if there are any.
refuse_arguments() {
  [ $# -gt 0 ] || return 0
  say "takes no arguments, and not $1; --help tells what it does"
  exit 2
}

# install_package NAME: installs a Debian package if this user may; fails silently if not.
install_package() {
  [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || return 1
  if ! apt-cache show "$1" >/dev/null 2>&1; then
    # once: the index may never have been fetched
    [ -z "${PACKAGE_INDEX_FETCHED:-}" ] || return 1
    PACKAGE_INDEX_FETCHED=yes
    apt-get -qq update >/dev/null 2>&1 || return 1
    apt-cache show "$1" >/dev/null 2>&1 || return 1
  fi
  say "installing $1"
  DEBIAN_FRONTEND=noninteractive apt-get -qq -y --no-install-recommends install "$1" >/dev/null 2>&1
}

# offer_libnuma: Numetry binds memory with it, and works without.
offer_libnuma() {
  local place
  for place in /lib /usr/lib /usr/local/lib; do
    if [ -n "$(find "$place"/ -maxdepth 2 -name 'libnuma.so.1' -print -quit 2>/dev/null)" ]; then
      return 0
    fi
  done
  install_package libnuma1 || say "libnuma is not installed: memory will not be bound to NUMA nodes"
}
