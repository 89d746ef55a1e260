package io.redoubt.rulepack.files;

import io.redoubt.rulepack.CatalogueFixture;
import io.redoubt.rulepack.PackException;
import io.redoubt.rulepack.RulePack;
import io.redoubt.shared.Problem;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The smallest pack that uses every kind of file, and variations of it. */
public final class PackFixture {
    public static final String MANIFEST = """
            id: small
            title: A small pack
            version: "1.0"
            effectiveFrom: "2026-01-01"
            owner: legal
            thresholds:
              locationShare: 25
              floorAllowance: 15
              coverageFloor: 60
              notApplicableLimit: 20
            domains:
              - { id: LEGAL, title: Law, figure: CONTROL, weight: 1, baseline: 0 }
              - { id: PLACE, title: Place, figure: LOCATION, weight: 1, baseline: 0 }
            bands:
              - { id: LOW, upTo: 50, bars: [], advice: Go. }
              - { id: HIGH, upTo: 100, bars: ["CRITICAL/*"], advice: Stop. }
            tables:
              - { file: tables/answers.csv, subject: Answer, policy: FIRST, description: Answers. }
              - { file: tables/sites.csv, subject: Site, policy: ALL, description: Sites. }
              - { file: tables/bars.csv, subject: Supplier, policy: ALL, description: Bars. }
            logic:
              - logic/more.drl
            """;
    public static final String CITATIONS = """
            - id: law
              title: A law
              publisher: A state
              date: "2020"
              retrieved: "2026-01-01"
            """;
    public static final String PARAMETERS = """
            - id: limit
              title: A limit
              unit: days
              lastKnownValidOn: "2026-01-01"
              values:
                - { from: "2026-01-01", value: 30, citation: law }
            - id: few
              title: A few points
              unit: points
              lastKnownValidOn: "2026-01-01"
              values:
                - { from: "2026-01-01", value: 5, citation: law }
            """;
    public static final String ANSWERS = """
            id,title,reason,Answer.question ==,Answer.value in,domain,points,requirements,citations,status,rationale,remediation
            LEG-01,No agreement,NDA_MISSING,Q-NDA,NO,LEGAL,60,L-01,law,ACTIVE,It matters.,Sign.
            LEG-02,Half an agreement,NDA_PARTIAL,Q-NDA,PARTIAL | NO,LEGAL,$few,L-01 | L-02,law,ACTIVE,It matters less.,
            """;
    public static final String SITES = """
            id,title,reason,Site.watch_list >=,Site.rule_of_law <,domain,points,requirements,citations,status,rationale,remediation
            LOC-01,Watched,WATCHED,WATCH,-0.5,PLACE,10,J-01,law,ACTIVE,It matters.,
            """;
    public static final String BARS = """
            id,title,reason,Supplier.owner_list ==,bars,waivable,requirements,citations,status,rationale,remediation
            KO-01,Listed,OWNER_LISTED,LISTED_HALF_OR_MORE,*/*,false,P-09,law,ACTIVE,It matters.,
            """;
    public static final String LOGIC = """
            rule "LEG-10"
              @title("Late") @reason("LATE_FINDING") @citations("law") @rationale("It matters.") @domain("LEGAL")
            when
              Finding( days_overdue > $limit || severity == "CRITICAL" )
            then
              points( 5 );
            end
            """;
    public static final String SCENARIOS = """
            - name: A supplier without an agreement
              asOf: "2026-02-01"
              facts: { id: S, name: S }
              expect: { fires: [LEG-01], silent: [LEG-10], overall: [0, 50], band: LOW, barred: ["CRITICAL/*"] }
            """;

    private PackFixture() {}

    public static PackFiles files() {
        SortedMap<String, String> texts = new TreeMap<>();
        texts.put("pack.yaml", MANIFEST);
        texts.put("citations.yaml", CITATIONS);
        texts.put("parameters/limits.yaml", PARAMETERS);
        texts.put("tables/answers.csv", ANSWERS);
        texts.put("tables/sites.csv", SITES);
        texts.put("tables/bars.csv", BARS);
        texts.put("logic/more.drl", LOGIC);
        texts.put("scenarios/first.yaml", SCENARIOS);
        return new PackFiles(texts);
    }

    /** The pack with a file added or replaced. */
    public static PackFiles with(String path, String text) {
        return with(files(), path, text);
    }

    static PackFiles with(PackFiles files, String path, String text) {
        SortedMap<String, String> texts = new TreeMap<>(files.texts());
        texts.put(path, text);
        return new PackFiles(texts);
    }

    /** The pack with a piece of a file replaced, which must be there. */
    public static PackFiles replacing(String path, String piece, String other) {
        String text = String.valueOf(files().texts().get(path));
        if (!text.contains(piece)) {
            throw new IllegalArgumentException("The piece (" + piece + ") must stand in " + path + ".");
        }
        return with(path, text.replace(piece, other));
    }

    static PackFiles without(String path) {
        SortedMap<String, String> texts = new TreeMap<>(files().texts());
        texts.remove(path);
        return new PackFiles(texts);
    }

    public static RulePack read(PackFiles files) throws PackException {
        return PackReader.read(files, CatalogueFixture.catalogue());
    }

    /** What is wrong with a pack, one text for each problem; nothing where it is read. */
    static List<String> problems(PackFiles files) {
        try {
            read(files);
            return List.of();
        } catch (PackException e) {
            return e.problems().stream().map(Problem::toString).toList();
        }
    }
}
