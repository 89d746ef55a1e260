package io.redoubt.jurisdiction.files;

import static io.redoubt.files.Problems.shown;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.redoubt.files.TextFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is doubtful is refused at its place, and everything else is still checked. */
class RefusedJurisdictionsTest {
    private static final String NUMBER = "a number such as 12.5, with at most six decimals.";

    @TempDir
    Path directory = Path.of("");

    private List<String> problemsWith(String file, String text) throws Exception {
        return JurisdictionFixture.in(directory).with(file, text).problems();
    }

    private List<String> problemsOfFactor(String before, String after) throws Exception {
        return problemsWith("watch/factor.yaml", JurisdictionFixture.WATCH.replace(before, after));
    }

    @Test
    void anUnknownKey() throws Exception {
        // When
        List<String> problems = problemsOfFactor("title: A factor", "title: A factor\ncolour: red");

        // Then
        assertThat(problems)
                .containsExactly("watch/factor.yaml:2:1 The key (colour) must be one of "
                        + "description, favourable, missing, source, status, title, type.");
    }

    @Test
    void anUnknownKeyOfTheSource() throws Exception {
        // When
        List<String> problems = problemsOfFactor("  edition: 2024", "  edition: 2024\n  year: 2024");

        // Then
        assertThat(problems)
                .containsExactly("watch/factor.yaml:11:3 The key (year) must be one of "
                        + "completeness, edition, licence, publisher, retrieved, title.");
    }

    @Test
    void aMissingKey() throws Exception {
        // When
        List<String> problems = problemsOfFactor("  licence: CC BY 4.0\n", "");

        // Then
        assertThat(problems).containsExactly("watch/factor.yaml:8:3 The key (licence) must be present.");
    }

    @Test
    void aMissingSourceIsReportedOnce() throws Exception {
        // When
        List<String> problems = problemsWith(
                "watch/factor.yaml",
                JurisdictionFixture.WATCH.substring(0, JurisdictionFixture.WATCH.indexOf("source:")));

        // Then
        assertThat(problems).containsExactly("watch/factor.yaml:1:1 The key (source) must be present.");
    }

    @Test
    void anEmptyText() throws Exception {
        // When
        List<String> problems = problemsOfFactor("publisher: Somebody", "publisher:");

        // Then
        assertThat(problems).containsExactly("watch/factor.yaml:8:13 The publisher () must not be empty.");
    }

    @Test
    void aStatusDirectionOrTypeThatDoesNotExist() throws Exception {
        // When
        List<String> problems = problemsWith(
                "treaty/factor.yaml",
                JurisdictionFixture.factor("boolean", "up", "unknown").replace("confirmed", "draft"));

        // Then
        assertThat(problems)
                .containsExactly(
                        "treaty/factor.yaml:3:7 The type (boolean) must be flag, "
                                + "{codes: [A, B], ordered: true} or {number: unit}.",
                        "treaty/factor.yaml:4:13 The favourable (up) must be one of high, low.",
                        "treaty/factor.yaml:5:9 The status (draft) must be one of confirmed, provisional.");
    }

    @Test
    void codesThatRepeatOrMeanUnknown() throws Exception {
        // When
        List<String> problems = problemsOfFactor("[NOT_LISTED, WL, PWL]", "[NOT_LISTED, WL, PWL, WL, unknown]");

        // Then
        assertThat(problems)
                .containsExactly(
                        "watch/factor.yaml:3:37 The codes (WL) must stand only once.",
                        "watch/factor.yaml:3:41 The codes (unknown) must not be used as a code."
                                + "\nMaybe leave such countries out.");
    }

    @Test
    void aListWithoutCodes() throws Exception {
        // When
        List<String> problems = problemsOfFactor("[NOT_LISTED, WL, PWL]", "[]");

        // Then
        assertThat(problems)
                .containsExactly(
                        "watch/factor.yaml:3:15 The codes must not be empty.\nMaybe write them as [LOW, HIGH].");
    }

    @Test
    void aMissingValueThatIsNotOfTheType() throws Exception {
        // When
        List<String> problems = problemsOfFactor("missing: NOT_LISTED", "missing: NONE");

        // Then
        assertThat(problems)
                .containsExactly("watch/factor.yaml:6:10 The missing (NONE) must be one of NOT_LISTED, WL, PWL.");
    }

