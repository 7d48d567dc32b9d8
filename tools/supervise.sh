# Processes that are kept running: started in a process group of their own, restarted with back-off, stopped together.

BACKOFF_MS=(200 500 1000 2000 5000) # the wait before the n-th start in a row
STEADY_MS=60000                     # a process that lived this long starts again without having to wait
declare -A PID=() STARTED=() FAILED=() DUE=() ENDED=()

# Milliseconds, without a process of its own.
now_ms() { NOW=$((${EPOCHREALTIME/[.,]/} / 1000)); }

# pause SECONDS: without a process of its own; signals are served meanwhile.
pause() {
  [ -n "${TICK:-}" ] || exec {TICK}<> <(:)
  read -r -t "$1" -u "$TICK" || true
}

# launch NAME OUT ERR COMMAND …: OUT and ERR are files or "" for our own stdout. The kernel ends the process should we be killed.
launch() {
  local name=$1 out=$2 err=$3; shift 3
  now_ms; STARTED[$name]=$NOW; unset "ENDED[$name]" "DUE[$name]"
  if [ -n "$out" ]; then setsid "$@" </dev/null >>"$out" 2>>"$err" 9>&- &
  else setsid "$@" </dev/null 2>>"$err" 9>&- &
  fi
  PID[$name]=$!
  record_processes
}

# The process table of DIR, for "status" and for a start after we were killed.
# Renamed into its place: what somebody else left under that name is replaced, and not written through.
record_processes() {
  local name
  for name in "${!PID[@]}"; do echo "$name ${PID[$name]}"; done >"$DATA/log/.pids"
  mv -fT "$DATA/log/.pids" "$DATA/hotline.pids"
}

alive() { [ -n "${PID[$1]:-}" ] && kill -0 "${PID[$1]}" 2>/dev/null; }

# ended NAME: true once, when the process has gone; its exit code is in CODE and the time of its next start in DUE.
ended() {
  local name=$1
  [ -n "${PID[$name]:-}" ] && [ -z "${ENDED[$name]:-}" ] && ! alive "$name" || return 1
  wait "${PID[$name]}" 2>/dev/null; CODE=$?
  ENDED[$name]=1
  kill -KILL -- "-${PID[$name]}" 2>/dev/null # what it may have left of its group
  now_ms
  local failed=${FAILED[$name]:-0}
  [ $((NOW - ${STARTED[$name]})) -lt $STEADY_MS ] || failed=0
  local step=$((failed < ${#BACKOFF_MS[@]} ? failed : ${#BACKOFF_MS[@]} - 1))
  FAILED[$name]=$((failed + 1))
  DUE[$name]=$((NOW + ${BACKOFF_MS[$step]}))
}

due() { now_ms; [ -n "${DUE[$1]:-}" ] && [ "$NOW" -ge "${DUE[$1]}" ]; }

# stop NAME …: asks the groups to end, waits up to 6 s, then ends them.
stop() {
  local name group tries
  for name in "$@"; do [ -z "${PID[$name]:-}" ] || kill -TERM -- "-${PID[$name]}" 2>/dev/null; done
  for ((tries = 0; tries < 60; tries++)); do
    local left=
    for name in "$@"; do
      group=${PID[$name]:-}
      [ -z "$group" ] || ! kill -0 -- "-$group" 2>/dev/null || left=1
    done
    [ -n "$left" ] || break
    pause 0.1
  done
  for name in "$@"; do
    group=${PID[$name]:-}
    [ -z "$group" ] && continue
    kill -KILL -- "-$group" 2>/dev/null && say "$name did not end by itself and was ended."
    wait "$group" 2>/dev/null
    unset "PID[$name]"
  done
}

# end_leftovers DIR: after a killed start; only processes that name this DIR.
end_leftovers() {
  local name pid
  [ -f "$1/hotline.pids" ] || return 0
  while read -r name pid; do
    if [[ $pid =~ ^[0-9]+$ ]] && [ -e "/proc/$pid" ] && tr '\0' ' ' 2>/dev/null <"/proc/$pid/cmdline" | grep -qF -- "$1"; then
      say "Ending $name (pid $pid), left by an earlier start …"
      PID[$name]=$pid
    fi
  done <"$1/hotline.pids"
  [ ${#PID[@]} -eq 0 ] || stop "${!PID[@]}"
  PID=()
  rm -f "$1/hotline.pids"
}

# running DIR: whether a start holds DIR.
running() { [ -e "$1/hotline.lock" ] && ! (flock -n 9) 9>>"$1/hotline.lock"; }
