# status: what runs on DIR, its versions, and the floor now.

status() {
  local dir= running=
  while [ $# -gt 0 ]; do
    case $1 in
      --data) dir=$(value "$@") || exit 1; shift 2 ;;
      *) die "status knows no '$1' (./hotline help)." ;;
    esac
  done
  needs sdk node web ports processes
  DATA=$(data_folder "$dir")
  settings_load "$DATA"
  find_asterisk
  echo "Data       $DATA ($(du -sh "$DATA" 2>/dev/null | cut -f1))"
  echo "Versions   Hotline $(git -C "$ROOT" describe --tags --always --dirty 2>/dev/null || echo unknown), Asterisk ${AST_VERSION%%+*}, .NET $(cd "$ROOT" && dotnet --version), Node $(node --version)"
  if ! running "$DATA"; then
    echo "State      not running"
    return 3
  fi
  local name pid
  while read -r name pid; do
    if kill -0 "$pid" 2>/dev/null; then
      printf '%-10s pid %s, up %s, %s MB\n' "${name^}" "$pid" "$(ps -o etime= -p "$pid" | tr -d ' ')" "$(($(ps -o rss= -p "$pid") / 1024))"
    else
      printf '%-10s not running\n' "${name^}"
    fi
    running="$running $name"
  done < <(sort "$DATA/hotline.pids" 2>/dev/null)
  echo "Trunks     SIP $SIP_ADDRESS:$SIP_PORT (carrier $CARRIER, sub-centre $SUBCENTRE), RTP $RTP_START-$RTP_END"
  echo "Calls      $(asterisk_cli "$DATA" 'core show channels count' | sed 's/ of [0-9]* max.*//' | paste -sd, | sed 's/,/, /g')"
  echo "Fallback   $(asterisk_cli "$DATA" 'queue show fallback' | sed -nE '1s/ in .*//p')"
  [[ $running == *server* ]] || return 0
  echo "Desk       http://$HTTP_ADDRESS:$HTTP_PORT"
  curl -s -m 2 "http://$HTTP_ADDRESS:$HTTP_PORT/healthz" | node "$ROOT/tools/health.mjs"
}
