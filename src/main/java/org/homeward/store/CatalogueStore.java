package org.homeward.store;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.homeward.costbook.CatalogueFiles;

/** Every version of the catalogue that the service has ever started with. */
@Singleton
public class CatalogueStore {

  private final VersionRepository versions;
  private final TextRepository texts;
  private final FileRepository files;

  CatalogueStore(VersionRepository versions, TextRepository texts, FileRepository files) {
    this.versions = versions;
    this.texts = texts;
    this.files = files;
  }

  /** Keeps a version, whole or not at all; false if it is kept already. */
  @Transactional
  public boolean publish(CatalogueFiles catalogue) {
    String version = catalogue.hash();
    if (versions.existsById(version)) {
      return false;
    }
    Map<String, String> byHash = new LinkedHashMap<>();
    List<FileRow> rows = new ArrayList<>();
    catalogue
        .texts()
        .forEach(
            (path, text) -> {
              String hash = CatalogueFiles.hash(text);
              byHash.put(hash, text);
              rows.add(new FileRow(UUID.randomUUID(), version, path, hash));
            });
    Set<String> known =
        new HashSet<>(texts.findByHashIn(byHash.keySet()).stream().map(TextRow::hash).toList());
    List<TextRow> fresh =
        byHash.entrySet().stream()
            .filter(e -> !known.contains(e.getKey()))
            .map(e -> new TextRow(e.getKey(), e.getValue()))
            .toList();
    versions.save(new VersionRow(version, Instant.now().truncatedTo(ChronoUnit.MICROS)));
    texts.saveAll(fresh);
    files.saveAll(rows);
    return true;
  }

  /** The files of a version, byte for byte as they were published. */
  @Transactional
  public Optional<CatalogueFiles> find(String version) {
    List<FileRow> rows = files.findByVersionHash(version);
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    Map<String, String> contents =
        texts.findByHashIn(rows.stream().map(FileRow::textHash).distinct().toList()).stream()
            .collect(Collectors.toMap(TextRow::hash, TextRow::content));
    SortedMap<String, String> found = new TreeMap<>();
    rows.forEach(r -> found.put(r.path(), contents.getOrDefault(r.textHash(), "")));
    return Optional.of(new CatalogueFiles(found));
  }

  /** The hashes of all versions, the oldest first. */
  @Transactional
  public List<String> versions() {
    return versions.findAllOrderByPublishedAt().stream().map(VersionRow::hash).toList();
  }
}
