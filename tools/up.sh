# up [all|asterisk]: everything in the foreground until Ctrl-C.

READY_MS=90000    # a server that takes no call after this time is an error at the first start
FIRST_TRIES=3     # so often may the server fail before it was ever ready
REPLACED=75       # the server's exit code for "another instance has taken over"
MISCONFIGURED=78  # the server's exit code for "my configuration is wrong"

up() {
  # A shell that starts us in the background has SIGINT ignored, and bash cannot take that back: begin again with it heard.
  if (( 0x$(awk '/^SigIgn/ {print $2}' /proc/$$/status) & 2 )) && [ -z "${HOTLINE_HEARS:-}" ]; then
    local again=up; [ "$1" = all ] || again=$1; shift
    HOTLINE_HEARS=1 exec env --default-signal=INT "$ROOT/hotline" "$again" "$@"
  fi
  unset HOTLINE_HEARS
  local what=$1 port= demo= database= city= dir=; shift
  while [ $# -gt 0 ]; do
    case $1 in
      --demo) demo=1; shift ;;
      --port) port=$(number "$@") || exit 1; shift 2 ;;
      --database) database=$(value "$@") || exit 1; shift 2 ;;
      --city) city=$(value "$@") || exit 1; shift 2 ;;
      --data) dir=$(value "$@") || exit 1; shift 2 ;;
      *) die "up knows no '$1' (./hotline help)." ;;
    esac
  done
  choose_data "$dir" "$port"
  cd "$ROOT" || exit 1 # from here hotline.json names the city
  local own=(); [ "$database" != postgres ] && ! own_postgres || own=(postgres zones)
  # shellcheck disable=SC2046
  needs "${NEEDS_DOTNET[@]}" asterisk "${own[@]}" web ports $(prompts_need "$DATA")
  hold_data
  trap 'STOPPING=1' INT TERM HUP
  trap shut_down EXIT
  end_leftovers "$DATA"
  settings_make "$DATA" "$port" "$demo" "$database" "$city"
  settings_load "$DATA"
  check_ports "$what"
  # At a first start the network fetches Asterisk while the processor builds the rest.
  if [ "$what" = all ] && ! has_asterisk; then setsid "$ROOT/hotline" fetch </dev/null >/dev/null 9>&- & PID["fetch"]=$!; fi
  [ "$what" != all ] || build_all; stop_if_asked
  await_fetch
  find_asterisk; stop_if_asked
  reach_asterisk "$DATA"
  [ "$what" != all ] || reach_all "$DATA"
  prepare_asterisk "$DATA"
  if [ "$what" = all ] && own_postgres; then find_postgres; prepare_postgres "$DATA"; start_postgres; await_postgres; fi
  make_prompts "$DATA"; stop_if_asked
  asterisk_command "$DATA"; server_command
  start_asterisk; await_asterisk
  if [ "$what" = all ]; then start_server; start_watchdog; else echo "Asterisk is ready: $ARI_URL"; fi
  watch "$what"
}

await_fetch() {
  local code
  [ -n "${PID[fetch]:-}" ] || return 0
  wait "${PID[fetch]}"; code=$?
  stop_if_asked
  unset "PID[fetch]"
  [ $code = 0 ] || exit 1 # it said why
}

check_ports() {
  local hint="hotline.json in $DATA remembers it; stop the other one, or change it there."
  [ "$1" != all ] || check_free t "$HTTP_PORT" "the desk" "Stop it, or give another --port."
  check_free u "$SIP_PORT" "SIP" "$hint"
  check_free t "$ARI_PORT" "Asterisk's ARI" "$hint"
  check_free t "$AMI_PORT" "Asterisk's AMI" "$hint"
}

start_asterisk() { : >"$DATA/log/asterisk.log"; launch asterisk "$DATA/log/asterisk.log" "$DATA/log/asterisk.log" "${AST_COMMAND[@]}"; }

