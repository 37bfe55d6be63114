# Sourced by the golden cases: what they have in common.

# The mini study and its data, beside the classifications and templates of the shipped studies, and over them what
# the case has in its own folder `change`.
cp -r "$ROOT/Tests/GoldenTests/Mini/." .
for shared in classifications templates; do
  if [ -d "$ROOT/Pipelines/$shared" ]; then cp -r "$ROOT/Pipelines/$shared" Pipelines; fi
done
if [ -d change ]; then cp -r change/. .; fi

# Runs a stage of the mini study: `stage clean --threads 1`.
stage() { "survey-$1" --study Pipelines/mini "${@:2}"; }

# Runs the stages up to one, of which only the problems are seen: `walk clean`.
walk() {
  for name in ingest clean aggregate match protect render; do
    stage "$name" --quiet
    if [ "$name" = "$1" ]; then break; fi
  done
}

# Names, sizes and times of everything that the stages have made.
made() { { find Stages Reports -type f -not -name .lock -printf '%p\t%s\t%T@\n' 2> /dev/null || true; } | LC_ALL=C sort; }

# Runs a command that is to fail, says that what was made before it stands as it was, and ends with its exit code.
fails() {
  local exit=0 before
  before=$(made)
  "$@" || exit=$?
  if [ "$(made)" = "$before" ]; then echo "what was made before stands as it was"; else echo "SOMETHING HAS CHANGED"; fi
  return "$exit"
}

# Some members of each record that comes in, a line a record, numbers with four decimals at most: `show staff women`.
# For flat records; those of a list are not looked into.
show() {
  LC_ALL=C awk -v wanted="$*" '
    BEGIN { count = split(wanted, names, " ") }
    {
      sub(/^{"/, ""); sub(/}$/, "")
      parts = split($0, members, /,"/)
      for (name in value) delete value[name]
      for (i = 1; i <= parts; i++) {
        at = index(members[i], "\":")
        text = substr(members[i], at + 2)
        gsub(/"/, "", text)
        if (text ~ /^-?[0-9]+\.[0-9]+(e-?[0-9]+)?$/) { text = sprintf("%.4f", text); sub(/0+$/, "", text); sub(/\.$/, "", text) }
        value[substr(members[i], 1, at - 1)] = text
      }
      line = ""
      for (i = 1; i <= count; i++) if (names[i] in value) line = line (line == "" ? "" : "  ") names[i] " " value[names[i]]
      print line
    }'
}
