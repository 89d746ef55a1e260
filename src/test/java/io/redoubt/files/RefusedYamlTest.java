package io.redoubt.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.redoubt.shared.Problem;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** YAML that says more than it shows, or can't be read, is refused at its place, and nothing below it complains. */
class RefusedYamlTest {
    private static final String MAYBE_REPEAT = "\nMaybe repeat what it stands for.";
    private static final String MAYBE_QUOTE = "\nMaybe put the value in quotes.";

    private static List<String> problemsOf(String text) {
        Problems problems = new Problems();
        YamlNode.of("a.yaml", text, problems).map("a").text("a");
        return problems.list().stream().map(Problem::toString).toList();
    }

    @Test
    void aRepeatedKey() {
        // When
        List<String> said = problemsOf("a: 1\n\"a\": 2\n");

        // Then
        assertThat(said).containsExactly("a.yaml:2:1 The key (a) must stand only once.\nMaybe remove one of them.");
    }

    @Test
    void anAnchorWithItsAlias() {
        // When
        List<String> said = problemsOf("a: &base 1\nb: *base\n");

        // Then
        assertThat(said)
                .containsExactly(
                        "a.yaml:1:4 The anchor (base) must not be used." + MAYBE_REPEAT,
                        "a.yaml:2:4 The alias (base) must not be used." + MAYBE_REPEAT);
    }

    @Test
    void anAnchorThatContainsItself() {
        // When
        List<String> said = problemsOf("a: &self [*self]\n");

        // Then
        assertThat(said)
                .containsExactly(
                        "a.yaml:1:4 The anchor (self) must not be used." + MAYBE_REPEAT,
                        "a.yaml:1:11 The alias (self) must not be used." + MAYBE_REPEAT);
    }

    @Test
    void anAliasOfNothing() {
        // When
        List<String> said = problemsOf("a: *base\n");

        // Then
        assertThat(said).containsExactly("a.yaml:1:4 The alias (base) must not be used." + MAYBE_REPEAT);
    }

    @Test
    void anObjectTag() {
        // When
        List<String> said = problemsOf("a: !!javax.script.ScriptEngineManager [x]\n");

        // Then
        assertThat(said)
                .containsExactly(
                        "a.yaml:1:4 The tag (tag:yaml.org,2002:javax.script.ScriptEngineManager) must not be used."
                                + MAYBE_QUOTE);
    }

    @Test
    void aLocalTagAndABinary() {
        // When
        List<String> said = problemsOf("a: !env HOME\nb: !!binary aGk=\n");

        // Then
        assertThat(said)
                .containsExactly(
                        "a.yaml:1:4 The tag (!env) must not be used." + MAYBE_QUOTE,
                        "a.yaml:2:4 The tag (tag:yaml.org,2002:binary) must not be used." + MAYBE_QUOTE);
    }

    /** It would make nothing of what a reader sees: a list of bars, say. */
    @Test
    void aTagThatEmptiesAValue() {
        // When
        List<String> said = problemsOf("a: !!null [x]\n");

        // Then
        assertThat(said).containsExactly("a.yaml:1:4 The tag (tag:yaml.org,2002:null) must not be used." + MAYBE_QUOTE);
    }

    @Test
    void aMergeKey() {
        // When
        List<String> said = problemsOf("a:\n  <<: {d: 1}\n");

        // Then
        assertThat(said).containsExactly("a.yaml:2:3 The key (<<) must not be used.\nMaybe repeat the keys.");
    }

    @Test
    void tagsThatOnlyNameWhatAValueIsAreAllowed() {
        // When
        List<String> said = problemsOf("a: !!str 1\n");

        // Then
        assertThat(said).isEmpty();
    }

    @Test
    void aSecondDocument() {
        // When
        List<String> said = problemsOf("a: 1\n---\na: 2\n");

        // Then
        assertThat(said)
                .containsExactly(
                        "a.yaml:2:1 The file (a.yaml) must hold one YAML document.\nMaybe remove the line ---.");
    }

    @Test
    void aKeyThatIsAList() {
        // When
        List<String> said = problemsOf("? [x]\n: 1\n");

        // Then
        assertThat(said).containsExactly("a.yaml:1:3 The key must be a single word, not a list or a map.");
    }

    @Test
    void anEmptyFile() {
        // When
        List<String> said = problemsOf("# nothing here\n");

        // Then
        assertThat(said).containsExactly("a.yaml:1 The file (a.yaml) must not be empty.");
    }

    @Test
    void textThatIsNotWellFormed() {
        // When
        List<String> said = problemsOf("a: 1\nb: c: d\n");

        // Then
        assertThat(said)
                .containsExactly("a.yaml:2:5 The YAML (mapping values are not allowed here) must be well-formed.");
    }

    @Test
    void anEscapeThatTheParserStumblesOver() {
        // When
        List<String> said = problemsOf("a: 1\nb: \"\\x");

        // Then
        assertThat(said)
                .containsExactly(
                        "a.yaml:2:1 The YAML must be well-formed from here on.\nMaybe look for a stray \\ or !.");
    }

    @Test
    void aControlCharacter() {
        // When
        List<String> said = problemsOf("a: 1\nb: x\u0000y\n");

        // Then
        assertThat(said)
                .containsExactly(
                        "a.yaml:2:5 The character (U+0000) must not be used.\nMaybe delete it: it is invisible.");
    }

    @Test
    void aMarkThatTurnsTheDirectionOfReadingAlsoByAnEscape() {
        // When
        List<String> said = problemsOf("a: \"x\\u202Ey\"\n");

        // Then
        assertThat(said)
                .singleElement()
                .asString()
                .startsWith("a.yaml:1:4 The value (x")
                .contains("escape such as");
    }

    @Test
    void nestingWithoutEnd() {
        // When
        List<String> said = problemsOf("[".repeat(100_000));

        // Then
        assertThat(said)
                .containsExactly(
                        "a.yaml:1:33 The text must be nested at most 32 deep.\nMaybe close a bracket further up.");
    }

    @Test
    void aTextThatIsTooLong() {
        // When
        List<String> said = problemsOf("x".repeat(TextFile.MAX_BYTES + 1));

        // Then
        assertThat(said).containsExactly("a.yaml The file (a.yaml) must be at most 4 MB.\nMaybe split it.");
    }

    @Test
    void randomTextEndsInAProblemOrAValueButNeverInAnException() {
        // Given
        long seed = 301;
        Random random = new Random(seed);
        String alphabet = "a1 :-?[]{},\n\n\t#&*!|>'\"%@<~/\\.é";

        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            random.ints(random.nextInt(24), 0, alphabet.length()).forEach(c -> text.append(alphabet.charAt(c)));

            // When, Then
            assertThatCode(() -> problemsOf(text.toString()))
                    .as("seed %d, text %s", seed, text)
                    .doesNotThrowAnyException();
        }
    }
}
