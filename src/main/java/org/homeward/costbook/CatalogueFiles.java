package org.homeward.costbook;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files that a catalogue is made of: path to text. One version of a catalogue is one such set.
 *
 * @param texts by path, with lines that end in a line feed alone
 */
public record CatalogueFiles(SortedMap<String, String> texts) {

  public CatalogueFiles {
    SortedMap<String, String> plain = new TreeMap<>();
    texts.forEach((path, text) -> plain.put(path, text.replace("\r\n", "\n")));
    texts = Collections.unmodifiableSortedMap(plain);
  }

  /** Those whose path begins so. */
  public SortedMap<String, String> under(String folder) {
    return texts.subMap(folder, folder + Character.MAX_VALUE);
  }

  /**
   * SHA-256 over paths and texts, in hexadecimal: the same files give the same hash on every
   * machine.
   */
  public String hash() {
    MessageDigest digest = sha256();
    for (Map.Entry<String, String> file : texts.entrySet()) {
      digest.update(hash(file.getKey()).getBytes(StandardCharsets.US_ASCII));
      digest.update(hash(file.getValue()).getBytes(StandardCharsets.US_ASCII));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** SHA-256 of one text, in hexadecimal. */
  public static String hash(String text) {
    return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
