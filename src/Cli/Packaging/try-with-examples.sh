#!/bin/sh
here=$(dirname "$(readlink -f "$0")")
exec "$here/trellis" serve --open --data "${XDG_DATA_HOME:-$HOME/.local/share}/Trellis examples" --samples "$here/samples"
