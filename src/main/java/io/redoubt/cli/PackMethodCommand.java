package io.redoubt.cli;

import io.redoubt.policy.Methodology;
import io.redoubt.rulepack.method.Document;
import io.redoubt.rulepack.method.Method;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a pack as a document that a lawyer reads and comments on, or one that suppliers may have. */
@Command(
        name = "method",
        description = "Writes a pack as a document to read: every rule as a sentence, with its reasons and sources.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: redoubt pack method rules/baseline --as-of 2026-11-21 --out method.html"})
final class PackMethodCommand implements Callable<Integer> {
    /** What is written. */
    enum Format {
        HTML,
        MARKDOWN
    }

    /** Who reads it. */
    enum Reader {
        LEGAL,
        SUPPLIERS
    }

    @Parameters(arity = "0..1", paramLabel = "PACK", description = "Folder of the pack (default: that of --pack).")
    private @Nullable Path pack;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "Day whose parameter values are told (default: today, UTC).")
    private @Nullable LocalDate asOf;

    @Option(
            names = "--for",
            paramLabel = "READER",
            defaultValue = "LEGAL",
            description =
                    "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}). Suppliers are told no points of a rule.")
    private Reader reader;

    @Option(
            names = "--format",
            defaultValue = "HTML",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Format format;

    @Mixin
    private Output output;

    @Mixin
    private MethodologyOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Methodology methodology = pack == null ? options.read() : options.read(pack);
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        LocalDate day = asOf == null ? today : asOf;
        Method method = methodology.method(day);
        Document document = reader == Reader.SUPPLIERS ? method.forSuppliers() : method.internal();
        output.write(
                switch (format) {
                    case HTML -> document.html();
                    case MARKDOWN -> document.markdown();
                },
                spec.commandLine().getOut());
        return 0;
    }
}
