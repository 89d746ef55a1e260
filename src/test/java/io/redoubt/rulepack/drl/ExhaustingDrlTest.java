package io.redoubt.rulepack.drl;

import static io.redoubt.rulepack.drl.DrlFixture.head;
import static io.redoubt.rulepack.drl.DrlFixture.read;
import static io.redoubt.rulepack.drl.DrlFixture.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that hide something, or that would exhaust a parser: refused at once and at their place. */
class ExhaustingDrlTest {
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final String PATTERN = "Supplier( iso27001 == \"NO\" )";
    private static final String HIDDEN =
            " The text must not contain Unicode escapes, control characters or invisible characters.";
    private static final String DEEP = " The brackets must be nested at most 24 deep.";

    @ParameterizedTest(name = "U+{0}")
    @ValueSource(
            strings = {"202E", "2066", "200B", "200D", "00AD", "FEFF", "2028", "2029", "0000", "0085", "001B", "007F"})
    void aCharacterThatHidesOrReordersTextIsRefused(String hexadecimal) {
        // Given
        char hidden = (char) Integer.parseInt(hexadecimal, 16);

        // When
        DrlFixture.Read read = read(when(PATTERN.replace("NO", "N" + hidden + "O")));

        // Then
        assertThat(read.told()).isEqualTo("logic/rules.drl:5:27" + HIDDEN);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"\\u004e", "\\uu004e", "\\u{4e}"})
    void anEscapeThatHidesALetterIsRefused(String escape) {
        // When
        DrlFixture.Read read = read(when(PATTERN.replace("N", escape)));

        // Then
        assertThat(read.told()).isEqualTo("logic/rules.drl:5:26" + HIDDEN);
    }

    @Test
    void aBackslashInATextIsRefused() {
        // When
        DrlFixture.Read read = read(when(PATTERN.replace("NO", "N\\\"O")));

        // Then
        assertThat(read.rules()).isEmpty();
        assertThat(read.told()).contains("must be a comparison of a field with literals");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"“NO”", "＂NO＂", "‘NO’", "«NO»", "`NO`", "´NO´"})
    void quotesThatOnlyLookLikeQuotesAreRefused(String quoted) {
        // When
        DrlFixture.Read read = read(when(PATTERN.replace("\"NO\"", quoted)));

        // Then
        assertThat(read.rules()).isEmpty();
        assertThat(read.told()).startsWith("logic/rules.drl:");
    }

    @Test
    void aWordInLettersThatOnlyLookLatinIsRefused() {
        // When
        DrlFixture.Read read = read(when("Supplier( isо27001 == \"NO\" )"));

        // Then
        assertThat(read.rules()).isEmpty();
        assertThat(read.problems()).isNotEmpty();
    }

    @Test
    void twentyThousandBracketsAreRefusedBeforeParsing() {
        // When
        DrlFixture.Read read = assertTimeout(SOON, () -> read(when("Supplier( " + nested(20_000) + " )")));

        // Then
        assertThat(read.told()).isEqualTo("logic/rules.drl:5:36" + DEEP);
    }

    /** Drools' parser takes twice as long with each of these, and hours for as many as a file may hold of others. */
    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"[", "a[", "f( ", "(x)( ", "(A)( ", "a (", "[a:", "a<b[", "(a<b>)(", "?//(", "1e//("})
    void bracketsThatNoRuleNeedsAreRefusedBeforeParsing(String open) {
        // When
        DrlFixture.Read read = assertTimeout(
                SOON, () -> read("rule \"AB-01\"\nwhen\n  Finding( " + open.repeat(22) + "1\nthen points( 1 ); end\n"));

        // Then
        assertThat(read.rules()).isEmpty();
        assertThat(read.told()).startsWith("logic/rules.drl:3:").contains("nested at most 3 deep");
    }

    @ParameterizedTest(name = "after {0}")
    @ValueSource(strings = {"// ", "/* ", "rule \"x\" @title( \""})
    void bracketsThatCloseNothingDoNotPayForOthers(String opening) {
        // Given
        String closing = opening + ")".repeat(10_000) + (opening.startsWith("/*") ? "*/" : "") + "\n";

        // When
        DrlFixture.Read read = assertTimeout(SOON, () -> read(closing + when("Supplier( " + nested(2_000) + " )")));

        // Then
        assertThat(read.told()).matches("logic/rules\\.drl:6:[0-9]+ The brackets must be nested at most (3|24) deep.*");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"(/*)*/", "[/*]*/", "{/*}*/", "( // )\n"})
    void bracketsThatCloseInACommentExhaustNothing(String opening) {
        // When
        DrlFixture.Read read = assertTimeout(SOON, () -> read(when(opening.repeat(8_000) + PATTERN)));

        // Then
        assertThat(read.rules()).isEmpty();
        assertThat(read.problems()).isNotEmpty();
    }

    @Test
    void twentyBracketsAreRead() {
        // When
        DrlFixture.Read read = assertTimeout(SOON, () -> read(when("Supplier( " + nested(20) + " )")));

        // Then
        assertThat(read.told()).isEmpty();
        assertThat(read.rules()).hasSize(1);
    }

    /** Two kinds of alternatives in every bracket: written with a pair for each they would be twice as deep. */
    @Test
    void alternativesThatCouldNotBeWrittenBackAreRefused() {
        // Given
        String a = "iso27001 == \"NO\"";
        String deep = (a + " || " + a + " && ( ").repeat(20) + a + " )".repeat(20);

        // When
        DrlFixture.Read read = read(when("Supplier( " + deep + " )"));

        // Then
        assertThat(read.rules()).isEmpty();
        assertThat(read.told()).isEqualTo("logic/rules.drl:1:1 In the rule (LEG-01):" + DEEP);
    }

    @Test
    void moreThanFiveHundredRulesAreRefused() {
        // Given
        String text = "rule \"LEG-01\" when then end\n".repeat(501);

        // When
        DrlFixture.Read read = assertTimeout(SOON, () -> read(text));

        // Then
        assertThat(read.told()).isEqualTo("logic/rules.drl:1 The file must hold at most 500 rules.");
    }

    @Test
    void aMegabyteOfRulesIsRefused() {
        // Given
        String text = when(PATTERN).repeat(1024 * 1024 / when(PATTERN).length());

        // When
        DrlFixture.Read read = assertTimeout(SOON, () -> read(text));

        // Then
        assertThat(read.told())
                .isEqualTo("logic/rules.drl The file must have at most 65536 characters.\nMaybe split it.");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                " or Supplier( iso27001 == \"NO\" )",
                " and ( Supplier( iso27001 == \"NO\" )",
                " Supplier( iso27001 == \"NO\" )",
                " || iso27001",
                " -> ",
                " ? 1 : ",
                " < ",
                " + 1",
                " @a",
                " ; ",
                " \" ",
                " this.",
                " x#y"
            })
    void aRepeatedPieceExhaustsNothing(String piece) {
        // Given
        String many = piece.repeat(40_000 / piece.length());

        // When
        DrlFixture.Read outside = assertTimeout(SOON, () -> read(when(PATTERN + many)));
        DrlFixture.Read inside = assertTimeout(SOON, () -> read(when("Supplier( iso27001" + many + " )")));

        // Then
        assertThat(outside.rules()).isEmpty();
        assertThat(inside.rules()).isEmpty();
    }

    @Test
    void aCommentCannotHideTheEndOfARule() {
        // When
        DrlFixture.Read read = read(when(PATTERN + " /* ) then System.exit(1); end rule \"b\" when */"));

        // Then
        assertThat(read.told()).isEmpty();
        assertThat(read.rules()).hasSize(1);
        assertThat(DrlRenderer.render(read.rule())).doesNotContain("System");
    }

    @Test
    void aClassNamedInARuleIsNotLoaded() {
        // Given
        String name = "io.redoubt.rulepack.drl.LoadedByARule";
        System.clearProperty(name);

        // When
        read(when("Supplier( iso27001 == \"NO\", new " + name + "() != null )"));
        read(when(name + "( x == 1 )"));
        read("import " + name + ";\n" + when(PATTERN));
        read(head("rule \"LEG-01\" @title( " + name + ".class )") + "when " + PATTERN + " then new " + name
                + "(); end");

        // Then
        assertThat(System.getProperty(name)).isNull();
    }

    @ParameterizedTest(name = "\"{0}\"")
    @ValueSource(strings = {"", "  \n", "// nothing", "/* nothing */"})
    void aFileWithoutARuleIsRefused(String text) {
        // When
        DrlFixture.Read read = read(text);

        // Then
        assertThat(read.told()).isEqualTo("logic/rules.drl:1 The file must hold at least one rule.");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {"rule \"a\" when Supplier( ", "rule \"a\"", "rule", "when then end", "/* open", "rule \"a", "end"
            })
    void aTextThatEndsTooEarlyIsRefused(String text) {
        // When
        DrlFixture.Read read = read(text);

        // Then
        assertThat(read.rules()).isEmpty();
        assertThat(read.told()).startsWith("logic/rules.drl:1");
    }

    private static String nested(int depth) {
        return "(".repeat(depth) + " iso27001 == \"NO\" " + ")".repeat(depth);
    }
}
