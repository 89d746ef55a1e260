package io.redoubt;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.redoubt.config.postgres.EmbeddedPostgres;
import io.redoubt.config.postgres.HomeFixture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.commons.io.FileUtils;
import org.jspecify.annotations.Nullable;

/** A real PostgreSQL with empty data for a run of tests, which leaves nothing on the disk. */
public class PostgresResource implements QuarkusTestResourceLifecycleManager {
    private @Nullable EmbeddedPostgres server;
    private @Nullable Path folder;

    @Override
    public Map<String, String> start() {
        try {
            Path temporary = Files.createTempDirectory(Files.createDirectories(Path.of("target/postgres")), "run");
            folder = temporary;
            EmbeddedPostgres started = EmbeddedPostgres.start(HomeFixture.homeIn(temporary));
            server = started;
            return Map.of(
                    "quarkus.datasource.jdbc.url", started.jdbcUrl(),
                    "quarkus.datasource.username", started.user(),
                    "quarkus.datasource.password", started.password(),
                    "quarkus.http.test-port", "0",
                    "redoubt.monitoring.look-every", lookEvery());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Rarely, so that tests know who rates; those of what happens by itself look often. */
    String lookEvery() {
        return "1h";
    }

    /** The same for tests of what happens by itself. */
    public static final class OfTime extends PostgresResource {
        @Override
        String lookEvery() {
            return "1s";
        }
    }

    /** Whether somebody waits for a lock that another holds. */
    public static boolean waiting(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select 1 from pg_locks where not granted")) {
            return found.next();
        }
    }

    @Override
    public void stop() {
        if (server != null) {
            server.close();
        }
        if (folder != null) {
            // 100 MB for each class of tests fill a machine within a few runs
            FileUtils.deleteQuietly(folder.toFile());
        }
    }
}
