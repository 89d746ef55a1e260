package io.redoubt.bench;

import io.redoubt.rulepack.Band;
import io.redoubt.rulepack.Domain;
import io.redoubt.rulepack.Domain.Figure;
import io.redoubt.rulepack.EffectivePack;
import io.redoubt.rulepack.FactType;
import io.redoubt.rulepack.Rule;
import io.redoubt.rulepack.RulePack;
import io.redoubt.rulepack.RuleTable;
import io.redoubt.rulepack.RuleTable.HitPolicy;
import io.redoubt.rulepack.Thresholds;
import io.redoubt.rulepack.WorkClass;
import io.redoubt.shared.Points;
import io.redoubt.shared.Share;
import java.time.LocalDate;
import java.util.List;

/** A pack with one domain of each figure around the rules about findings. */
final class SyntheticPack {
    private SyntheticPack() {}

    static EffectivePack of(List<Rule> rules, LocalDate day) {
        Thresholds thresholds =
                new Thresholds(Share.ofPercent("25"), Points.parse("15"), Share.ofPercent("60"), Share.ofPercent("20"));
        RulePack pack = new RulePack(
                new RulePack.Header("findings", "Findings", "1", day, "benchmarks"),
                thresholds,
                List.of(
                        new Domain(FindingRule.DOMAIN, "Findings", Figure.CONTROL, Share.WHOLE, Points.ZERO),
                        new Domain("place", "Place", Figure.LOCATION, Share.WHOLE, Points.parse("20"))),
                List.of(new Band("LOW", 50, List.of(), ""), new Band("HIGH", 100, WorkClass.all(), "Don't.")),
                List.of(),
                List.of(),
                List.of(),
                List.of(new RuleTable("findings", FactType.FINDING, HitPolicy.ALL, "")),
                rules,
                List.of());
        return new EffectivePack(pack, pack.hash(), day, rules);
    }
}
