package io.redoubt.scoring;

import io.redoubt.facts.FirmwareRelease;
import io.redoubt.facts.Register.Kind;
import io.redoubt.facts.SupplierFacts;
import io.redoubt.rulepack.RandomCatalogueFixture;
import io.redoubt.rulepack.StandardFields;
import io.redoubt.shared.FactState;
import io.redoubt.shared.Micros;
import io.redoubt.shared.RandomFixture;
import io.redoubt.shared.Reading;
import io.redoubt.shared.ValueType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** A supplier with gaps in its evidence, and every way of filling them. */
final class GapFixture {
    private static final List<String> VERIFICATIONS = StandardFields.VERIFICATION.codes();
    private static final List<String> VALUES = StandardFields.ANSWERS.codes();
    /** At, between and beyond the limits that small packs compare with. */
    private static final List<String> AMOUNTS = List.of("-1", "0", "0.5", "1", "1.5", "2", "3", "4", "5");

    private static final int MOST_COMPLETIONS = 250;

    private final LocalDate day;
    private final RandomFixture random;
    private final SupplierFixture supplier = SupplierFixture.unknown();
    private final List<List<Consumer<SupplierFixture>>> gaps = new ArrayList<>();
    private int completions = 1;

    private GapFixture(LocalDate day, RandomFixture random) {
        this.day = day;
        this.random = random;
    }

    static GapFixture supplier(LocalDate day, RandomFixture random) {
        GapFixture fixture = new GapFixture(day, random);
        List<Runnable> parts = List.of(
                () -> fixture.question("Q-A", false),
                () -> fixture.question("Q-B", true),
                () -> fixture.question("Q-C", true),
                () -> fixture.number("Q-HOURS", true),
                () -> fixture.number("Q-SHARE", false),
                fixture::owners,
                fixture::registers,
                fixture::sites,
                fixture::releases);
        random.shuffled(parts).forEach(Runnable::run);
        return fixture;
    }

    SupplierFacts incomplete() {
        return supplier.build();
    }

    /** One supplier for every combination of fillings. */
    List<SupplierFacts> completions() {
        List<SupplierFacts> found = List.of(incomplete());
        for (List<Consumer<SupplierFixture>> gap : gaps) {
            List<SupplierFacts> filled = new ArrayList<>(found.size() * gap.size());
            for (SupplierFacts facts : found) {
                for (Consumer<SupplierFixture> filling : gap) {
                    SupplierFixture copy = SupplierFixture.of(facts);
                    filling.accept(copy);
                    filled.add(copy.build());
                }
            }
            found = filled;
        }
        return found;
    }

    /** Leaves a gap if the number of completions allows, else fills it at random. */
    private void gap(List<Consumer<SupplierFixture>> fillings, int percent) {
        if (random.chance(percent) && completions * fillings.size() <= MOST_COMPLETIONS) {
            gaps.add(fillings);
            completions *= fillings.size();
        } else {
            random.pick(fillings).accept(supplier);
        }
    }

    private void question(String id, boolean excusable) {
        boolean lapsed = random.chance(30);
        int value = lapsed ? random.between(0, VALUES.size() - 1) : VALUES.size() - 1;
        int verification = lapsed ? random.between(0, VERIFICATIONS.size() - 1) : VERIFICATIONS.size() - 1;
        if (lapsed) {
            supplier.answer(id, VALUES.get(value), VERIFICATIONS.get(verification), longAgo());
        }
        List<Consumer<SupplierFixture>> fillings = new ArrayList<>();
        for (String better : VALUES.subList(0, value + 1)) {
            fillings.addAll(answers(id, better, verification));
        }
        if (excusable && !lapsed) {
            fillings.add(to -> to.excused(id, day));
        }
        gap(fillings, 80);
    }

    private void number(String id, boolean lowIsGood) {
        boolean lapsed = random.chance(30);
        int value = random.between(0, AMOUNTS.size() - 1);
        int verification = lapsed ? random.between(0, VERIFICATIONS.size() - 1) : VERIFICATIONS.size() - 1;
        List<String> possible = AMOUNTS;
        if (lapsed) {
            supplier.answer(id, AMOUNTS.get(value), VERIFICATIONS.get(verification), longAgo());
            possible = lowIsGood ? AMOUNTS.subList(value, AMOUNTS.size()) : AMOUNTS.subList(0, value + 1);
        }
        List<Consumer<SupplierFixture>> fillings = new ArrayList<>();
        possible.forEach(amount -> fillings.addAll(answers(id, amount, verification)));
        gap(fillings, 80);
    }

    private List<Consumer<SupplierFixture>> answers(String id, String value, int bestVerification) {
        return VERIFICATIONS.subList(0, bestVerification + 1).stream()
                .<Consumer<SupplierFixture>>map(level -> to -> to.answer(id, value, level, day))
                .toList();
    }

    private LocalDate longAgo() {
        return day.minusDays(RandomCatalogueFixture.VALIDITY_DAYS + random.between(1, 100));
    }

    private void owners() {
        gap(List.of(to -> to.disclosed(Optional.of(true)), to -> to.disclosed(Optional.of(false))), 60);
        gap(List.of(to -> to.licenceMissing(Optional.of(true)), to -> to.licenceMissing(Optional.of(false))), 60);
        List<String> codes = StandardFields.OWNER_LIST.codes();
        int least = 0;
        if (random.chance(40)) {
            least = random.between(0, codes.size() - 1);
            supplier.screened(codes.get(least), day.minusDays(1));
        }
        gap(
                codes.subList(least, codes.size()).stream()
                        .<Consumer<SupplierFixture>>map(code -> to -> to.screened(code, day))
                        .toList(),
                60);
    }

