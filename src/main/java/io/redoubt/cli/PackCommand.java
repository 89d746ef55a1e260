package io.redoubt.cli;

import io.redoubt.jurisdiction.files.JurisdictionException;
import io.redoubt.policy.Methodology;
import io.redoubt.policy.ScenarioRun;
import io.redoubt.rulepack.PackException;
import java.io.PrintWriter;
import java.nio.file.Path;
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
        subcommands = PackCommand.Check.class)
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
            try {
                methodology = pack == null ? options.read() : options.read(pack);
            } catch (PackException e) {
                e.problems().forEach(out::println);
                out.println(e.problems().size() + " problems. The pack was not loaded.");
                return Main.REFUSED;
            }
            ScenarioRun.Result result = ScenarioRun.of(methodology);
            result.problems().forEach(out::println);
            result.neverFire().forEach(rule -> out.println("No scenario makes the rule " + rule + " fire."));
            result.neverSilent().forEach(rule -> out.println("No scenario keeps the rule " + rule + " silent."));
            out.println(String.format(
                    Locale.ROOT,
                    "%s %s: %d rules, %d scenarios, %d failed. SHA-256 %s",
                    methodology.pack().header().id(),
                    methodology.pack().header().version(),
                    methodology.pack().rules().size(),
                    result.scenarios(),
                    result.problems().size(),
                    methodology.pack().hash()));
            return result.isReady() ? 0 : Main.REFUSED;
        }
    }
}
