package io.redoubt.policy;

import io.redoubt.facts.SupplierFacts;
import io.redoubt.jurisdiction.Jurisdictions;
import io.redoubt.jurisdiction.files.JurisdictionException;
import io.redoubt.jurisdiction.files.JurisdictionReader;
import io.redoubt.listing.ExploitedCatalogue;
import io.redoubt.listing.OwnerLists;
import io.redoubt.rulepack.FactCatalogue;
import io.redoubt.rulepack.PackException;
import io.redoubt.rulepack.RulePack;
import io.redoubt.rulepack.checks.StaticChecks;
import io.redoubt.rulepack.files.PackFiles;
import io.redoubt.rulepack.files.QuestionReader;
import io.redoubt.rulepack.method.Method;
import io.redoubt.scoring.PackInputs;
import io.redoubt.scoring.Rater;
import io.redoubt.scoring.drools.Raters;
import io.redoubt.scoring.files.OutcomeJson;
import io.redoubt.shared.Place;
import io.redoubt.shared.Problem;
import io.redoubt.shared.Reading;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What rates: country facts, published lists, questions and one rule pack, read together so that every name in the pack
 * is known.
 *
 * @param editions each part as it was written, to be stored with the first outcome it makes
 */
public record Methodology(
        Jurisdictions jurisdictions,
        ExploitedCatalogue exploited,
        OwnerLists owners,
        FactCatalogue catalogue,
        Raters raters,
        RulePack pack,
        SortedMap<Subject, Edition> editions) {
    public Methodology {
        editions = Collections.unmodifiableSortedMap(new TreeMap<>(editions));
    }

    /**
     * Reads the product's folders. A folder of lists that is not there holds none.
     *
     * @param data folder with {@code jurisdictions}, {@code questionnaire}, {@code exploited} and {@code owners}
     * @param pack folder of the rule pack
     * @throws PackException if anything in the pack, the questions or the lists is not understood
     * @throws JurisdictionException if anything in the country facts is not
     */
    public static Methodology read(Path data, Path pack) throws PackException, JurisdictionException {
        Thread engine = new Thread(Raters::warmUp, "drools-warm-up");
        engine.setDaemon(true);
        engine.start();
        Map<Subject, PackFiles> files = new EnumMap<>(Subject.class);
        files.put(
                Subject.FACTORS,
                new PackFiles(
                        JurisdictionReader.texts(data.resolve("jurisdictions")).byPath()));
        files.put(Subject.RULES, PackFiles.of(pack));
        for (Subject lists : new Subject[] {Subject.EXPLOITED, Subject.OWNERS}) {
            Path folder = data.resolve(lists.key());
            if (Files.exists(folder)) {
                files.put(lists, PackFiles.of(folder, lists.layout()));
            }
        }
        return new MethodologyReader(QuestionReader.read(data.resolve("questionnaire")), files, null).read();
    }

    /**
     * The same under another pack.
     *
     * @throws PackException if anything in the pack is not understood
     */
    public Methodology with(PackFiles pack) throws PackException {
        return with(Map.of(Subject.RULES, pack));
    }

    /**
     * The same with other texts in place of some; what depends on them is read again.
     *
     * @throws PackException if anything in the texts is not understood, or the pack beside them
     */
    public Methodology with(Map<Subject, PackFiles> changed) throws PackException {
        Map<Subject, PackFiles> files = allFiles();
        files.putAll(changed);
        try {
            return new MethodologyReader(catalogue.questions(), files, this).read();
        } catch (JurisdictionException e) {
            throw new PackException(e.problems());
        }
    }

    /** A part as it was written, and what it is called. */
    Edition edition(Subject subject) {
        return Objects.requireNonNull(editions.get(subject));
    }

    /** The pack as it was written. */
    public PackFiles files() {
        return files(Subject.RULES);
    }

    /** A part as it was written. */
    public PackFiles files(Subject subject) {
        return edition(subject).files();
    }

    /** SHA-256 of a part's canonical form. */
    public String hash(Subject subject) {
        return edition(subject).hash();
    }

    /** @throws PackException if a text is not the one that its hash is known for */
    void require(Map<Subject, String> known) throws PackException {
        for (Map.Entry<Subject, String> one : known.entrySet()) {
            if (!hash(one.getKey()).equals(one.getValue())) {
                throw new PackException(List.of(new Problem(
                        Place.of(one.getKey().layout().main()),
                        "The texts must have the hash under which they were approved (" + one.getValue() + "); it is "
                                + hash(one.getKey()) + ".")));
            }
        }
    }

    /** SHA-256 of every part. */
    public SortedMap<Subject, String> hashes() {
        SortedMap<Subject, String> hashes = new TreeMap<>();
        editions.forEach((subject, edition) -> hashes.put(subject, edition.hash()));
        return hashes;
    }

    /** Every part as it was written. */
    Map<Subject, PackFiles> allFiles() {
        Map<Subject, PackFiles> files = new EnumMap<>(Subject.class);
        editions.forEach((subject, edition) -> files.put(subject, edition.files()));
        return files;
    }

    /** The data that it rates with beside the pack, as an outcome tells it. */
    public SortedMap<String, OutcomeJson.Edition> data() {
        SortedMap<String, OutcomeJson.Edition> data = new TreeMap<>();
        editions.values().stream()
                .filter(edition -> edition.subject() != Subject.RULES)
                .forEach(edition ->
                        data.put(edition.subject().key(), new OutcomeJson.Edition(edition.hash(), edition.of())));
        return data;
    }

    /** The pack as it rates on a day, to be told to people. */
    public Method method(LocalDate day) throws PackException {
        return new Method(pack, catalogue, day, factorTitles(), StaticChecks.of(pack, day, PackInputs::reads));
    }

    /** What each active rule says on a day, by its id. */
    SortedMap<String, String> sentences(LocalDate day) throws PackException {
        return new Method(pack, catalogue, day, factorTitles(), List.of()).sentences();
    }

    private Map<String, String> factorTitles() {
        Map<String, String> titles = new TreeMap<>();
        jurisdictions.factors().forEach((id, factor) -> titles.put(id, factor.title()));
        return titles;
    }

    /** The first day of those up to this one on which it said of every fact what it says on this one. */
    public LocalDate unchangedSince(LocalDate day) {
        LocalDate pack = this.pack.unchangedSince(day);
        LocalDate lists = owners.unchangedSince(day);
        return pack.isAfter(lists) ? pack : lists;
    }

    /** @throws PackException if the pack can't rate for that day */
    public Rater rater(LocalDate day) throws PackException {
        return raters.rater(pack, day);
    }

    /**
     * The facts as a rating of a day wants them: with the country facts of every site, the days on which weaknesses were
     * listed as exploited, and a mark on every owner that is on a list that day.
     */
    public SupplierFacts complete(SupplierFacts facts, LocalDate day) {
        SortedMap<String, SortedMap<String, Reading>> readings = new TreeMap<>();
        facts.sites().forEach(site -> readings.computeIfAbsent(site.country(), jurisdictions::readings));
        return facts.completed(
                owners.applied(facts.ownership(), day), exploited.applied(facts.vulnerabilities()), readings);
    }
}
