#!/bin/bash
# Drives the studio window on a virtual screen: window_test.sh PART INKHEAL SHARE FOLDER [DROP_FILE].
set -u
export LC_ALL=C
part=$1 inkheal=$2 share=$3 folder=$4 dropFile=${5:-}
design=$share/samples/geometric.svg
skipped=77
command -v Xvfb >/dev/null && command -v xdotool >/dev/null || { echo "Xvfb or xdotool is not installed"; exit $skipped; }

rm -rf "$folder" && mkdir -p "$folder" && cd "$folder" || exit 1
screen= window= program=
trap '[ -z "$program" ] || kill "$program" 2>/dev/null; [ -z "$screen" ] || kill "$screen" 2>/dev/null' EXIT

fail() {
    echo "FAILED ($part): $*"
    echo "--- what the window said:"
    cat "$folder"/stderr 2>/dev/null
    exit 1
}

until_() { # SECONDS WHAT COMMAND...: waits for the command to succeed.
    local patience=$1 what=$2
    shift 2
    for ((i = 0; i < 10 * patience; ++i)); do
        "$@" && return
        [ -z "$program" ] || kill -0 "$program" 2>/dev/null || fail "the window ended while waiting for $what"
        sleep 0.1
    done
    fail "no $what after $patience s; the title is \"$(title)\""
}

startScreen() {
    Xvfb -displayfd 3 -screen 0 1600x1000x24 -nolisten tcp 3>display 2>/dev/null &
    screen=$!
    until_ 30 "virtual screen" test -s display
    DISPLAY=:$(cat display)
    export DISPLAY
    unset WAYLAND_DISPLAY
}

found() {
    window=$(xdotool search --onlyvisible --name '^Inkheal: ' 2>/dev/null | head -n 1)
    [ -n "$window" ]
}
title() { xdotool getwindowname "$window" 2>/dev/null; }
titled() { [[ "$(title)" == *"$1"* ]]; }

# open ARGUMENTS...: starts the window and waits until it shows its picture's title.
open() {
    "$inkheal" view --validate "$@" >stdout 2>stderr &
    program=$!
    until_ 120 "window" found
}

press() { xdotool windowfocus "$window" key "$@"; }

# ended CODE: waits for the program and compares its exit code; no validation message at any time.
ended() {
    wait "$program"
    local code=$?
    program=
    [ "$code" -eq "$1" ] || fail "exit $code, wanted $1"
    ! grep -qi validation stderr || fail "a validation message"
    [ ! -s stdout ] || fail "something on standard output"
}
quit() { press q && ended 0; }

# saved FILE: F12, and the file that this makes.
saved() {
    press F12
    until_ 240 "$1" test -s "$1"
    until_ 10 "title of $1" titled "saved $1"
}

sizeOf() { od -An -tu1 -j16 -N8 "$1" | awk '{print $1 * 16777216 + $2 * 65536 + $3 * 256 + $4 "x" $5 * 16777216 + $6 * 65536 + $7 * 256 + $8}'; }
same() { cmp -s "$1" "$2" || fail "$1 and $2 differ"; }
differ() { ! cmp -s "$1" "$2" || fail "$1 and $2 are the same"; }

# sameAsRender FILE ARGUMENTS...: the command line makes the same picture.
sameAsRender() {
    local file=$1
    shift
    "$inkheal" render --quiet --size "$(sizeOf "$file")" -o rendered.png "$@" || fail "inkheal render $*"
    same "$file" rendered.png
}

# drag FROM_X FROM_Y TO_X TO_Y
drag() {
    xdotool mousemove --window "$window" "$1" "$2" mousedown 1
    for step in 1 2 3 4; do
        xdotool mousemove --window "$window" $(($1 + ($3 - $1) * step / 4)) $(($2 + ($4 - $2) * step / 4))
        sleep 0.1
    done
    xdotool mouseup 1
}

drop() {
    [ -n "$dropFile" ] || { echo "X11 is missing for drops"; exit $skipped; }
    "$dropFile" "$window" "$1" || fail "the window did not take $1"
}