    @Test
    void aBadDateInTheSource() throws Exception {
        // When
        List<String> problems = problemsOfFactor("2026-11-01", "2026-11-31");

        // Then
        assertThat(problems)
                .containsExactly(
                        "watch/factor.yaml:12:14 The retrieved (2026-11-31) must be a date such as 2026-11-01.");
    }

    @Test
    void anUnknownCountry() throws Exception {
        // When
        List<String> problems = problemsWith("watch/values.csv", "country,value\nCHN,PWL\nEUU,WL\n");

        // Then
        assertThat(problems)
                .containsExactly("watch/values.csv:3:1 The country (EUU) must be in countries.csv."
                        + "\nMaybe write its three-letter ISO 3166-1 code.");
    }

    @Test
    void aDuplicateCountry() throws Exception {
        // When
        List<String> problems = problemsWith("watch/values.csv", "country,value\nCHN,PWL\nDEU,WL\nCHN,WL\n");

        // Then
        assertThat(problems)
                .containsExactly("watch/values.csv:4:1 The country (CHN) must stand only once."
                        + "\nMaybe remove this row or the one on line 2.");
    }

    @Test
    void aValueThatIsNoCode() throws Exception {
        // When
        List<String> problems = problemsWith("watch/values.csv", "country,value\nCHN,pwl\n");

        // Then
        assertThat(problems)
                .containsExactly("watch/values.csv:2:2 The value (pwl) must be one of NOT_LISTED, WL, PWL.");
    }

    @Test
    void aValueThatIsNoFlag() throws Exception {
        // When
        List<String> problems = problemsWith("treaty/values.csv", "country,value\nCHN,yes\nDEU,\n");

        // Then
        assertThat(problems)
                .containsExactly(
                        "treaty/values.csv:2:2 The value (yes) must be true or false.",
                        "treaty/values.csv:3:2 The value () must be true or false.");
    }

    @Test
    void aValueThatIsNoNumber() throws Exception {
        // When
        List<String> problems = problemsWith("law/values.csv", "country,value\nCHN,\"1,5\"\nDEU,0.1234567\nATA,=1+1\n");

        // Then
        assertThat(problems)
                .containsExactly(
                        "law/values.csv:2:2 The value (1,5) must be " + NUMBER,
                        "law/values.csv:3:2 The value (0.1234567) must be " + NUMBER,
                        "law/values.csv:4:2 The value (=1+1) must be " + NUMBER);
    }

    @Test
    void aLowAboveTheHigh() throws Exception {
        // When
        List<String> problems =
                problemsWith("law/values.csv", "country,low,high,estimate,standard_error\nCHN,0.1,-0.3,-0.1,0.2\n");

        // Then
        assertThat(problems)
                .containsExactly(
                        "law/values.csv:2:2 The low (0.1) must be at most the high (-0.3).\nMaybe swap the two.");
    }

    @Test
    void aRangeThatIsNotOneStandardErrorAroundTheEstimate() throws Exception {
        // When
        List<String> problems =
                problemsWith("law/values.csv", "country,low,high,estimate,standard_error\nCHN,-0.5,0.2,-0.1,0.2\n");

        // Then
        assertThat(problems)
                .containsExactly(
                        "law/values.csv:2:2 The low (-0.5) must be the estimate less one standard error (-0.3).",
                        "law/values.csv:2:3 The high (0.2) must be the estimate plus one standard error (0.1).");
    }

    @Test
    void bothAValueAndARange() throws Exception {
        // When
        List<String> problems = problemsWith("law/values.csv", "country,value,low,high\nCHN,1,0,2\n");

        // Then
        assertThat(problems)
                .containsExactly("law/values.csv:1:3 The column (low) must not stand beside the column value."
                        + "\nMaybe keep one of them.");
    }

    @Test
    void aRangeOfSomethingThatIsNoNumber() throws Exception {
        // When
        List<String> problems =
                problemsWith("watch/values.csv", "country,low,high,estimate,standard_error\nCHN,WL,PWL,WL,WL\n");

        // Then
        assertThat(problems)
                .containsExactly(
                        "watch/values.csv:1:2 The column (low) must belong to a number.\nMaybe name the column value.");
    }

    @Test
    void aRangeWithoutItsEstimate() throws Exception {
        // When
        List<String> problems = problemsWith("law/values.csv", "country,low,high\nCHN,-0.3,0.1\n");

        // Then
        assertThat(problems)
                .containsExactly(
                        "law/values.csv:1 The column (estimate) must be present.",
                        "law/values.csv:1 The column (standard_error) must be present.");
    }

