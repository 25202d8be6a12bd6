package org.homeward.intake;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.homeward.problem.InputException;
import org.homeward.quantity.Money;
import org.homeward.staffing.PayrollPost;
import org.homeward.staffing.StaffRole;
import org.jspecify.annotations.Nullable;

/** Reads a payroll from CSV or XLSX: whole, or not at all with every problem by line and column. */
public final class PayrollReader {

  private static final int MOST_POSTS = 100_000;
  private static final BigDecimal LEAST_SALARY = BigDecimal.valueOf(10_000);
  private static final BigDecimal MOST_SALARY = BigDecimal.valueOf(300_000);
  private static final BigDecimal MOST_DAY_RATE = BigDecimal.valueOf(3_000);
  private static final BigDecimal DAYS_A_WEEK = BigDecimal.valueOf(5);

  private final Map<String, String> roles = new TreeMap<>();

  /**
   * @param known roles that a post may be of, by id or name
   */
  public PayrollReader(List<StaffRole> known) {
    known.forEach(r -> roles.put(Cells.plain(r.name()), r.id()));
    known.forEach(r -> roles.put(Cells.plain(r.id()), r.id()));
  }

  /** The header line of the form and two rows that show how it is filled in. */
  public static String template() {
    return """
    post,role,fte,salary,weekly hours,agency,day rate,hours a day
    SW-001,social-worker,1,42708,37,no,,
    SW-002,social-worker,0.5,42708,37,no,,
    SW-003,social-worker,1,,,yes,300,7.4
    """;
  }

  /**
   * @param ignored names of columns that are left out, with commas between
   * @throws InputException with every problem, if there is one
   */
  public Payroll read(SurveyFile file, String ignored) {
    Set<String> left = new HashSet<>();
    Arrays.stream(ignored.split(",", -1)).map(Cells::plain).forEach(left::add);
    left.remove("");
    Table table = file.open();
    Reading reading = new Reading(file.name(), new Header.Left(Set.of(), left));
    table.forEach((line, cells, share) -> reading.row(line, cells));
    return reading.result(table.notes());
  }

  /** One going-through of one file. */
  private final class Reading {

    private final Findings findings;
    private final Header.Left left;
    private final List<PayrollPost> posts = new ArrayList<>();
    private @Nullable Header<PayrollColumn> header;
    private boolean headerIsGood;
    private boolean commas;

    Reading(String file, Header.Left left) {
      findings = new Findings(file);
      this.left = left;
    }

    void row(long line, List<String> cells) {
      Header<PayrollColumn> known = header;
      if (known == null) {
        header = header(line, cells);
        headerIsGood = findings.isEmpty();
        return;
      }
      long before = findings.total();
      known.lookThrough(line, cells, findings);
      if (headerIsGood) {
        PayrollPost post = new OneRow(known, line, cells).read();
        if (post != null && findings.total() == before) {
          posts.add(post);
        }
      }
      if (posts.size() > MOST_POSTS) {
        throw Findings.unreadable(
            findings.file(), null, "There are more than " + MOST_POSTS + " posts.", "Send fewer.");
      }
    }

    private Header<PayrollColumn> header(long line, List<String> cells) {
      Header<PayrollColumn> read = Header.read(line, cells, PayrollColumn.ALL, left, findings);
      for (PayrollColumn needed :
          List.of(
              PayrollColumn.POST,
              PayrollColumn.ROLE,
              PayrollColumn.FTE,
              PayrollColumn.SALARY,
              PayrollColumn.WEEKLY_HOURS)) {
        read.require(line, needed, findings);
      }
      return read;
    }

    Payroll result(List<String> notes) {
      if (findings.isEmpty() && posts.isEmpty()) {
        findings.ofFile(null, "The file has no posts.", "Send a header line and rows below it.");
      }
      if (!findings.isEmpty()) {
        throw new InputException(Findings.told(findings.list(), findings.total(), findings.file()));
      }
      List<String> all = new ArrayList<>(notes);
      if (commas) {
        all.add("Commas in amounts were read as thousands: 42,708 is forty-two thousand.");
      }
      return new Payroll(findings.file(), posts, all);
    }

    /** One line. */
    private final class OneRow {

      private final Header<PayrollColumn> known;
      private final long line;
      private final List<String> cells;

