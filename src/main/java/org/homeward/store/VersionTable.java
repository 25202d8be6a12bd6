package org.homeward.store;

import io.micronaut.data.repository.CrudRepository;
import java.util.List;
import java.util.UUID;

/** A table that holds rows of every version, each at its place. */
interface VersionTable<R> extends CrudRepository<R, UUID> {
  List<R> findByVersionHashOrderByPosition(String versionHash);
}
