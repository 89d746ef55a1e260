package io.redoubt.firmware.sbom;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Documents that others published, read in place beside the project. */
public final class SbomFixture {
    private static final Path DATA = Path.of("..", "shared", "data");

    private SbomFixture() {}

    public static byte[] file(String path) {
        try {
            return Files.readAllBytes(DATA.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