      OneRow(Header<PayrollColumn> known, long line, List<String> cells) {
        this.known = known;
        this.line = line;
        this.cells = cells;
      }

      @Nullable PayrollPost read() {
        String role = role();
        BigDecimal fte =
            number(PayrollColumn.FTE, BigDecimal.ZERO, BigDecimal.ONE, "Write 0.5 for half time.");
        if (text(PayrollColumn.POST).isEmpty()) {
          problem(PayrollColumn.POST, null, "The post has no code.", "Give each post a code.");
        }
        return isAgency() ? agency(role, fte) : employed(role, fte);
      }

      private @Nullable PayrollPost employed(@Nullable String role, @Nullable BigDecimal fte) {
        BigDecimal salary =
            number(
                PayrollColumn.SALARY,
                LEAST_SALARY,
                MOST_SALARY,
                "Give pounds a year of a full-time post, not what a part-timer is paid, nor a"
                    + " month's pay.");
        BigDecimal hours = weeklyHours();
        return role == null || fte == null || salary == null || hours == null
            ? null
            : new PayrollPost.Employed(role, fte, Money.ofPounds(salary), hours);
      }

      private @Nullable PayrollPost agency(@Nullable String role, @Nullable BigDecimal fte) {
        BigDecimal rate =
            number(
                PayrollColumn.DAY_RATE,
                BigDecimal.ZERO,
                MOST_DAY_RATE,
                "Give pounds a day worked.");
        BigDecimal hours;
        if (text(PayrollColumn.DAY_HOURS).isEmpty()) {
          BigDecimal week = weeklyHours();
          hours = week == null ? null : week.divide(DAYS_A_WEEK);
        } else {
          hours =
              number(
                  PayrollColumn.DAY_HOURS,
                  BigDecimal.ZERO,
                  BigDecimal.valueOf(24),
                  "Give the hours that a day's rate pays for.");
        }
        return role == null || fte == null || rate == null || hours == null
            ? null
            : new PayrollPost.Agency(role, fte, Money.ofPounds(rate), hours);
      }

      private @Nullable BigDecimal weeklyHours() {
        return number(
            PayrollColumn.WEEKLY_HOURS,
            BigDecimal.ZERO,
            BigDecimal.valueOf(60),
            "Give the contracted hours of a full-time post, for instance 37.");
      }

      private @Nullable String role() {
        String asked = text(PayrollColumn.ROLE);
        String role = roles.get(Cells.plain(asked));
        if (role == null) {
          problem(
              PayrollColumn.ROLE,
              Header.shortened(asked),
              "There is no staff role of this name; the nearest is \""
                  + Nearest.of(asked, roles.values())
                  + "\".",
              "Use an id or name of /api/staff-costs.");
        }
        return role;
      }

      private boolean isAgency() {
        String said = text(PayrollColumn.AGENCY).toLowerCase(Locale.ROOT);
        if (Set.of("yes", "y", "true", "1").contains(said)) {
          return true;
        }
        if (!Set.of("", "no", "n", "false", "0").contains(said)) {
          problem(
              PayrollColumn.AGENCY,
              Header.shortened(said),
              "It is not clear whether an agency worker is in the post.",
              "Write yes or no.");
        }
        return false;
      }

      private @Nullable BigDecimal number(
          PayrollColumn column, BigDecimal above, BigDecimal most, String remedy) {
        String said = text(column);
        String plain = said.replaceAll("[£\\s]", "");
        if (Values.isAmbiguous(plain) && plain.indexOf(',') >= 0) {
          plain = plain.replace(",", "");
          commas = true;
        }
        BigDecimal value = Values.number(plain);
        if (value == null) {
          problem(
              column,
              Header.shortened(said),
              said.isEmpty() ? "The cell is empty." : "This is not a number.",
              remedy);
        } else if (value.compareTo(above) <= 0 || value.compareTo(most) > 0) {
          problem(
              column,
              Header.shortened(said),
              "The number must be above "
                  + above.toPlainString()
                  + " and at most "
                  + most.toPlainString()
                  + ".",
              remedy);
          return null;
        }
        return value;
      }

      private String text(PayrollColumn column) {
        return known.text(cells, column);
      }

      private void problem(
          PayrollColumn column, @Nullable String value, String reason, String remedy) {
        findings.ofCell(line, known.place(column), column.title(), value, reason, remedy);
      }
    }
  }
}
