package io.redoubt.policy;

import static io.redoubt.policy.PackDesk.supplier;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.redoubt.MovableClock;
import io.redoubt.PostgresResource;
import io.redoubt.assessment.AssessSupplier;
import io.redoubt.rulepack.files.PackEdit;
import io.redoubt.rulepack.files.PackFiles;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** One pack after the other in one service. */
@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, restrictToAnnotatedClass = true)
@TestProfile(MovableClock.InTests.class)
class HotSwapIT {
    private static final int WARM = 30;
    private static final int PUBLICATIONS = 200;
    private static final long MEGABYTE = 1 << 20;
    private static final LocalDate FIRST = LocalDate.of(2026, 11, 1);

    @Inject
    ActiveMethodology methodology;

    @Inject
    StoredPacks packs;

    @Inject
    PackDrafts drafts;

    @Inject
    PackPublications publications;

    @Inject
    AssessSupplier assessSupplier;

    @Test
    void two_hundred_packs_leave_no_class_and_no_memory_behind() throws Exception {
        // Given
        String supplier = supplier();
        for (int i = 1; i <= WARM; i++) {
            publishAndRate(supplier, i);
        }
        long classes = classes();
        long used = used();

        // When
        for (int i = WARM + 1; i <= WARM + PUBLICATIONS; i++) {
            publishAndRate(supplier, i);
        }

        // Then
        long moreClasses = classes() - classes;
        long moreUsed = used() - used;
        assertThat(moreClasses).isLessThan(PUBLICATIONS / 2);
        assertThat(moreUsed).isLessThan(20 * MEGABYTE);
        System.out.printf(
                "%d publications, each rated under: %+d classes, %+.1f MB of heap after a collection%n",
                PUBLICATIONS, moreClasses, moreUsed / (double) MEGABYTE);
    }

    private void publishAndRate(String supplier, int number) throws Exception {
        String points = "3." + String.format("%06d", number);
        PackFiles files =
                new PackEdit(methodology.get().files()).parameter("playbook_points", FIRST, points, "redoubt-policy");
        String hash = methodology.get().with(files).pack().hash();
        QuarkusTransaction.requiringNew().run(() -> publish(hash, files));
        methodology.refresh();
        assertThat(assessSupplier
                        .assess(List.of(supplier), PackPublications.day(MovableClock.now()), "test")
                        .get(0)
                        .outcome()
                        .detail()
                        .packHash())
                .isEqualTo(hash);
    }

    /** Puts a pack in force on the way that a draft takes, without its checks. */
    private void publish(String hash, PackFiles files) {
        packs.store(Subject.RULES, hash, "baseline", "test", files);
        PackDraft draft = new PackDraft();
        draft.id = UUID.randomUUID();
        draft.title = "Other points";
        draft.baseHash = methodology.hash(Subject.RULES);
        draft.files = packs.text(files);
        draft.createdBy = "test";
        draft.createdAt = MovableClock.now();
        drafts.persistAndFlush(draft);
        draft.state = DraftState.SUBMITTED;
        draft.hash = hash;
        draft.submittedBy = "test";
        draft.submittedAt = MovableClock.now();
        drafts.flush();
        draft.state = DraftState.APPROVED;
        draft.approvedBy = "another";
        draft.approvedAt = MovableClock.now();
        drafts.flush();
        PackPublication publication = new PackPublication();
        publication.packId = "baseline";
        publication.hash = hash;
        publication.draftId = draft.id;
        publication.kind = PublicationKind.PLANNED;
        publication.effectiveFrom = PackPublications.day(MovableClock.now());
        publication.publishedBy = "another";
        publication.publishedAt = MovableClock.now();
        publications.persistAndFlush(publication);
    }

    private static long classes() {
        return ManagementFactory.getClassLoadingMXBean().getLoadedClassCount();
    }

    /** What is reachable: the least of a few collections. */
    private static long used() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            System.gc();
            least = Math.min(
                    least,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        return least;
    }
}
