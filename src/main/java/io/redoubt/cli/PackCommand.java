package io.redoubt.cli;

import io.redoubt.jurisdiction.files.JurisdictionException;
import io.redoubt.policy.Methodology;
import io.redoubt.policy.ScenarioRun;
import io.redoubt.rulepack.PackException;
import io.redoubt.rulepack.checks.Finding;
import io.redoubt.rulepack.checks.Finding.Weight;
import io.redoubt.rulepack.checks.StaticChecks;
import io.redoubt.scoring.PackInputs;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What the authors of a pack use. */
@Command(
        name = "pack",
        description = "Works with rule packs.",
        mixinStandardHelpOptions = true,
        subcommands = {PackCommand.Check.class, PackMethodCommand.class})
final class PackCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getOut());
        return 2;
    }

    /** Reads a pack, runs its scenarios and says in the author's words what is wrong. */
    @Command(
            name = "check",
            description = "Reads a pack and runs its scenarios; says what is wrong with file, row and column.",
            mixinStandardHelpOptions = true)
    static final class Check implements Callable<Integer> {
        @Parameters(arity = "0..1", paramLabel = "PACK", description = "Folder of the pack (default: that of --pack).")
        private @Nullable Path pack;

        @Mixin
        private MethodologyOptions options;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() throws JurisdictionException {
            PrintWriter out = spec.commandLine().getOut();
            Methodology methodology;
            List<Finding> findings;
            try {
                methodology = pack == null ? options.read() : options.read(pack);
                findings = StaticChecks.of(methodology.pack(), LocalDate.now(ZoneOffset.UTC), PackInputs::reads);
            } catch (PackException e) {
                e.problems().forEach(out::println);
                out.println(e.problems().size() + " problems. The pack was not loaded.");
                return Main.REFUSED;
            }
            findings.forEach(out::println);
            long mistakes = findings.stream()
                    .filter(finding -> finding.kind().weight() == Weight.MISTAKE)
                    .count();
            ScenarioRun.Result result = ScenarioRun.of(methodology);
            result.problems().forEach(out::println);
            result.neverFire().forEach(rule -> out.println("No scenario makes the rule " + rule + " fire."));
            result.neverSilent().forEach(rule -> out.println("No scenario keeps the rule " + rule + " silent."));
            out.println(String.format(
                    Locale.ROOT,
                    "%s %s: %d rules, %d mistakes, %d doubts; %d scenarios, %d failed. SHA-256 %s",
                    methodology.pack().header().id(),
                    methodology.pack().header().version(),
                    methodology.pack().rules().size(),
                    mistakes,
                    findings.size() - mistakes,
                    result.scenarios(),
                    result.problems().size(),
                    methodology.pack().hash()));
            return result.isReady() && mistakes == 0 ? 0 : Main.REFUSED;
        }
    }
}
