package io.redoubt.bench;

import io.redoubt.facts.Finding;
import io.redoubt.facts.Identifiers;
import io.redoubt.facts.Incident;
import io.redoubt.facts.Ownership;
import io.redoubt.facts.Profile;
import io.redoubt.facts.Register;
import io.redoubt.facts.Site;
import io.redoubt.facts.SupplierFacts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Makes suppliers by chance: a site or two, many findings, some incidents. One list of incidents in eight is not complete;
 * a list of findings is, since an entry that it lacks would be a fact that hand-written code knows nothing of.
 */
record SupplierMaker(Random random, int findings, LocalDate day) {
    private static final List<String> COUNTRIES = List.of("AUT", "DEU", "JPN");
    private static final List<String> SEVERITIES = List.of("OBSERVATION", "MINOR", "MAJOR", "CRITICAL");
    private static final List<String> INCIDENTS = List.of("DATA_BREACH", "OTHER", "COUNTERFEIT");
    private static final int LONGEST_OPEN = 400;
    private static final int WINDOW = 90;
    private static final int MOST_INCIDENTS = 5;

    SupplierFacts supplier(int number) {
        List<Site> sites = IntStream.rangeClosed(1, 1 + random.nextInt(2))
                .mapToObj(i -> new Site("S" + i, "Works " + i, oneOf(COUNTRIES), Optional.empty(), List.of()))
                .toList();
        return new SupplierFacts(
                String.format(Locale.ROOT, "B-%07d", number),
                "Supplier " + number,
                Identifiers.NONE,
                Profile.UNKNOWN,
                sites,
                Ownership.UNKNOWN,
                registers(),
                List.of(),
                IntStream.range(0, findings).mapToObj(i -> finding(i, sites)).toList(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                IntStream.range(0, random.nextInt(MOST_INCIDENTS))
                        .mapToObj(this::incident)
                        .toList(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new TreeMap<>());
    }

    private List<Register> registers() {
        List<Register> registers = new ArrayList<>();
        for (Register.Kind kind : List.of(Register.Kind.FINDINGS, Register.Kind.INCIDENTS)) {
            if (random.nextInt(8) > 0 || kind == Register.Kind.FINDINGS) {
                registers.add(new Register(kind, day.plusDays(WINDOW)));
            }
        }
        return registers;
    }

    private Finding finding(int number, List<Site> sites) {
        LocalDate opened = day.minusDays(random.nextInt(LONGEST_OPEN));
        boolean claimed = random.nextBoolean();
        return new Finding(
                "F-" + number,
                oneOf(SEVERITIES),
                "ISO_27001",
                opened,
                Optional.of(opened.plusDays(WINDOW)),
                Optional.empty(),
                Optional.empty(),
                claimed ? Optional.of(day) : Optional.empty(),
                Optional.empty(),
                Optional.of(oneOf(sites).id()));
    }

    private Incident incident(int number) {
        return new Incident(
                "I-" + number,
                oneOf(INCIDENTS),
                oneOf(SEVERITIES),
                day.minusDays(1 + random.nextInt(LONGEST_OPEN)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(day),
                Optional.empty());
    }

    private <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
