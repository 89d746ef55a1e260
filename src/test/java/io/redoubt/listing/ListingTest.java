package io.redoubt.listing;

import static org.assertj.core.api.Assertions.assertThat;

import io.redoubt.facts.Link;
import io.redoubt.facts.OwnerIdentifier;
import io.redoubt.facts.Ownership;
import io.redoubt.facts.Vulnerability;
import io.redoubt.shared.Source;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a publisher lists counts whatever the supplier says, and only for what it lists. */
class ListingTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final String LEI = "529900HALVORIXTEST88";

    @ParameterizedTest(name = "{0} told {1}: {2}")
    @CsvSource({
        "CVE-2026-10001, , 2026-05-01",
        "CVE-2026-10001, 2026-04-01, 2026-04-01",
        "CVE-2026-10001, 2026-06-01, 2026-05-01",
        "cve‑2026‑10001 (our note), 2026-06-01, 2026-05-01",
        "CVE-2026-10002 and CVE-2026-10001, , 2026-03-01",
        "CVE-2026-100011, , ",
        "CVE-2026-1000, 2026-06-01, 2026-06-01",
        "OUR-1, , "
    })
    void aWeaknessIsExploitedSinceTheEarlierDay(String id, LocalDate told, LocalDate expected) {
        // Given
        ExploitedCatalogue catalogue = new ExploitedCatalogue(
                Optional.empty(),
                new TreeMap<>(Map.of(
                        "CVE-2026-10001", LocalDate.of(2026, 5, 1), "CVE-2026-10002", LocalDate.of(2026, 3, 1))));

        // When
        List<Vulnerability> applied = catalogue.applied(List.of(weakness(id, Optional.ofNullable(told))));

        // Then
        assertThat(applied).singleElement().isEqualTo(weakness(id, Optional.ofNullable(expected)));
    }

    private static Vulnerability weakness(String id, Optional<LocalDate> exploitedOn) {
        return new Vulnerability(
                id,
                "Gateway",
                "HIGH",
                Optional.of(LocalDate.of(2026, 1, 1)),
                Optional.empty(),
                exploitedOn,
                Optional.empty(),
                Optional.empty(),
                Optional.of("NOT_AFFECTED"),
                Optional.empty(),
                Optional.empty());
    }

    @ParameterizedTest(name = "{0} {1} {2} {3}..{4}: {5}")
    @CsvSource({
        "Holding, LEI, 529900HALVORIXTEST88, 2026-01-01, , true",
        "Holding, lei, 5299 00ha-lvorix test88, 2026-01-01, , true",
        "529900HALVORIXTEST88, , , 2026-01-01, , true",
        "Listed Holding, , , 2026-01-01, , false",
        "Listed Holding, DUNS, 123456789, 2026-01-01, , false",
        "Holding, LEI, 529900HALVORIXTEST88, 2026-11-21, 2026-11-21, true",
        "Holding, LEI, 529900HALVORIXTEST88, 2026-11-22, , false",
        "Holding, LEI, 529900HALVORIXTEST88, 2020-01-01, 2026-11-20, false"
    })
    void anOwnerIsListedByIdentifierOnTheDaysOfTheListing(
            String owner, String scheme, String value, LocalDate from, LocalDate until, boolean listed) {
        // Given
        OwnerLists lists = lists(true, new OwnerList.Entry(lei(), "Listed Holding", from, Optional.ofNullable(until)));
        Optional<OwnerIdentifier> identifier =
                Optional.ofNullable(scheme).map(known -> new OwnerIdentifier(known, value));

        // When
        Ownership applied = lists.applied(owned(owner, identifier), DAY);

        // Then
        assertThat(applied.links()).extracting(Link::listed).containsExactly(Optional.of(listed));
    }

    @Test
    void aListThatDoesNotBindTheBuyerMarksNobody() {
        // Given
        OwnerLists lists = lists(false, new OwnerList.Entry(lei(), "", LocalDate.of(2026, 1, 1), Optional.empty()));

        // When
        Ownership applied = lists.applied(owned("Holding", Optional.of(lei())), DAY);

        // Then
        assertThat(applied).isEqualTo(owned("Holding", Optional.of(lei())));
    }

    private static OwnerIdentifier lei() {
        return new OwnerIdentifier("LEI", LEI);
    }

    private static OwnerLists lists(boolean applies, OwnerList.Entry entry) {
        Source source = new Source("Us", "Ours", "1", "none", LocalDate.of(2026, 11, 1), "All.");
        return new OwnerLists(
                new TreeMap<>(Map.of("ours", new OwnerList("ours", "Ours", source, applies, List.of(entry)))));
    }

    private static Ownership owned(String owner, Optional<OwnerIdentifier> identifier) {
        return Ownership.UNKNOWN.withLinks(List.of(new Link(
                owner,
                identifier,
                Optional.empty(),
                Optional.empty(),
                LocalDate.of(2020, 1, 1),
                Optional.empty(),
                Optional.of(false))));
    }
}