    @Test
    void aBadDateInARow() throws Exception {
        // When
        List<String> problems = problemsWith("treaty/values.csv", "country,value,since\nDEU,true,24.1.1970\n");

        // Then
        assertThat(problems)
                .containsExactly("treaty/values.csv:2:3 The since (24.1.1970) must be a date such as 2026-11-01.");
    }

    @Test
    void anUnknownColumn() throws Exception {
        // When
        List<String> problems = problemsWith("watch/values.csv", "country,value,rank\nCHN,PWL,3\n");

        // Then
        assertThat(problems)
                .containsExactly("watch/values.csv:1:3 The column (rank) must be one of country, note, since, value.");
    }

    @Test
    void aFileThatIsTooLarge() throws Exception {
        // When
        List<String> problems = problemsWith("watch/values.csv", "x".repeat(TextFile.MAX_BYTES + 1));

        // Then
        assertThat(problems)
                .containsExactly("watch/values.csv The file (watch/values.csv) must be at most 4 MB.\nMaybe split it.");
    }

    @Test
    void aFileThatIsNotUtf8() throws Exception {
        // Given
        byte[] latin = "iso3,iso2,name,region\nREU,RE,Réunion,Africa\n".getBytes(StandardCharsets.ISO_8859_1);

        // When
        List<String> problems =
                JurisdictionFixture.in(directory).with("countries.csv", latin).problems();

        // Then
        assertThat(problems)
                .containsExactly("countries.csv:2:9 The file (countries.csv) must be encoded in UTF-8."
                        + "\nMaybe save it again as \"CSV UTF-8\" or UTF-8.");
    }

    @Test
    void aFolderWithoutFactorYaml() throws Exception {
        // When
        List<String> problems = JurisdictionFixture.in(directory)
                .without("treaty/factor.yaml")
                .without("watch/values.csv")
                .problems();

        // Then
        assertThat(problems)
                .containsExactly(
                        "treaty/factor.yaml The file (treaty/factor.yaml) must exist.",
                        "watch/values.csv The file (watch/values.csv) must exist.");
    }

    @Test
    void aFolderWhoseNameIsNoFactorId() throws Exception {
        // When
        List<String> problems = problemsWith("Special-301/factor.yaml", "");

        // Then
        assertThat(problems)
                .containsExactly("Special-301 The factor id (Special-301) must be lower-case letters, digits and _, "
                        + "a letter first.\nMaybe rename the folder.");
    }

    @Test
    void countriesWithBadOrRepeatedCodes() throws Exception {
        // When
        List<String> problems = problemsWith(
                "countries.csv",
                JurisdictionFixture.COUNTRIES + "CHN,TW,Taiwan,Asia\nFRA,DE,France,Europe\nno,N,,Europe\n");

        // Then
        assertThat(problems)
                .containsExactly(
                        "countries.csv:5:1 The iso3 (CHN) must stand only once.\nMaybe remove one of the rows.",
                        "countries.csv:6:2 The iso2 (DE) must stand only once.\nMaybe remove one of the rows.",
                        "countries.csv:7:1 The iso3 (no) must be three capital letters such as DEU.",
                        "countries.csv:7:2 The iso2 (N) must be two capital letters such as DE.",
                        "countries.csv:7:3 The name () must not be empty.");
    }

    @Test
    void aDirectoryThatDoesNotExist() throws Exception {
        // Given
        Path nowhere = directory.resolve("nowhere");

        // When
        JurisdictionException refused =
                catchThrowableOfType(JurisdictionException.class, () -> JurisdictionReader.read(nowhere));

        // Then
        assertThat(refused)
                .hasMessage(
                        "%s The folder (%s) must exist and be readable.\nMaybe check the path.",
                        nowhere, shown(nowhere.toString()));
    }

    @Test
    void severalMistakesAreAllReportedFileByFileFromTopToBottom() throws Exception {
        // Given
        JurisdictionFixture fixture = JurisdictionFixture.in(directory)
                .with("law/values.csv", "country,value\nXXX,1\nDEU,high\n")
                .with("watch/factor.yaml", JurisdictionFixture.WATCH.replace("favourable: low\n", ""))
                .with("watch/values.csv", "country,value\nCHN,WL,x\n");

        // When
        List<String> problems = fixture.problems();

        // Then
        assertThat(problems)
                .extracting(problem -> problem.substring(0, problem.indexOf(' ')))
                .containsExactly(
                        "law/values.csv:2:1", "law/values.csv:3:2", "watch/factor.yaml:1:1", "watch/values.csv:2:3");
    }
}
