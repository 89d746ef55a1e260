package io.redoubt.cli;

import io.redoubt.facts.SupplierFacts;
import io.redoubt.policy.Methodology;
import io.redoubt.scoring.RatingOutcome;
import io.redoubt.scoring.RuleExplanation;
import io.redoubt.scoring.files.FutureDates;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Rates suppliers from files: nothing is stored. */
@Command(
        name = "rate",
        description = "Rates the suppliers in files and prints the ranking.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: redoubt rate data/demo/suppliers.json --as-of 2026-11-21"})
final class RateCommand implements Callable<Integer> {
    /** What is printed. */
    enum Format {
        TABLE,
        JSON,
        CSV
    }

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "Supplier files: .json, or .csv of suppliers and of answers.")
    private List<Path> files;

    @Option(names = "--as-of", paramLabel = "DATE", description = "Day to rate for (default: today, UTC).")
    private @Nullable LocalDate asOf;

    @Option(
            names = "--format",
            defaultValue = "TABLE",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Format format;

    @Mixin
    private Output output;

    @Option(
            names = "--explain",
            paramLabel = "ID",
            description = "Print one supplier's waterfall, and why each rule fired or did not.")
    private @Nullable String explain;

    @Mixin
    private MethodologyOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Methodology methodology = options.read();
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        LocalDate day = asOf == null ? today : asOf;
        FutureDates dates = new FutureDates(day.isAfter(today) ? day : today);
        SupplierFiles.Read read = new SupplierFiles(methodology, day, dates).read(files);
        read.refused().forEach(spec.commandLine().getErr()::println);
        if (explain != null) {
            explain(methodology, read.suppliers(), day, explain);
            return read.refused().isEmpty() ? 0 : Main.REFUSED;
        }
        if (read.suppliers().isEmpty()) {
            if (read.refused().isEmpty()) {
                spec.commandLine().getErr().println("The files must hold at least one supplier.");
            }
            return Main.REFUSED;
        }
        PortfolioRating rating = new PortfolioRating(methodology.rater(day));
        List<RatingOutcome> outcomes = rating.rate(read.suppliers());
        Ranking ranking = new Ranking(methodology, read.suppliers(), outcomes);
        output.write(
                switch (format) {
                    case TABLE -> ranking.table(day);
                    case JSON -> ranking.json();
                    case CSV -> ranking.csv();
                },
                spec.commandLine().getOut());
        return read.refused().isEmpty() ? 0 : Main.REFUSED;
    }

    private void explain(Methodology methodology, List<SupplierFacts> suppliers, LocalDate day, String id)
            throws Exception {
        SupplierFacts facts = suppliers.stream()
                .filter(supplier -> supplier.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The supplier (" + id + ") must be in the files."));
        RatingOutcome outcome = methodology.rater(day).rate(facts);
        List<RuleExplanation> rules = methodology.rater(day).explain(facts);
        output.write(
                ExplanationText.of(facts, outcome, rules, methodology.pack()) + "\nMethodology "
                        + MethodologyLine.of(methodology) + "\n",
                spec.commandLine().getOut());
    }
}
