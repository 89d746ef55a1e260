package io.redoubt.identity;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A real Keycloak on a free port of this machine, with nothing on disk but its log. It is run without its shell script,
 * which would put a second process between us and the server.
 */
final class KeycloakServer implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("Listening on: (http://\\S+)");
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Process process;
    private final Path log;

    private KeycloakServer(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Starts the server with the realms that are in its import folder, and waits until it answers. */
    static KeycloakServer start(Path home) throws IOException {
        buildOnce(home);
        KeycloakServer server = run(
                home,
                "start",
                "--optimized",
                "--cache=local",
                "--import-realm",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=0",
                "--hostname-strict=false");
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        return server;
    }

    /** Keycloak compiles its settings into itself; the result is kept until the next clean build. */
    private static void buildOnce(Path home) throws IOException {
        Path built = home.resolve("built-for-tests");
        if (Files.exists(built)) {
            return;
        }
        KeycloakServer build = run(home, "build", "--db=dev-mem", "--health-enabled=false", "--metrics-enabled=false");
        await().atMost(PATIENCE).until(() -> !build.process.isAlive());
        if (build.process.exitValue() != 0) {
            throw new IllegalStateException("Keycloak must build.\n" + build.output());
        }
        Files.createFile(built);
    }

    private static KeycloakServer run(Path home, String... arguments) throws IOException {
        Path log = home.resolve("redoubt-" + arguments[0] + ".log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home", ""), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Dpicocli.disable.closures=true",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "-cp",
                home.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("KC_"));
        return new KeycloakServer(builder.start(), log);
    }

    /** The address, such as {@code http://127.0.0.1:41234}, once the server answers there. */
    String url() {
        await().atMost(PATIENCE)
                .until(() -> !process.isAlive() || ADDRESS.matcher(output()).find());
        Matcher address = ADDRESS.matcher(output());
        if (!address.find()) {
            throw new IllegalStateException("Keycloak must start.\n" + output());
        }
        return address.group(1);
    }

    private String output() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the process; what it knew was in memory only. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
