package io.numetry.numa.doctor;

/**
 * One thing that was looked at.
 *
 * @param subject what was looked at, "clock source" say
 * @param found what there is, with its value; starts with "unknown" where the host does not tell
 * @param advice what to do about it; empty if nothing is to be done
 */
public record Finding(Severity severity, String subject, String found, String advice) {

  static Finding ok(String subject, String found) {
    return new Finding(Severity.OK, subject, found, "");
  }

  static Finding note(String subject, String found, String advice) {
    return new Finding(Severity.NOTE, subject, found, advice);
  }

  static Finding warning(String subject, String found, String advice) {
    return new Finding(Severity.WARNING, subject, found, advice);
  }

  static Finding unknown(String subject, String why) {
    return new Finding(Severity.NOTE, subject, "unknown, " + why, "");
  }
}
