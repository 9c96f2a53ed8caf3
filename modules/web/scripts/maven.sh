#!/bin/sh
# Called by Maven. Says in one sentence what is missing, then leaves the work to maven.mjs.
if ! command -v node >/dev/null 2>&1 || ! command -v npm >/dev/null 2>&1; then
  echo "The console is built by Node.js 20.19 or newer with npm, and one of them is not on the PATH." >&2
  exit 1
fi
exec node scripts/maven.mjs "$@"
