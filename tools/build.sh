# The server, the watchdog and the desk, built when their sources are newer than what was built.

SERVER_DLL=$ROOT/artifacts/bin/Hotline.AgentHub/release/Hotline.AgentHub.dll
SIMULATOR_DLL=$ROOT/artifacts/bin/Hotline.Simulator/release/Hotline.Simulator.dll
WATCHDOG_DLL=$ROOT/artifacts/bin/Hotline.Watchdog/release/Hotline.Watchdog.dll

build_all() {
  mkdir -p "$ROOT/artifacts"
  # Two starts at once must not write the same files.
  ( flock 8; build_server; build_desk ) 8>"$ROOT/artifacts/.hotline.lock" || exit 1
}

build_server() {
  local stamp=$ROOT/artifacts/.hotline.built log=$ROOT/artifacts/build.log project
  if [ -e "$stamp" ] && [ -e "$SERVER_DLL" ] && [ -e "$WATCHDOG_DLL" ] &&
    [ -z "$(find "$ROOT"/src "$ROOT"/Directory.* "$ROOT"/global.json "$ROOT"/.editorconfig \( -path '*/desk' -o -path '*/wwwroot' \) -prune -o \
      -type f -newer "$stamp" -print -quit)" ]; then
    return
  fi
  say "Building the server and the watchdog …"
  touch "$stamp.new"
  for project in AgentHub Watchdog; do
    if ! (cd "$ROOT" && dotnet build -c Release --nologo -v q "src/$project") >"$log" 2>&1; then
      grep -E 'error' "$log" | sort -u | head -n 10 >&2
      die "src/$project does not build (all of it: $log)."
    fi
  done
  write_contract
  mv "$stamp.new" "$stamp"
}

# check FOLDER: whether the server would start with a city's files.
check() {
  [ $# = 1 ] || die "check takes a city's folder, for example config/kaifeng."
  needs "${NEEDS_DOTNET[@]}"
  mkdir -p "$ROOT/artifacts"
  ( flock 8; build_server ) 8>"$ROOT/artifacts/.hotline.lock" || exit 1
  exec dotnet "$SERVER_DLL" check "$1"
}

# The types that the desk shares with the server, as the server's own say. A file that says so already is left untouched.
write_contract() {
  local file=$ROOT/src/AgentHub/desk/src/shared/contract.ts
  [ ! -e "$file" ] || dotnet "$SERVER_DLL" contract "$file" || die "The desk's contract could not be written to $file."
}

build_desk() {
  local desk=$ROOT/src/AgentHub/desk built=$ROOT/src/AgentHub/wwwroot/index.html log=$ROOT/artifacts/desk.log
  if [ ! -e "$desk/package.json" ]; then
    say "Note: the desk's sources are not here; the server starts without it."
    return
  fi
  if [ -e "$built" ] && [ -z "$(find "$desk" -name node_modules -prune -o -type f -newer "$built" -print -quit)" ]; then
    return
  fi
  desk_packages
  say "Building the desk …"
  (cd "$desk" && npm run build) >"$log" 2>&1 || { tail -n 15 "$log" >&2; die "The desk does not build (all of it: $log)."; }
  [ ! -e "$built" ] || touch "$built"
}

# The desk's packages, as its lock file says.
desk_packages() {
  local desk=$ROOT/src/AgentHub/desk log=$ROOT/artifacts/desk.log
  [ ! -e "$desk/node_modules/.package-lock.json" ] || [ "$desk/package-lock.json" -nt "$desk/node_modules/.package-lock.json" ] || return 0
  say "Fetching the desk's packages …"
  (cd "$desk" && npm ci --no-audit --no-fund) >"$log" 2>&1 || { tail -n 15 "$log" >&2; die "The desk's packages could not be fetched (all of it: $log)."; }
  touch "$desk/node_modules/.package-lock.json"
}

# The simulator stands by itself: it needs nothing but the router.
build_simulator() {
  local log=$ROOT/artifacts/simulator.log
  [ ! -e "$SIMULATOR_DLL" ] || [ -n "$(find "$ROOT/src/Routing" "$ROOT/src/Simulator" -type f -newer "$SIMULATOR_DLL" -print -quit)" ] || return 0
  mkdir -p "$ROOT/artifacts"
  say "Building the simulator …" >&2
  (cd "$ROOT" && dotnet build -c Release --nologo -v q src/Simulator) >"$log" 2>&1 || { grep -E 'error' "$log" | sort -u | head -n 10 >&2; die "src/Simulator does not build (all of it: $log)."; }
  touch "$SIMULATOR_DLL"
}
