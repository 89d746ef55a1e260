package io.redoubt.questionnaire;

import io.redoubt.questionnaire.AnswerQuestions.Entry;
import io.redoubt.questionnaire.AnswerQuestions.Result;
import io.redoubt.questionnaire.AnswerQuestions.Sending;
import io.redoubt.questionnaire.AnswerQuestions.Way;
import io.redoubt.questionnaire.form.ForeignRow;
import io.redoubt.questionnaire.form.ForeignRow.Meaning;
import io.redoubt.questionnaire.form.Form;
import io.redoubt.questionnaire.form.Given;
import io.redoubt.questionnaire.form.SheetMapping;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Takes the rows of somebody else's sheet that can be taken, and tells of every other why not. A row that a question
 * answers already in the same way changes nothing, whatever its comment.
 */
@ApplicationScoped
class ImportSheet {
    private final Questionnaires questionnaires;
    private final Responses responses;
    private final Forms forms;
    private final AnswerQuestions answerQuestions;
    private final Clock clock;

    ImportSheet(
            Questionnaires questionnaires,
            Responses responses,
            Forms forms,
            AnswerQuestions answerQuestions,
            Clock clock) {
        this.questionnaires = questionnaires;
        this.responses = responses;
        this.forms = forms;
        this.answerQuestions = answerQuestions;
        this.clock = clock;
    }

    /** What becomes of a row. */
    enum Outcome {
        TAKEN,
        UNCHANGED,
        /** The sheet's id, or its question, has no place here. */
        NOT_ASKED,
        REFUSED
    }

    /**
     * A row with what became of it.
     *
     * @param row as the spreadsheet shows it
     * @param id of the sheet
     */
    record RowResult(
            int row,
            String id,
            @Nullable String question,
            @Nullable String value,
            Outcome outcome,
            String message) {}

    /**
     * What is to be imported.
     *
     * @param ifMatch version of the questionnaire that was seen
     */
    record Sheet(
            UUID questionnaire,
            @Nullable String ifMatch,
            boolean dryRun,
            SheetMapping mapping,
            List<ForeignRow> rows) {}

    /** Imports; a dry run changes nothing and tells the same. */
    @Transactional(TxType.REQUIRED)
    List<RowResult> run(Sheet sheet, String actor) {
        Questionnaire questionnaire = questionnaires.locked(sheet.questionnaire(), State.OPEN);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Sorting sorting = new Sorting(forms.form(questionnaire), responses.given(questionnaire.id));
        sheet.rows().forEach(row -> sorting.add(row, row.meaning(sheet.mapping(), sorting.form, today)));
        List<RowResult> told = new ArrayList<>(sorting.told);
        told.addAll(taken(sheet, sorting.entries, sorting.first, actor));
        told.sort(Comparator.comparingInt(RowResult::row));
        return told;
    }

    /** Rows that may be taken, and what is told of the others. */
    private static final class Sorting {
        private final Form form;
        private final Map<String, Given> known;
        private final Map<String, ForeignRow> first = new HashMap<>();
        private final List<RowResult> told = new ArrayList<>();
        private final List<Entry> entries = new ArrayList<>();

        Sorting(Form form, Map<String, Given> known) {
            this.form = form;
            this.known = known;
        }

        void add(ForeignRow row, Meaning meaning) {
            String question = meaning.question().orElse(null);
            Given given = meaning.given().orElse(null);
            if (question == null || given == null) {
                boolean asked = question != null && form.question(question).isPresent();
                Outcome outcome = asked ? Outcome.REFUSED : Outcome.NOT_ASKED;
                told.add(new RowResult(row.number(), row.id(), question, null, outcome, meaning.message()));
                return;
            }
            ForeignRow other = first.putIfAbsent(question, row);
            Given before = known.get(question);
            if (other != null) {
                told.add(refused(
                        row,
                        question,
                        "The question (" + question + ") is answered by row " + other.number()
                                + " already; a sheet must give it one answer."));
            } else if (before != null
                    && !before.notApplicable()
                    && before.value().equals(given.value())) {
                told.add(new RowResult(row.number(), row.id(), question, given.value(), Outcome.UNCHANGED, ""));
            } else {
                entries.add(new Entry(question, given, part -> "/rows/" + row.number() + "/" + part));
            }
        }
    }

    private static RowResult refused(ForeignRow row, String question, String message) {
        return new RowResult(row.number(), row.id(), question, null, Outcome.REFUSED, message);
    }

    /** First looks which entries would be taken, and then takes those. */
    private List<RowResult> taken(Sheet sheet, List<Entry> entries, Map<String, ForeignRow> rows, String actor) {
        List<RowResult> told = new ArrayList<>();
        List<Entry> good = new ArrayList<>();
        Sending trial = new Sending(sheet.questionnaire(), sheet.ifMatch(), Way.DRY_RUN, entries);
        for (Result result : answerQuestions.answer(trial, actor)) {
            ForeignRow row = rows.get(result.entry().question());
            if (row != null) {
                boolean takes = result.mistake().isEmpty();
                told.add(
                        takes
                                ? new RowResult(
                                        row.number(),
                                        row.id(),
                                        result.entry().question(),
                                        result.entry().given().value(),
                                        Outcome.TAKEN,
                                        "")
                                : refused(
                                        row,
                                        result.entry().question(),
                                        result.mistake().get().message()));
                if (takes) {
                    good.add(result.entry());
                }
            }
        }
        if (!sheet.dryRun()) {
            answerQuestions.answer(new Sending(sheet.questionnaire(), sheet.ifMatch(), Way.TOGETHER, good), actor);
        }
        return told;
    }
}
