package io.redoubt.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.redoubt.rulepack.drl.AttackFixture;
import io.redoubt.rulepack.files.PackFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** A folder of a pack with an attack in it, checked by the command that its authors use. */
class AttackedPackTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String BAIT = "io.redoubt.rulepack.drl.LoadedByARule";

    @TempDir
    Path folder = Path.of("");

    private long childrenBefore;

    @BeforeEach
    void setTheTrap() {
        childrenBefore = ProcessHandle.current().children().count();
        System.setProperty("pwn", folder.resolve("pwned").toString());
        System.clearProperty(BAIT);
    }

    @AfterEach
    void removeTheTrap() {
        System.clearProperty("pwn");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void aRuleThatAttacksIsRefusedAtItsPlace(Path attack) throws Exception {
        // Given
        Path pack = pack("logic/attack.drl", AttackFixture.ours(Files.readString(attack)));

        // When
        String told = assertTimeout(SOON, () -> check(pack));

        // Then
        assertRefused(told, "logic/attack.drl");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tables")
    void aTableThatAttacksIsRefusedAtItsPlace(Path attack) throws Exception {
        // Given
        Path pack = pack("tables/attack.csv", Files.readString(attack).replace("risk.", ""));

        // When
        String told = assertTimeout(SOON, () -> check(pack));

        // Then
        assertRefused(told, "tables/attack.csv");
    }

    private void assertRefused(String told, String file) throws IOException {
        assertThat(told).startsWith("1\n").endsWith("The pack was not loaded.\n");
        assertThat(told.lines()).anyMatch(line -> line.matches(file + ":[1-9][0-9]*(:[0-9]+)? .*"));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(Path::getFileName).map(Path::toString)).containsExactly("pack");
        }
        assertThat(ProcessHandle.current().children().count()).isEqualTo(childrenBefore);
        assertThat(System.getProperty(BAIT)).isNull();
    }

    /** The example of a questionnaire with one more file, declared as the others are. */
    private Path pack(String path, String text) throws Exception {
        Path pack = folder.resolve("pack");
        for (Map.Entry<String, String> file :
                PackFiles.of(Path.of("rules/examples/questionnaire")).texts().entrySet()) {
            write(pack.resolve(file.getKey()), file.getValue());
        }
        String declared = path.endsWith(".csv")
                ? "  - { file: " + path + ", subject: Answer, policy: FIRST, description: Attack. }\n"
                : "logic:\n  - " + path + "\n";
        write(
                pack.resolve("pack.yaml"),
                Files.readString(pack.resolve("pack.yaml")).stripTrailing() + "\n" + declared);
        write(pack.resolve(path), text);
        return pack;
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /** The exit code and what was told. */
    private static String check(Path pack) {
        StringWriter out = new StringWriter();
        CommandLine commands = Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(out));
        int code = commands.execute("pack", "check", pack.toString());
        return code + "\n" + out;
    }

    static List<Path> rules() throws IOException {
        return AttackFixture.drl();
    }

    static List<Path> tables() throws IOException {
        return AttackFixture.tables();
    }
}
