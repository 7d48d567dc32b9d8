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

# reach_asterisk DIR: Asterisk never runs as root. Where the user that it runs as cannot come, it is said what to do.
reach_asterisk() {
  is_root || return 0
  as_asterisk true 2>/dev/null || die "No other user can be taken on here (a container without user ids?), and Asterisk does not run as root."
  reachable "$1" || die "$1 cannot be entered by a user without rights, and Asterisk does not run as root. Give --data /var/lib/hotline, for example."
  reachable "$AST_MODULES" ||
    die "$AST_MODULES cannot be entered by a user without rights, and Asterisk does not run as root. Set HOTLINE_CACHE=/var/cache/hotline, for example."
}

# prepare_asterisk DIR: the run folder, with the configuration filled in from hotline.json (settings_load first). As root the folder, the
# configuration and the announcements are root's; what Asterisk writes is made with its own rights, in folders of its own.
prepare_asterisk() {
  local run=$1/asterisk key file text name made
  reach_asterisk "$1"
  take_back_asterisk "$run"
  mkdir -p "$run"/{agi,data/moh,data/sounds/hotline} || die "$run cannot be written."
  for name in lib run cache log spool; do asterisks_folder "$run/$name"; done
  # shellcheck disable=SC2016 # the inner shell's own
  as_asterisk sh -c 'umask 027; chmod 700 "$1/lib" && chmod 750 "$1/log" "$1/spool" "$1/run" "$1/cache" &&
    mkdir -p "$1/lib/keys" "$1/log/cel-custom" "$1/spool/recording" "$1/spool/outgoing" "$1/spool/tmp" &&
    for folder in "$1/spool/monitor" "$1/spool/monitor/hotline"; do [ -d "$folder" ] || mkdir -m 2770 "$folder" || exit 1; done' sh "$run" || die "$run cannot be written by Asterisk's user."
  for name in documentation rest-api static-http; do ln -sfn "$AST_SHARE/$name" "$run/data/$name"; done
  text=$(ls -d "$AST_SHARE/sounds/en_US_f_Allison" "$AST_SHARE/sounds/en" 2>/dev/null | head -n 1)
  [ -z "$text" ] || ln -sfn "$text" "$run/data/sounds/en"
  local -A values=([RUN]=$run [ETC]=$run/etc [LOG]=$run/log [MODULES]=$AST_MODULES [NODE]=$NODE [HTTP_PORT]=$ARI_PORT [ARI_PASSWORD]=$ARI_PASSWORD
    [AMI_PORT]=$AMI_PORT [AMI_SECRET]=$AMI_SECRET [WATCHDOG_SECRET]=$WATCHDOG_SECRET [SIP_ADDRESS]=$SIP_ADDRESS [SIP_PORT]=$SIP_PORT
    [CAPTURE_PORT]=$CAPTURE_PORT [CAPTURE_SECRET]=$CAPTURE_SECRET
    [RTP_START]=$RTP_START [RTP_END]=$RTP_END [PHONE_DOMAIN]=$PHONE_DOMAIN [CARRIER]=$CARRIER [CARRIER_MATCH]=${CARRIER%:*}/32
    [SUBCENTRE]=$SUBCENTRE [SUBCENTRE_MATCH]=${SUBCENTRE%:*}/32 [MAX_CALLS]=2000)
  made=$(mktemp -d "$run/etc.XXXXXX") || die "$run cannot be written." # made whole, then put in the place of the former
  for file in "$ROOT"/asterisk-config/*.conf; do
    text=$(<"$file")
    for key in "${!values[@]}"; do text=${text//"@$key@"/"${values[$key]}"}; done
    [[ $text =~ @[A-Z_]+@ ]] && die "asterisk-config/${file##*/}: nothing is known of ${BASH_REMATCH[0]}."
    printf '%s\n' "$text" >"$made/${file##*/}"
  done
  : >"$made/rtp-ice.conf"
  if [ "$PHONE_HOST" = 127.0.0.1 ]; then # browsers on this machine only: they are offered loopback
    { echo "[ice_host_candidates]"; hostname -I | tr ' ' '\n' | grep -E '^[0-9.]+$' | sed 's/$/ => 127.0.0.1/'; } >"$made/rtp-ice.conf"
  fi
  ! is_root || chown -R "root:$UNPRIVILEGED" "$made" || die "$run cannot be written."
  chmod 640 "$made"/*.conf; chmod 750 "$made"
  rm -rf "${run:?}/etc"; mv -T "$made" "$run/etc" || die "$run/etc cannot be written."
}

# take_back_asterisk RUN: as root the run folder is root's. In one of before all of it was Asterisk's: what Asterisk only reads is made anew.
take_back_asterisk() {
  local name
  mkdir -p "$1" || die "$1 cannot be made."
  if is_root; then
    [ ! -L "$1" ] || die "$1 is a link. Remove it: a start by root follows none there."
    chown "root:$UNPRIVILEGED" "$1"
    for name in agi data; do
      if [ -L "$1/$name" ] || { [ -e "$1/$name" ] && [ "$(stat -c %u -- "$1/$name")" != 0 ]; }; then rm -rf "${1:?}/$name"; fi
    done
    rm -rf "$1"/etc.*
  fi
  chmod 750 "$1"
}

# asterisks_folder PATH: one in which Asterisk writes. PATH's own folder is root's, so that nobody else makes or replaces it.
asterisks_folder() {
  [ ! -L "$1" ] || ! is_root || die "$1 is a link. Remove it: a start by root follows none there."
  [ -d "$1" ] || mkdir -m 750 "$1" || die "$1 cannot be made."
  ! is_root || [ "$(stat -c %u -- "$1")" = "$UNPRIVILEGED" ] || chown -h "$UNPRIVILEGED:$UNPRIVILEGED" "$1" || die "$1 cannot be given to Asterisk's user."
}

# asterisk_command DIR: the command that runs it, in the array AST_COMMAND; as a user without rights when we are root.
asterisk_command() {
  AST_COMMAND=(setpriv --pdeathsig TERM)
  ! is_root || AST_COMMAND=(setpriv --reuid "$UNPRIVILEGED" --regid "$UNPRIVILEGED" --clear-groups --no-new-privs --pdeathsig TERM)
  asterisk_program
  # The server reads the recordings as one of Asterisk's group; others read nothing.
  # shellcheck disable=SC2016 # the inner shell's own
  AST_COMMAND+=(sh -c 'umask 027; exec "$@"' asterisk "${AST_PROGRAM[@]}" -f -C "$1/asterisk/etc/asterisk.conf")
}

# asterisk_program: Asterisk itself, with the tree's own loader where it was fetched.
asterisk_program() {
  AST_PROGRAM=("$AST_BIN")
  [ -z "$AST_TREE" ] || AST_PROGRAM=("$(ls "$AST_LIB"/ld-linux-*.so.* | head -n 1)" --argv0 "${1:-asterisk}" --library-path "$AST_LIB" "$AST_BIN")
}

# asterisk_cli DIR COMMAND
asterisk_cli() { asterisk_program rasterisk; as_asterisk "${AST_PROGRAM[@]}" -C "$1/asterisk/etc/asterisk.conf" -rx "$2" 2>/dev/null; }

# ari PATH: GET; the password does not stand on the command line.
ari() { curl -s -f -m 2 -K - "$ARI_URL/ari/$1" <<<"user = \"$ARI_USER:$ARI_PASSWORD\""; }
