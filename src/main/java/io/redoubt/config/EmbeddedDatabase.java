package io.redoubt.config;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.redoubt.config.postgres.EmbeddedPostgres;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * Gives the service a database where none is configured: our own PostgreSQL server below {@code redoubt.home}. It is
 * started before Quarkus, which wants the address, and stopped after the last request.
 */
@ApplicationScoped
public class EmbeddedDatabase {
    private static final int LAST = Integer.MAX_VALUE;
    private static final int WATCH_SECONDS = 2;
    private static @Nullable EmbeddedPostgres server;

    /** Starts the server unless an address is configured, and tells Quarkus where it is. */
    public static synchronized void startIfNeeded() {
        String url = "quarkus.datasource.jdbc.url";
        if (server != null
                || ConfigProvider.getConfig()
                        .getOptionalValue(url, String.class)
                        .isPresent()) {
            return;
        }
        String home = ConfigProvider.getConfig()
                .getOptionalValue("redoubt.home", String.class)
                .orElse(".redoubt");
        EmbeddedPostgres started = EmbeddedPostgres.start(Path.of(home));
        System.setProperty(url, started.jdbcUrl());
        System.setProperty("quarkus.datasource.username", started.user());
        System.setProperty("quarkus.datasource.password", started.password());
        server = started;
        Thread watch = new Thread(EmbeddedDatabase::watch, "postgres-watch");
        watch.setDaemon(true);
        watch.start();
    }

    /** A server that was killed is brought up again; until then requests are answered that the database is away. */
    private static void watch() {
        try {
            while (true) {
                TimeUnit.SECONDS.sleep(WATCH_SECONDS);
                reviveIfDead();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static synchronized void reviveIfDead() {
        try {
            if (server != null && server.revive()) {
                Log.warn("The embedded database had died and was started again.");
            }
        } catch (RuntimeException e) {
            Log.error("The embedded database has died and could not be started again.", e);
        }
    }

    /** How the server came to run; empty text where the database is somebody else's. */
    static synchronized String how() {
        return server == null ? "" : server.how().name();
    }

    void stop(@Observes @Priority(LAST) ShutdownEvent event) {
        stopServer();
    }

    /** Stops the server, if there is one. */
    public static synchronized void stopServer() {
        if (server != null) {
            server.close();
            server = null;
            Log.debug("The embedded database has stopped.");
        }
    }
}
