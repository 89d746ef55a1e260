package io.redoubt.questionnaire;

import io.redoubt.audit.AuditTrail;
import io.redoubt.problem.ProblemType;
import io.redoubt.questionnaire.Delegations.Delegation;
import io.redoubt.questionnaire.form.Section;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Hands a section, or the whole, to a named person, who alone answers it from then on. A site's questionnaire is delegated
 * as a whole to somebody at the site.
 */
@ApplicationScoped
class DelegateSection {
    private final Questionnaires questionnaires;
    private final Delegations delegations;
    private final Forms forms;
    private final AuditTrail audit;

    DelegateSection(Questionnaires questionnaires, Delegations delegations, Forms forms, AuditTrail audit) {
        this.questionnaires = questionnaires;
        this.delegations = delegations;
        this.forms = forms;
        this.audit = audit;
    }

    /** @param section empty for the whole questionnaire */
    @Transactional(TxType.MANDATORY)
    Questionnaire delegate(UUID id, Optional<String> section, String person, String actor) {
        Questionnaire questionnaire = questionnaires.locked(id, State.OPEN);
        section.filter(one -> forms.form(questionnaire).sections().stream()
                        .map(Section::id)
                        .noneMatch(one::equals))
                .ifPresent(one -> {
                    throw ProblemType.INVALID.because("The section (" + io.redoubt.files.Problems.shown(one)
                            + ") must be one of the questionnaire's.");
                });
        delegations.put(id, new Delegation(section.orElse(""), person, actor));
        questionnaires.touch(questionnaire);
        audit.record(
                actor,
                "delegated",
                new AuditTrail.Subject("questionnaire", id.toString()),
                Map.of("section", section.orElse("all"), "to", person));
        return questionnaire;
    }
}
