package io.redoubt.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redoubt.files.CanonicalTexts;
import io.redoubt.policy.PreviewSummary.Move;
import io.redoubt.policy.PreviewSummary.RuleCount;
import io.redoubt.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Rates the portfolio under a draft and under what would be in force on that day without it, and keeps on whom something differs, chunk by chunk: what
 * an author wrote is read and run in a process of its own.
 */
@ApplicationScoped
public class PreviewDraft {
    private final EntityManager entities;
    private final PackDrafts drafts;
    private final StoredPacks packs;
    private final ActiveMethodology methodology;
    private final ObjectMapper json;
    private final Clock clock;
    private final Workers workers;
    private final int noticeDays;

    PreviewDraft(
            EntityManager entities,
            PackDrafts drafts,
            StoredPacks packs,
            ActiveMethodology methodology,
            ObjectMapper json,
            Clock clock,
            Workers workers,
            @ConfigProperty(name = "redoubt.policy.notice-days") int noticeDays) {
        this.entities = entities;
        this.drafts = drafts;
        this.packs = packs;
        this.methodology = methodology;
        this.json = json;
        this.clock = clock;
        this.workers = workers;
        this.noticeDays = noticeDays;
    }

    /** The first day on which a draft could be in force with notice. */
    public LocalDate earliest() {
        return PackPublications.day(clock.instant()).plusDays(noticeDays);
    }

    /** Refuses a day on which no draft could be in force: neither gone by nor further ahead than one may be published. */
    public void requirePublishable(LocalDate day) {
        LocalDate today = PackPublications.day(clock.instant());
        LocalDate last = earliest().plusYears(PublishRulePack.LONGEST_AHEAD);
        if (day.isBefore(today) || day.isAfter(last)) {
            throw ProblemType.INVALID.because(
                    "The asOf (" + day + ") must lie between " + today + " and " + last + ".");
        }
    }

    /**
     * Starts the process of a preview from its beginning, whatever an earlier try has kept.
     *
     * @return with the day that it rates for
     */
    @Transactional(TxType.MANDATORY)
    public PreviewProcess begin(UUID job) {
        PackPreview preview = entities.find(PackPreview.class, job);
        query("delete from pack_preview_impact where job_id = :job", job).executeUpdate();
        PackDraft draft = drafts.required(preview.draftId);
        preview.draftVersion = draft.version;
        preview.draftTexts = texts(draft);
        preview.attempt = UUID.randomUUID();
        LocalDate day = preview.askedAsOf == null ? earliest() : preview.askedAsOf;
        SortedMap<Subject, String> base = methodology.hashes(day);
        PreviewProcess process = process(draft, base, preview, preview.askedAsOf);
        try {
            SortedMap<Subject, String> then = methodology.hashes(process.asOf());
            if (!then.equals(base)) {
                process.close();
                base = then;
                process = process(draft, base, preview, process.asOf());
            }
            preview.base = text(base);
            preview.started = text(process.started());
            return process;
        } catch (RuntimeException e) {
            process.close();
            throw e;
        }
    }

    private PreviewProcess process(
            PackDraft draft, SortedMap<Subject, String> base, PackPreview preview, @Nullable LocalDate asOf) {
        return new PreviewProcess(
                json,
                workers,
                Objects.requireNonNull(preview.attempt),
                new PreviewWorker.Request(
                        Map.of(draft.subject, packs.parse(draft.files)),
                        methodology.files(base),
                        earliest().toString(),
                        asOf == null ? null : asOf.toString()));
    }

    /** Rates a chunk of documents, a JSON array, and keeps what is known by then. */
    @Transactional(TxType.MANDATORY)
    public void rate(UUID job, PreviewProcess process, String documents) {
        requireLatest(job, process);
        keep(job, process.rate(documents));
    }

    private void requireLatest(UUID job, PreviewProcess process) {
        if (!process.attempt().equals(entities.find(PackPreview.class, job).attempt)) {
            throw new PreviewProcess.Superseded();
        }
    }

    /** SHA-256 of what a draft says. */
    static String texts(PackDraft draft) {
        return CanonicalTexts.sha256("draft", new TreeMap<>(Map.of("files", draft.files)));
    }

