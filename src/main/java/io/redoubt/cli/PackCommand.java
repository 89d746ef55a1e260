package io.redoubt.cli;

import io.redoubt.jurisdiction.files.JurisdictionException;
import io.redoubt.policy.Methodology;
import io.redoubt.policy.PackCheck;
import io.redoubt.policy.ScenarioRun;
import io.redoubt.rulepack.PackException;
import io.redoubt.rulepack.RulePack;
import io.redoubt.rulepack.checks.Finding.Weight;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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

        @Option(
                names = "--base",
                paramLabel = "PACK",
                description = "Folder of the version before, which the pack must not leave rules out of.")
        private @Nullable Path base;

        @Option(names = "--doubts", description = "Also list what may be meant.")
        private boolean doubts;

        @Mixin
        private MethodologyOptions options;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() throws JurisdictionException {
            PrintWriter out = spec.commandLine().getOut();
            Methodology methodology;
            PackCheck check;
            try {
                methodology = pack == null ? options.read() : options.read(pack);
                Optional<Methodology> before = base == null ? Optional.empty() : Optional.of(options.read(base));
                check = PackCheck.of(methodology, before, LocalDate.now(ZoneOffset.UTC));
            } catch (PackException e) {
                e.problems().forEach(out::println);
                out.println(e.problems().size() + " problems. The pack was not loaded.");
                return Main.REFUSED;
            }
            check.mistakes().forEach(out::println);
            if (doubts) {
                check.findings().stream()
                        .filter(finding -> finding.kind().weight() == Weight.DOUBT)
                        .forEach(out::println);
            }
            RulePack.Header header = methodology.pack().header();
            ScenarioRun.Result ran = check.scenarios();
            out.println(String.format(
                    Locale.ROOT,
                    "%s %s: %d rules, %d mistakes, %d doubts%s. %d scenarios, %d failed, %d of %d conditions decided."
                            + " SHA-256 %s",
                    header.id(),
                    header.version(),
                    methodology.pack().rules().size(),
                    check.count(Weight.MISTAKE),
                    check.count(Weight.DOUBT),
                    doubts || check.count(Weight.DOUBT) == 0 ? "" : " (--doubts lists them)",
                    ran.scenarios(),
                    ran.problems().size(),
                    ran.covered(),
                    ran.conditions(),
                    methodology.pack().hash()));
            return check.isReady() ? 0 : Main.REFUSED;
        }
    }
}
