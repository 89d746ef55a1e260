package io.redoubt.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.redoubt.facts.Link;
import io.redoubt.facts.Ownership;
import io.redoubt.facts.SupplierFacts;
import io.redoubt.scoring.OwnershipGroups.Relation;
import io.redoubt.shared.Micros;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Common control: more than half, or the power to appoint, passed on. */
class OwnershipGroupsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    /**
     * Each link is owner>owned percent, with ! for the power to appoint, ~ where nobody knows of it, ? for an unknown
     * percent and @day for its last day.
     */
    @ParameterizedTest(name = "{0}: {1} and {2} are {3}")
    @CsvSource({
        "H>A 51 H>B 51, A, B, COMMON_CONTROL",
        "H>A 50 H>B 50, A, B, INDEPENDENT",
        "H>A 50.000001 H>B 50.000001, A, B, COMMON_CONTROL",
        "H>A 10! H>B 60, A, B, COMMON_CONTROL",
        "A>B 100, A, B, COMMON_CONTROL",
        "H>G 80 G>A 80 H>B 80, A, B, COMMON_CONTROL",
        "G>A 60 H>A 40 G>B 60 H>C 60, A, C, INDEPENDENT",
        "G>A 50! H>A 50! G>B 60 H>C 60, A, B, COMMON_CONTROL",
        "G>A 50! H>A 50! G>B 60 H>C 60, A, C, COMMON_CONTROL",
        "G>A 50! H>A 50! G>B 60 H>C 60, B, C, INDEPENDENT",
        "H>A 60@2026-11-20 H>B 60, A, B, INDEPENDENT",
        "H>A 60@2026-11-21 H>B 60, A, B, COMMON_CONTROL",
        "A>B 60 B>A 60, A, B, COMMON_CONTROL",
        "h>A 60 H>B 60, A, B, COMMON_CONTROL",
        "H>A 60 H>B 60, A, U, UNDISCLOSED",
        "H>U 60 H>B 60, U, B, COMMON_CONTROL",
        "H>A ? H>B 60, A, B, UNDISCLOSED",
        "H>A 10~ H>B 60, A, B, UNDISCLOSED",
        "H>A ? H>B ?, A, B, UNDISCLOSED",
        "H>A ?! H>B 60~, A, B, COMMON_CONTROL",
        "H>G ? G>A 60 H>B 60, A, B, UNDISCLOSED",
        "H>A ?@2026-11-20 H>B 60, A, B, INDEPENDENT",
        "A>B 10~ H>B 60, A, B, UNDISCLOSED",
        // what H controls votes with it: 30 + 25
        "H>G 60 G>A 30 H>A 25 H>B 60, A, B, COMMON_CONTROL",
        "H>G 60 G>A 25 H>A 25 H>B 60, A, B, INDEPENDENT",
        "H>G 50 G>A 30 H>A 25 H>B 60, A, B, INDEPENDENT",
        "H>G ? G>A 30 H>A 25 H>B 60, A, B, UNDISCLOSED",
        // who controls A says nothing about its own owners
        "U>A 60, A, B, UNDISCLOSED",
        "U>A 40, A, B, INDEPENDENT",
        // two suppliers have the name
        "K>D1 5 K>D2 5 Name-D>A 60 D1>B 60, A, B, UNDISCLOSED",
        "K>D1 5 K>D2 5 Name-D>A 60 Name-D>B 60, A, B, COMMON_CONTROL",
        "K>D1 5 Name-D>A 60 D1>B 60, A, B, COMMON_CONTROL"
    })
    void controlIsMoreThanHalfOrThePowerToAppoint(String links, String one, String other, Relation relation) {
        // Given
        OwnershipGroups groups = OwnershipGroups.of(suppliers(links), TODAY);

        // When
        Relation found = groups.between(one, other);

        // Then
        assertThat(found).isEqualTo(relation);
        assertThat(groups.between(other, one)).isEqualTo(relation);
    }

    private static List<SupplierFacts> suppliers(String text) {
        Map<String, List<Link>> links = new TreeMap<>();
        List.of("A", "B", "C", "G", "U").forEach(id -> links.put(id, new ArrayList<>()));
        String[] parts = text.split(" ", -1);
        for (int i = 0; i < parts.length; i += 2) {
            String[] pair = parts[i].split(">", -1);
            String[] share = parts[i + 1].split("@", -1);
            links.computeIfAbsent(pair[1], id -> new ArrayList<>())
                    .add(new Link(
                            pair[0],
                            Optional.of(share[0].replaceAll("[!~]", ""))
                                    .filter(percent -> !percent.equals("?"))
                                    .map(Micros::parse),
                            share[0].endsWith("~") ? Optional.empty() : Optional.of(share[0].endsWith("!")),
                            LocalDate.of(2020, 1, 1),
                            share.length > 1 ? Optional.of(LocalDate.parse(share[1])) : Optional.empty(),
                            Optional.empty()));
        }
        return links.entrySet().stream()
                .map(entry -> supplier(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static SupplierFacts supplier(String id, List<Link> links) {
        SupplierFixture supplier = SupplierFixture.unknown();
        supplier.id = id;
        supplier.name = "Name-" + id.charAt(0);
        supplier.ownership = new Ownership(
                Optional.of(!id.equals("U")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                links);
        return supplier.build();
    }
}
