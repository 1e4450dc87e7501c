# shellcheck shell=bash
# Reads the tests' XML reports of all modules. Sourced, from the project's root.

# shellcheck disable=SC2016 # awk, not the shell, expands what is in the quotes
report_files() { find . -path '*/target/surefire-reports/TEST-*.xml' -print0; }

# remove_reports: so that those of tests that are gone do not count.
remove_reports() { report_files | xargs -0 -r rm -f; }

# show_skipped: each skipped test with its reason.
show_skipped() {
  report_files | xargs -0 -r awk '
    function attribute(text, name) {
      if (!match(text, " " name "=\"[^\"]*\"")) return ""
      return substr(text, RSTART + length(name) + 3, RLENGTH - length(name) - 4)
    }
    function plain(text) {
      gsub(/&quot;/, "\"", text); gsub(/&apos;/, "\047", text); gsub(/&lt;/, "<", text)
      gsub(/&gt;/, ">", text); gsub(/&#10;/, " ", text); gsub(/&amp;/, "\\&", text)
      return text
    }
    # A @Disabled test has its reason in an attribute; a JUnit assumption has it in the text, one
    # of AssertJ on the line below.
    function reason(text) {
      if (attribute(text, "message") != "") return plain(attribute(text, "message"))
      if (sub(/.*<!\[CDATA\[[^:]*: (Assumption failed: )?/, "", text)) {
        if (text ~ /^ *$/ && (getline text) > 0) sub(/^assumption was not met due to: /, "", text)
        return text
      }
      return "no reason given"
    }
    /<testcase / { test = attribute($0, "classname") "." attribute($0, "name") }
    /<skipped/ { print "SKIPPED  " plain(test) ": " reason($0) }'
}

# count_tests: prints the count, and leaves it in PASSED and FAILED.
count_tests() {
  local counts
  counts=$(report_files | xargs -0 -r awk '
    function number(name) {
      if (!match($0, " " name "=\"[0-9]+\"")) return 0
      return substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4) + 0
    }
    /<testsuite / {
      # the attributes of a suite may go over lines
      while ($0 !~ />/ && (getline more) > 0) $0 = $0 " " more
      all += number("tests"); bad += number("failures") + number("errors")
      skipped += number("skipped")
    }
    END { printf "%d %d %d", all - bad - skipped, bad, skipped }')
  read -r PASSED FAILED SKIPPED <<<"${counts:-0 0 0}"
  printf '%d passed, %d failed, %d skipped\n' "$PASSED" "$FAILED" "$SKIPPED"
}