    /** More entries than are listed, or none. */
    private void registers() {
        List<Consumer<SupplierFixture>> findings = new ArrayList<>();
        List<Consumer<SupplierFixture>> incidents = new ArrayList<>();
        for (int more : List.of(0, 1, 3, 5)) {
            incidents.add(to -> {
                repeat(more, () -> to.incident("OTHER", "MINOR", day.minusDays(3)));
                to.complete(Kind.INCIDENTS, day);
            });
            for (int overdue : List.of(0, 1, 3, 5)) {
                findings.add(to -> {
                    repeat(more, () -> to.finding("CRITICAL", day.minusDays(9), day.plusDays(9)));
                    repeat(overdue, () -> to.finding("MINOR", day.minusDays(9), day.minusDays(1)));
                    to.complete(Kind.FINDINGS, day);
                });
            }
        }
        repeat(random.between(0, 2), () -> supplier.finding("CRITICAL", day.minusDays(9), day.minusDays(1)));
        repeat(random.between(0, 2), () -> supplier.incident("OTHER", "MINOR", day.minusDays(3)));
        gap(findings, 60);
        gap(incidents, 60);
        certificates();
    }

    private void certificates() {
        if (random.chance(30)) {
            supplier.certificate("ISO_27001", random.either("NONE", "PARTIAL"), day.minusDays(9), day.plusDays(9));
        }
        List<Consumer<SupplierFixture>> fillings = new ArrayList<>();
        fillings.add(to -> to.complete(Kind.CERTIFICATIONS, day));
        for (String scope : StandardFields.SCOPE_MATCH.codes()) {
            fillings.add(to -> to.certificate("ISO_27001", scope, day.minusDays(9), day.plusDays(9))
                    .complete(Kind.CERTIFICATIONS, day));
        }
        fillings.add(to -> to.certificate("ISO_27001", "CONFIRMED", day.minusDays(9), day.minusDays(1))
                .complete(Kind.CERTIFICATIONS, day));
        gap(fillings, 60);
    }

    private static void repeat(int times, Runnable action) {
        for (int i = 0; i < times; i++) {
            action.run();
        }
    }

    /** Sites in countries of which something may be unknown; a supplier without one may work in any country. */
    private void sites() {
        RandomCatalogueFixture.COUNTRIES.forEach(country -> {
            supplier.jurisdictions.put(country, new TreeMap<>());
            RandomCatalogueFixture.factors()
                    .forEach((factor, type) ->
                            supplier.jurisdictions.get(country).put(factor, Reading.known(value(type))));
        });
        List<Consumer<SupplierFixture>> fillings = RandomCatalogueFixture.COUNTRIES.stream()
                .<Consumer<SupplierFixture>>map(country -> to -> to.sites.add(PartsFixture.site("S1", country)))
                .toList();
        gap(fillings, 60);
        supplier.sites.forEach(site -> factor(site.country()));
    }

    private void factor(String country) {
        if (random.chance(50)) {
            ValueType.Codes type = new ValueType.Codes(List.of("ONE", "TWO", "THREE"), true);
            boolean known = random.chance(50);
            put(supplier, country, "tier", known ? Reading.within(0, 1) : Reading.unknown(type, FactState.UNKNOWN));
            List<Consumer<SupplierFixture>> fillings = new ArrayList<>();
            for (long value = 0; value <= (known ? 1 : 2); value++) {
                long filled = value;
                fillings.add(to -> put(to, country, "tier", Reading.known(filled)));
            }
            gap(fillings, 70);
        }
    }

    private static void put(SupplierFixture to, String country, String factor, Reading reading) {
        to.jurisdictions.computeIfAbsent(country, c -> new TreeMap<>()).put(factor, reading);
    }

    private long value(ValueType type) {
        return type instanceof ValueType.Quantity
                ? Micros.parse(random.pick(AMOUNTS))
                : random.between(0, (int) type.greatest());
    }

    private void releases() {
        if (random.chance(50)) {
            supplier.releases.add(release(Optional.empty(), Optional.empty()));
            List<Consumer<SupplierFixture>> fillings = new ArrayList<>();
            for (String sbom : AMOUNTS) {
                for (boolean attested : List.of(true, false)) {
                    fillings.add(
                            to -> to.releases.set(0, release(Optional.of(attested), Optional.of(Micros.parse(sbom)))));
                }
            }
            gap(fillings, 80);
        } else {
            gap(unlisted(), 70);
        }
    }

    /** Nobody said what is made, so there may be a release, or several. */
    private List<Consumer<SupplierFixture>> unlisted() {
        List<Consumer<SupplierFixture>> fillings = new ArrayList<>();
        for (String sbom : List.of("0", "1", "4")) {
            for (boolean attested : List.of(true, false)) {
                FirmwareRelease one = release(Optional.of(attested), Optional.of(Micros.parse(sbom)));
                fillings.add(to -> to.releases.add(one));
                fillings.add(to -> to.releases.addAll(List.of(
                        one,
                        PartsFixture.release(
                                "R2", "Q", day, one.sbomCompleteness(), one.attested(), Optional.empty()))));
            }
        }
        return fillings;
    }

    private FirmwareRelease release(Optional<Boolean> attested, Optional<Long> sbom) {
        return PartsFixture.release("R1", "P", day.minusDays(9), sbom, attested, Optional.empty());
    }
}
