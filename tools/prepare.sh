# prepare: DIR made ready for a start: hotline.json, Asterisk's run folder, the announcements. "up" does the same at every start; the
# command is for where others start the services (docs/containers.md).

prepare() {
  local port= demo= database= city= dir=
  while [ $# -gt 0 ]; do
    case $1 in
      --demo) demo=1; shift ;;
      --port) port=$(number "$@") || exit 1; shift 2 ;;
      --database) database=$(value "$@") || exit 1; shift 2 ;;
      --city) city=$(value "$@") || exit 1; shift 2 ;;
      --data) dir=$(value "$@") || exit 1; shift 2 ;;
      *) die "prepare knows no '$1' (./hotline help)." ;;
    esac
  done
  choose_data "$dir" "$port"
  cd "$ROOT" || exit 1 # from here hotline.json names the city
  # shellcheck disable=SC2046
  needs node asterisk ports $(prompts_need "$DATA")
  hold_data
  settings_make "$DATA" "$port" "$demo" "$database" "$city"
  settings_load "$DATA"
  find_asterisk
  reach_asterisk "$DATA"
  prepare_asterisk "$DATA"
  make_prompts "$DATA"
  say "$DATA is ready for a start with Asterisk ${AST_VERSION%%+*}."
}

# choose_data DIR PORT: sets DATA; what cannot be served is said at once.
choose_data() {
  [ -z "$2" ] || { [ "$2" -ge 1 ] && [ "$2" -le 65535 ]; } || die "--port needs a number from 1 to 65535."
  DATA=$(data_folder "$1")
  [[ $DATA =~ ^[A-Za-z0-9/._-]+$ ]] || die "--data: Asterisk's files bear no blanks or special characters in $DATA."
}

# hold_data: DATA is ours alone until we end.
hold_data() {
  make_roots_data "$DATA"
  exec 9>>"$DATA/hotline.lock" || die "$DATA cannot be written."
  flock -n 9 || die "Hotline runs already on $DATA (pid $(tail -n 1 "$DATA/hotline.lock")). Stop it, or give another --data."
  echo $$ >"$DATA/hotline.lock"
}
