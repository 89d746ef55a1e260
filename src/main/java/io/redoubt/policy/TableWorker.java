package io.redoubt.policy;

import io.redoubt.files.CsvText;
import io.redoubt.files.Problems;
import io.redoubt.problem.ProblemType;
import io.redoubt.rulepack.PackException;
import io.redoubt.rulepack.RulePack;
import io.redoubt.rulepack.RuleTable;
import io.redoubt.rulepack.files.PackFiles;
import io.redoubt.rulepack.sheets.TableSheet;
import io.redoubt.rulepack.sheets.WorkbookReader;
import io.redoubt.rulepack.sheets.WorkbookWriter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The tables of a pack as workbooks, and back to the text that they were. */
@ApplicationScoped
class DraftTables {
    private final ActiveMethodology methodology;

    DraftTables(ActiveMethodology methodology) {
        this.methodology = methodology;
    }

    /** The workbook of a table; the pack must be readable, since drop-downs and notes come from what it means. */
    byte[] workbook(PackFiles files, String table) {
        try {
            Methodology written = methodology.get().with(files);
            RulePack pack = written.pack();
            RuleTable found = pack.tables().stream()
                    .filter(one -> one.id().equals(table))
                    .findFirst()
                    .orElseThrow(() -> missing(table));
            return WorkbookWriter.write(new TableSheet(pack, found, written.catalogue(), text(files, table)));
        } catch (PackException e) {
            throw PackProblems.invalid(e.problems());
        }
    }

    /** The text of a table that was edited as a workbook; its columns must be those that it went out with. */
    String text(PackFiles files, String table, byte[] workbook) throws PackException {
        Problems problems = new Problems();
        Optional<CsvText> read = WorkbookReader.read(
                workbook, table + ".xlsx", text(files, table).header(), problems);
        if (read.isEmpty() || !problems.isEmpty()) {
            throw new PackException(problems.list());
        }
        return read.get().text();
    }

    /** A table as it is written. */
    static String required(PackFiles files, String table) {
        return Optional.ofNullable(files.texts().get(path(table))).orElseThrow(() -> missing(table));
    }

    private static CsvText text(PackFiles files, String table) {
        Problems problems = new Problems();
        String text = required(files, table);
        return CsvText.of(path(table), text, problems).orElseThrow(() -> PackProblems.invalid(problems.list()));
    }

    static String path(String table) {
        return "tables/" + table + ".csv";
    }

    private static RuntimeException missing(String table) {
        return ProblemType.NOT_FOUND.because("There is no table (" + Problems.shown(table) + ") in the pack.");
    }
}
