package io.redoubt.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a command leaves its text. */
final class Output {
    @Option(names = "--out", paramLabel = "FILE", description = "Write there instead of to the terminal.")
    private @Nullable Path out;

    void write(String text, PrintWriter terminal) {
        if (out == null) {
            terminal.print(text);
            terminal.flush();
            return;
        }
        try {
            Files.writeString(out, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "The file (" + out + ") must be writable.\nMaybe create its folder first.", e);
        }
    }
}
