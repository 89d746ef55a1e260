package io.redoubt.questionnaire;

import io.redoubt.audit.AuditTrail;
import io.redoubt.facts.Engagement;
import io.redoubt.files.Problems;
import io.redoubt.problem.ProblemType;
import io.redoubt.questionnaire.form.Form;
import io.redoubt.questionnaire.form.Scope;
import io.redoubt.questionnaire.form.Template;
import io.redoubt.questionnaire.form.Tier;
import io.redoubt.shared.Truth;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Asks a supplier what its inherent risk calls for, by a day. What is asked is fixed then. */
@ApplicationScoped
class AssignQuestionnaire {
    private final Templates templates;
    private final SupplierKnowledge knowledge;
    private final Questionnaires questionnaires;
    private final Forms forms;
    private final AuditTrail audit;
    private final Clock clock;

    AssignQuestionnaire(
            Templates templates,
            SupplierKnowledge knowledge,
            Questionnaires questionnaires,
            Forms forms,
            AuditTrail audit,
            Clock clock) {
        this.templates = templates;
        this.knowledge = knowledge;
        this.questionnaires = questionnaires;
        this.forms = forms;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What is to be asked.
     *
     * @param site that answers for itself; empty for the whole supplier
     * @param engagement whose risk decides; empty for the worst that runs
     * @param tier ordered though the risk calls for less
     */
    record Assignment(
            String supplier,
            String template,
            LocalDate dueOn,
            Optional<String> site,
            Optional<String> engagement,
            Optional<String> tier) {}

    /** Assigns it; a form that would ask nothing is refused. */
    @Transactional(TxType.MANDATORY)
    Questionnaire assign(Assignment assignment, String actor) {
        requireFuture(assignment.dueOn());
        Template template = templates.required(assignment.template());
        Form form = preview(assignment);
        Questionnaire made = new Questionnaire();
        made.id = UUID.randomUUID();
        made.supplierId = assignment.supplier();
        made.siteId = assignment.site().orElse(null);
        made.engagementId = assignment.engagement().orElse(null);
        made.templateId = template.id();
        made.templateVersion = template.version();
        made.templateHash = template.hash();
        made.tier = form.tier();
        made.form = forms.text(form);
        made.dueOn = assignment.dueOn();
        made.createdBy = actor;
        made.createdAt = clock.instant();
        questionnaires.persistAndFlush(made);
        audit.record(
                actor,
                "assigned",
                new AuditTrail.Subject("questionnaire", made.id.toString()),
                Map.of(
                        "supplier", made.supplierId,
                        "template", template.id() + " " + template.version(),
                        "tier", made.tier,
                        "questions", form.questions().size(),
                        "dueOn", made.dueOn));
        return made;
    }

    private void requireFuture(LocalDate dueOn) {
        if (dueOn.isBefore(today())) {
            throw ProblemType.INVALID.because("The dueOn (" + dueOn + ") must not lie before today.");
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** What would be asked. */
    private Form preview(Assignment assignment) {
        Template template = templates.required(assignment.template());
        KnownSupplier known = knowledge.on(today(), assignment.supplier(), assignment.engagement());
        requireSite(assignment, known);
        Optional<Tier> ordered = assignment
                .tier()
                .map(id -> template.tier(id)
                        .orElseThrow(() -> ProblemType.INVALID.because("The tier (" + Problems.shown(id)
                                + ") must be one of the template's: "
                                + String.join(
                                        ", ",
                                        template.tiers().stream().map(Tier::id).toList()) + ".")));
        Map<String, String> excused = new HashMap<>();
        known.excuses().forEach((question, excuse) -> {
            if (excuse.truth() == Truth.TRUE) {
                excused.put(question, excuse.reason());
            }
        });
        return new Scope(known.inherent(), ordered, excused).form(template);
    }

    private static void requireSite(Assignment assignment, KnownSupplier known) {
        assignment.site().ifPresent(site -> {
            if (known.facts().sites().stream().noneMatch(one -> one.id().equals(site))) {
                throw ProblemType.INVALID.because(
                        "The site (" + Problems.shown(site) + ") must be one of the supplier's.");
            }
            assignment.engagement().ifPresent(engagement -> {
                String runs = known.facts().engagements().stream()
                        .filter(one -> one.id().equals(engagement))
                        .map(Engagement::site)
                        .findFirst()
                        .orElse("");
                if (!runs.equals(site)) {
                    throw ProblemType.INVALID.because("The engagement (" + engagement + ") must be one of the site ("
                            + site + "); it runs at " + Problems.shown(runs) + ".");
                }
            });
        });
    }
}
