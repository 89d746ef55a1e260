package io.redoubt.shared;

import java.time.LocalDate;

/**
 * Where published data comes from: what can't name its source, licence and completeness can't be defended.
 *
 * @param edition as the publisher names it, such as {@code 2024 release, year 2023}
 * @param licence under which the values ship
 * @param completeness what the list claims to cover, in one sentence
 */
public record Source(
        String publisher, String title, String edition, String licence, LocalDate retrieved, String completeness) {}
