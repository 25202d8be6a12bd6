package org.homeward.cohort;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.homeward.quantity.DateSpan;
import org.homeward.returns.ChildHistories;
import org.homeward.returns.ChildView;
import org.homeward.returns.Pseudonyms;

/**
 * Tells whether files that are sent again make the same cohort: a signature, with the user's key,
 * of all that its costs rest on – each child's history and own fees, and the years that are held –
 * in whatever order. Who has not the key can try nothing against it, not even a day of birth.
 */
public final class CohortFingerprint {

  private static final int CHILD_BYTES = 32;
  private static final int STAY_BYTES = 18;
  private static final int SPAN_BYTES = 8;
  private static final int EVENT_BYTES = 5;

  private final ChildHistories histories;
  private final ChildFees fees;
  private final Pseudonyms key;
  private final ChildView view;

  private CohortFingerprint(ChildHistories histories, ChildFees fees, Pseudonyms key) {
    this.histories = histories;
    this.fees = fees;
    this.key = key;
    view = histories.view();
  }

  /** As 64 letters and digits. */
  public static String of(ChildHistories histories, ChildFees fees, Pseudonyms key) {
    return HexFormat.of().formatHex(new CohortFingerprint(histories, fees, key).sign());
  }

  private byte[] sign() {
    long[] children = new long[histories.size()];
    for (int child = 0; child < children.length; child++) {
      view.moveTo(child);
      children[child] = ByteBuffer.wrap(key.sign(child())).getLong();
    }
    Arrays.sort(children);
    byte[] observed = observed().getBytes(StandardCharsets.UTF_8);
    ByteBuffer all = ByteBuffer.allocate(observed.length + Long.BYTES * children.length);
    all.put(observed);
    for (long child : children) {
      all.putLong(child);
    }
    return key.sign(all.array());
  }

  private String observed() {
    StringBuilder text = new StringBuilder();
    List<String> authorities = histories.authorities();
    authorities.stream()
        .sorted()
        .forEach(
            a ->
                text.append(a)
                    .append('\n')
                    .append(histories.observed(authorities.indexOf(a)))
                    .append('\n'));
    return text.toString();
  }

  private byte[] child() {
    byte[] named =
        (histories.authorities().get(view.authority()) + '\n' + fees())
            .getBytes(StandardCharsets.UTF_8);
    ByteBuffer to =
        ByteBuffer.allocate(
            named.length
                + CHILD_BYTES
                + STAY_BYTES * view.stays()
                + SPAN_BYTES * view.agreements()
                + EVENT_BYTES * view.events());
    to.putInt(named.length).put(named).putLong(view.pseudonym().bits());
    to.putInt(view.birthDay()).put(bit(view.isUnaccompanied()));
    to.put((byte) view.sex().ordinal()).put((byte) view.route().ordinal());
    to.putInt(view.stays()).putInt(view.agreements()).putInt(view.events());
    for (int i = 0; i < view.stays(); i++) {
      putStay(to, i);
    }
    for (int i = 0; i < view.agreements(); i++) {
      to.putInt(view.agreementFrom(i)).putInt(view.agreementTo(i));
    }
    for (int i = 0; i < view.events(); i++) {
      to.putInt(view.eventDay(i)).put((byte) view.eventType(i).ordinal());
    }
    return to.array();
  }

  private void putStay(ByteBuffer to, int i) {
    to.putInt(view.from(i)).putInt(view.to(i));
    to.put(view.place(i)).put(view.provider(i)).put(view.legalStatus(i)).put(view.need(i));
    to.put(view.began(i)).put(view.ended(i)).put(view.moved(i));
    to.put(view.usualPlace(i)).put(view.usualProvider(i));
    int flags = (view.isSameCarer(i) ? 1 : 0) | (view.isOpen(i) ? 2 : 0);
    to.put((byte) (flags | (view.hasArea(i) ? view.isOutOfArea(i) ? 4 : 8 : 0)));
  }

  private static byte bit(boolean set) {
    return (byte) (set ? 1 : 0);
  }

  private String fees() {
    StringBuilder text = new StringBuilder();
    for (ChildFee fee : fees.of(view.pseudonym())) {
      DateSpan span = fee.span();
      text.append(span.fromDay()).append(' ').append(span.toDay()).append(' ');
      text.append(fee.perWeek().pounds()).append(' ').append(fee.provider()).append(' ');
      text.append(fee.priceYear()).append('\n');
    }
    return text.toString();
  }
}
