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
import org.homeward.costbook.ReferenceTables;

/** Every version of the catalogue that the service has ever started with. */
@Singleton
public class CatalogueStore {

  private final VersionRepository versions;
  private final TextRepository texts;
  private final FileRepository files;
  private final TableStore tables;

  CatalogueStore(
      VersionRepository versions, TextRepository texts, FileRepository files, TableStore tables) {
    this.versions = versions;
    this.texts = texts;
    this.files = files;
    this.tables = tables;
  }

  /**
   * Keeps a version, files and tables, whole or not at all; false if it is kept already. A version
   * that was kept before there were tables gets them now.
   */
  @Transactional
  public boolean publish(CatalogueFiles catalogue, ReferenceTables values) {
    String version = catalogue.hash();
    Optional<VersionRow> known = versions.findById(version);
    if (known.isEmpty()) {
      versions.save(
          new VersionRow(
              version,
              Instant.now().truncatedTo(ChronoUnit.MICROS),
              catalogue.texts().size(),
              true));
      saveFiles(version, catalogue);
      tables.save(version, values);
    } else if (!known.get().tabled()) {
      VersionRow row = known.get();
      versions.update(new VersionRow(row.hash(), row.publishedAt(), row.fileCount(), true));
      tables.save(version, values);
    }
    return known.isEmpty();
  }

  private void saveFiles(String version, CatalogueFiles catalogue) {
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
    texts.saveAll(fresh);
    files.saveAll(rows);
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

  /**
   * The values of a version's tables; empty if it is unknown or was kept before there were tables.
   */
  @Transactional
  public Optional<ReferenceTables> tables(String version) {
    return versions.findById(version).filter(VersionRow::tabled).map(v -> tables.read(version));
  }

  /** All versions, the newest first. */
  @Transactional
  public List<PublishedVersion> versions() {
    return versions.findAllOrderByPublishedAtDesc().stream().map(VersionRow::value).toList();
  }
}
