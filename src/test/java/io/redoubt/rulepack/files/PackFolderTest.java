package io.redoubt.rulepack.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.redoubt.rulepack.PackException;
import io.redoubt.shared.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A pack's folder holds the pack and nothing else. */
class PackFolderTest {
    private static final String FOREIGN = ") must be a part of a pack and no link.";

    @TempDir
    Path folder = Path.of("");

    @BeforeEach
    void write() throws IOException {
        for (Map.Entry<String, String> file : PackFixture.files().texts().entrySet()) {
            put(file.getKey(), file.getValue());
        }
    }

    @Test
    void aFolderReadsAsItsFiles() throws Exception {
        // When
        PackFiles files = PackFiles.of(folder);

        // Then
        assertThat(files).isEqualTo(PackFixture.files());
    }

    @Test
    void aByteOrderMarkIsSkippedInEveryFile() throws Exception {
        // Given
        for (Map.Entry<String, String> file : PackFixture.files().texts().entrySet()) {
            put(file.getKey(), "\uFEFF" + file.getValue());
        }

        // When
        PackFiles files = PackFiles.of(folder);

        // Then
        assertThat(files).isEqualTo(PackFixture.files());
    }

    @Test
    void hiddenFilesOfEditorsAreLeftAlone() throws Exception {
        // Given
        put(".DS_Store", "x");
        put("tables/.~lock.answers.csv#", "x");
        put(".git/HEAD", "x");
        put(".idea/inspection/profile.xml", "x");

        // When
        PackFiles files = PackFiles.of(folder);

        // Then
        assertThat(files).isEqualTo(PackFixture.files());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "tables/answers.xlsx",
                "tables/sub/answers.csv",
                "parameter/limits.yaml",
                "run.sh",
                "tables/answers.csv~",
                "scenarios/a/b/c/d/e/f/g/deep.txt",
                "scenarios/a/b/c/d/e/f/g/h/i/j/k/l/m/n/o/p/with space.yaml"
            })
    void aForeignFileIsRefused(String file) throws Exception {
        // Given
        put(file, "x");

        // When
        List<String> problems = problems();

        // Then
        assertThat(problems).hasSize(1);
        assertThat(problems.get(0)).startsWith(file + " The file (").contains(FOREIGN);
    }

    @Test
    void aScenarioDeepDownIsNotForgotten() throws Exception {
        // Given
        put("scenarios/a/b/c/d/e/f/g/deep.yaml", PackFixture.SCENARIOS);

        // When
        PackFiles files = PackFiles.of(folder);

        // Then
        assertThat(files.texts()).containsKey("scenarios/a/b/c/d/e/f/g/deep.yaml");
    }

    @Test
    void aLinkToAFileIsRefused(@TempDir Path elsewhere) throws Exception {
        // Given
        Path secret = Files.writeString(elsewhere.resolve("secret.yaml"), PackFixture.SCENARIOS);
        Files.createSymbolicLink(folder.resolve("scenarios/link.yaml"), secret);

        // When
        List<String> problems = problems();

        // Then
        assertThat(problems).hasSize(1);
        assertThat(problems.get(0)).startsWith("scenarios/link.yaml The file (scenarios/link.yaml" + FOREIGN);
    }

    @Test
    void aLinkToAFolderIsRefused(@TempDir Path elsewhere) throws Exception {
        // Given
        Files.writeString(elsewhere.resolve("secret.yaml"), PackFixture.SCENARIOS);
        Files.createSymbolicLink(folder.resolve("scenarios/more"), elsewhere);

        // When
        List<String> problems = problems();

        // Then
        assertThat(problems).hasSize(1);
        assertThat(problems.get(0)).startsWith("scenarios/more The file (scenarios/more" + FOREIGN);
    }

    @Test
    void aPipeIsRefusedAndNotWaitedFor() throws Exception {
        // Given
        Path pipe = folder.resolve("scenarios/pipe.yaml");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();

        // When
        List<String> problems = assertTimeoutPreemptively(Duration.ofSeconds(5), this::problems);

        // Then
        assertThat(problems).hasSize(1);
        assertThat(problems.get(0)).startsWith("scenarios/pipe.yaml The file (scenarios/pipe.yaml" + FOREIGN);
    }

    @Test
    void aFileThatIsNotUtf8IsRefusedAtTheFirstWrongCharacter() throws Exception {
        // Given
        String text = PackFixture.ANSWERS.replace("Half an", "Für ein");
        Files.write(folder.resolve("tables/answers.csv"), text.getBytes(StandardCharsets.ISO_8859_1));

        // When
        List<String> problems = problems();

        // Then
        assertThat(problems)
                .containsExactly("tables/answers.csv:3:9 The file (tables/answers.csv) must be encoded in UTF-8.\n"
                        + "Maybe save it again as \"CSV UTF-8\" or UTF-8.");
    }

    @Test
    void aHugeFileIsRefused() throws Exception {
        // Given
        put("CHANGELOG.md", "x".repeat(4 * 1024 * 1024 + 1));

        // When
        List<String> problems = problems();

        // Then
        assertThat(problems)
                .containsExactly("CHANGELOG.md The file (CHANGELOG.md) must be at most 4 MB.\nMaybe split it.");
    }

    @Test
    void tooManyFilesAreRefused() throws Exception {
        // Given
        for (int i = 0; i <= PackFiles.MAX_FILES; i++) {
            put("scenarios/s" + i + ".yaml", "");
        }

        // When
        List<String> problems = problems();

        // Then
        assertThat(problems).containsExactly("pack.yaml The pack must have at most 2000 files.");
    }

    private List<String> problems() {
        PackException refusal = catchThrowableOfType(PackException.class, () -> PackFiles.of(folder));
        return refusal.problems().stream().map(Problem::toString).toList();
    }

    private void put(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.resolveSibling("."));
        Files.writeString(path, text);
    }
}
