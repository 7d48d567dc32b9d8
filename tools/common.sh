# What every part needs: messages, prerequisites, packages, options.

# Progress goes to stderr, results to stdout.
say() { printf '%s\n' "$*" >&2; }
die() { printf 'hotline: %s\n' "$*" >&2; exit 1; }

is_root() { [ "$(id -u)" = 0 ]; }

# The .NET SDK and Node are the two things that a person installs; all else is fetched.
check_prerequisites() {
  local sdk node
  sdk=$(cd "$ROOT" && dotnet --version 2>/dev/null)
  case $sdk in
    10.*) ;;
    '') die "The .NET 10 SDK is missing. Install package dotnet-sdk-10.0 or take it from https://dotnet.microsoft.com/download/dotnet/10.0" ;;
    *) die "The .NET 10 SDK is needed, here is $sdk. Take it from https://dotnet.microsoft.com/download/dotnet/10.0" ;;
  esac
  node=$(node --version 2>/dev/null)
  case $node in
    v2[0-9].* | v[3-9][0-9].*) ;;
    '') die "Node 20 is missing. Install package nodejs (20 or newer) or take it from https://nodejs.org" ;;
    *) die "Node 20 or newer is needed, here is $node. Take it from https://nodejs.org" ;;
  esac
}

# need COMMAND PACKAGE [COMMAND PACKAGE ...]: installs what is missing, as root; else says what to type.
need() {
  local missing=()
  while [ $# -gt 1 ]; do
    command -v "$1" >/dev/null || missing+=("$2")
    shift 2
  done
  need_packages "${missing[@]}"
}

need_packages() {
  [ $# -eq 0 ] && return
  command -v apt-get >/dev/null || die "Please install: $*"
  is_root || die "Please install what is missing: sudo apt-get install -y --no-install-recommends $*"
  say "Installing $* …"
  local log; log=$(mktemp)
  if ! { apt-get install -y --no-install-recommends "$@" || { apt-get update && apt-get install -y --no-install-recommends "$@"; }; } >"$log" 2>&1; then
    tail -n 5 "$log" >&2; rm -f "$log"
    die "The packages could not be installed: $*"
  fi
  rm -f "$log"
}

# The cache is kept between starts. Asterisk runs without rights and must be able to read it there.
cache_folder() {
  if [ -n "${HOTLINE_CACHE:-}" ]; then echo "$HOTLINE_CACHE"
  elif is_root && ! reachable "$HOME"; then echo /var/cache/hotline
  else echo "$HOME/.cache/hotline"; fi
}

# Whether Asterisk's user (UNPRIVILEGED) can enter a folder.
UNPRIVILEGED=65534
reachable() { setpriv --reuid $UNPRIVILEGED --regid $UNPRIVILEGED --clear-groups test -x "$1" 2>/dev/null; }

# value OPTION VALUE: the value of an option, or an error.
value() { [ -n "${2:-}" ] || die "$1 needs a value."; printf '%s' "$2"; }
number() { [[ ${2:-} =~ ^[0-9]+$ ]] || die "$1 needs a number, not '${2:-}'."; printf '%s' "$2"; }

# data_folder DIR: absolute; the default is ./data of the repository.
data_folder() { realpath -m -- "${1:-$ROOT/data}"; }
