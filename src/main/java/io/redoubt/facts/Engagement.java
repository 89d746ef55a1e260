package io.redoubt.facts;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Work that a supplier does for us with what we disclose to it: what inherent and residual risk are about.
 *
 * @param site id of the site where the work is done
 * @param workClass as {@code SENSITIVITY/ACTIVITY}
 * @param access how the supplier gets at what is disclosed, of {@link io.redoubt.rulepack.StandardFields#ACCESS}
 * @param assets everything disclosed, judged as a set
 */
public record Engagement(
        String id,
        String site,
        String workClass,
        String access,
        List<Asset> assets,
        LocalDate validFrom,
        Optional<LocalDate> validUntil) {
    public Engagement {
        assets = List.copyOf(assets);
    }

    /**
     * A piece of protected information.
     *
     * @param value its value class, of {@link io.redoubt.rulepack.StandardFields#ASSET_VALUE}
     * @param safety what its compromise can do to people, of {@link io.redoubt.rulepack.StandardFields#SAFETY}
     */
    public record Asset(String id, String value, String safety) {}

    public boolean runsOn(LocalDate day) {
        return !validFrom.isAfter(day)
                && validUntil.filter(until -> until.isBefore(day)).isEmpty();
    }
}
