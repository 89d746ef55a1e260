package io.redoubt.cli;

import static io.redoubt.cli.Ran.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code redoubt pack check} as a user meets it. */
class PackCheckCommandTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void aGoodPackIsReadyWithItsHash() {
        // When
        Ran ran = run("pack", "check");

        // Then
        assertThat(ran.out())
                .containsPattern(
                        "baseline 1\\.0\\.0: \\d+ rules, 0 mistakes, \\d+ doubts \\(--doubts lists them\\)\\. \\d+ scenarios, 0"
                                + " failed, \\d+ of \\d+ conditions decided\\. SHA-256 [0-9a-f]{64}");
        assertThat(ran.code()).isZero();
    }

    @Test
    void aPackThatForgetsARuleOfTheVersionBeforeIsRefused() throws Exception {
        // Given: the example of scorecards stands in for a version in which rules are gone
        String other = "rules/examples/scorecard";

        // When
        Ran ran = run("pack", "check", other, "--base=rules/examples/questionnaire");

        // Then
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out())
                .contains("pack.yaml The id (example-scorecard) must stay example-questionnaire")
                .contains("must stay in the pack, since past outcomes name it.");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"''", "--pack="})
    void aBadPackIsRefusedWithEveryPlace(String option) throws Exception {
        // Given
        Files.writeString(folder.resolve("pack.yaml"), "id: x\n");

        // When
        Ran ran = run("pack", "check", option + folder);

        // Then
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out())
                .contains("pack.yaml:1:1 The key (title) must be present.", "problems. The pack was not loaded.");
    }

    @Test
    void aFolderThatDoesNotExistIsSaid() {
        // When
        Ran ran = run("pack", "check", "no/such/pack");

        // Then
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err()).contains("The folder (no/such/pack) must exist.");
    }
}