await_asterisk() {
  say "Starting Asterisk ${AST_VERSION%%+*} …"
  local tries
  for ((tries = 0; tries < 200; tries++)); do
    stop_if_asked
    if ! alive asterisk; then break; fi
    if grep -q 'Asterisk Ready' "$DATA/log/asterisk.log" && ari asterisk/ping >/dev/null; then return; fi
    pause 0.05
  done
  grep -E 'ERROR|WARNING|Unable|rror' "$DATA/log/asterisk.log" | tail -n 8 >&2
  die "Asterisk does not start (all it said: $DATA/log/asterisk.log)."
}

# While the file hotline.hold lies in DIR, a server that ended stays down (to replace it, or to work on its database): Asterisk
# goes on, and the watchdog serves the callers by the fallback queue. Once the file is gone the server starts.
# The server's standard output is the terminal (sign-ins are printed there once); what goes wrong is kept in a file.
start_server() {
  [ -n "${READY:-}" ] || say "Starting the server …"
  SERVER_UP=
  # What an earlier start said is kept once, and not shown as this one's.
  [ -n "${ERR_KEPT:-}" ] || { ERR_KEPT=1; [ ! -s "$DATA/log/server.err" ] || mv "$DATA/log/server.err" "$DATA/log/server.err.1"; }
  HOTLINE_ROOT=$PROGRAMS ASPNETCORE_CONTENTROOT=$PROGRAMS/src/AgentHub ASPNETCORE_WEBROOT=$PROGRAMS/src/AgentHub/wwwroot DOTNET_gcServer=0 \
    launch server "" "$DATA/log/server.err" "${SERVER_COMMAND[@]}"
}

start_watchdog() { launch watchdog "$DATA/log/watchdog.log" "$DATA/log/watchdog.log" "${WATCHDOG_COMMAND[@]}"; }

watch() {
  local what=$1 checked=0
  while stop_if_asked; do
    if ended asterisk; then say "Asterisk ended (code $CODE) and is started again."; fi
    if due asterisk; then start_asterisk; fi
    if [ "$what" = all ]; then
      if ended postgres; then say "PostgreSQL ended (code $CODE) and is started again."; fi
      if due postgres; then start_postgres; fi
      if ended server; then server_ended; fi
      if due server && [ ! -e "$DATA/hotline.hold" ]; then start_server; fi
      if ended watchdog; then say "The watchdog ended (code $CODE) and is started again."; fi
      if due watchdog; then start_watchdog; fi
      now_ms
      if [ -z "$SERVER_UP" ] && alive server && [ $((NOW - checked)) -ge 200 ]; then checked=$NOW; check_ready; fi
    fi
    pause 0.1
  done
}

server_ended() {
  if [ "$CODE" = $REPLACED ]; then
    unset "DUE[server]"
    say "Another instance of the server has taken over: this one is not started again."
  elif [ "$CODE" = $MISCONFIGURED ] || { [ -z "${READY:-}" ] && [ "${FAILED[server]}" -ge $FIRST_TRIES ]; }; then
    grep -vE '^\s+at |^\s*$|^---| (info|warn): ' "$DATA/log/server.err" | tail -n 6 >&2
    die "The server does not start (code $CODE; all it said: $DATA/log/server.err)."
  else
    say "The server ended (code $CODE) and is started again."
  fi
}

check_ready() {
  local health
  health=$(curl -s -m 1 "http://$HTTP_ADDRESS:$HTTP_PORT/healthz" | tr -d ' \n')
  if [[ $health == *'"ready":true'* ]]; then
    SERVER_UP=1
    if [ -n "${READY:-}" ]; then say "The server is back."; else READY=1; echo "Hotline is ready: http://$HTTP_ADDRESS:$HTTP_PORT"; fi
  elif [ -z "${READY:-}" ] && [ $((NOW - STARTED[server])) -gt $READY_MS ]; then
    die "The server runs but takes no call: ${health:-it does not answer} (log: $DATA/log)."
  fi
}

stop_if_asked() { [ -z "${STOPPING:-}" ] || exit 0; }

shut_down() {
  local code=$?
  trap '' INT TERM HUP
  trap - EXIT
  if [ ${#PID[@]} -gt 0 ]; then
    say "Stopping …"
    stop fetch watchdog server
    stop asterisk postgres
    rm -f "$DATA/hotline.pids"
    say "Everything is stopped."
  fi
  exit "$code"
}
