package org.homeward.returns;

/** Who a child is, by all the returns: the latest is right (rules 202 and 203). */
final class Person {

  private static final Sex[] SEXES = Sex.values();

  private final MergeContext context;
  private PersonRows rows = new PersonRows(Table.HEADER, 0, 0);
  private int row;
  private int year;
  private int sexYear;
  private int birthYear;
  private int uascBirth;
  private boolean sexChanged;
  private boolean birthChanged;

  Sex sex = Sex.NOT_KNOWN;

  /** {@link TableRows#NO_DAY} if no return tells. */
  int birth;

  boolean unaccompanied;
  boolean hasHeader;

  Person(MergeContext context) {
    this.context = context;
  }

  void clear() {
    year = 0;
    sexYear = 0;
    birthYear = 0;
    birth = TableRows.NO_DAY;
    uascBirth = TableRows.NO_DAY;
    sex = Sex.NOT_KNOWN;
    unaccompanied = false;
    hasHeader = false;
    sexChanged = false;
    birthChanged = false;
  }

  void add(PersonRows table, int number, int returnYear) {
    if (table.table() == Table.UASC) {
      table.setFate(number, unaccompanied ? RowFate.MERGED : RowFate.USED);
      unaccompanied = true;
      uascBirth = Math.max(uascBirth, table.birth[number]);
      return;
    }
    Sex rowSex = SEXES[table.sex[number]];
    int rowBirth = table.birth[number];
    sexChanged |= hasHeader && differ(sex, rowSex);
    birthChanged |= hasHeader && rowBirth != birth && isDay(rowBirth) && isDay(birth);
    boolean wins = !hasHeader || isLater(returnYear, rowSex, rowBirth);
    if (hasHeader) {
      PersonRows loser = wins ? rows : table;
      loser.setFate(wins ? row : number, RowFate.MERGED);
      if (returnYear == year) {
        context.findings.add(
            Rule.COPY,
            loser.file(),
            loser.line(wins ? row : number),
            context.child,
            TableRows.NO_DAY,
            TableRows.NO_DAY,
            0,
            0);
      }
    }
    if (wins) {
      rows = table;
      row = number;
      year = returnYear;
      table.setFate(number, RowFate.USED);
    }
    if (rowSex != Sex.NOT_KNOWN
        && (returnYear > sexYear || (returnYear == sexYear && rowSex.compareTo(sex) < 0))) {
      sex = rowSex;
      sexYear = returnYear;
    }
    if (isDay(rowBirth)
        && (returnYear > birthYear || (returnYear == birthYear && rowBirth > birth))) {
      birth = rowBirth;
      birthYear = returnYear;
    }
    hasHeader = true;
  }

  private boolean isLater(int returnYear, Sex rowSex, int rowBirth) {
    if (returnYear != year) {
      return returnYear > year;
    }
    // Two rows of one return: whichever says more; never the order in the file.
    int mine = rows.birth[row];
    return mine != rowBirth ? rowBirth > mine : rowSex.compareTo(SEXES[rows.sex[row]]) < 0;
  }

  private static boolean differ(Sex one, Sex other) {
    return one != other && one != Sex.NOT_KNOWN && other != Sex.NOT_KNOWN;
  }

  private static boolean isDay(int day) {
    return day != TableRows.NO_DAY;
  }

  /** Once all rows are there. */
  void finish() {
    if (!isDay(birth)) {
      birth = uascBirth;
    }
    if (sexChanged) {
      found(Rule.SEX_CHANGED);
    }
    if (birthChanged) {
      found(Rule.BIRTH_CHANGED);
    }
  }

  /** The child has no episodes, so the row is of a care leaver. */
  void notInCare() {
    rows.setFate(row, RowFate.NOT_NEEDED);
  }

  /** Says something at the child's latest row in the header. */
  private void found(Rule rule) {
    rows.setFate(row, RowFate.REPAIRED);
    context.findings.add(
        rule, rows.file(), rows.line(row), context.child, TableRows.NO_DAY, TableRows.NO_DAY, 0, 0);
  }
}
