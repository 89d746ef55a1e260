package io.redoubt.rulepack;

import static io.redoubt.rulepack.FactType.ANSWER;
import static io.redoubt.rulepack.FactType.CERTIFICATION;
import static io.redoubt.rulepack.FactType.CLAUSE;
import static io.redoubt.rulepack.FactType.FINDING;
import static io.redoubt.rulepack.FactType.FIRMWARE_RELEASE;
import static io.redoubt.rulepack.FactType.INCIDENT;
import static io.redoubt.rulepack.FactType.SITE;
import static io.redoubt.rulepack.FactType.SUPPLIER;

import io.redoubt.shared.ValueType.Codes;
import io.redoubt.shared.ValueType.Flag;
import io.redoubt.shared.ValueType.Quantity;
import java.util.List;

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
    public static final Codes CERTIFICATE_STATE = codes("NOT_YET_VALID", "VALID", "EXPIRED", "SUSPENDED", "WITHDRAWN");
    public static final Codes SCOPE_MATCH = ordered("NONE", "PARTIAL", "CONFIRMED");
    public static final Codes CERTIFIED = ordered("NO", "LAPSED", "PARTIAL", "CONFIRMED");
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
            "OTHER");
    public static final Codes CANARY =
            codes("NOT_OBSERVED", "SUSPECTED", "CONFIRMED_UNPROVEN", "ATTRIBUTED", "OWN_LEAK");
    public static final Codes OWNER_LIST = ordered("NOT_LISTED", "LISTED_BELOW_HALF", "LISTED_HALF_OR_MORE");
    private static final Flag FLAG = new Flag();

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
        to.add(SUPPLIER, "iso27001", CERTIFIED, "Best ISO/IEC 27001 certificate: none, lapsed, or by scope match.");
        to.add(SUPPLIER, "iec62443_4_1", CERTIFIED, "Best IEC 62443-4-1 certificate: none, lapsed, or by scope match.");
        to.add(
                SUPPLIER,
                "open_critical_findings",
                new Quantity(""),
                "Critical audit findings not yet verified as closed.");
        to.add(SUPPLIER, "overdue_findings", new Quantity(""), "Audit findings past their due date.");
        to.add(SUPPLIER, "incidents_24_months", new Quantity(""), "Incidents within the last 24 months.");
        to.add(SUPPLIER, "canary", CANARY, "Worst outcome of the marked decoys given to the supplier.");
        to.add(SUPPLIER, "ownership_disclosed", FLAG, "Whether every owner above 25 % has been named and confirmed.");
        to.add(
                SUPPLIER,
                "owner_list",
                OWNER_LIST,
                "Share of owners on the sanction lists that bind the buying entity.");
        to.add(
                SUPPLIER,
                "transfer_licence_missing",
                FLAG,
                "Whether an export licence that the transfer needs is missing.");
    }

    private static void addRegisters(FactCatalogue to) {
        to.addIdentity(FINDING, "severity", SEVERITY, "How severe the audit finding is.");
        to.add(FINDING, "status", FINDING_STATUS, "Whether its correction is claimed or verified.");
        to.add(FINDING, "days_overdue", new Quantity("days"), "Days past the due date; 0 where not overdue.");
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
        to.addIdentity(CLAUSE, "clause", CLAUSES, "Which clause of the register.");
        to.add(CLAUSE, "standing", STANDING, "Whether it is agreed, missing (ours to negotiate) or refused.");
        to.addIdentity(INCIDENT, "kind", INCIDENTS, "What happened.");
        to.add(INCIDENT, "severity", SEVERITY, "How severe it was.");
        to.add(INCIDENT, "days_since", new Quantity("days"), "Days since it happened.");
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
                "patch_latency",
                new Quantity("days"),
                "Longest time to fix a critical CVE, open ones included.");
    }

    private static Codes ordered(String... codes) {
        return new Codes(List.of(codes), true);
    }

    private static Codes codes(String... codes) {
        return new Codes(List.of(codes), false);
    }
}
