package org.homeward.returnfile;

import java.io.IOException;
import java.util.Locale;
import org.homeward.history.Area;
import org.homeward.returns.CodeSet;
import org.homeward.returns.Districts;
import org.homeward.returns.EpisodeRows;
import org.homeward.returns.PlaceCode;
import org.homeward.returns.ReturnCode;
import org.homeward.returns.ReturnCodes;
import org.homeward.returns.Rule;
import org.jspecify.annotations.Nullable;

/** Reads the episodes table: the rules that one row can break by itself. */
final class EpisodeReader {

  private final ReturnCodes codes;
  private final Authorities authorities;
  private final ByteRows rows;
  private final Cells cells;
  private final ReadContext context;
  private final EpisodeRows table;

  private final int decom;
  private final int rne;
  private final int ls;
  private final int cin;
  private final int place;
  private final int provider;
  private final int dec;
  private final int rec;
  private final int reason;
  private final int homePostcode;
  private final int postcode;
  private final int urn;
  private final int location;

  private final byte parent;
  private final byte otherPublic;
  private final PlaceCode.ProviderRule[] providerRules;

  private Districts homes = new Districts();
  private int homesOf = -1;

  EpisodeReader(
      ReturnCodes codes,
      Authorities authorities,
      ByteRows rows,
      Cells cells,
      ReadContext context,
      TableLayout layout,
      EpisodeRows table) {
    this.codes = codes;
    this.authorities = authorities;
    this.rows = rows;
    this.cells = cells;
    this.context = context;
    this.table = table;
    decom = layout.of("DECOM");
    rne = layout.of("RNE");
    ls = layout.of("LS");
    cin = layout.of("CIN");
    place = layout.of("PLACE");
    provider = layout.of("PLACE_PROVIDER");
    dec = layout.of("DEC");
    rec = layout.of("REC");
    reason = layout.of("REASON_PLACE_CHANGE");
    homePostcode = layout.of("HOME_POST");
    postcode = layout.of("PL_POST");
    urn = layout.of("URN");
    location = layout.of("PL_LOCATION");
    parent = codes.providers().placeOf("PR0");
    otherPublic = codes.providers().placeOf("PR3");
    providerRules =
        codes.places().codes().stream()
            .map(PlaceCode::providerRule)
            .toArray(PlaceCode.ProviderRule[]::new);
  }

  /** Reads every row that is left. */
  void read() throws IOException {
    while (rows.next()) {
      readRow();
    }
  }

  /** The districts of homes, where rows do not tell their authority. */
  Districts homes() {
    return homes;
  }

  /** Once all rows are read: gives away the districts of the last authority. */
  void finish() {
    if (homesOf >= 0) {
      authorities.addDistricts(homesOf, homes);
    }
  }

  private void readRow() {
    if (!context.begin()) {
      table.add(
          rows.line,
          context.child,
          context.authority,
          context.year,
          Cells.EMPTY,
          Cells.EMPTY,
          true);
      return;
    }
    int from = cells.day(decom);
    boolean iso = cells.iso;
    int to = cells.day(dec);
    iso |= cells.iso;
    boolean open = to == Cells.EMPTY;
    Rule fault = fault(from, to);
    byte placeCode = code(place, codes.places(), Rule.PLACE_TIDIED, Rule.PLACE_UNKNOWN, true);
    if (fault == null && placeCode < 0) {
      fault = Rule.PLACE_UNKNOWN;
    } else if (fault != null) {
      context.find(fault, known(from), known(to), 0);
    }
    boolean rejected = fault != null;
    int start = known(from);
    int end = open ? EpisodeRows.OPEN : known(to);
    int row =
        table.add(rows.line, context.child, context.authority, context.year, start, end, rejected);
    if (rejected) {
      return;
    }
    if (iso) {
      context.find(Rule.ISO_DATE);
    }
    byte ended = code(rec, codes.ends(), Rule.REC_TIDIED, Rule.REC_UNKNOWN, false);
    byte moved = code(reason, codes.moves(), Rule.MOVE_TIDIED, Rule.MOVE_UNKNOWN, false);
    if (open && ended != CodeSet.NONE) {
      context.find(Rule.REC_WITHOUT_DEC);
      ended = CodeSet.NONE;
    } else if (!open && ended == CodeSet.NONE && cells.isEmpty(rec)) {
      context.find(Rule.DEC_WITHOUT_REC, start, end, 0);
    }
    table.setCodes(
        row,
        code(rne, codes.newEpisodes(), Rule.RNE_TIDIED, Rule.RNE_UNKNOWN, true),
        code(ls, codes.legalStatuses(), Rule.LS_TIDIED, Rule.LS_UNKNOWN, true),
        code(cin, codes.needs(), Rule.CIN_TIDIED, Rule.CIN_UNKNOWN, true),
        placeCode,
        providerFor(placeCode),
        ended,
        open ? CodeSet.NONE : moved);
    long house = cells.fingerprint(postcode) * 0x9E3779B97F4A7C15L + cells.fingerprint(urn);
    table.setSite(row, area(), cells.district(postcode), (int) (house ^ house >>> 32));
    countHome();
    if (context.repaired) {
      table.setRepaired(row);
    }
  }

