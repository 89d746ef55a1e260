package io.redoubt.jurisdiction.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.redoubt.jurisdiction.Country;
import io.redoubt.jurisdiction.Factor;
import io.redoubt.jurisdiction.Jurisdictions;
import io.redoubt.shared.FactState;
import io.redoubt.shared.Reading;
import io.redoubt.shared.Source;
import io.redoubt.shared.ValueType;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A directory that is in order is read as it stands. */
class JurisdictionReaderTest {
    @TempDir
    Path directory = Path.of("");

    @Test
    void countriesAreReadWithTheirCodes() throws Exception {
        // Given
        JurisdictionFixture fixture = JurisdictionFixture.in(directory);

        // When
        Jurisdictions read = fixture.read();

        // Then
        assertThat(read.countryCodes()).containsExactly("ATA", "CHN", "DEU");
        assertThat(read.countries()).containsEntry("DEU", new Country("DEU", "DE", "Germany", "Europe"));
        assertThat(read.countries()).containsEntry("ATA", new Country("ATA", "AQ", "Antarctica", ""));
    }

    @Test
    void aFactorKeepsItsTypeSourceAndMeaningOfAbsence() throws Exception {
        // Given
        JurisdictionFixture fixture = JurisdictionFixture.in(directory);

        // When
        Factor watch = fixture.read().factors().get("watch");

        // Then
        assertThat(watch)
                .isEqualTo(new Factor(
                        "watch",
                        "A factor",
                        "What it is.",
                        new ValueType.Codes(List.of("NOT_LISTED", "WL", "PWL"), true),
                        false,
                        new Source(
                                "Somebody",
                                "A list",
                                "2024",
                                "CC BY 4.0",
                                LocalDate.of(2026, 11, 1),
                                "Everybody is in it."),
                        new Factor.Missing.Means(0),
                        true));
    }

    @Test
    void aListedCountryHasItsValueAndAnEstimateItsRange() throws Exception {
        // Given
        JurisdictionFixture fixture = JurisdictionFixture.in(directory);

        // When
        Jurisdictions read = fixture.read();

        // Then
        assertThat(read.reading("watch", "CHN")).isEqualTo(Reading.known(2));
        assertThat(read.reading("treaty", "DEU")).isEqualTo(Reading.known(1));
        assertThat(read.reading("law", "CHN")).isEqualTo(Reading.within(-300_000, 100_000));
    }

    @Test
    void aCountryMissingFromACompleteListHasTheStatedValueAndFromASnapshotNone() throws Exception {
        // Given
        JurisdictionFixture fixture = JurisdictionFixture.in(directory);

        // When
        Jurisdictions read = fixture.read();

        // Then
        assertThat(read.reading("watch", "DEU")).isEqualTo(Reading.known(0));
        assertThat(read.reading("treaty", "CHN")).isEqualTo(Reading.unknown(new ValueType.Flag(), FactState.UNKNOWN));
    }

    @Test
    void aProvisionalFactorIsReadButSaysNothing() throws Exception {
        // Given
        JurisdictionFixture fixture = JurisdictionFixture.in(directory)
                .with(
                        "watch/factor.yaml",
                        JurisdictionFixture.WATCH.replace("status: confirmed", "status: provisional"));

        // When
        Jurisdictions read = fixture.read();

        // Then
        assertThat(read.values().get("watch")).containsEntry("CHN", Reading.known(2));
        assertThat(read.reading("watch", "CHN").isOpen()).isTrue();
    }

    @Test
    void aNumberMayHaveAUnitAndASingleValue() throws Exception {
        // Given
        JurisdictionFixture fixture = JurisdictionFixture.in(directory)
                .with("court/factor.yaml", JurisdictionFixture.factor("{number: days}", "low", "unknown"))
                .with("court/values.csv", "country,value\nDEU,499.5\n");

        // When
        Jurisdictions read = fixture.read();

        // Then
        assertThat(read.types()).containsEntry("court", new ValueType.Quantity("days"));
        assertThat(read.reading("court", "DEU")).isEqualTo(Reading.known(499_500_000));
    }

    @Test
    void aByteOrderMarkIsSkipped() throws Exception {
        // Given
        JurisdictionFixture fixture = JurisdictionFixture.in(directory)
                .with("countries.csv", "\uFEFF" + JurisdictionFixture.COUNTRIES)
                .with("watch/factor.yaml", "\uFEFF" + JurisdictionFixture.WATCH);

        // When
        Jurisdictions read = fixture.read();

        // Then
        assertThat(read.countries()).hasSize(3);
        assertThat(read.factors()).hasSize(3);
    }

    @Test
    void aReadMeAndHiddenFoldersAreLeftAlone() throws Exception {
        // Given
        JurisdictionFixture fixture =
                JurisdictionFixture.in(directory).with("README.md", "# Factors").with(".git/config", "");

        // When
        Jurisdictions read = fixture.read();

        // Then
        assertThat(read.factors()).containsOnlyKeys("law", "treaty", "watch");
    }
}
