package org.homeward.store;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.util.List;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface VersionRepository extends CrudRepository<VersionRow, String> {
  List<VersionRow> findAllOrderByPublishedAtDesc();
}
