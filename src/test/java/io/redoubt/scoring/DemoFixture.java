package io.redoubt.scoring;

import com.fasterxml.jackson.databind.JsonNode;
import io.redoubt.facts.Certification;
import io.redoubt.facts.Clause;
import io.redoubt.facts.Register;
import io.redoubt.facts.SupplierFacts;
import io.redoubt.facts.Vulnerability;
import io.redoubt.policy.Methodology;
import io.redoubt.rulepack.EffectivePack;
import io.redoubt.rulepack.Question;
import io.redoubt.rulepack.StandardFields;
import io.redoubt.scoring.drools.DroolsEvaluator;
import io.redoubt.scoring.files.SupplierFactsReader;
import io.redoubt.scoring.files.SupplierFile;
import io.redoubt.shared.Micros;
import io.redoubt.shared.RandomFixture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The demo portfolio under the baseline pack, and any number of suppliers made from it by random changes. */
final class DemoFixture {
    static final LocalDate DAY = LocalDate.of(2026, 11, 21);

    final Methodology methodology;
    private final EffectivePack pack;
    private final RuleEvaluator evaluator;
    private final List<SupplierFacts> suppliers = new ArrayList<>();
    private final Map<LocalDate, Rater> raters = new ConcurrentHashMap<>();

    DemoFixture() throws Exception {
        methodology = Methodology.read(Path.of("data"), Path.of("rules", "baseline"));
        pack = methodology.pack().on(DAY);
        evaluator = new DroolsEvaluator(pack.rules());
        String text = Files.readString(Path.of("data", "demo", "suppliers.json"));
        for (JsonNode document : SupplierFile.documents(SupplierFile.parse(text))) {
            suppliers.add(new SupplierFactsReader(methodology.catalogue()).read(document));
        }
    }

    List<SupplierFacts> suppliers() {
        return suppliers;
    }

    /** Rates for a day with the parameters of {@link #DAY}: time passes, the methodology stays. */
    Rater rater(LocalDate day) {
        return raters.computeIfAbsent(
                day,
                d -> new Rater(
                        new EffectivePack(pack.pack(), pack.packHash(), d, pack.rules()),
                        methodology.catalogue(),
                        evaluator));
    }

    RatingDetail rate(SupplierFixture supplier, LocalDate day) {
        return rater(day).rate(build(supplier)).detail();
    }

    SupplierFacts build(SupplierFixture supplier) {
        return methodology.complete(supplier.build(), DAY);
    }

    /** A demo supplier after up to eight changes, nothing in it later than {@link #DAY}. */
    SupplierFixture supplier(RandomFixture random) {
        SupplierFixture supplier = SupplierFixture.of(random.pick(suppliers));
        int changes = random.between(0, 8);
        for (int i = 0; i < changes; i++) {
            change(supplier, random);
        }
        return supplier;
    }

    private void change(SupplierFixture to, RandomFixture random) {
        switch (random.between(0, 12)) {
            case 0, 1, 2 -> answer(to, question(random), random);
            case 3 -> {
                String id = question(random).id();
                to.answers.removeIf(a -> a.question().equals(id));
            }
            case 4 -> to.finding(random.pick(StandardFields.SEVERITY.codes()), before(random), after(random, 200));
            case 5 ->
                to.incident(
                        random.pick(StandardFields.INCIDENTS.codes()),
                        random.pick(StandardFields.SEVERITY.codes()),
                        before(random));
            case 6 -> register(to, random);
            case 7 -> owners(to, random);
            case 8 -> to.certifications.replaceAll(c -> random.chance(50) ? c : until(c, after(random, 400)));
            case 9 ->
                to.certificate(
                        random.either("ISO_27001", "IEC_62443_4_1"),
                        random.pick(StandardFields.SCOPE_MATCH.codes()),
                        DAY.minusDays(500),
                        after(random, 400));
            case 10 ->
                clause(to, random.pick(StandardFields.CLAUSES.codes()), random.pick(StandardFields.STANDING.codes()));
            case 11 -> place(to, random);
            default -> release(to, random);
        }
    }

    Question question(RandomFixture random) {
        return random.pick(List.copyOf(methodology.catalogue().questions()));
    }

    static String value(Question question, RandomFixture random) {
        return question.kind() == Question.Kind.NUMBER
                ? random.either("0", "2", "4", "4.5", "12")
                : random.pick(StandardFields.ANSWERS.codes());
    }

    private static void answer(SupplierFixture to, Question question, RandomFixture random) {
        if (question.notApplicable() && random.chance(20)) {
            to.excused(question.id(), before(random));
        } else {
            String level = random.pick(StandardFields.VERIFICATION.codes());
            to.answer(question.id(), value(question, random), level, before(random));
        }
    }

    private static void register(SupplierFixture to, RandomFixture random) {
        Register.Kind kind = random.either(Register.Kind.values());
        to.registers.removeIf(register -> register.kind() == kind);
        if (random.chance(60)) {
            to.registers.add(new Register(kind, after(random, 300)));
        }
    }

    private static void owners(SupplierFixture to, RandomFixture random) {
        to.disclosed(random.either(Optional.empty(), Optional.of(true), Optional.of(false)));
        to.licenceMissing(random.either(Optional.empty(), Optional.of(false), Optional.of(true)));
        to.screened(random.pick(StandardFields.OWNER_LIST.codes()), after(random, 300));
    }

    static void clause(SupplierFixture to, String clause, String standing) {
        to.clauses.removeIf(c -> c.clause().equals(clause));
        to.clauses.add(new Clause(clause, standing, Optional.empty()));
    }

    private void place(SupplierFixture to, RandomFixture random) {
        String country = random.pick(methodology.jurisdictions().countryCodes());
        if (random.chance(30)) {
            to.sites.clear();
        } else {
            to.sites.add(PartsFixture.site("S9" + to.sites.size(), country));
        }
        to.canaries.add(
                PartsFixture.canary("K9" + to.canaries.size(), before(random), random.either("OWN_LEAK", "SUSPECTED")));
    }

    private static void release(SupplierFixture to, RandomFixture random) {
        to.releases.add(PartsFixture.release(
                "R9" + to.releases.size(),
                "Product " + random.between(1, 3),
                before(random),
                random.either(Optional.empty(), Optional.of(90 * Micros.ONE), Optional.of(99 * Micros.ONE)),
                random.either(Optional.empty(), Optional.of(true), Optional.of(false)),
                random.either(Optional.empty(), Optional.of(0L), Optional.of(Micros.ONE))));
        to.vulnerabilities.add(new Vulnerability(
                "CVE-2026-" + to.vulnerabilities.size(),
                "Product " + random.between(1, 3),
                random.pick(StandardFields.CVE_SEVERITY.codes()),
                Optional.of(before(random)),
                Optional.empty(),
                random.either(Optional.empty(), Optional.of(before(random))),
                Optional.empty(),
                random.either(Optional.empty(), Optional.of(DAY)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    }

    static Certification until(Certification certification, LocalDate day) {
        return PartsFixture.certificate(
                certification.id(),
                certification.scheme(),
                certification.scopeMatch(),
                LocalDate.of(2020, 1, 1),
                day,
                certification.suspendedFrom(),
                certification.withdrawnOn());
    }

    /** A day up to two years before {@link #DAY}. */
    static LocalDate before(RandomFixture random) {
        return DAY.minusDays(random.between(0, 730));
    }

    /** A day around {@link #DAY}, up to so many days on either side. */
    static LocalDate after(RandomFixture random, int days) {
        return DAY.plusDays(random.between(-days, days));
    }
}
