package io.redoubt.policy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.StartupEvent;
import io.redoubt.jurisdiction.files.JurisdictionException;
import io.redoubt.rulepack.PackException;
import io.redoubt.rulepack.RulePack;
import io.redoubt.rulepack.files.PackReader;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The methodology in force. The first start puts the pack in the folder in force; from then on the publications decide,
 * and every replica looks at them each second. Whoever rates takes it once and keeps it to the end of the act. A pack
 * that can't be built leaves the one before it in force, and says so.
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
    private volatile InForce inForce;

    /** The pack of the latest publication, or the one before it where it can't be built. */
    private record InForce(
            Methodology methodology, String hash, @Nullable String problem) {}

    ActiveMethodology(
            @ConfigProperty(name = "redoubt.data") String data,
            @ConfigProperty(name = "redoubt.rules") String rules,
            StoredPacks packs,
            PackPublications publications,
            Vertx vertx,
            Clock clock)
            throws PackException, JurisdictionException {
        this.packs = packs;
        this.publications = publications;
        this.vertx = vertx;
        this.clock = clock;
        this.folder = Methodology.read(Path.of(data), Path.of(rules));
        this.inForce = new InForce(folder, folder.pack().hash(), null);
    }

    void start(@Observes @Priority(BEFORE_THE_DEMO) StartupEvent event) {
        QuarkusTransaction.requiringNew().run(this::publishFirst);
        refresh();
        if (!hash().equals(folder.pack().hash())) {
            LOG.warnf(
                    "The folder holds another pack (%s) than the one in force (%s); to put it in force, make a draft of"
                            + " it.",
                    folder.pack().hash(), hash());
        }
        vertx.setPeriodic(
                EVERY_MILLIS,
                timer -> vertx.executeBlocking(
                        () -> {
                            refresh();
                            return true;
                        },
                        false));
    }

    private void publishFirst() {
        RulePack pack = folder.pack();
        packs.store(pack.hash(), pack.header().id(), pack.header().version(), folder.files());
        publications.lock();
        if (publications.count() > 0) {
            return;
        }
        PackPublication first = new PackPublication();
        first.packId = pack.header().id();
        first.hash = pack.hash();
        first.effectiveFrom = pack.header().effectiveFrom();
        first.publishedBy = "system";
        first.publishedAt = clock.instant();
        publications.persist(first);
    }

    /** Takes over what is in force by now; a failure to ask leaves everything as it is. */
    synchronized void refresh() {
        try {
            Instant now = clock.instant();
            Optional<String> hash = QuarkusTransaction.requiringNew()
                    .call(() -> publications.inForce(now).map(publication -> publication.hash));
            if (hash.filter(inForce.hash()::equals).isPresent()) {
                inForce = new InForce(inForce.methodology(), inForce.hash(), null);
            } else if (hash.isPresent() && !isKnownBad(hash.get())) {
                take(hash.get());
            }
        } catch (RuntimeException e) {
            LOG.debug("The publications must be readable; what is in force stays.", e);
        }
    }

    private boolean isKnownBad(String hash) {
        return inForce.problem() != null && inForce.problem().startsWith(hash);
    }

    private void take(String hash) {
        try {
            Methodology next = folder.with(packs.files(hash));
            next.rater(PackPublications.day(clock.instant()));
            inForce = new InForce(next, hash, null);
            LOG.infof("The pack %s is in force.", hash);
        } catch (PackException | RuntimeException e) {
            LOG.errorf(e, "The pack %s can't be built; %s stays in force.", hash, inForce.hash());
            inForce = new InForce(inForce.methodology(), inForce.hash(), hash + " can't be built: " + e.getMessage());
        }
    }

    public Methodology get() {
        return inForce.methodology();
    }

    /** SHA-256 of the pack in force. */
    public String hash() {
        return inForce.hash();
    }

    /** Why the pack that should be in force is not. */
    Optional<String> problem() {
        return Optional.ofNullable(inForce.problem());
    }

    /** A pack that has rated before, read again from its stored texts. */
    public RulePack stored(String packHash) throws PackException {
        InForce now = inForce;
        return packHash.equals(now.hash())
                ? now.methodology().pack()
                : PackReader.read(packs.files(packHash), now.methodology().catalogue());
    }
}
