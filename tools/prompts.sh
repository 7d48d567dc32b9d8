# What citizens hear: spoken by espeak-ng until the city records its own. A file NAME.wav in asterisk-config/sounds/ or
# DIR/sounds/ (8 kHz or more, mono or stereo) replaces the spoken one; moh.wav there replaces the music.

declare -A PROMPTS=(
  [greeting]='您好，这里是幺二三四五政务服务便民热线。'
  [recording-notice]='为保证服务质量，本次通话将被录音。'
  [agent-number]='工号'
  [at-your-service]='为您服务。'
  [line-lost]='通话中断，正在为您重新接通，请不要挂机。'
  [all-busy]='当前来电较多，请稍候再拨。'
  [call-back-offer]='座席全忙。如需我们稍后给您回电，请按一；不按键，继续为您排队。'
  [call-back-taken]='已经登记，我们会尽快给您回电。再见。'
  [you-are-next]='您是下一位。' [before-you]='您前面还有' [callers]='位来电。' [expected-wait]='预计等待' [minutes]='分钟。' [please-wait]='请稍候。'
  [count-1]='一' [count-2]='两' [ten]='十' [hundred]='百'
  [fallback-wait]='系统正在为您接通，请稍候。'
  [number-merged]='您拨打的热线已归并至幺二三四五政务服务便民热线，现在为您转接。'
  [duty-notice]='您好，这里是幺二三四五政务服务便民热线。贵单位有一件紧急工单，尚未签收。'
  [duty-special-urgent]='这是一件特殊紧急诉求。' [duty-special]='这是一件特殊诉求。' [duty-number]='工单尾号'
  [duty-keys]='请立即签收，并按时限反馈初步响应意见。确认收到，请按一。重听，请按二。' [duty-thanks]='已经确认，谢谢。再见。'
  [digit-0]='零' [digit-1]='幺' [digit-2]='二' [digit-3]='三' [digit-4]='四'
  [digit-5]='五' [digit-6]='六' [digit-7]='七' [digit-8]='八' [digit-9]='九'
)
PROMPTS_VERSION=1 # raise it when the way of making them changes

# prompts_need DIR: for "needs": what making them asks for; nothing where the cache has all and the city brought none of its own.
prompts_need() {
  local cache name; cache=$(cache_folder)/prompts-$PROMPTS_VERSION
  ! compgen -G "$1/sounds/*.wav" >/dev/null && ! compgen -G "$ROOT/asterisk-config/sounds/*.wav" >/dev/null || echo sound
  for name in "${!PROMPTS[@]}"; do
    [ "$(cat "$cache/$name.txt" 2>/dev/null)" = "${PROMPTS[$name]}" ] || { echo speech sound; return; }
  done
  [ -e "$cache/moh.alaw" ] || echo sound
}

# make_prompts DIR: into DIR/asterisk/data, as wav and as A-law, which costs a waiting call no transcoding.
make_prompts() {
  local cache; cache=$(cache_folder)/prompts-$PROMPTS_VERSION
  local sounds=$1/asterisk/data/sounds/hotline moh=$1/asterisk/data/moh name own
  mkdir -p "$cache"
  for name in "${!PROMPTS[@]}"; do
    # The text is kept beside the sound: a changed text is spoken anew.
    if [ "$(cat "$cache/$name.txt" 2>/dev/null)" != "${PROMPTS[$name]}" ]; then
      speak "${PROMPTS[$name]}" "$cache/$name.wav"
      printf '%s\n' "${PROMPTS[$name]}" >"$cache/$name.txt"
    fi
  done
  [ -e "$cache/moh.alaw" ] || make_music "$cache/moh.wav"
  for name in "${!PROMPTS[@]}" moh; do
    local target=$sounds/$name; [ "$name" != moh ] || target=$moh/hotline
    own=$(ls "$1/sounds/$name.wav" "$ROOT/asterisk-config/sounds/$name.wav" 2>/dev/null | head -n 1)
    if [ -n "$own" ]; then
      [ "$target.wav" -nt "$own" ] && cmp -s "$target.source" <(echo "$own") && continue
      telephone "$own" "$target.wav" && echo "$own" >"$target.source"
    elif ! cmp -s "$cache/$name.wav" "$target.wav"; then
      cp "$cache/$name.wav" "$cache/$name.alaw" "${target%/*}/"
      [ "$name" != moh ] || { mv "$moh/moh.wav" "$target.wav"; mv "$moh/moh.alaw" "$target.alaw"; }
      rm -f "$target.source"
    fi
  done
}

# telephone IN OUT.wav: as the telephone wants it, 8 kHz mono, once as wav and once as A-law.
telephone() {
  sox "$1" -r 8000 -c 1 -b 16 -e signed "$2" 2>/dev/null && sox "$2" -t raw -e a-law -c 1 "${2%.wav}.alaw" || die "$1 is not a sound that sox can read."
}

speak() {
  local raw; raw=$(mktemp --suffix=.wav)
  espeak-ng -v cmn -s 165 -w "$raw" "$1" || die "espeak-ng could not speak."
  sox "$raw" "$raw.wav" silence 1 0.02 0.5% reverse silence 1 0.02 0.5% reverse norm -4 pad 0.05 0.1 || die "sox could not make a prompt."
  telephone "$raw.wav" "$2"
  rm -f "$raw" "$raw.wav"
}

# make_music OUT.wav: forty seconds of soft chords; it is made here, so nobody's rights are touched.
make_music() {
  local folder chord n=0 part=() note; folder=$(mktemp -d)
  for chord in 'C4 E4 G4' 'A3 C4 E4' 'F3 A3 C4' 'G3 B3 D4' 'C4 E4 A4' 'F3 A3 D4' 'E3 G3 B3' 'G3 C4 E4'; do
    local voices=()
    for note in $chord; do voices+=(sine "$note"); done
    sox -n -r 8000 -c 3 "$folder/$n.wav" synth 5 "${voices[@]}" remix - fade h 1.4 5 1.6 gain -18 2>/dev/null || die "sox could not make the music."
    part+=("$folder/$n.wav"); n=$((n + 1))
  done
  sox "${part[@]}" "$folder/all.wav"
  telephone "$folder/all.wav" "$1"
  rm -rf "$folder"
}
