# DIR/hotline.json and the ports in it.

taken_ports() { ss -H -ln"$1" | awk '{ n = split($4, part, ":"); print part[n] }' | sort -un | paste -sd,; }

# settings_make DIR PORT DEMO [DATABASE] [CITY], then settings_load DIR: the file's values become variables.
settings_make() {
  mkdir -p "$1"/{log,asterisk} && chmod 700 "$1/log" || die "$1 cannot be written."
  local name
  for name in data journal; do # the server's: made once, and not touched by root after that
    [ ! -L "$1/$name" ] || ! is_root || die "$1/$name is a link. Remove it: a start by root follows none there."
    [ -d "$1/$name" ] || mkdir -m 700 "$1/$name" || die "$1 cannot be written."
    ! is_root || [ "$(stat -c %u -- "$1/$name")" != 0 ] || chown -h "$SERVER_USER:$SERVER_USER" "$1/$name"
  done
  node "$ROOT/tools/settings.mjs" make "$1" "$(taken_ports t)" "$(taken_ports u)" "$2" "$3" "${4:-}" "${5:-}" || exit 1
  ! is_root || { chown "root:$READERS" "$1/hotline.json" && chmod 640 "$1/hotline.json"; }
}

settings_load() {
  [ -f "$1/hotline.json" ] || die "Nothing has run in $1 yet: ./hotline up --data $1"
  local text; text=$(node "$ROOT/tools/settings.mjs" shell "$1") || exit 1
  eval "$text"
}

# holder PROTOCOL PORT: who listens there, as "name (pid N)"; empty when nobody does.
holder() {
  local line; line=$(ss -H -lnp"$1" "sport = :$2" | head -n 1)
  [ -n "$line" ] || return 0
  sed -nE 's/.*users:\(\("([^"]*)",pid=([0-9]+).*/\1 (pid \2)/p; t; s/.*/a process that this user may not see/p' <<<"$line"
}

# check_free PROTOCOL PORT PURPOSE HINT: a clear error when the port is taken.
check_free() {
  local who; who=$(holder "$1" "$2")
  [ -z "$who" ] || die "Port $2 for $3 is in use by $who. $4"
}
