package io.redoubt.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.redoubt.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The kept previews of drafts: what each came to, and the suppliers on whom something differs. */
@ApplicationScoped
public class PackPreviews {
    private final EntityManager entities;
    private final PackDrafts drafts;
    private final ActiveMethodology methodology;
    private final ObjectMapper json;

    PackPreviews(EntityManager entities, PackDrafts drafts, ActiveMethodology methodology, ObjectMapper json) {
        this.entities = entities;
        this.drafts = drafts;
        this.methodology = methodology;
        this.json = json;
    }

    /**
     * Keeps that a draft is to be previewed.
     *
     * @param job that will do it
     * @param asOf day to rate for; empty for the day on which most of what the draft changes counts
     */
    @Transactional(TxType.MANDATORY)
    public void ask(UUID job, UUID draft, Optional<LocalDate> asOf) {
        PackPreview preview = new PackPreview();
        preview.id = job;
        PackDraft previewed = drafts.required(draft);
        if (previewed.state == DraftState.PUBLISHED || previewed.state == DraftState.WITHDRAWN) {
            throw ProblemType.CONFLICT.because(
                    "A preview must be of a draft that is not in force and not withdrawn; it is "
                            + PackDrafts.word(previewed.state) + ".");
        }
        preview.draftId = previewed.id;
        preview.askedAsOf = asOf.orElse(null);
        entities.persist(preview);
    }

    /** Jobs of the previews of a draft. */
    public List<UUID> ofDraft(UUID draft) {
        return entities.createQuery("select p.id from PackPreview p where p.draftId = ?1", UUID.class)
                .setParameter(1, drafts.required(draft).id)
                .getResultList();
    }

    /** What a preview came to; empty while it is under way. */
    public Optional<PreviewSummary> summary(UUID draft, UUID job) {
        PackPreview preview = required(draft, job);
        return Optional.ofNullable(preview.summary).map(text -> {
            try {
                return json.readValue(text, PreviewSummary.class);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("A kept preview must be readable.", e);
            }
        });
    }

    /** Whether the draft is still as it was, and what it was compared with still what would be in force without it. */
    public boolean isCurrent(UUID draft, UUID job, PreviewSummary summary) {
        PackPreview preview = required(draft, job);
        return PreviewDraft.texts(drafts.required(draft)).equals(preview.draftTexts)
                && methodology.hashes(summary.asOf()).equals(summary.base());
    }

    /**
     * Suppliers on whom something differs, as JSON, those with another band first.
     *
     * @param after place of the last one that was read
     */
    public ArrayNode impacts(UUID draft, UUID job, long after, int limit) {
        PackPreview preview = required(draft, job);
        ArrayNode impacts = json.createArrayNode();
        List<?> found = entities.createNativeQuery(
                        "select cast(jsonb_build_object('place', i.place, 'name', s.name) || i.body as text) from"
                                + " pack_preview_impact i join supplier s on s.id = i.supplier_id where i.job_id = :job"
                                + " and i.place > :after order by i.place")
                .setParameter("job", preview.id)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList();
        try {
            for (Object one : found) {
                impacts.add(json.readTree(String.valueOf(one)));
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A kept impact must be readable.", e);
        }
        return impacts;
    }

    private PackPreview required(UUID draft, UUID job) {
        PackPreview preview = entities.find(PackPreview.class, job);
        if (preview == null || !preview.draftId.equals(draft)) {
            throw ProblemType.NOT_FOUND.because("There is no preview (" + job + ") of this draft.");
        }
        return preview;
    }
}
