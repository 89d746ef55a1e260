package io.redoubt.bench;

import io.redoubt.jurisdiction.files.JurisdictionException;
import io.redoubt.rulepack.EffectivePack;
import io.redoubt.rulepack.PackException;
import io.redoubt.scoring.drools.DroolsEvaluator;
import io.redoubt.scoring.files.FactsException;
import java.io.IOException;

/** Prints where the time of a rating goes, for many rules over many findings and for the shipped rules. */
public final class Stages {
    private Stages() {}

    /** Measures and prints. */
    public static void main(String[] args) throws IOException, PackException, JurisdictionException, FactsException {
        Logging.quiet();
        System.out.println(table(Boolean.getBoolean("bench.short")));
    }

    static String table(boolean quick) throws IOException, PackException, JurisdictionException, FactsException {
        FindingsTable findings = new FindingsTable();
        EffectivePack synthetic = SyntheticPack.of(findings.typedRules(), FindingsTable.DAY);
        StagedWork many = new StagedWork(
                synthetic, findings.catalogue(), new DroolsEvaluator(synthetic.rules()), findings.suppliers());
        Shipped shipped = Shipped.read();
        EffectivePack baseline = shipped.methodology().rater(FindingsTable.DAY).pack();
        StagedWork demo = new StagedWork(
                baseline,
                shipped.methodology().catalogue(),
                new DroolsEvaluator(baseline.rules()),
                shipped.suppliers());
        return """
                From stored facts to a stored outcome without the database, processor time of one core.

                500 rules over 100 findings for each supplier:

                %s
                The shipped rules (%d) over the demo portfolio:

                %s""".formatted(new StageTable(many, quick), baseline.rules().size(), new StageTable(demo, quick));
    }
}
