package io.redoubt.questionnaire;

import static io.redoubt.files.Problems.shown;

import io.redoubt.audit.AuditTrail;
import io.redoubt.files.PlainText;
import io.redoubt.problem.ProblemType;
import io.redoubt.questionnaire.form.FormQuestion;
import io.redoubt.questionnaire.form.SheetMapping;
import io.redoubt.questionnaire.form.Template;
import io.redoubt.shared.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Saves how a kind of sheet is to be read. What it names must be there: questions of the template, and answers to them. */
@ApplicationScoped
class SaveMapping {
    private static final int MOST = 2_000;
    private static final int LAST_HEADER = 100;

    private final StoredMappings mappings;
    private final Templates templates;
    private final Forms forms;
    private final AuditTrail audit;
    private final Clock clock;

    SaveMapping(StoredMappings mappings, Templates templates, Forms forms, AuditTrail audit, Clock clock) {
        this.mappings = mappings;
        this.templates = templates;
        this.forms = forms;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Saves it.
     *
     * @param kept new, or locked with its version seen; its title and template are set
     */
    @Transactional(TxType.MANDATORY)
    StoredMapping save(StoredMapping kept, SheetMapping mapping, String actor) {
        List<Violation> violations = violations(mapping, templates.required(kept.templateId));
        if (!violations.isEmpty()) {
            throw ProblemType.INVALID.because(violations);
        }
        kept.body = forms.text(mapping);
        boolean created = kept.createdBy.isEmpty();
        if (created) {
            kept.id = UUID.randomUUID();
            kept.createdBy = actor;
            kept.createdAt = clock.instant();
            mappings.persist(kept);
        }
        mappings.flush();
        audit.record(
                actor,
                created ? "created" : "changed",
                new AuditTrail.Subject("sheet-mapping", kept.id.toString()),
                Map.of(
                        "questions",
                        mapping.questions().size(),
                        "values",
                        mapping.values().size()));
        return kept;
    }

    private static List<Violation> violations(SheetMapping mapping, Template template) {
        List<Violation> found = new ArrayList<>();
        if (mapping.headerRow() < 1 || mapping.headerRow() > LAST_HEADER) {
            found.add(new Violation("/headerRow", "The headerRow must lie between 1 and " + LAST_HEADER + "."));
        }
        if (mapping.id().isBlank() || mapping.answer().isBlank() || mapping.id().equals(mapping.answer())) {
            found.add(new Violation("/id", "The id and the answer must be two headings of the sheet."));
        }
        if (mapping.questions().isEmpty()
                || mapping.questions().size() + mapping.values().size() > MOST) {
            found.add(new Violation("/questions", "The mapping must have 1 to " + MOST + " questions and values."));
        }
        findUnknown(mapping, template, found);
        boolean invisible = Stream.of(
                        mapping.questions().keySet(), mapping.values().keySet())
                .flatMap(Set::stream)
                .anyMatch(text -> PlainText.forbidden(text).isPresent());
        if (invisible) {
            found.add(new Violation("", "The mapping must have no invisible characters."));
        }
        return found;
    }

    private static void findUnknown(SheetMapping mapping, Template template, List<Violation> found) {
        Set<String> answers = new HashSet<>(Set.of(""));
        Set<String> ids = new HashSet<>();
        for (FormQuestion question : template.questions()) {
            ids.add(question.id());
            answers.addAll(question.choices());
        }
        mapping.questions().forEach((foreign, ours) -> {
            if (!ids.contains(ours)) {
                found.add(new Violation(
                        "/questions/" + foreign, "The question (" + shown(ours) + ") must be one of the template."));
            }
        });
        mapping.values().forEach((foreign, ours) -> {
            if (!answers.contains(ours)) {
                found.add(new Violation(
                        "/values/" + foreign,
                        "The answer (" + shown(ours) + ") must be one that a question lets choose."));
            }
        });
    }
}
