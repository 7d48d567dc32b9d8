# What a command needs of the machine, asked for all at once before it begins: what is missing is installed (Debian, as root), or
# said in one list. Nothing of this is asked for in the middle of a start.

SDK_FROM=https://dotnet.microsoft.com/download/dotnet/10.0 NODE_FROM=https://nodejs.org

# needs WHAT …: each WHAT of the table in "lacks". Returns when all is there.
needs() {
  local what missing=() wrong=() packages=() line
  for what in "$@"; do
    line=$(lacks "$what") || continue
    case $line in
      '!'*) wrong+=("${line#!}") ;;
      *) missing+=("$line"); packages+=("${line%% *}") ;;
    esac
  done
  [ ${#wrong[@]} -gt 0 ] || [ ${#missing[@]} -gt 0 ] || return 0
  say "Missing on this machine:"
  [ ${#wrong[@]} -eq 0 ] || printf '  %s\n' "${wrong[@]}" >&2
  [ ${#missing[@]} -eq 0 ] || printf '  %s\n' "${missing[@]}" >&2
  if [ ${#missing[@]} -gt 0 ] && ! may_install; then
    command -v apt-get >/dev/null || die "Please install them, then start again."
    die "Please type: sudo apt-get update && sudo apt-get install -y --no-install-recommends ${packages[*]}"
  fi
  [ ${#wrong[@]} -eq 0 ] || die "Please install it, then start again."
  install_packages "${packages[@]}"
  for what in "$@"; do
    line=$(lacks "$what") || continue
    die "Still missing after the installation: $line"
  done
}

# lacks WHAT: prints the package that brings it and what it is for, or with ! a sentence; fails where nothing is missing.
lacks() {
  case $1 in
    sdk) lacks_sdk ;;
    node) lacks_node ;;
    icu) ! library_is_there libicuuc && echo "$(icu_package) — texts of all languages, for .NET (ICU)" ;;
    certificates) ! [ -e /etc/ssl/certs/ca-certificates.crt ] && ! [ -e /etc/pki/tls/certs/ca-bundle.crt ] && command -v apt-get >/dev/null &&
      echo "ca-certificates — whom to believe when packages are fetched" ;;
    encryption) ! library_is_there libssl && echo "openssl — encryption, for .NET" ;;
    asterisk) lacks_asterisk ;;
    postgres) lacks_postgres ;;
    zones) ! [ -e /usr/share/zoneinfo/Asia/Shanghai ] && echo "tzdata — time zones, for PostgreSQL" ;;
    web) lacks_command curl curl "asks the server whether it is ready" ;;
    ports) lacks_command ss iproute2 "sees which ports are free" ;;
    processes) lacks_command ps procps "sees what runs" ;;
    speech) lacks_command espeak-ng espeak-ng "speaks the announcements" ;;
    sound) lacks_command sox sox "makes music, tones and telephone sound" ;;
    callers) lacks_command sipp sip-tester "plays the callers (SIPp)" ;;
    browser) lacks_command "chromium google-chrome" chromium "shows the desk to the tests" ;;
    glyphs) ! fc-list 2>/dev/null | grep -qi 'noto.*cjk\|wenquanyi\|wqy' && echo "fonts-noto-cjk — Chinese on the desk's pictures" ;;
    scripts) lacks_command shellcheck shellcheck "reads the scripts for mistakes" ;;
    fonts) lacks_command fc-list fontconfig "finds fonts" ;;
    *) die "needs: nothing is known of '$1'" ;;
  esac
}

# lacks_command "COMMAND …" PACKAGE PURPOSE: any one of the commands is enough.
lacks_command() {
  local command
  for command in $1; do ! command -v "$command" >/dev/null || return 1; done
  echo "$2 — $3"
}

# Without ICU the SDK itself does not start, so its version is asked for with that switched off.
lacks_sdk() {
  local sdk; sdk=$(cd "$ROOT" && DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1 dotnet --version 2>/dev/null)
  case $sdk in
    10.*) return 1 ;;
    '') echo "!the .NET 10 SDK — package dotnet-sdk-10.0, or $SDK_FROM" ;;
    *) echo "!the .NET 10 SDK (here is $sdk) — package dotnet-sdk-10.0, or $SDK_FROM" ;;
  esac
}

lacks_node() {
  local node; node=$(node --version 2>/dev/null)
  case $node in
    v2[0-9].* | v[3-9][0-9].*) command -v npm >/dev/null && return 1; echo "!npm — package npm, or Node from $NODE_FROM" ;;
    '') echo "!Node 20 or newer — package nodejs, or $NODE_FROM" ;;
    *) echo "!Node 20 or newer (here is $node) — package nodejs, or $NODE_FROM" ;;
  esac
}

library_is_there() {
  local folder
  for folder in /usr/lib/*-linux-gnu /lib/*-linux-gnu /usr/lib /usr/lib64 /lib64; do ! compgen -G "$folder/$1.so.*" >/dev/null || return 0; done
  return 1
}

# Debian names the package by ICU's version; libicu-dev, the same everywhere, brings it where the release is not known.
icu_package() {
  case $(sed -nE 's/^VERSION_CODENAME=//p' /etc/os-release 2>/dev/null) in
    bookworm) echo libicu72 ;; trixie) echo libicu76 ;; jammy) echo libicu70 ;; noble) echo libicu74 ;;
    *) echo libicu-dev ;;
  esac
}

# What is needed wherever .NET builds or runs something: a person's two, and what .NET itself asks for.
NEEDS_DOTNET=(sdk node icu encryption certificates)
NEEDS_BROWSER=(browser fonts glyphs)

may_install() { is_root && command -v apt-get >/dev/null; }

# install_packages PACKAGE …: with apt. On a new machine its lists are empty, so a first failure may only mean that.
install_packages() {
  say "Installing $* …"
  local log; log=$(mktemp)
  if ! { apt_install "$@" || { apt-get update && apt_install "$@"; }; } </dev/null >"$log" 2>&1; then
    tail -n 5 "$log" >&2; rm -f "$log"
    die "The packages could not be installed: $*"
  fi
  rm -f "$log"
}

apt_install() { DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"; }
