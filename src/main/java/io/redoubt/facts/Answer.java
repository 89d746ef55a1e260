package io.redoubt.facts;

import io.redoubt.shared.FactState;
import java.time.LocalDate;
import java.util.Optional;

/**
 * An answer to a question.
 *
 * @param state never {@code STALE}: that follows from dates
 * @param value {@code YES}, {@code PARTIAL}, {@code NO} or a plain decimal; empty where there is none
 * @param answeredOn the day it was true
 * @param validUntil last day its evidence counts; empty for the question's own validity
 * @param reason why the question does not apply; with {@code approvedBy} and {@code validUntil} part of every
 *     statement that it does not
 * @param approvedBy who agreed that it does not apply
 */
public record Answer(
        String question,
        FactState state,
        Optional<String> value,
        String verification,
        LocalDate answeredOn,
        Optional<LocalDate> validUntil,
        Optional<String> reason,
        Optional<String> approvedBy) {}
