package org.homeward.returns;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.ShortBufferException;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes pseudonyms: the first 64 bits of HMAC-SHA256, with the user's key, over the authority and
 * the child's number. Without the key nobody can make them again, nor try numbers against them;
 * with it the same child is the same in every load. Of half a million children two share one with a
 * chance of less than one in a hundred million. The key is held in memory only, and never written.
 */
public final class Pseudonyms {

  /** In letters; a shorter key could be found by trying. */
  public static final int SHORTEST_KEY = 16;

  private static final String ALGORITHM = "HmacSHA256";

  /** Begins what is signed; no authority does, so that no signature is the pseudonym of a child. */
  private static final byte[] SIGNED = "\0signed\0".getBytes(StandardCharsets.UTF_8);

  private final Mac mac;
  private final byte[] digest = new byte[32];

  /**
   * @throws IllegalArgumentException if the key is too short; the message does not hold it
   */
  public Pseudonyms(String key) {
    if (key.strip().length() < SHORTEST_KEY) {
      throw new IllegalArgumentException(
          "A key has at least " + SHORTEST_KEY + " letters, digits or signs.");
    }
    try {
      mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key.strip().getBytes(StandardCharsets.UTF_8), ALGORITHM));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has " + ALGORITHM + ".", e);
    }
  }

  private Pseudonyms(Mac mac) {
    this.mac = mac;
  }

  /** The same for another thread. */
  Pseudonyms copy() {
    try {
      return new Pseudonyms((Mac) mac.clone());
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("The platform's " + ALGORITHM + " can be copied.", e);
    }
  }

  /** The pseudonym of a child of an authority. */
  public Pseudonym of(String authority, String child) {
    return new Pseudonym(
        bits(authority.getBytes(StandardCharsets.UTF_8), child.getBytes(StandardCharsets.UTF_8)));
  }

  /** A signature of some content: only who has the key can make it again. */
  public byte[] sign(byte[] content) {
    mac.update(SIGNED);
    return mac.doFinal(content);
  }

  long bits(byte[] authority, byte[] child) {
    try {
      mac.update(authority);
      mac.update((byte) 0); // so that no two pairs are written alike
      mac.update(child);
      mac.doFinal(digest, 0);
    } catch (ShortBufferException e) {
      throw new IllegalStateException(e);
    }
    return ByteBuffer.wrap(digest).getLong();
  }
}