looks() { # the first picture is the command line's
    open --design "$design" --quality draft
    titled "day 0, inflamed - The skin is red" || fail "title \"$(title)\""
    saved inkheal-day-0.png
    sameAsRender inkheal-day-0.png --design "$design" --quality draft
    [ "$(sizeOf inkheal-day-0.png)" = 1280x756 ] || fail "the picture is $(sizeOf inkheal-day-0.png)"
    quit
}

moves() { # the hand turns, zooms, changes the skin and comes back
    open --design "$design" --quality draft --width 12
    saved inkheal-day-0.png
    drag 640 300 760 340
    saved inkheal-day-0-2.png
    differ inkheal-day-0.png inkheal-day-0-2.png
    xdotool mousemove --window "$window" 640 300 click 4 click 4
    saved inkheal-day-0-3.png
    differ inkheal-day-0-2.png inkheal-day-0-3.png
    press r
    saved inkheal-day-0-4.png
    same inkheal-day-0.png inkheal-day-0-4.png
    press 8
    saved inkheal-day-0-5.png
    sameAsRender inkheal-day-0-5.png --design "$design" --quality draft --width 12 --tone monk-8
    quit
}

heals() { # arrows, brackets, ends and the bar go through time
    open --design "$design" --quality draft --width 12
    press Right Right bracketright
    until_ 60 "day 3" titled "day 3, inflamed"
    press bracketleft
    until_ 60 "day 2" titled "day 2, inflamed"
    saved inkheal-day-2.png
    sameAsRender inkheal-day-2.png --design "$design" --quality draft --width 12 --day 2
    press End
    until_ 60 "5 years" titled "5 years, aged"
    press Home
    until_ 60 "day 0" titled "day 0, inflamed"
    drag 20 776 250 776
    until_ 60 "day 7" titled "day 7, peeling"
    saved inkheal-day-7.png
    sameAsRender inkheal-day-7.png --design "$design" --quality draft --width 12 --day 7
    quit
}

resizes() { # every size, out of sight and back, and the whole screen
    open --design "$design" --quality draft --width 12
    for size in 900,620 1500,900 640,900 10,10 333,251; do
        xdotool windowsize "$window" "${size%,*}" "${size#*,}"
        sleep 0.3
    done
    xdotool windowsize "$window" 900 620
    sleep 1
    saved inkheal-day-0.png
    [ "$(sizeOf inkheal-day-0.png)" = 900x576 ] || fail "the picture is $(sizeOf inkheal-day-0.png)"
    sameAsRender inkheal-day-0.png --design "$design" --quality draft --width 12
    xdotool windowunmap "$window"
    sleep 1
    xdotool windowmap "$window"
    until_ 20 "window again" found
    press F11
    sleep 2
    saved inkheal-day-0-2.png
    [ "$(sizeOf inkheal-day-0-2.png)" = 1600x956 ] || fail "on the whole screen it is $(sizeOf inkheal-day-0-2.png)"
    press F11
    sleep 2
    saved inkheal-day-0-3.png
    same inkheal-day-0.png inkheal-day-0-3.png
    press Escape
    ended 0
}

drops() { # a bare site takes a design; what is no design is told
    open --quality draft
    titled "drop a design" || fail "title \"$(title)\""
    echo "no picture" >bad.svg
    drop "$folder/bad.svg"
    until_ 60 "sentence" titled "bad.svg"
    grep -q "bad.svg" stderr || fail "the sentence is not on standard error"
    drop "$design"
    until_ 120 "day 0" titled "day 0, inflamed"
    saved inkheal-day-0.png
    sameAsRender inkheal-day-0.png --design "$design" --quality draft
    quit
}

ends() { # signals, refusals
    open --quality draft
    kill -INT "$program"
    ended 130
    open --quality draft --fullscreen --monitor screen
    kill -TERM "$program"
    ended 130
    "$inkheal" view --monitor nosuch 2>stderr
    [ $? -eq 2 ] || fail "an unknown monitor is not exit 2"
    grep -q "there are: screen" stderr || fail "the monitors are not named"
    "$inkheal" view --design "$folder/none.svg" 2>stderr
    [ $? -eq 3 ] || fail "a missing design is not exit 3"
    DISPLAY=:77777 "$inkheal" view 2>stderr
    [ $? -eq 1 ] || fail "no screen is not exit 1"
}

startScreen
"$part"
echo "$part: as it should be"
