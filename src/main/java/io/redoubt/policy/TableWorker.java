package io.redoubt.policy;

import io.redoubt.files.CsvText;
import io.redoubt.files.Problems;
import io.redoubt.rulepack.PackException;
import io.redoubt.rulepack.RulePack;
import io.redoubt.rulepack.RuleTable;
import io.redoubt.rulepack.files.PackFiles;
import io.redoubt.rulepack.sheets.TableSheet;
import io.redoubt.rulepack.sheets.WorkbookReader;
import io.redoubt.rulepack.sheets.WorkbookWriter;
import io.redoubt.shared.Place;
import io.redoubt.shared.Problem;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns tables of drafts into workbooks, and back into the text that they were. */
final class TableWorker {
    private final KeptBase base;

    TableWorker(KeptBase base) {
        this.base = base;
    }

    /**
     * A table to turn.
     *
     * @param draft texts of a pack that has the table
     * @param base everything in force
     * @param workbook what was edited, in Base64; null where one is wanted
     */
    record Request(
            PackFiles draft,
            Map<Subject, PackFiles> base,
            String table,
            @Nullable String workbook) {}

    /**
     * What came of it.
     *
     * @param workbook in Base64; empty where a text was wanted
     * @param text empty where a workbook was wanted
     * @param problems why it can't be; then there is neither
     */
    record Answer(String workbook, String text, List<Problem> problems) {
        static Answer problem(Problem... problems) {
            return new Answer("", "", List.of(problems));
        }
    }

    Answer answer(Request request) {
        try {
            return request.workbook() == null
                    ? new Answer(Base64.getEncoder().encodeToString(workbook(request)), "", List.of())
                    : new Answer("", text(request, Base64.getDecoder().decode(request.workbook())), List.of());
        } catch (PackException e) {
            return new Answer("", "", e.problems());
        }
    }

    /** The pack must be readable, since drop-downs and notes come from what it means. */
    private byte[] workbook(Request request) throws PackException {
        Methodology written = base.of(request.base()).with(request.draft());
        RulePack pack = written.pack();
        RuleTable found = pack.tables().stream()
                .filter(one -> one.id().equals(request.table()))
                .findFirst()
                .orElseThrow(() -> new PackException(List.of(new Problem(
                        Place.of("pack.yaml"),
                        "The table (" + Problems.shown(request.table()) + ") must be declared in the pack."))));
        return WorkbookWriter.write(new TableSheet(pack, found, written.catalogue(), written(request)));
    }

    /** Its columns must be those that it went out with. */
    private static String text(Request request, byte[] workbook) throws PackException {
        Problems problems = new Problems();
        Optional<CsvText> read = WorkbookReader.read(
                workbook, request.table() + ".xlsx", written(request).header(), problems);
        if (read.isEmpty() || !problems.isEmpty()) {
            throw new PackException(problems.list());
        }
        return read.get().text();
    }

    private static CsvText written(Request request) throws PackException {
        Problems problems = new Problems();
        String path = path(request.table());
        return CsvText.of(path, request.draft().texts().getOrDefault(path, ""), problems)
                .orElseThrow(() -> new PackException(problems.list()));
    }

    /** Where a table is written. */
    static String path(String table) {
        return "tables/" + table + ".csv";
    }
}
