package org.homeward;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import org.homeward.api.CurrentCatalogue;
import org.homeward.api.PublishedCatalogue;
import org.homeward.costbook.CatalogueFiles;
import org.homeward.drafting.BookShelf;
import org.homeward.drafting.CostBookDesk;
import org.homeward.intake.CohortJobs;
import org.homeward.intake.EstimateDesk;
import org.homeward.intake.ExclusionDesk;
import org.homeward.intake.LoadJobs;
import org.homeward.intake.SurveyDesk;
import org.homeward.intake.SurveyLibrary;
import org.homeward.loader.Catalogue;
import org.homeward.loader.CatalogueFolder;
import org.homeward.loader.CatalogueReader;
import org.homeward.store.BookEditStore;
import org.homeward.store.CatalogueStore;
import org.homeward.store.CohortStore;
import org.homeward.store.CostBookStore;
import org.homeward.store.EstimateSetStore;
import org.homeward.store.ExclusionStore;
import org.homeward.store.SurveyStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes at the start what the service needs; a broken catalogue stops it with every problem told.
 */
@Factory
class Wiring {

  private static final Logger LOG = LoggerFactory.getLogger(Wiring.class);

  /** The catalogue on disk: checked whole, then kept as a version, then compiled. */
  @Bean
  @Context
  CurrentCatalogue currentCatalogue(
      @Value("${homeward.home}") String home,
      CatalogueStore store,
      CostBookStore books,
      EstimateSetStore sets) {
    CatalogueFiles files = CatalogueFolder.read(Path.of(home));
    Catalogue catalogue = CatalogueReader.read(files);
    PublishedCatalogue compiled = PublishedCatalogue.of(catalogue);
    boolean fresh = books.publishShipped(catalogue.book().name(), files, catalogue.tables());
    LOG.info(
        "Catalogue {} ({} files): {}",
        files.hash().substring(0, 12),
        files.texts().size(),
        fresh ? "a new version" : "known");
    return new CurrentCatalogue(compiled, store, books, sets);
  }

  @Singleton
  BookShelf bookShelf(CostBookStore books, CatalogueStore catalogues) {
    return new BookShelf(books, catalogues);
  }

  @Singleton
  CostBookDesk costBookDesk(
      CurrentCatalogue current, BookShelf shelf, CostBookStore books, BookEditStore edits) {
    return new CostBookDesk(shelf, books, edits, current.at(null).catalogue().book().name());
  }

  @Singleton
  SurveyDesk surveyDesk(CurrentCatalogue current, SurveyStore store) {
    return new SurveyDesk(current.at(null).catalogue(), store);
  }

  @Singleton
  SurveyLibrary surveyLibrary(
      CurrentCatalogue current, SurveyStore surveys, ExclusionStore exclusions) {
    return new SurveyLibrary(current.at(null).catalogue().surveys(), surveys, exclusions);
  }

  @Singleton
  ExclusionDesk exclusionDesk(ExclusionStore store) {
    return new ExclusionDesk(store);
  }

  @Singleton
  EstimateDesk estimateDesk(SurveyLibrary library, EstimateSetStore store) {
    return new EstimateDesk(library, store);
  }

  @Bean(preDestroy = "close")
  @Singleton
  CohortJobs cohortJobs(CohortStore store, CurrentCatalogue current) {
    return new CohortJobs(store, hash -> current.at(hash).book(), Clock.systemUTC());
  }

  @Bean(preDestroy = "close")
  @Singleton
  LoadJobs loadJobs(SurveyDesk desk) {
    return new LoadJobs(desk);
  }
}
