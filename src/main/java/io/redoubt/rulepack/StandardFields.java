package io.redoubt.rulepack;

import static io.redoubt.rulepack.FactType.ANSWER;
import static io.redoubt.rulepack.FactType.AUDIT;
import static io.redoubt.rulepack.FactType.CERTIFICATION;
import static io.redoubt.rulepack.FactType.CLAUSE;
import static io.redoubt.rulepack.FactType.FINDING;
import static io.redoubt.rulepack.FactType.FIRMWARE_RELEASE;
import static io.redoubt.rulepack.FactType.INCIDENT;
import static io.redoubt.rulepack.FactType.SITE;
import static io.redoubt.rulepack.FactType.SUPPLIER;
import static io.redoubt.rulepack.FactType.VULNERABILITY;

import io.redoubt.shared.ValueType.Codes;
import io.redoubt.shared.ValueType.Flag;
import io.redoubt.shared.ValueType.Quantity;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The fields that the product itself fills, one line each: this is the table of what rules can see. */
public final class StandardFields {
    public static final Codes ANSWERS = ordered("NO", "PARTIAL", "YES");
    public static final Codes VERIFICATION =
            ordered("SELF_ATTESTED", "DOCUMENTED", "THIRD_PARTY_ATTESTED", "WITNESSED");
    public static final Codes SEVERITY = ordered("OBSERVATION", "MINOR", "MAJOR", "CRITICAL");
    public static final Codes FINDING_STATUS = ordered("OPEN", "CORRECTION_CLAIMED", "VERIFIED");
    public static final Codes SCHEMES = codes(
            "ISO_27001",
            "IEC_62443_4_1",
            "IEC_62443_4_2",
            "IEC_62443_3_3",
            "UL_62443",
            "EN_50131",
            "FDA_21_CFR_11",
            "ISO_9001");
    public static final Codes CERTIFICATE_STATE = codes(
            "NOT_YET_VALID", "VALID", "EDITION_ENDED", "SURVEILLANCE_OVERDUE", "SUSPENDED", "EXPIRED", "WITHDRAWN");
    public static final Codes SCOPE_MATCH = ordered("NONE", "PARTIAL", "CONFIRMED");
    public static final Codes CERTIFIED = ordered("NO", "LAPSED", "PARTIAL", "CONFIRMED");
    public static final Codes AUDIT_RESULT = ordered("FAILED", "PASSED");
    public static final Codes AUDITED = ordered("FAILED", "NONE", "PASSED");
    public static final Codes CLAUSES = codes(
            "L-01", "L-02", "L-03", "L-04", "L-05", "L-06", "L-07", "L-08", "L-09", "L-10", "L-11", "L-12", "L-13",
            "L-14", "L-16", "L-17", "C-02");
    public static final Codes STANDING = codes("AGREED", "MISSING", "REFUSED");
    public static final Codes INCIDENTS = codes(
            "IP_LEAK",
            "DATA_BREACH",
            "COUNTERFEIT",
            "HSM_VENDOR_CHANGE",
            "SIGNING_PROVIDER_CHANGE",
            "OWNER_CHANGE",
            "EXPLOITED_VULNERABILITY",
            "OTHER");
    public static final Codes CANARY =
            codes("NOT_OBSERVED", "SUSPECTED", "CONFIRMED_UNPROVEN", "ATTRIBUTED", "OWN_LEAK");
    public static final Codes OWNER_LIST = ordered("NOT_LISTED", "LISTED_BELOW_HALF", "LISTED_HALF_OR_MORE");
    public static final Codes PRODUCT_CLASS = codes(
            "EMBEDDED_CONTROLLER",
            "IOT_GATEWAY",
            "EDGE_AI_MODULE",
            "INDUSTRIAL_HMI",
            "MOTOR_DRIVE_FIRMWARE",
            "PLC_RUNTIME_IMAGE");
    public static final Codes SAFETY = ordered("NONE", "INDIRECT", "DIRECT");
    public static final Codes STAGES = codes(
            "STATIC_ANALYSIS",
            "DYNAMIC_TESTING",
            "MEMORY_SAFETY",
            "BOOT_SIGNATURE",
            "ROLLBACK_PROTECTION",
            "ANOMALY_TELEMETRY");
    public static final Codes PHASES = codes("DESIGN_REVIEW", "KEY_PROVISIONING", "UPDATE_SIGNING");
    public static final Codes CVE_SEVERITY = ordered("LOW", "MEDIUM", "HIGH", "CRITICAL");
    public static final Codes VEX = codes("AFFECTED", "NOT_AFFECTED", "FIXED", "UNDER_INVESTIGATION");
    public static final Codes ACTIVITIES =
            codes(Arrays.stream(WorkClass.Activity.values()).map(Enum::name).toArray(String[]::new));
    public static final Codes ACCESS =
            ordered("NONE", "VIEW_ON_OUR_SYSTEMS", "COPIES_OF_EXTRACTS", "COPIES_OF_WHOLE", "KEYS_OR_SOURCE");
    public static final Codes ASSET_VALUE = ordered("LOW", "MEDIUM", "HIGH", "VERY_HIGH");
    private static final Flag FLAG = new Flag();
    private static final Quantity COUNT = new Quantity("");
    private static final Quantity DAYS = new Quantity("days");
    private static final Quantity HOURS = new Quantity("hours");