  private static @Nullable Rule fault(int from, int to) {
    if (from == Cells.EMPTY || from == Cells.BAD) {
      return Rule.DECOM_NOT_A_DATE;
    }
    if (to == Cells.BAD) {
      return Rule.DEC_NOT_A_DATE;
    }
    return to != Cells.EMPTY && to < from ? Rule.DEC_BEFORE_DECOM : null;
  }

  private static int known(int day) {
    return day == Cells.BAD ? Cells.EMPTY : day;
  }

  private <C extends ReturnCode> byte code(
      int cell, CodeSet<C> set, Rule tidied, Rule unknown, boolean required) {
    byte code = cells.code(cell, set);
    if (code >= 0) {
      if (cells.tidied) {
        context.find(tidied, Cells.EMPTY, Cells.EMPTY, cells.letters);
      }
      return code;
    }
    boolean empty = cells.isEmpty(cell);
    if (required || !empty) {
      context.find(unknown, Cells.EMPTY, Cells.EMPTY, empty ? 0 : cells.letters);
    }
    return CodeSet.NONE;
  }

  /** Rules 178, 213, 526 to 531 and 550. */
  private byte providerFor(byte placeCode) {
    byte found =
        code(provider, codes.providers(), Rule.PROVIDER_TIDIED, Rule.PROVIDER_UNKNOWN, false);
    PlaceCode.ProviderRule rule = providerRules[placeCode];
    if (rule == PlaceCode.ProviderRule.PARENT) {
      if (found != parent) {
        findPlace(found < 0 ? Rule.PROVIDER_MISSING : Rule.PROVIDER_IMPOSSIBLE, placeCode);
      }
      return parent;
    }
    if (rule == PlaceCode.ProviderRule.BLANK) {
      return found == parent ? CodeSet.NONE : found;
    }
    if (found == CodeSet.NONE && cells.isEmpty(provider)) {
      findPlace(Rule.PROVIDER_MISSING, placeCode);
    } else if (found == parent
        || (found == otherPublic && rule == PlaceCode.ProviderRule.NOT_OTHER_PUBLIC)) {
      findPlace(Rule.PROVIDER_IMPOSSIBLE, placeCode);
      return CodeSet.NONE;
    }
    return found;
  }

  private void findPlace(Rule rule, byte placeCode) {
    context.find(rule, Cells.EMPTY, Cells.EMPTY, CodeSet.key(codes.places().text(placeCode)));
  }

  private byte area() {
    if (location < 0 || location >= rows.cells) {
      return 0;
    }
    return switch (cells.text(location).toUpperCase(Locale.ROOT)) {
      case "IN" -> (byte) (Area.IN_AREA.ordinal() + 1);
      case "OUT" -> (byte) (Area.OUT_OF_AREA.ordinal() + 1);
      default -> 0;
    };
  }

  private void countHome() {
    if (homePostcode < 0) {
      return;
    }
    if (context.authority != homesOf) {
      finish();
      homes = new Districts();
      homesOf = context.authority;
    }
    homes.count(cells.district(homePostcode));
  }
}
