# What every part needs: messages, folders, options.

# Progress goes to stderr, results to stdout.
say() { printf '%s\n' "$*" >&2; }
die() { printf 'hotline: %s\n' "$*" >&2; exit 1; }

is_root() { [ "$(id -u)" = 0 ]; }

# The cache is kept between starts. Asterisk runs without rights and must be able to read it there.
cache_folder() {
  if [ -n "${HOTLINE_CACHE:-}" ]; then echo "$HOTLINE_CACHE"
  elif is_root && ! reachable "$HOME"; then echo /var/cache/hotline
  else echo "$HOME/.cache/hotline"; fi
}

# value OPTION VALUE: the value of an option, or an error.
value() { [ -n "${2:-}" ] || die "$1 needs a value."; printf '%s' "$2"; }
number() { [[ ${2:-} =~ ^[0-9]+$ ]] || die "$1 needs a number, not '${2:-}'."; printf '%s' "$2"; }

# data_folder DIR: absolute; the default is ./data of the repository, or for root the system's place where the parts' users cannot come there.
data_folder() {
  local default=$ROOT/data
  ! is_root || [ -e "$default/hotline.json" ] || reachable "$ROOT" || default=/var/lib/hotline
  realpath -m -- "${1:-$default}"
}
