# call NUMBER: citizens on the local carrier trunk, played by SIPp with real RTP.

CARRIER_ADDRESS=127.0.0.2 # the trunk is known by its address (asterisk-config/pjsip.conf)
ANSWER_SECONDS=120        # a citizen who hears no answer gives up after this time

call() {
  local called=${1:-} from= seconds=20 dtmf= count=1 rate=1 tone=440 dir=; shift
  [[ $called =~ ^[^-]+$ ]] || die "call needs the number that is dialled: ./hotline call 12345"
  while [ $# -gt 0 ]; do
    case $1 in
      --from) [ $# -ge 2 ] || die "--from needs a value."; from=$2 ; shift 2 ;;
      --seconds) seconds=$(number "$@") || exit 1; shift 2 ;;
      --dtmf) dtmf=$(value "$@") || exit 1; shift 2 ;;
      --count) count=$(number "$@") || exit 1; shift 2 ;;
      --rate) rate=$(value "$@") || exit 1; shift 2 ;;
      --tone) tone=$(number "$@") || exit 1; shift 2 ;;
      --data) dir=$(value "$@") || exit 1; shift 2 ;;
      *) die "call knows no '$1' (./hotline help)." ;;
    esac
  done
  [[ $dtmf =~ ^[0-9*#A-D]*$ ]] || die "--dtmf takes 0-9 * # A-D."
  [[ $rate =~ ^[0-9]+(\.[0-9]+)?$ ]] || die "--rate needs a number."
  needs node ports sound callers
  DATA=$(data_folder "$dir")
  settings_load "$DATA"
  # Not only that somebody listens: another Hotline may, and would get these calls.
  running "$DATA" && [ -n "$(holder u "$SIP_PORT")" ] || die "Hotline is not up on $DATA: ./hotline up"
  local work; work=$(mktemp -d); CALL_WORK=$work
  trap 'call_end; exit 130' INT TERM HUP
  trap call_end EXIT
  sox -n -t raw -r 8000 -c 1 -e a-law "$work/tone.al" synth 4 sine "$tone" vol 0.3 || die "sox could not make a tone of $tone Hz."
  node "$ROOT/tools/sipp/caller.mjs" scenario "$work" "$seconds" "$ANSWER_SECONDS" "$dtmf" "$count" "$from" || exit 1
  run_callers "$called" "$work" "$count" "$rate"
}

run_callers() {
  local called=$1 work=$2 count=$3 rate=$4 tries code=254 result=1
  # Two callers' processes must not share a port: one that is taken ends SIPp at once (254), and another is tried.
  for ((tries = 0; tries < 8 && code == 254; tries++)); do
    local media=$((40000 + RANDOM % 10000 * 2)) period=1000
    : >"$work/log"
    # Rates below one per second are written as calls per longer period.
    local calls=$rate
    if [[ $rate == *.* ]]; then read -r calls period < <(awk -v r="$rate" 'BEGIN { if (r <= 0) r = 1; if (r >= 1) print int(r * 10 + .5), 10000; else print 1, int(1000 / r) }'); fi
    sipp -sf "$work/scenario.xml" -inf "$work/callers.csv" -i $CARRIER_ADDRESS -mi $CARRIER_ADDRESS -mp $media -s "$(urlencode "$called")" \
      -m "$count" -l "$count" -r "$calls" -rp "$period" -nostdin -trace_logs -log_file "$work/log" -trace_err -error_file "$work/errors" \
      -timeout_error "127.0.0.1:$SIP_PORT" </dev/null >"$work/screen" 2>&1 &
    CALL_PID=$!
    node "$ROOT/tools/sipp/caller.mjs" report "$work" "$count" &
    local reporter=$!
    wait $CALL_PID; code=$?; CALL_PID=
    : >"$work/done"
    wait $reporter; result=$?
    rm -f "$work/done"
  done
  [ $code != 254 ] || { tail -n 2 "$work/errors" "$work/screen" >&2; die "SIPp found no free port."; }
  return $result
}

urlencode() { node -e 'process.stdout.write(encodeURIComponent(process.argv[1]).replace(/%2B/g, "+"))' -- "$1"; }

call_end() {
  trap - EXIT
  [ -z "${CALL_PID:-}" ] || { kill -USR1 "$CALL_PID" 2>/dev/null; sleep 0.3; kill "$CALL_PID" 2>/dev/null; }
  rm -rf "$CALL_WORK"
}
