package io.redoubt.policy;

import io.redoubt.facts.SupplierFacts;
import io.redoubt.jurisdiction.Jurisdictions;
import io.redoubt.jurisdiction.files.JurisdictionException;
import io.redoubt.jurisdiction.files.JurisdictionReader;
import io.redoubt.rulepack.FactCatalogue;
import io.redoubt.rulepack.PackException;
import io.redoubt.rulepack.RulePack;
import io.redoubt.rulepack.checks.StaticChecks;
import io.redoubt.rulepack.files.PackFiles;
import io.redoubt.rulepack.files.PackReader;
import io.redoubt.rulepack.files.QuestionReader;
import io.redoubt.rulepack.method.Method;
import io.redoubt.scoring.PackInputs;
import io.redoubt.scoring.Rater;
import io.redoubt.scoring.drools.Raters;
import io.redoubt.shared.Reading;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What rates: country facts, questions and one rule pack, read together so that every name in the pack is known.
 *
 * @param files the pack as it was written, to be stored with the first outcome it makes
 */
public record Methodology(
        Jurisdictions jurisdictions, FactCatalogue catalogue, Raters raters, RulePack pack, PackFiles files) {
    /**
     * Reads the product's folders.
     *
     * @param data folder with {@code jurisdictions} and {@code questionnaire}
     * @param pack folder of the rule pack
     * @throws PackException if anything in the pack or the questions is not understood
     * @throws JurisdictionException if anything in the country facts is not
     */
    public static Methodology read(Path data, Path pack) throws PackException, JurisdictionException {
        Thread engine = new Thread(Raters::warmUp, "drools-warm-up");
        engine.setDaemon(true);
        engine.start();
        Jurisdictions jurisdictions = JurisdictionReader.read(data.resolve("jurisdictions"));
        FactCatalogue catalogue = FactCatalogue.of(
                jurisdictions.countryCodes(),
                jurisdictions.types(),
                QuestionReader.read(data.resolve("questionnaire")));
        PackFiles files = PackFiles.of(pack);
        return new Methodology(
                jurisdictions, catalogue, new Raters(catalogue), PackReader.read(files, catalogue), files);
    }

    /**
     * The same country facts and questions under another pack.
     *
     * @throws PackException if anything in the pack is not understood
     */
    public Methodology with(PackFiles other) throws PackException {
        return new Methodology(jurisdictions, catalogue, raters, PackReader.read(other, catalogue), other);
    }

    /** The pack as it rates on a day, to be told to people. */
    public Method method(LocalDate day) throws PackException {
        Map<String, String> factors = new TreeMap<>();
        jurisdictions.factors().forEach((id, factor) -> factors.put(id, factor.title()));
        return new Method(pack, catalogue, day, factors, StaticChecks.of(pack, day, PackInputs::reads));
    }

    /** @throws PackException if the pack can't rate for that day */
    public Rater rater(LocalDate day) throws PackException {
        return raters.rater(pack, day);
    }

    /** The facts together with the country facts of every site, as a rating wants them. */
    public SupplierFacts withJurisdictions(SupplierFacts facts) {
        SortedMap<String, SortedMap<String, Reading>> readings = new TreeMap<>();
        facts.sites().forEach(site -> readings.computeIfAbsent(site.country(), jurisdictions::readings));
        return facts.withJurisdictions(readings);
    }
}
