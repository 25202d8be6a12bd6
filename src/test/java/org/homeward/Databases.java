package org.homeward;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The two databases that every repository test runs on. */
public enum Databases {
  H2 {
    @Override
    public Map<String, Object> properties() {
      return Map.of(
          "datasources.default.url",
          "jdbc:h2:mem:"
              + UUID.randomUUID()
              + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1");
    }
  },
  POSTGRES {
    @Override
    public Map<String, Object> properties() {
      return Map.of(
          "datasources.default.url",
          Server.freshDatabase(),
          "datasources.default.username",
          "postgres");
    }
  };

  public abstract Map<String, Object> properties();

  /** The service on an empty database of this kind, on a free port. */
  public EmbeddedServer serve() {
    Map<String, Object> all = new HashMap<>(properties());
    all.put("micronaut.server.port", -1);
    return ApplicationContext.run(EmbeddedServer.class, all);
  }

  /** Started once for the test JVM, on a free port, ended with it. */
  private static final class Server {
    private static final EmbeddedPostgres SERVER = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    static String freshDatabase() {
      String name = "t" + UUID.randomUUID().toString().replace("-", "");
      try (var connection = SERVER.getPostgresDatabase().getConnection();
          var statement = connection.createStatement()) {
        statement.execute("create database " + name);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
      return SERVER.getJdbcUrl("postgres", name);
    }
  }
}
