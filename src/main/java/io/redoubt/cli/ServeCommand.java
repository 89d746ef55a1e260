package io.redoubt.cli;

import io.quarkus.runtime.Quarkus;
import io.redoubt.config.EmbeddedDatabase;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts the service. */
@Command(name = "serve", description = "Starts the service.", mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
    @Option(names = "--demo", description = "Load and rate the demo portfolio first, and print the ranking.")
    private boolean demo;

    @Override
    public Integer call() {
        if (demo) {
            System.setProperty("redoubt.demo.load", "true");
        }
        EmbeddedDatabase.startIfNeeded();
        Quarkus.run(null, (code, failure) -> {
            if (failure != null) {
                System.err.println(
                        "The service can't start.\n" + rootOf(failure).getMessage());
            }
            EmbeddedDatabase.stopServer();
            System.exit(code);
        });
        return 0;
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
