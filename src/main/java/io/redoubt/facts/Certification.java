package io.redoubt.facts;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A certificate.
 *
 * @param edition year of the edition certified against, such as {@code 2022}
 * @param accredited whether the body that issued it is accredited
 * @param scope what it says it covers; empty where only the reviewer's judgement is recorded
 * @param scopeMatch a reviewer's judgement whether scope, site and activity cover the work
 * @param reviewedBy who judged; without a name nothing is confirmed
 * @param surveillanceDueOn last day on which the next surveillance audit keeps it alive
 * @param suspendedFrom first day of a suspension; empty where there is none
 * @param withdrawnOn the day it was withdrawn
 */
public record Certification(
        String id,
        String scheme,
        String number,
        Optional<String> edition,
        Optional<Boolean> accredited,
        Optional<CertifiedScope> scope,
        String scopeMatch,
        Optional<String> reviewedBy,
        LocalDate validFrom,
        LocalDate validUntil,
        Optional<LocalDate> surveillanceDueOn,
        Optional<LocalDate> suspendedFrom,
        Optional<LocalDate> withdrawnOn,
        Optional<String> site) {}
