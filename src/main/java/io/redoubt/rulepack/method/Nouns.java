package io.redoubt.rulepack.method;

import io.redoubt.rulepack.FactField;
import io.redoubt.rulepack.FactType;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What facts and their fields are called in a sentence. A field that is not named here is a jurisdiction factor, which
 * has the title that its file gives it.
 */
final class Nouns {
    private static final String CERTIFICATE = "the standing of the supplier's best %s certificate";
    private static final String SLOW = "the time to the %s signed fix of the supplier's high and critical weaknesses";
    private static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("Supplier.iso27001", CERTIFICATE.replace("%s", "ISO/IEC 27001")),
            Map.entry("Supplier.iec62443_4_1", CERTIFICATE.replace("%s", "IEC 62443-4-1")),
            Map.entry("Supplier.iec62443_4_2", CERTIFICATE.replace("%s", "IEC 62443-4-2")),
            Map.entry("Supplier.iec62443_3_3", CERTIFICATE.replace("%s", "IEC 62443-3-3")),
            Map.entry("Supplier.iec62443_3_3_audit", "the result of the supplier's latest IEC 62443-3-3 audit"),
            Map.entry("Supplier.open_critical_findings", "the number of the supplier's open critical audit findings"),
            Map.entry("Supplier.open_major_findings", "the number of the supplier's open major audit findings"),
            Map.entry("Supplier.open_minor_findings", "the number of the supplier's open minor audit findings"),
            Map.entry("Supplier.overdue_findings", "the number of the supplier's overdue audit findings"),
            Map.entry(
                    "Supplier.unaudited_incidents",
                    "the number of the supplier's incidents without a passed audit since"),
            Map.entry("Supplier.canary", "the worst outcome of the marked decoys given to the supplier"),
            Map.entry(
                    "Supplier.owner_list",
                    "the share of the supplier's owners on the sanction lists that bind the buyer"),
            Map.entry("Supplier.exploited_open", "the number of open weaknesses that are known to be exploited"),
            Map.entry("Supplier.patch_median", SLOW.replace("%s", "median")),
            Map.entry("Supplier.patch_second_longest", SLOW.replace("%s", "second slowest")),
            Map.entry("Supplier.patch_oldest_open", "the age of the oldest open high or critical weakness"),
            Map.entry("Site.country", "country"),
            Map.entry("Answer.question", "question"),
            Map.entry("Answer.value", "content"),
            Map.entry("Answer.amount", "number"),
            Map.entry("Answer.verification", "level of support"),
            Map.entry("Finding.severity", "severity"),
            Map.entry("Finding.status", "status"),
            Map.entry("Finding.days_overdue", "time past the due date"),
            Map.entry("Certification.scheme", "standard"),
            Map.entry("Certification.state", "state"),
            Map.entry("Certification.scope_match", "match with the work"),
            Map.entry("Audit.standard", "standard"),
            Map.entry("Audit.result", "result"),
            Map.entry("Audit.security_level", "security level"),
            Map.entry("Audit.days_since", "age"),
            Map.entry("Clause.clause", "number in the register"),
            Map.entry("Clause.standing", "standing"),
            Map.entry("Clause.days", "length"),
            Map.entry("Incident.kind", "kind"),
            Map.entry("Incident.severity", "severity"),
            Map.entry("Incident.days_since", "age"),
            Map.entry("Incident.hours_to_warning", "time to the early warning"),
            Map.entry("Incident.hours_to_notification", "time to the full notification"),
            Map.entry("FirmwareRelease.sbom_completeness", "share of required elements in the bill of materials"),
            Map.entry("FirmwareRelease.reference_deviation", "share of bytes that differ from the reference build"),
            Map.entry("FirmwareRelease.product_class", "product class"),
            Map.entry("FirmwareRelease.safety_impact", "possible harm to people"),
            Map.entry("FirmwareRelease.stages_missing", "number of validation stages not passed"),
            Map.entry("FirmwareRelease.phases_missing", "number of phases without validation"),
            Map.entry("Vulnerability.severity", "severity"),
            Map.entry("Vulnerability.days", "time to the signed fix (so far, while it is open)"));

    private Nouns() {}

    /** Such as {@code audit finding}. */
    static String of(FactType type) {
        return switch (type) {
            case SUPPLIER -> "supplier";
            case SITE -> "site";
            case ANSWER -> "answer";
            case FINDING -> "audit finding";
            case CERTIFICATION -> "certificate";
            case AUDIT -> "audit";
            case CLAUSE -> "contract clause";
            case FIRMWARE_RELEASE -> "firmware release";
            case VULNERABILITY -> "weakness";
            case INCIDENT -> "incident";
        };
    }

    /** Such as {@code severity}, or of the supplier the whole of {@code the number of …}; nothing for a flag, which is told by its clause, and for a jurisdiction factor. */
    static Optional<String> of(FactField field) {
        return Optional.ofNullable(FIELDS.get(field.qualifiedName()));
    }

    /** What is so where a flag is true, such as {@code a signed fixed release was delivered}. */
    static Optional<String> clause(FactField field) {
        String does = "does_";
        if (field.owner() == FactType.SUPPLIER && field.name().startsWith(does)) {
            String activity = field.name().substring(does.length()).replace('_', ' ');
            return Optional.of("at least one site does " + activity.replace("pcb", "PCB") + " for us");
        }
        String whether = "Whether ";
        return field.description().startsWith(whether)
                ? Optional.of(field.description()
                        .substring(whether.length())
                        .replaceAll("\\.$", "")
                        .toString())
                : Optional.empty();
    }

    /** The singular where there is one. */
    static String unit(String unit, String amount) {
        boolean one = amount.equals("1") && unit.endsWith("s");
        return one ? unit.substring(0, unit.length() - 1) : unit;
    }

    static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
