package io.redoubt.portfolio;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.redoubt.assessment.Occasion;
import io.redoubt.assessment.RateChanged;
import io.redoubt.policy.ActiveMethodology;
import io.redoubt.policy.Subject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.SortedMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Queues ratings of the whole portfolio that nobody asks for: each night, because evidence ends by itself, and when
 * something else has come in force. Any replica may look at any time; what is due is queued once.
 */
@ApplicationScoped
public class RateByItself {
    private static final String NIGHTLY = "nightly";

    private final EntityManager entities;
    private final QueueJob queueJob;
    private final JobScheduler scheduler;
    private final ActiveMethodology methodology;
    private final ObjectMapper json;
    private final Clock clock;
    private final LocalTime nightlyAt;

    RateByItself(
            EntityManager entities,
            QueueJob queueJob,
            JobScheduler scheduler,
            ActiveMethodology methodology,
            ObjectMapper json,
            Clock clock,
            @ConfigProperty(name = "redoubt.monitoring.nightly-at") LocalTime nightlyAt) {
        this.entities = entities;
        this.queueJob = queueJob;
        this.scheduler = scheduler;
        this.methodology = methodology;
        this.json = json;
        this.clock = clock;
        this.nightlyAt = nightlyAt;
    }

    /** Queues what is due now. */
    public void queueDue() {
        QuarkusTransaction.requiringNew().call(this::underNewMethodology).ifPresent(this::start);
        QuarkusTransaction.requiringNew().call(this::nightly).ifPresent(this::start);
    }

    private void start(Job job) {
        scheduler.queue(job.kind, job.id);
    }

    /** The latest night, once; nights on which no replica ran are not made up for one by one. */
    private Optional<Job> nightly() {
        Instant now = clock.instant();
        Instant slot = today().atTime(nightlyAt).toInstant(ZoneOffset.UTC);
        Timestamp latest = Timestamp.from(
                slot.isAfter(now) ? slot.atOffset(ZoneOffset.UTC).minusDays(1).toInstant() : slot);
        boolean first = entities.createNativeQuery("select 1 from timetable_slot where task = :task limit 1")
                .setParameter("task", NIGHTLY)
                .getResultList()
                .isEmpty();
        int taken = entities.createNativeQuery(
                        "insert into timetable_slot values (:task, :slot, :now) on conflict do nothing")
                .setParameter("task", NIGHTLY)
                .setParameter("slot", latest)
                .setParameter("now", Timestamp.from(now))
                .executeUpdate();
        return taken == 1 && !first ? Optional.of(rating(Occasion.TIME)) : Optional.empty();
    }

    /** Of replicas that take something over one after the other none speaks before it rates with what is in force. */
    private Optional<Job> underNewMethodology() {
        Optional<String> hashes = methodology.settled().map(this::text);
        if (hashes.isEmpty()) {
            return Optional.empty();
        }
        int first = entities.createNativeQuery(
                        "insert into rated_methodology (hashes) values (cast(:hashes as jsonb)) on conflict do nothing")
                .setParameter("hashes", hashes.get())
                .executeUpdate();
        int changed = entities.createNativeQuery("update rated_methodology set hashes = cast(:hashes as jsonb) where"
                        + " hashes <> cast(:hashes as jsonb)")
                .setParameter("hashes", hashes.get())
                .executeUpdate();
        if (first + changed == 0 || first == 1) {
            return Optional.empty();
        }
        Job job = rating(Occasion.METHODOLOGY);
        job.methodology = hashes.get();
        return Optional.of(job);
    }

    private Job rating(Occasion occasion) {
        return queueJob.keep(RatePortfolio.ID, today(), RateChanged.ACTOR, occasion);
    }

    private String text(SortedMap<Subject, String> hashes) {
        try {
            return json.writeValueAsString(hashes);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Hashes must be writable.", e);
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
