package io.redoubt.cli;

import static io.redoubt.cli.Ran.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code redoubt pack method} as a user meets it. */
class PackMethodCommandTest {
    private static final String PACK = "rules/examples/questionnaire";

    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "legal, html, <!DOCTYPE html>, <pre",
        "LEGAL, markdown, # Example of a yes, ```drl",
        "suppliers, html, <!DOCTYPE html>, this counts in favour of",
        "suppliers, MARKDOWN, # Example of a yes, this counts in favour of"
    })
    void thePackIsPrintedForItsReader(String reader, String format, String begins, String holds) {
        // When
        Ran ran = run("pack", "method", PACK, "--as-of=2026-11-21", "--for", reader, "--format", format);

        // Then
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).startsWith(begins).contains(holds, "2026-11-21");
        assertThat(ran.err()).isEmpty();
    }

    @Test
    void theDocumentIsWrittenToAFile() throws Exception {
        // Given
        Path file = folder.resolve("method.html");

        // When
        Ran ran = run("pack", "method", "--pack", PACK, "--as-of=2026-11-21", "--out", file.toString());

        // Then
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).isEmpty();
        assertThat(Files.readString(file)).startsWith("<!DOCTYPE html>").endsWith("</html>\n");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '¦', textBlock = """
            pack method no/such/pack ¦ 1 ¦ The folder (no/such/pack) must exist.
            pack method rules/baseline --as-of=2025-12-31 ¦ 1 ¦ The day (2025-12-31) must not lie before the pack's first effective day (2026-01-01).
            pack method rules/examples/questionnaire --out no/such/folder/x.html ¦ 1 ¦ The file (no/such/folder/x.html) must be writable.
            pack method --for=nobody ¦ 2 ¦ Invalid value for option '--for'
            pack method --as-of=soon ¦ 2 ¦ Invalid value for option '--as-of'
            """)
    void whatCannotBeToldIsSaid(String arguments, int code, String said) {
        // When
        Ran ran = run(arguments.split(" ", -1));

        // Then
        assertThat(ran.code()).isEqualTo(code);
        assertThat(ran.err()).contains(said);
        assertThat(ran.out()).isEmpty();
    }
}
