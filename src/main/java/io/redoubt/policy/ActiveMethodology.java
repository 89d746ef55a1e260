package io.redoubt.policy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.StartupEvent;
import io.redoubt.audit.AuditTrail;
import io.redoubt.jurisdiction.files.JurisdictionException;
import io.redoubt.rulepack.PackException;
import io.redoubt.rulepack.files.PackFiles;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The methodology in force. The first start puts what is in the folders in force; from then on the publications decide,
 * and every replica looks at them each second. Rules and data in force are built together and taken together: whoever
 * rates takes the whole once and keeps it to the end of the act. What can't be built leaves everything before it in force,
 * and says so.
 */
@Startup
@ApplicationScoped
public class ActiveMethodology {
    private static final Logger LOG = Logger.getLogger(ActiveMethodology.class);
    private static final int BEFORE_THE_DEMO = 50;
    private static final long EVERY_MILLIS = 1_000;

    private final StoredPacks packs;
    private final PackPublications publications;
    private final Vertx vertx;
    private final Clock clock;
    private final Methodology folder;
    private final AuditTrail audit;
    private final Event<MethodologyRefused> refused;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile InForce inForce;
    private boolean stopped;

    /**
     * What rates.
     *
     * @param refused hashes that should be in force and can't be built
     */
    private record InForce(
            Methodology methodology,
            @Nullable SortedMap<Subject, String> refused,
            @Nullable String problem) {}

    ActiveMethodology(
            @ConfigProperty(name = "redoubt.data") String data,
            @ConfigProperty(name = "redoubt.rules") String rules,
            StoredPacks packs,
            PackPublications publications,
            Vertx vertx,
            AuditTrail audit,
            Event<MethodologyRefused> refused,
            Clock clock)
            throws PackException, JurisdictionException {
        this.packs = packs;
        this.publications = publications;
        this.vertx = vertx;
        this.audit = audit;
        this.refused = refused;
        this.clock = clock;
        this.folder = Methodology.read(Path.of(data), Path.of(rules));
        this.inForce = new InForce(folder, null, null);
    }

    void start(@Observes @Priority(BEFORE_THE_DEMO) StartupEvent event) {
        QuarkusTransaction.requiringNew().run(this::publishFirst);
        refresh();
        requireTaken();
        for (Subject subject : Subject.values()) {
            if (!hash(subject).equals(folder.hash(subject))) {
                LOG.warnf(
                        "The folder holds another %s (%s) than the one in force (%s); to put it in force, make a draft"
                                + " of it.",
                        subject.words(), folder.hash(subject), hash(subject));
            }
        }
        vertx.setPeriodic(
                EVERY_MILLIS,
                timer -> vertx.executeBlocking(
                        () -> {
                            refreshUnlessUnderWay();
                            return true;
                        },
                        false));
    }

    /** What is in force here and on no other replica would rate unseen, so a service that can't take it over is none. */
    private void requireTaken() {
        Instant now = clock.instant();
        SortedMap<Subject, String> hashes = QuarkusTransaction.requiringNew().call(() -> publications.inForce(now));
        if (!changed(inForce.methodology(), hashes).isEmpty()) {
            throw new IllegalStateException(
                    "What is in force must be readable by this version of the service: " + inForce.problem()
                            + "\nMaybe start the version that ran before, and bring back an older pack with it.");
        }
    }

    /** One that hangs must not take a thread more each second. */
    private void refreshUnlessUnderWay() {
        if (asking.tryLock()) {
            try {
                refresh();
            } finally {
                asking.unlock();
            }
        }
    }

    /** Waits for a question that is under way: the database goes last, and none may be asked after this. */
    void stop(@Observes ShutdownEvent event) {
        asking.lock();
        try {
            stopped = true;
        } finally {
            asking.unlock();
        }
    }

    private void publishFirst() {
        folder.editions().values().forEach(packs::store);
        publications.lock();
        LocalDate today = PackPublications.day(clock.instant());
        folder.editions().forEach((subject, edition) -> {
            if (publications.first(subject).isEmpty()) {
                PackPublication first = new PackPublication();
                first.subject = subject;
                first.packId = edition.name();
                first.hash = edition.hash();
                first.effectiveFrom =
                        subject == Subject.RULES ? folder.pack().header().effectiveFrom() : today;
                first.publishedBy = "system";
                first.publishedAt = clock.instant();
                publications.persistAndFlush(first);
                audit.record(
                        first.publishedBy,
                        "published",
                        new AuditTrail.Subject("pack-publication", String.valueOf(first.id)),
                        Map.of(
                                "subject",
                                subject,
                                "hash",
                                first.hash,
                                "kind",
                                first.kind,
                                "from",
                                first.effectiveFrom));
            }
        });
    }

