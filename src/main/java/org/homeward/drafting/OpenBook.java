package org.homeward.drafting;

import org.homeward.costbook.CatalogueFiles;
import org.homeward.costbook.CostBook;
import org.homeward.costbook.CostBookEntry;
import org.homeward.loader.Catalogue;
import org.homeward.parameter.ParameterCatalogue;

/**
 * A cost book, draft or published, with its content.
 *
 * @param files as they are now
 * @param catalogue read from them
 */
public record OpenBook(
    CostBookEntry entry, CatalogueFiles files, Catalogue catalogue, ParameterCatalogue parameters) {

  public CostBook book() {
    return catalogue.book();
  }
}