    private StandardFields() {}

    static void addTo(FactCatalogue to, List<String> countries) {
        addSupplier(to);
        to.add(SITE, "country", codes(countries.toArray(String[]::new)), "Country of the site, ISO 3166-1 alpha-3.");
        to.addIdentity(
                ANSWER,
                "question",
                codes(to.questions().stream().map(Question::id).toArray(String[]::new)),
                "Which question was asked.");
        to.add(ANSWER, "value", ANSWERS, "The answer to a yes, partial, no question; YES is the safe answer.");
        to.add(ANSWER, "amount", new Quantity(""), "The answer to a question for a number, in the question's unit.");
        to.add(ANSWER, "verification", VERIFICATION, "How well the answer is supported.");
        addRegisters(to);
        addFirmware(to);
    }

    private static void addSupplier(FactCatalogue to) {
        String best = " certificate: none, lapsed, or by scope match; of several sites or products the weakest counts.";
        to.add(SUPPLIER, "iso27001", CERTIFIED, "Best ISO/IEC 27001" + best);
        to.add(SUPPLIER, "iec62443_4_1", CERTIFIED, "Best IEC 62443-4-1" + best);
        to.add(SUPPLIER, "iec62443_4_2", CERTIFIED, "Best IEC 62443-4-2" + best);
        to.add(SUPPLIER, "iec62443_3_3", CERTIFIED, "Best IEC 62443-3-3" + best);
        to.add(SUPPLIER, "iec62443_3_3_audit", AUDITED, "Latest IEC 62443-3-3 audit; of several systems the worst.");
        to.add(SUPPLIER, "open_critical_findings", COUNT, "Critical audit findings not yet verified as closed.");
        to.add(SUPPLIER, "open_major_findings", COUNT, "Major audit findings not yet verified as closed.");
        to.add(SUPPLIER, "open_minor_findings", COUNT, "Minor audit findings not yet verified as closed.");
        to.add(SUPPLIER, "overdue_findings", COUNT, "Audit findings past their due date.");
        to.add(SUPPLIER, "unaudited_incidents", COUNT, "Incidents after which no audit was passed yet.");
        to.add(SUPPLIER, "canary", CANARY, "Worst outcome of the marked decoys given to the supplier.");
        to.add(SUPPLIER, "ownership_disclosed", FLAG, "Whether every owner above 25 % has been named and confirmed.");
        to.add(
                SUPPLIER,
                "owner_list",
                OWNER_LIST,
                "Share of owners on the sanction lists that bind the buying entity.");
        to.add(SUPPLIER, "transfer_licence_missing", FLAG, "Whether a licence that the transfer needs is missing.");
        to.add(SUPPLIER, "transfer_notification_missing", FLAG, "Whether a notification of the transfer is missing.");
        to.add(SUPPLIER, "sub_suppliers", FLAG, "Whether parts of the work are passed on to others.");
        to.add(SUPPLIER, "personal_data", FLAG, "Whether personal data is handled for us.");
        for (WorkClass.Activity activity : WorkClass.Activity.values()) {
            String name = "does_" + activity.name().toLowerCase(Locale.ROOT);
            to.add(SUPPLIER, name, FLAG, "Whether any site does this for us, as recorded with the sites.");
        }
        to.add(SUPPLIER, "exploited_open", COUNT, "Open weaknesses that are known to be exploited.");
        to.add(
                SUPPLIER,
                "patch_median",
                DAYS,
                "Median time to a signed fix of high and critical weaknesses (Kaplan-Meier). It falls when a case comes to"
                        + " light that is shorter than the others, so it is for reports and not for points.");
        to.add(
                SUPPLIER,
                "patch_second_longest",
                DAYS,
                "Days that the second slowest signed fix of a high or critical weakness took, or takes so far; 0 where"
                        + " there are not two.");
        to.add(SUPPLIER, "patch_oldest_open", DAYS, "Age of the oldest open high or critical weakness; 0 where none.");
    }

