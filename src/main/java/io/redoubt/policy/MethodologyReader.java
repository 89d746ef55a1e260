package io.redoubt.policy;

import io.redoubt.files.Problems;
import io.redoubt.files.Texts;
import io.redoubt.jurisdiction.Jurisdictions;
import io.redoubt.jurisdiction.files.JurisdictionException;
import io.redoubt.jurisdiction.files.JurisdictionReader;
import io.redoubt.listing.ExploitedCatalogue;
import io.redoubt.listing.OwnerLists;
import io.redoubt.listing.files.ExploitedReader;
import io.redoubt.listing.files.OwnerListReader;
import io.redoubt.rulepack.FactCatalogue;
import io.redoubt.rulepack.FactType;
import io.redoubt.rulepack.PackException;
import io.redoubt.rulepack.Question;
import io.redoubt.rulepack.RulePack;
import io.redoubt.rulepack.files.PackFiles;
import io.redoubt.rulepack.files.PackReader;
import io.redoubt.scoring.drools.Raters;
import io.redoubt.shared.Place;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads texts into a methodology. What did not change since another methodology is taken from it, and the pack is read
 * again where countries or factors became others, since it is understood only beside them.
 */
final class MethodologyReader {
    private final Collection<Question> questions;
    private final Map<Subject, PackFiles> files;
    private final @Nullable Methodology like;

    MethodologyReader(Collection<Question> questions, Map<Subject, PackFiles> files, @Nullable Methodology like) {
        this.questions = questions;
        this.files = new EnumMap<>(files);
        this.like = like;
    }

    /**
     * Reads everything.
     *
     * @throws PackException if anything in the pack, the catalogue or the lists is not understood
     * @throws JurisdictionException if anything in the country facts is not
     */
    Methodology read() throws PackException, JurisdictionException {
        Methodology same = like;
        Jurisdictions jurisdictions = same != null && isKept(Subject.FACTORS)
                ? same.jurisdictions()
                : JurisdictionReader.read(texts(Subject.FACTORS));
        ExploitedCatalogue exploited = same != null && isKept(Subject.EXPLOITED)
                ? same.exploited()
                : listing(Subject.EXPLOITED, ExploitedReader::read);
        OwnerLists owners =
                same != null && isKept(Subject.OWNERS) ? same.owners() : listing(Subject.OWNERS, OwnerListReader::read);
        boolean sameNames = same != null && same.jurisdictions().hasNamesOf(jurisdictions);
        FactCatalogue catalogue = same != null && sameNames ? same.catalogue() : catalogue(jurisdictions);
        Raters raters = same != null && sameNames ? same.raters() : new Raters(catalogue);
        RulePack pack = same != null && sameNames && isKept(Subject.RULES)
                ? same.pack()
                : PackReader.read(files(Subject.RULES), catalogue);
        Editions editions = new Editions(pack, jurisdictions, exploited, owners, this::files);
        return new Methodology(jurisdictions, exploited, owners, catalogue, raters, pack, editions.all());
    }

    private PackFiles files(Subject subject) {
        PackFiles found = files.get(subject);
        return found == null ? new PackFiles(new TreeMap<>()) : found;
    }

    private boolean isKept(Subject subject) {
        return like != null && like.files(subject).equals(files(subject));
    }

    private Texts texts(Subject subject) throws PackException {
        Problems problems = new Problems();
        files(subject).check(subject.layout(), problems);
        refuse(problems);
        return new Texts(files(subject).texts());
    }

    private <T> T listing(Subject subject, BiFunction<Texts, Problems, T> reader) throws PackException {
        Problems problems = new Problems();
        T read = reader.apply(texts(subject), problems);
        refuse(problems);
        return read;
    }

    private FactCatalogue catalogue(Jurisdictions jurisdictions) throws PackException {
        FactCatalogue without = FactCatalogue.of(jurisdictions.countryCodes(), Map.of(), questions);
        Problems problems = new Problems();
        for (String factor : jurisdictions.factors().keySet()) {
            if (without.find(FactType.SITE, factor).isPresent()) {
                problems.add(
                        Place.of(factor + "/factor.yaml"),
                        "The factor (" + factor
                                + ") must not have the name of a field that every site has.\nMaybe rename"
                                + " the folder.");
            }
        }
        refuse(problems);
        return FactCatalogue.of(jurisdictions.countryCodes(), jurisdictions.types(), questions);
    }

    private static void refuse(Problems problems) throws PackException {
        if (!problems.isEmpty()) {
            throw new PackException(problems.list());
        }
    }

    /** What the parts of a methodology are called, each with its texts. */
    private record Editions(
            RulePack pack,
            Jurisdictions jurisdictions,
            ExploitedCatalogue exploited,
            OwnerLists owners,
            Function<Subject, PackFiles> files) {
        SortedMap<Subject, Edition> all() {
            SortedMap<Subject, Edition> all = new TreeMap<>();
            all.put(
                    Subject.RULES,
                    new Edition(
                            Subject.RULES,
                            pack.hash(),
                            new TreeMap<>(
                                    Map.of(pack.header().id(), pack.header().version())),
                            files.apply(Subject.RULES)));
            SortedMap<String, String> factors = new TreeMap<>();
            jurisdictions
                    .factors()
                    .forEach((id, factor) -> factors.put(id, factor.source().edition()));
            put(all, Subject.FACTORS, factors);
            SortedMap<String, String> catalogue = new TreeMap<>();
            exploited.source().ifPresent(source -> catalogue.put(source.title(), source.edition()));
            put(all, Subject.EXPLOITED, catalogue);
            SortedMap<String, String> lists = new TreeMap<>();
            owners.lists().forEach((id, list) -> lists.put(id, list.source().edition()));
            put(all, Subject.OWNERS, lists);
            return all;
        }

        private void put(SortedMap<Subject, Edition> all, Subject subject, SortedMap<String, String> of) {
            all.put(subject, Edition.ofData(subject, of, files.apply(subject)));
        }
    }
}