    /** Takes over what is in force by now; a failure to ask leaves everything as it is. */
    void refresh() {
        asking.lock();
        try {
            if (!stopped) {
                ask();
            }
        } finally {
            asking.unlock();
        }
    }

    private void ask() {
        try {
            Instant now = clock.instant();
            SortedMap<Subject, String> hashes =
                    QuarkusTransaction.requiringNew().call(() -> publications.inForce(now));
            InForce known = inForce;
            SortedMap<Subject, String> changed = changed(known.methodology(), hashes);
            if (changed.isEmpty()) {
                inForce = new InForce(known.methodology(), null, null);
            } else if (!hashes.equals(known.refused())) {
                take(hashes, changed, now);
            }
        } catch (RuntimeException e) {
            LOG.debug("The publications must be readable; what is in force stays.", e);
        }
    }

    private static SortedMap<Subject, String> changed(Methodology from, SortedMap<Subject, String> to) {
        SortedMap<Subject, String> changed = new TreeMap<>(to);
        changed.entrySet().removeIf(entry -> from.hash(entry.getKey()).equals(entry.getValue()));
        return changed;
    }

    private void take(SortedMap<Subject, String> hashes, SortedMap<Subject, String> changed, Instant now) {
        Methodology before = inForce.methodology();
        String names = changed.values().stream().collect(Collectors.joining(" with "));
        // a failure to read passes, and is tried again with the next look
        Map<Subject, PackFiles> files = packs.files(changed);
        try {
            Methodology next = before.with(files);
            next.require(changed);
            next.rater(PackPublications.day(now));
            inForce = new InForce(next, null, null);
            changed.forEach((subject, hash) -> LOG.infof("The %s %s is in force.", subject.words(), hash));
        } catch (PackException | RuntimeException e) {
            LOG.errorf(e, "%s can't be built; what was in force stays.", names);
            String reason = e instanceof PackException ? String.valueOf(e.getMessage()) : "the log tells why.";
            inForce = new InForce(before, hashes, names + " can't be built: " + reason);
            refused.fire(new MethodologyRefused(names, reason));
        }
    }

    public Methodology get() {
        return inForce.methodology();
    }

    /** SHA-256 of what is in force of a subject. */
    String hash(Subject subject) {
        return inForce.methodology().hash(subject);
    }

    /**
     * Hash of what will rate on a day, if nothing more is published: an emergency ends unless it is ratified. What rates
     * now, where the day has come.
     */
    SortedMap<Subject, String> hashes(LocalDate day) {
        Instant now = clock.instant();
        return day.isAfter(PackPublications.day(now)) ? publications.expected(day, now) : get().hashes();
    }

    /** The texts that these are the hashes of; of what rates now where none is named. */
    Map<Subject, PackFiles> files(SortedMap<Subject, String> hashes) {
        Methodology active = get();
        Map<Subject, PackFiles> files = new EnumMap<>(active.allFiles());
        files.putAll(packs.files(changed(active, hashes)));
        return files;
    }

    /** Hash of each part of what rates, where that is what the publications say; nothing while it is taken over. */
    public Optional<SortedMap<Subject, String>> settled() {
        SortedMap<Subject, String> published = publications.inForce(clock.instant());
        SortedMap<Subject, String> rates = get().hashes();
        return rates.equals(published) ? Optional.of(rates) : Optional.empty();
    }

    /** Why what should be in force is not. */
    Optional<String> problem() {
        return Optional.ofNullable(inForce.problem());
    }

    /**
     * A methodology that has rated before, read again from its stored texts.
     *
     * @param hashes of its parts; of countries that are not named, those that the service began with
     */
    public Methodology stored(SortedMap<Subject, String> hashes) throws PackException {
        SortedMap<Subject, String> all = new TreeMap<>(hashes);
        if (!all.containsKey(Subject.FACTORS)) {
            publications.first(Subject.FACTORS).ifPresent(first -> all.put(Subject.FACTORS, first.hash));
        }
        Methodology active = get();
        return active.with(packs.files(changed(active, all)));
    }
}
