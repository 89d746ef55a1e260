package io.redoubt.config.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URLDecoder;
import java.nio.file.Path;

/** A JVM that opens a home, says in one line how that went, and closes it when its standard input ends. */
public final class OwnerMain {
    private OwnerMain() {}

    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, true, UTF_8);
        long begun = System.nanoTime();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(Path.of(decoded(arguments[0])))) {
            long millis = (System.nanoTime() - begun) / 1_000_000;
            out.println(postgres.how() + " " + postgres.jdbcUrl() + " " + millis);
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (PostgresUnavailableException e) {
            out.println("REFUSED " + String.valueOf(e.getMessage()).replaceAll("\\R", " "));
        }
    }

    /** Arguments pass through the platform's charset, which may be ASCII; percent signs don't mind. */
    private static String decoded(String argument) {
        return URLDecoder.decode(argument, UTF_8);
    }
}
