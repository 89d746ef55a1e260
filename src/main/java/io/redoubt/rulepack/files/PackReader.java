package io.redoubt.rulepack.files;

import io.redoubt.files.Problems;
import io.redoubt.rulepack.Citation;
import io.redoubt.rulepack.Domain;
import io.redoubt.rulepack.FactCatalogue;
import io.redoubt.rulepack.PackException;
import io.redoubt.rulepack.Parameter;
import io.redoubt.rulepack.Rule;
import io.redoubt.rulepack.RulePack;
import io.redoubt.rulepack.RuleTable;
import io.redoubt.rulepack.RuleTable.HitPolicy;
import io.redoubt.rulepack.Scenario;
import io.redoubt.rulepack.Vocabulary;
import io.redoubt.rulepack.drl.SafeDrlReader;
import io.redoubt.shared.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a pack into the typed model and throws the text away. A pack is read whole or not at all: whatever is not
 * understood is refused with its place, and all problems are reported together.
 */
public final class PackReader {
    private final PackFiles files;
    private final FactCatalogue catalogue;
    private final Problems problems = new Problems();

    private PackReader(PackFiles files, FactCatalogue catalogue) {
        this.files = files;
        this.catalogue = catalogue;
    }

    /** @throws PackException with every problem, if there is any */
    public static RulePack read(PackFiles files, FactCatalogue catalogue) throws PackException {
        PackReader reader = new PackReader(files, catalogue);
        RulePack pack = reader.read();
        if (!reader.problems.isEmpty()) {
            throw new PackException(reader.problems.list());
        }
        return pack;
    }

    private RulePack read() throws PackException {
        files.check(Layout.RULES, problems);
        ManifestReader manifest = new ManifestReader(files.text("pack.yaml", problems), problems);
        if (manifest.isUnreadable()) {
            // Whatever else there is to say would follow from that.
            throw new PackException(problems.list());
        }
        List<Citation> citations = ReferenceReader.citations(files, problems);
        Map<String, Place> places = new HashMap<>();
        List<Parameter> parameters = ReferenceReader.parameters(files, places, problems);
        Map<String, Parameter> byId = new LinkedHashMap<>();
        parameters.forEach(parameter -> byId.putIfAbsent(parameter.id(), parameter));
        Vocabulary vocabulary = new Vocabulary(catalogue, byId, manifest.aggregation());
        int before = problems.list().size();
        List<RuleTable> tables = new ArrayList<>();
        List<Rule> rules = new ArrayList<>();
        for (ManifestReader.DeclaredTable declared : manifest.tables()) {
            tables.add(declared.table());
            files.declared(declared.file(), declared.place(), problems)
                    .map(text -> new TableReader(declared.table(), declared.file(), vocabulary, problems).read(text))
                    .ifPresent(rules::addAll);
        }
        for (ManifestReader.DeclaredLogic declared : manifest.logic()) {
            String file = declared.file();
            List<Rule> read = files.declared(file, declared.place(), problems)
                    .map(text -> SafeDrlReader.read(file, text, vocabulary, problems))
                    .orElse(List.of());
            rules.addAll(read);
            read.stream()
                    .map(rule -> new RuleTable(rule.table(), rule.subject(), HitPolicy.ALL, file))
                    .limit(1)
                    .forEach(tables::add);
        }
        boolean allRules = problems.list().size() == before;
        List<Scenario> scenarios = ScenarioReader.read(files, problems);
        List<Domain> domains = manifest.domains();
        RulePack pack = new RulePack(
                manifest.header(),
                manifest.thresholds(),
                domains,
                manifest.bands(),
                manifest.engagement(),
                citations,
                parameters,
                tables,
                rules,
                scenarios,
                manifest.aggregation(),
                manifest.weighting(domains));
        new PackChecks(pack, files, manifest, places, problems).run(allRules);
        new AggregationChecks(pack, manifest, problems).run();
        return pack;
    }
}
