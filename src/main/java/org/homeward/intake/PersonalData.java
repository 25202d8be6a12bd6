package org.homeward.intake;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds what looks like it belongs to a person: respondents and cases are codes, and nothing else
 * may come in.
 */
public final class PersonalData {

  private static final Set<String> HEADERS =
      Set.of(
          "name",
          "firstname",
          "lastname",
          "surname",
          "forename",
          "fullname",
          "childname",
          "childsname",
          "workername",
          "respondentname",
          "staffname",
          "employee",
          "employeename",
          "employeenumber",
          "payrollnumber",
          "postholder",
          "ninumber",
          "email",
          "emailaddress",
          "phone",
          "phonenumber",
          "telephone",
          "telephonenumber",
          "mobile",
          "nhs",
          "nhsnumber",
          "nino",
          "nationalinsurancenumber",
          "upn",
          "postcode",
          "homeaddress",
          "address",
          "dob",
          "dateofbirth",
          "birthdate");

  private static final Pattern EMAIL = Pattern.compile("[^\\s@]{1,64}@[^\\s@]{1,64}\\.[^\\s@]{2,}");
  private static final Pattern PHONE =
      Pattern.compile("(?<![\\w.])(?:\\+44|0044|0)[ ()-]{0,3}\\d(?:[ ()-]{0,2}\\d){8,9}(?!\\w)");
  private static final Pattern NHS =
      Pattern.compile("(?<![\\w.])(\\d{3})[ -]?(\\d{3})[ -]?(\\d{4})(?![\\w.])");
  private static final Pattern POSTCODE =
      Pattern.compile(
          "\\b(?:GIR|[A-Z]{1,2}\\d[A-Z\\d]?) ?\\d[ABD-HJLNP-UW-Z]{2}\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern TITLE =
      Pattern.compile("\\b(?:Mr|Mrs|Ms|Miss|Mx|Dr)\\b\\.? \\p{L}", Pattern.CASE_INSENSITIVE);
  private static final Pattern NAME =
      Pattern.compile("\\p{Lu}[\\p{Ll}'’]{2,}(?:[ '’,-]+\\p{Lu}[\\p{L}'’.]*)*");

  private PersonalData() {}

  /** What a header promises of a person, if it does. */
  static Optional<String> inHeader(String header) {
    return HEADERS.contains(Cells.plain(header))
        ? Optional.of("The column looks as if it holds personal data.")
        : Optional.empty();
  }

  /**
   * What a cell seems to hold of a person, as a sentence, or null.
   *
   * @param code whether the cell is to be a code: then words in the form of a name are looked for
   */
  public static @Nullable String inCell(String text, boolean code) {
    if (text.length() < 3) {
      return null;
    }
    if (text.indexOf('@') >= 0 && EMAIL.matcher(text).find()) {
      return "This looks like an e-mail address.";
    }
    if (hasDigit(text)) {
      var nhs = NHS.matcher(text);
      while (nhs.find()) {
        if (isNhsNumber(nhs.group(1) + nhs.group(2) + nhs.group(3))) {
          return "This looks like an NHS number.";
        }
      }
      if (PHONE.matcher(text).find()) {
        return "This looks like a phone number.";
      }
      if (POSTCODE.matcher(text).find()) {
        return "This looks like a postcode.";
      }
    }
    if (code && (TITLE.matcher(text).find() || NAME.matcher(text).matches())) {
      return "This looks like a name.";
    }
    return null;
  }

  private static boolean hasDigit(String text) {
    return text.chars().anyMatch(c -> c >= '0' && c <= '9');
  }

  /** Ten digits of which the last is the check digit of the others, modulo 11. */
  static boolean isNhsNumber(String digits) {
    int sum = 0;
    for (int i = 0; i < 9; i++) {
      sum += (10 - i) * (digits.charAt(i) - '0');
    }
    int check = (11 - sum % 11) % 11;
    return check == digits.charAt(9) - '0';
  }
}
