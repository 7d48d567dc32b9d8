# Asterisk: where it comes from, its run folder, how it is started. Sets AST_VERSION, AST_BIN, AST_TREE, AST_MODULES, AST_SHARE.

SUITE=forky # the Debian suite that holds Asterisk 22 LTS
ASTERISK_PACKAGES=(asterisk asterisk-core-sounds-en-wav)

# fit VERSION: the ARI that Hotline speaks is that of 20.14 and 22.4 on.
fit() {
  [[ $1 =~ ^([0-9]+)\.([0-9]+) ]] || return 1
  local major=${BASH_REMATCH[1]} minor=${BASH_REMATCH[2]}
  [ "$major" -gt 22 ] || { [ "$major" = 22 ] && [ "$minor" -ge 4 ]; } || { [ "$major" = 20 ] && [ "$minor" -ge 14 ]; }
}

# installed_asterisk: sets the AST_ variables where the machine's own is fit.
installed_asterisk() {
  AST_TREE= AST_BIN=$(command -v asterisk)
  [ -n "$AST_BIN" ] && [ -z "${HOTLINE_ASTERISK_FETCH:-}" ] || return 1
  AST_VERSION=$("$AST_BIN" -V 2>/dev/null | awk '{print $2}')
  AST_MODULES=$(ls -d /usr/lib/*-linux-gnu/asterisk/modules /usr/lib/asterisk/modules /usr/lib64/asterisk/modules 2>/dev/null | head -n 1)
  AST_SHARE=$(ls -d /usr/share/asterisk /var/lib/asterisk 2>/dev/null | head -n 1)
  fit "$AST_VERSION" && [ -n "$AST_MODULES" ]
}

# has_asterisk: whether one is here, so that nothing has to be fetched.
has_asterisk() { installed_asterisk || [ -e "$(cache_folder)/asterisk/complete" ]; }

# For "needs": what keeps Asterisk from being found here or fetched; see there for the form.
lacks_asterisk() {
  local wish="Asterisk 22.4 or newer (or 20.14 or newer on 20) on the PATH"
  ! has_asterisk || return 1
  command -v apt-get >/dev/null && command -v dpkg >/dev/null || { echo "!$wish — this machine has no apt to fetch it with"; return; }
  [ -n "$(debian_mirror)" ] || { echo "!$wish — apt here knows no Debian mirror to fetch it from"; return; }
  [ -n "$(debian_key)" ] || { echo "debian-archive-keyring — whom to believe when Asterisk is fetched"; return; }
  return 1
}

find_asterisk() {
  if installed_asterisk; then return; fi
  [ -z "$AST_BIN" ] || say "The installed Asterisk ${AST_VERSION:-} is not used: 20.14, 22.4 or newer is needed."
  local cache tree; cache=$(cache_folder)/asterisk; tree=$cache/root
  if [ ! -e "$cache/complete" ]; then
    mkdir -p "$cache" || die "$cache cannot be written (HOTLINE_CACHE names another place)."
    ( flock 8; [ -e "$cache/complete" ] || fetch_asterisk "$cache" ) 8>"$cache/lock" || exit 1
  fi
  AST_TREE=$tree AST_LIB=$(dirname "$(ls -d "$tree"/usr/lib/*-linux-gnu/asterisk | head -n 1)")
  AST_MODULES=$AST_LIB/asterisk/modules AST_SHARE=$tree/usr/share/asterisk AST_BIN=$tree/usr/sbin/asterisk
  AST_VERSION=$(<"$cache/complete")
}

# The Debian mirror that this machine's apt is set to. A list of packages need not have been fetched yet: "indextargets" would
# say nothing then, what "update" is about to fetch stands in the sources alone.
debian_mirror() {
  apt-get --print-uris update 2>/dev/null | sed -nE "s/^'(.*\/debian)\/+dists\/[^']*'.*/\1/p" | grep -v -e security -e backports | head -n 1
}

debian_key() { ls /usr/share/keyrings/debian-archive-keyring.{gpg,pgp} 2>/dev/null | head -n 1; }

# fetch_asterisk CACHE: apt resolves and downloads the packages of a newer suite into a folder of its own, dpkg unpacks
# them there. Nothing is installed into the system; needs no root. The mirror is the machine's own.
fetch_asterisk() {
  local cache=$1 started=$SECONDS log=$1/fetch.log
  say "Asterisk 22 is fetched into $cache (once, about 95 MB) …"
  rm -rf "$cache/root"; mkdir -p "$cache/root"
  say "  Asterisk: list of packages …"
  list_packages "$cache" >"$log" 2>&1 || { tail -n 4 "$log" >&2; die "The list of packages of $SUITE could not be fetched."; }
  say "  Asterisk: packages …"
  "${APT[@]}" install -y --download-only "${ASTERISK_PACKAGES[@]}" >>"$log" 2>&1 ||
    { tail -n 4 "$log" >&2; die "Asterisk's packages could not be fetched."; }
  say "  Asterisk: unpacking $(ls "$cache"/cache/archives/*.deb | wc -l) packages …"
  local package
  for package in "$cache"/cache/archives/*.deb; do
    dpkg -x "$package" "$cache/root" || die "$package could not be unpacked (is the disk full?)."
  done
  local lib version
  lib=$(dirname "$(ls -d "$cache"/root/usr/lib/*-linux-gnu/asterisk | head -n 1)")
  version=$("$(ls "$lib"/ld-linux-*.so.* | head -n 1)" --library-path "$lib" "$cache/root/usr/sbin/asterisk" -V 2>>"$log" | awk '{print $2}')
  fit "$version" || die "The fetched Asterisk does not start (see $log)."
  chmod -R a+rX "$cache/root"; chmod a+x "$cache"
  rm -rf "$cache/cache" "$cache/state"
  echo "$version" >"$cache/complete"
  say "  Asterisk $version fetched in $((SECONDS - started)) s."
}

# list_packages CACHE: the newer suite's list of packages, in a folder of its own. APT is apt-get on that folder.
list_packages() {
  local cache=$1
  rm -rf "$cache"/{state,cache}
  mkdir -p "$cache"/{state/lists/partial,cache/archives/partial}
  : >"$cache/state/status"
  echo "deb [signed-by=$(debian_key)] $(debian_mirror) $SUITE main" >"$cache/sources.list"
  APT=(apt-get -o "Dir::Etc::sourcelist=$cache/sources.list" -o Dir::Etc::sourceparts=- -o "Dir::State=$cache/state"
    -o "Dir::State::status=$cache/state/status" -o "Dir::Cache=$cache/cache" -o APT::Install-Recommends=false
    -o Debug::NoLocking=1 -o APT::Sandbox::User= -o Acquire::Retries=3
    -o Acquire::Languages=none -o Acquire::IndexTargets::deb::DEP-11::DefaultEnabled=false) # names and versions, no descriptions
  "${APT[@]}" update
}

# prepare_asterisk DIR: the run folder, with the configuration filled in from hotline.json (settings_load first).
prepare_asterisk() {
  local run=$1/asterisk key file text name
  mkdir -p "$run"/{etc,lib/keys,agi,run,cache,data/moh,data/sounds/hotline,log/cel-custom,spool/{recording,monitor,outgoing,tmp}} || die "$run cannot be written."
  for name in documentation rest-api static-http; do ln -sfn "$AST_SHARE/$name" "$run/data/$name"; done
  text=$(ls -d "$AST_SHARE/sounds/en_US_f_Allison" "$AST_SHARE/sounds/en" 2>/dev/null | head -n 1)
  [ -z "$text" ] || ln -sfn "$text" "$run/data/sounds/en"
  local -A values=([RUN]=$run [ETC]=$run/etc [LOG]=$run/log [MODULES]=$AST_MODULES [NODE]=$NODE [HTTP_PORT]=$ARI_PORT [ARI_PASSWORD]=$ARI_PASSWORD
    [AMI_PORT]=$AMI_PORT [AMI_SECRET]=$AMI_SECRET [WATCHDOG_SECRET]=$WATCHDOG_SECRET [SIP_ADDRESS]=$SIP_ADDRESS [SIP_PORT]=$SIP_PORT
    [RTP_START]=$RTP_START [RTP_END]=$RTP_END [PHONE_DOMAIN]=$PHONE_DOMAIN [CARRIER]=$CARRIER [CARRIER_MATCH]=${CARRIER%:*}/32
    [SUBCENTRE]=$SUBCENTRE [SUBCENTRE_MATCH]=${SUBCENTRE%:*}/32 [MAX_CALLS]=2000)
  for file in "$ROOT"/asterisk-config/*.conf; do
    text=$(<"$file")
    for key in "${!values[@]}"; do text=${text//"@$key@"/"${values[$key]}"}; done
    [[ $text =~ @[A-Z_]+@ ]] && die "asterisk-config/${file##*/}: nothing is known of ${BASH_REMATCH[0]}."
    printf '%s\n' "$text" >"$run/etc/${file##*/}"
  done
  : >"$run/etc/rtp-ice.conf"
  if [ "$PHONE_HOST" = 127.0.0.1 ]; then # browsers on this machine only: they are offered loopback
    { echo "[ice_host_candidates]"; hostname -I | tr ' ' '\n' | grep -E '^[0-9.]+$' | sed 's/$/ => 127.0.0.1/'; } >"$run/etc/rtp-ice.conf"
  fi
  chmod 750 "$run" "$run/etc"; chmod 700 "$run/lib"; chmod 640 "$run"/etc/*.conf
}

# asterisk_command DIR: the command that runs it, in the array AST_COMMAND; as a user without rights when we are root.
asterisk_command() {
  local run=$1/asterisk
  AST_COMMAND=()
  if is_root; then
    if reachable "$1" && reachable "$AST_MODULES"; then
      chown -R "$UNPRIVILEGED:$UNPRIVILEGED" "$run"
      AST_COMMAND=(setpriv --reuid "$UNPRIVILEGED" --regid "$UNPRIVILEGED" --clear-groups --no-new-privs --pdeathsig TERM)
    else
      say "Note: $1 cannot be entered by a user without rights, so Asterisk runs as root. Another --data avoids it."
    fi
  fi
  [ ${#AST_COMMAND[@]} -gt 0 ] || AST_COMMAND=(setpriv --pdeathsig TERM)
  asterisk_program
  AST_COMMAND+=("${AST_PROGRAM[@]}" -f -C "$run/etc/asterisk.conf")
}

# asterisk_program: Asterisk itself, with the tree's own loader where it was fetched.
asterisk_program() {
  AST_PROGRAM=("$AST_BIN")
  [ -z "$AST_TREE" ] || AST_PROGRAM=("$(ls "$AST_LIB"/ld-linux-*.so.* | head -n 1)" --argv0 "${1:-asterisk}" --library-path "$AST_LIB" "$AST_BIN")
}

# asterisk_cli DIR COMMAND
asterisk_cli() { asterisk_program rasterisk; "${AST_PROGRAM[@]}" -C "$1/asterisk/etc/asterisk.conf" -rx "$2" 2>/dev/null; }

# ari PATH: GET; the password does not stand on the command line.
ari() { curl -s -f -m 2 -K - "$ARI_URL/ari/$1" <<<"user = \"$ARI_USER:$ARI_PASSWORD\""; }
