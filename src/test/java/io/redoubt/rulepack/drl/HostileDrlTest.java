package io.redoubt.rulepack.drl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every rule file of the attack corpus, as it is and with its names rewritten so that nothing but the attack is wrong.
 * Stock Drools runs the code of most of them; each would leave a folder at the path named by the property {@code pwn}.
 */
class HostileDrlTest {
    private static final Duration SOON = Duration.ofSeconds(5);

    @TempDir
    Path folder = Path.of("");

    private long childrenBefore;

    @BeforeEach
    void setTheTrap() {
        childrenBefore = ProcessHandle.current().children().count();
        System.setProperty("pwn", folder.resolve("pwned").toString());
    }

    @AfterEach
    void removeTheTrap() {
        System.clearProperty("pwn");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attacks")
    void anAttackIsRefusedAsItIs(Path attack) throws Exception {
        // Given
        String text = Files.readString(attack);

        // When
        DrlFixture.Read read = assertTimeout(SOON, () -> DrlFixture.read(text));

        // Then
        assertRefused(read);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attacks")
    void anAttackIsRefusedForItselfWhenItsNamesAreOurs(Path attack) throws Exception {
        // Given
        String text = AttackFixture.ours(Files.readString(attack));

        // When
        DrlFixture.Read read = assertTimeout(SOON, () -> DrlFixture.read(text));

        // Then
        assertRefused(read);
        assertThat(read.problems().get(0).message())
                .doesNotContain("package", "import", "kind of fact", "must be present", "at least one condition");
    }

    private void assertRefused(DrlFixture.Read read) {
        assertThat(read.rules()).isEmpty();
        assertThat(read.problems()).isNotEmpty().allSatisfy(problem -> {
            assertThat(problem.place().file()).isEqualTo(DrlFixture.FILE);
            assertThat(problem.place().line()).isPositive();
        });
        assertThat(folder).isEmptyDirectory();
        assertThat(ProcessHandle.current().children().count()).isEqualTo(childrenBefore);
    }

    static List<Path> attacks() throws IOException {
        return AttackFixture.drl();
    }
}
