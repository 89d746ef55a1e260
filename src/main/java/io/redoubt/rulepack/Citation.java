package io.redoubt.rulepack;

import java.time.LocalDate;

/**
 * A source that a rule or a parameter stands on.
 *
 * @param section the part meant, such as {@code Art. 14}; may be empty
 * @param date of the edition cited, as its publisher writes it
 * @param retrieved when somebody last looked at it
 */
public record Citation(String id, String title, String section, String publisher, String date, LocalDate retrieved) {}
