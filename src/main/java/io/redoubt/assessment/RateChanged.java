package io.redoubt.assessment;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.redoubt.policy.ActiveMethodology;
import io.redoubt.supplier.PendingRatings;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/** Rates suppliers of whom something was recorded, without anybody asking. */
@ApplicationScoped
public class RateChanged {
    /** Who rates where nobody asked. */
    public static final String ACTOR = "system";

    private static final Logger LOG = Logger.getLogger(RateChanged.class);
    private static final int TOGETHER = 25;

    private final PendingRatings pendingRatings;
    private final AssessSupplier assessSupplier;
    private final ActiveMethodology methodology;
    private final Clock clock;

    RateChanged(
            PendingRatings pendingRatings, AssessSupplier assessSupplier, ActiveMethodology methodology, Clock clock) {
        this.pendingRatings = pendingRatings;
        this.assessSupplier = assessSupplier;
        this.methodology = methodology;
        this.clock = clock;
    }

    /** Rates until none is left; one that can't be rated waits and holds up no other. */
    public void rateAll(BooleanSupplier stopping) {
        int together = TOGETHER;
        boolean more = true;
        while (more && !stopping.getAsBoolean()) {
            int limit = together;
            try {
                more = QuarkusTransaction.requiringNew().call(() -> rate(limit));
                together = TOGETHER;
            } catch (RuntimeException e) {
                if (together == 1) {
                    LOG.errorf(e, "A supplier that was changed can't be rated; it is tried again later.");
                    QuarkusTransaction.requiringNew().run(pendingRatings::postponeFirst);
                }
                together = 1;
            }
        }
    }

    private boolean rate(int limit) {
        List<String> suppliers = pendingRatings.take(limit);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        assessSupplier.assess(suppliers, new AssessSupplier.Order(today, ACTOR, Occasion.FACTS), methodology.get());
        return !suppliers.isEmpty();
    }
}
