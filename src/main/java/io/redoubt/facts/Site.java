package io.redoubt.facts;

import java.util.List;
import java.util.Optional;

/**
 * Where work happens.
 *
 * @param timeZone IANA name, such as {@code Asia/Tokyo}; deadlines end with the day there
 * @param activities what the site does for us, names of {@link io.redoubt.rulepack.WorkClass.Activity}; empty where
 *     that is not recorded
 */
public record Site(String id, String name, String country, Optional<String> timeZone, List<String> activities) {
    public Site {
        activities = List.copyOf(activities);
    }
}
