package io.redoubt.firmware.sbom;

import static io.redoubt.firmware.sbom.SbomFixture.file;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Percentages by hand. */
class CompletenessTest {
    private static final List<Identifier> HASH = List.of(new Identifier(Identifier.Kind.HASH, "sha256:00"));
    private static final Sbom.Component WHOLE =
            new Sbom.Component("1", Optional.of("a"), Optional.of("1"), Optional.of("Halvorix"), HASH);

    private static Sbom sbom(List<String> authors, List<Sbom.Component> components) {
        return new Sbom("SPDX 2.3", authors, Optional.of(Instant.EPOCH), components, true, List.of());
    }

    @Test
    void a_missing_author_is_seen_among_three_hundred_components() {
        // When
        Completeness completeness = Completeness.of(sbom(List.of(), Collections.nCopies(310, WHOLE)));

        // Then: 6 of 7 elements, 600 / 7 = 85.714285…
        assertThat(completeness.micros()).isEqualTo(85_714_285);
        assertThat(completeness.missing())
                .containsExactly(new Completeness.Missing(MinimumElement.AUTHOR_OF_SBOM_DATA, 0, List.of()));
    }

    @Test
    void one_component_of_four_without_a_version_costs_a_quarter_of_a_seventh() {
        // Given
        Sbom.Component bare = new Sbom.Component("2", Optional.of("b"), Optional.empty(), Optional.of("H"), HASH);

        // When
        Completeness completeness = Completeness.of(sbom(List.of("A"), List.of(WHOLE, bare, WHOLE, WHOLE)));

        // Then: (6 + 3/4) / 7 = 96.428571…
        assertThat(completeness.micros()).isEqualTo(96_428_571);
        assertThat(completeness.missing())
                .containsExactly(new Completeness.Missing(MinimumElement.VERSION, 1, List.of("b")));
    }

    @Test
    void a_list_of_nothing_has_no_element_of_a_component() {
        // When
        Completeness completeness = Completeness.of(sbom(List.of("A"), List.of()));

        // Then: 3 of 7
        assertThat(completeness.micros()).isEqualTo(42_857_142);
        assertThat(completeness.missing()).hasSize(4);
    }

    @Test
    void of_many_lacking_components_the_first_are_named_and_all_counted() {
        // Given
        Sbom.Component nameless = new Sbom.Component("ref", Optional.empty(), Optional.of("1"), Optional.of("H"), HASH);

        // When
        Completeness completeness = Completeness.of(sbom(List.of("A"), Collections.nCopies(100, nameless)));

        // Then
        Completeness.Missing missing = completeness.missing().get(0);
        assertThat(missing.element()).isEqualTo(MinimumElement.COMPONENT_NAME);
        assertThat(missing.lacking()).isEqualTo(100);
        assertThat(missing.first()).hasSize(20).containsOnly("ref 1");
    }

    @Test
    void the_firmware_lacks_identifiers_for_all_but_its_hashed_modules() throws Exception {
        // When
        Completeness completeness = Completeness.of(SbomReader.read(file("firmware/ovmf-2.3.spdx.json")));

        // Then: 122 of 310 packages have a hash and none a package URL; (6 + 122/310) / 7 = 91.336405…
        assertThat(completeness.micros()).isEqualTo(91_336_405);
        assertThat(completeness.missing()).singleElement().satisfies(missing -> {
            assertThat(missing.element()).isEqualTo(MinimumElement.OTHER_UNIQUE_IDENTIFIERS);
            assertThat(missing.lacking()).isEqualTo(188);
        });
    }

    @Test
    void a_list_without_suppliers_author_and_time_has_four_of_seven() throws Exception {
        // When
        Completeness completeness =
                Completeness.of(SbomReader.read(file("sbom/cyclonedx/laravel-7.12.0-1.4.cdx.json")));

        // Then: 62 components and the product, each with name, version and package URL; 400 / 7 = 57.142857…
        assertThat(completeness.components()).isEqualTo(63);
        assertThat(completeness.micros()).isEqualTo(57_142_857);
        assertThat(completeness.missing())
                .extracting(Completeness.Missing::element)
                .containsExactly(
                        MinimumElement.SUPPLIER_NAME, MinimumElement.AUTHOR_OF_SBOM_DATA, MinimumElement.TIMESTAMP);
    }
}
