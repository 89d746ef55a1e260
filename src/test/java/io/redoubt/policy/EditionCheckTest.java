package io.redoubt.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.redoubt.rulepack.files.PackEdit;
import io.redoubt.rulepack.files.PackFiles;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nothing that rules or stored facts name leaves with an edition, and nothing leaves without a word. */
class EditionCheckTest {
    private static Methodology inForce;

    @BeforeAll
    static void read() throws Exception {
        inForce = Methodology.read(Path.of("data"), Path.of("rules/examples/questionnaire"));
    }

    private static PackFiles changed(Subject subject, String file, UnaryOperator<String> change) {
        PackFiles files = inForce.files(subject);
        return new PackEdit(files)
                .text(file, change.apply(String.valueOf(files.texts().get(file))));
    }

    private static CheckedPack check(Subject subject, PackFiles files) {
        return EditionCheck.of(inForce, Map.of(subject, files), false);
    }

    @Test
    void theSameEditionIsReadyAndHasTheHashInForce() {
        for (Subject subject : new Subject[] {Subject.FACTORS, Subject.EXPLOITED, Subject.OWNERS}) {
            // When
            CheckedPack check = check(subject, inForce.files(subject));

            // Then
            assertThat(check.ready()).isTrue();
            assertThat(check.doubts()).isEmpty();
            assertThat(check.hash()).isEqualTo(inForce.hash(subject));
            assertThat(check.id()).isEqualTo(subject.key());
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '¦', textBlock = """
            countries.csv ¦ (?m)^BVT.*\\n ¦ ¦ REMOVED ¦ The countries must stay, since suppliers and past outcomes name them; 1 is gone: BVT.
            pct/factor.yaml ¦ type: flag ¦ type: {codes: [false, true], ordered: true} ¦ RETYPED ¦ The factor (pct) must stay
            """)
    void whatStoredFactsNameMustStay(String file, String from, String to, String kind, String told) {
        // When
        CheckedPack check = check(
                Subject.FACTORS, changed(Subject.FACTORS, file, text -> text.replaceFirst(from, to == null ? "" : to)));

        // Then
        assertThat(check.ready()).isFalse();
        assertThat(check.mistakes()).singleElement().satisfies(mistake -> {
            assertThat(mistake.kind()).isEqualTo(kind);
            assertThat(mistake.file()).isEqualTo(file);
            assertThat(mistake.message()).startsWith(told);
        });
    }

    @Test
    void aFactorStaysUnlessAnEditionWithoutItComesBack() {
        // Given
        PackFiles without = new PackEdit(new PackEdit(inForce.files(Subject.FACTORS)).without("madrid/factor.yaml"))
                .without("madrid/values.csv");

        // When
        CheckedPack written = check(Subject.FACTORS, without);
        CheckedPack restored = EditionCheck.of(inForce, Map.of(Subject.FACTORS, without), true);

        // Then
        assertThat(written.mistakes())
                .extracting(Told::message)
                .singleElement()
                .asString()
                .startsWith("The factors must stay, since past outcomes name them; 1 is gone: madrid.");
        assertThat(restored.ready()).isTrue();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "FACTORS, fatf/values.csv, BGR, 'Countries are no longer in the list; 1 is gone: BGR.'",
        "EXPLOITED, exploited.csv, CVE-2021-44228, 'Vulnerabilities are no longer listed; 1 is gone: CVE-2021-44228.'"
    })
    void aListingThatIsGoneIsToldAndMayBeMeant(Subject subject, String file, String row, String told) {
        // When
        CheckedPack check =
                check(subject, changed(subject, file, text -> text.replaceFirst("(?m)^" + row + ",.*\n", "")));

        // Then
        assertThat(check.ready()).isTrue();
        assertThat(check.doubts()).extracting(Told::kind).containsExactly("UNLISTED", "SAME_EDITION");
        assertThat(check.doubts()).extracting(Told::file).containsOnly(file);
        assertThat(check.doubts().get(0).message()).isEqualTo(told);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "FACTORS, fatf/value.csv, must be a part of a pack",
        "FACTORS, country/factor.yaml, must be a map",
        "EXPLOITED, other.csv, must be a part of a pack",
        "OWNERS, Ours/owners.csv, must be a part of a pack",
        "OWNERS, ours/owners.csv, ours/list.yaml"
    })
    void aFileThatNobodyWouldReadIsRefused(Subject subject, String file, String told) {
        // When
        CheckedPack check = check(subject, new PackEdit(inForce.files(subject)).text(file, "scheme\n"));

        // Then
        assertThat(check.readable()).isFalse();
        assertThat(check.mistakes()).extracting(Told::message).anyMatch(message -> message.contains(told));
    }

    @Test
    void aFactorDoesNotTakeTheNameOfAFieldThatEverySiteHas() {
        // Given
        PackFiles pct = inForce.files(Subject.FACTORS);
        PackFiles named = new PackEdit(new PackEdit(pct)
                        .text("country/factor.yaml", String.valueOf(pct.texts().get("pct/factor.yaml"))))
                .text("country/values.csv", "country,value\n");

        // When
        CheckedPack check = check(Subject.FACTORS, named);

        // Then
        assertThat(check.mistakes()).singleElement().satisfies(mistake -> {
            assertThat(mistake.file()).isEqualTo("country/factor.yaml");
            assertThat(mistake.message()).startsWith("The factor (country) must not have the name of a field");
        });
    }

    @Test
    void aCatalogueIsNotEmptiedByLeavingItOut() {
        // When
        CheckedPack check = check(Subject.EXPLOITED, new PackFiles(new TreeMap<>()));

        // Then
        assertThat(check.ready()).isFalse();
        assertThat(check.mistakes()).extracting(Told::kind).containsExactly("REMOVED");
        assertThat(check.doubts()).extracting(Told::message).first().asString().contains("1404 are gone: ");
    }
}