    private static void addRegisters(FactCatalogue to) {
        to.addIdentity(FINDING, "severity", SEVERITY, "How severe the audit finding is.");
        to.add(FINDING, "status", FINDING_STATUS, "Whether its correction is claimed or verified.");
        to.add(FINDING, "days_overdue", DAYS, "Days past the due date; 0 where not overdue.");
        to.addIdentity(CERTIFICATION, "scheme", SCHEMES, "The standard certified against.");
        to.add(
                CERTIFICATION,
                "state",
                CERTIFICATE_STATE,
                "Its state on the day asked for; an end date acts by itself.");
        to.add(
                CERTIFICATION,
                "scope_match",
                SCOPE_MATCH,
                "Whether a reviewer confirmed that its scope covers the work.");
        to.add(CERTIFICATION, "accredited", FLAG, "Whether the body that issued it is accredited.");
        to.addIdentity(AUDIT, "standard", SCHEMES, "The standard audited against.");
        to.add(AUDIT, "result", AUDIT_RESULT, "Whether the audit was passed; the latest of each system is looked at.");
        to.add(AUDIT, "security_level", COUNT, "The security level it was audited for, 1 to 4.");
        to.add(AUDIT, "days_since", DAYS, "Days since the audit.");
        to.addIdentity(CLAUSE, "clause", CLAUSES, "Which clause of the register.");
        to.add(CLAUSE, "standing", STANDING, "Whether it is agreed, missing (ours to negotiate) or refused.");
        to.add(CLAUSE, "days", DAYS, "Its length, such as of a remediation window or a notice period.");
        to.addIdentity(INCIDENT, "kind", INCIDENTS, "What happened.");
        to.add(INCIDENT, "severity", SEVERITY, "How severe it was.");
        to.add(INCIDENT, "days_since", DAYS, "Days since it happened.");
        to.add(
                INCIDENT,
                "hours_to_warning",
                HOURS,
                "From knowing of it to the early warning; grows while there is none.");
        to.add(
                INCIDENT,
                "hours_to_notification",
                HOURS,
                "From knowing of it to the full notification; grows likewise.");
        to.add(INCIDENT, "resolved", FLAG, "Whether the buyer accepted its resolution.");
    }

    private static void addFirmware(FactCatalogue to) {
        to.add(FIRMWARE_RELEASE, "sbom_completeness", new Quantity("%"), "NTIA minimum elements present in the SBOM.");
        to.add(FIRMWARE_RELEASE, "attested", FLAG, "Whether every binary has a hash and a signed attestation log.");
        to.add(FIRMWARE_RELEASE, "signed_off", FLAG, "Whether engineer, architect and QA lead signed the release.");
        to.add(
                FIRMWARE_RELEASE,
                "reference_deviation",
                new Quantity("%"),
                "Bytes that differ from the reference build.");
        to.add(
                FIRMWARE_RELEASE,
                "tee_evidence",
                FLAG,
                "Whether a trusted execution environment time-stamped evidence.");
        to.add(FIRMWARE_RELEASE, "product_class", PRODUCT_CLASS, "What it runs on.");
        to.add(FIRMWARE_RELEASE, "safety_impact", SAFETY, "What a compromise can do to people.");
        to.add(FIRMWARE_RELEASE, "stages_missing", COUNT, "How many of the six validation stages were not passed.");
        to.add(FIRMWARE_RELEASE, "phases_missing", COUNT, "In how many of the three phases it was not validated.");
        to.add(VULNERABILITY, "severity", CVE_SEVERITY, "How severe the weakness is.");
        to.add(VULNERABILITY, "exploited", FLAG, "Whether it is known to be exploited.");
        to.add(VULNERABILITY, "fixed", FLAG, "Whether a signed fixed release was delivered.");
        to.add(
                VULNERABILITY,
                "days",
                DAYS,
                "Days from the first notice to the signed fix, or to now while it is open.");
    }

    private static Codes ordered(String... codes) {
        return new Codes(List.of(codes), true);
    }

    private static Codes codes(String... codes) {
        return new Codes(List.of(codes), false);
    }
}