    private void keep(UUID job, JsonNode impacts) {
        if (!impacts.isEmpty()) {
            query(
                            "insert into pack_preview_impact (job_id, supplier_id, body) select :job, impact ->>"
                                    + " 'supplier', impact from jsonb_array_elements(cast(:impacts as jsonb)) impact",
                            job)
                    .setParameter("impacts", impacts.toString())
                    .executeUpdate();
        }
    }

    /** Keeps what all suppliers came to, and puts those on whom something differs in order: bands first, then clearances. */
    @Transactional(TxType.MANDATORY)
    public void end(UUID job, PreviewProcess process, long suppliers) {
        requireLatest(job, process);
        JsonNode end = process.end();
        keep(job, end.path("impacts"));
        query(
                        "update pack_preview_impact i set place = o.place from (select supplier_id, row_number() over (order by"
                                + " (body ->> 'badgeChanges') desc, (body ->> 'clearanceChanges') desc, abs(cast(body"
                                + " ->> 'movedBy' as int)) desc, supplier_id) place from pack_preview_impact where job_id"
                                + " = :job) o where i.job_id = :job and i.supplier_id = o.supplier_id",
                        job)
                .executeUpdate();
        PackPreview preview = entities.find(PackPreview.class, job);
        preview.summary = text(summary(preview, process.started(), end, suppliers));
    }

    private PreviewSummary summary(PackPreview preview, PreviewWorker.Started started, JsonNode end, long suppliers) {
        List<RuleCount> counts = new ArrayList<>();
        end.path("rules")
                .forEach(rule -> counts.add(new RuleCount(
                        rule.path("rule").asText(),
                        rule.path("fires").asInt(),
                        rule.path("mayFire").asInt())));
        return new PreviewSummary(
                LocalDate.parse(started.asOf()),
                hashes(String.valueOf(preview.base)),
                Objects.requireNonNull(preview.draftVersion),
                started.changedRules(),
                started.selective(),
                suppliers,
                end.path("judged").asLong(),
                count(preview.id, "true"),
                count(preview.id, "(body ->> 'badgeChanges') = 'true'"),
                count(
                        preview.id,
                        "(body -> 'before' -> 'worst', body -> 'before' -> 'best') <> (body -> 'after' -> 'worst', body"
                                + " -> 'after' -> 'best')"),
                count(preview.id, "(body ->> 'clearanceChanges') = 'true'"),
                number(
                        "select coalesce(sum(jsonb_array_length(body -> 'engagementsLost')), 0) from pack_preview_impact"
                                + " where job_id = :job",
                        preview.id),
                moves(
                        preview.id,
                        "select '', body -> 'before' ->> 'badge', body -> 'after' ->> 'badge', count(*) from"
                                + " pack_preview_impact where job_id = :job group by 1, 2, 3 order by 4 desc, 2, 3"),
                moves(
                        preview.id,
                        "select c ->> 'work', c ->> 'before', c ->> 'after', count(*) from pack_preview_impact,"
                                + " jsonb_array_elements(body -> 'clearances') c where job_id = :job group by 1, 2, 3"
                                + " order by 4 desc, 1, 2, 3"),
                counts.stream()
                        .filter(rule -> rule.fires() == 0 && rule.mayFire() == 0)
                        .map(RuleCount::rule)
                        .toList(),
                counts);
    }

    private SortedMap<Subject, String> hashes(String text) {
        try {
            return json.readValue(text, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A kept preview must be readable.", e);
        }
    }

    private long count(UUID job, String where) {
        return number("select count(*) from pack_preview_impact where job_id = :job and " + where, job);
    }

    private long number(String select, UUID job) {
        return ((Number) query(select, job).getSingleResult()).longValue();
    }

    private List<Move> moves(UUID job, String select) {
        List<Move> moves = new ArrayList<>();
        for (Object row : query(select, job).getResultList()) {
            Object[] columns = (Object[]) row;
            moves.add(
                    new Move(word(columns[0]), word(columns[1]), word(columns[2]), ((Number) columns[3]).longValue()));
        }
        return moves;
    }

    private static String word(@Nullable Object column) {
        return column == null ? "" : column.toString();
    }

    private Query query(String text, UUID job) {
        return entities.createNativeQuery(text).setParameter("job", job);
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A preview must be writable as JSON.", e);
        }
    }
}
