package org.homeward.api;

import io.micronaut.serde.annotation.Serdeable;
import java.util.Map;
import org.homeward.costbook.CatalogueFiles;

/**
 * The files of a version of the catalogue.
 *
 * @param files text by path
 */
@Serdeable
record CatalogueFilesResponse(String hash, Map<String, String> files) {
  static CatalogueFilesResponse of(CatalogueFiles files) {
    return new CatalogueFilesResponse(files.hash(), files.texts());
  }
}
