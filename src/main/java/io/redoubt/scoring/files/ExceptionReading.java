package io.redoubt.scoring.files;

import static io.redoubt.rulepack.StandardFields.ACCESS;
import static io.redoubt.rulepack.StandardFields.ASSET_VALUE;
import static io.redoubt.rulepack.StandardFields.CANARY;
import static io.redoubt.rulepack.StandardFields.SAFETY;

import io.redoubt.facts.Canary;
import io.redoubt.facts.Dispute;
import io.redoubt.facts.Engagement;
import io.redoubt.facts.Waiver;
import io.redoubt.files.Problems;
import io.redoubt.rulepack.WorkClass;
import io.redoubt.shared.Micros;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what belongs to single engagements and cases: engagements, waivers, decoys, disputes.
 *
 * @param engagements class of work of each of the supplier's engagements
 */
record ExceptionReading(Map<String, String> engagements) {
    private static final String VALID_FROM = "validFrom";
    private static final Set<String> WITHOUT_NUMBER = Set.of("UNRATED", "DISQUALIFIED", "");
    private static final String VALID_UNTIL = "validUntil";

    static Canary canary(JsonView view) {
        JsonView canary = view.object("id", "placedOn", "outcome", "custodyRecord", "reviewers", "supplierHeardOn");
        LocalDate placed = canary.date("placedOn");
        return new Canary(
                canary.text("id"),
                placed,
                canary.code("outcome", CANARY),
                canary.optionalText("custodyRecord"),
                reviewers(canary),
                canary.notBefore("supplierHeardOn", placed, "placedOn"));
    }

    /** It takes two persons to attribute a leak, and one who is named twice is still one. */
    private static List<String> reviewers(JsonView canary) {
        List<String> names = canary.texts("reviewers");
        Map<String, String> persons = new HashMap<>();
        for (String name : names) {
            String before = persons.putIfAbsent(person(name), name);
            if (before != null && !before.equals(name)) {
                canary.refuse("/reviewers", "The reviewers (" + before + ", " + name + ") must be different persons.");
            }
        }
        return names;
    }

    Waiver waiver(JsonView view) {
        JsonView waiver = view.object(
                "rule",
                "workClass",
                "engagement",
                VALID_FROM,
                VALID_UNTIL,
                "requestedBy",
                "approvedBy",
                "reason",
                "compensatingControl",
                "seenFacts",
                "seenBadge",
                "seenRisk",
                "renews");
        LocalDate from = waiver.date(VALID_FROM);
        LocalDate until = waiver.demandedNotBefore(VALID_UNTIL, from, VALID_FROM);
        if (until.isAfter(from.plusDays(Waiver.LONGEST_DAYS))) {
            waiver.refuse(
                    "/" + VALID_UNTIL, "The waiver must end within " + Waiver.LONGEST_DAYS + " days of its start.");
        }
        String requestedBy = waiver.text("requestedBy");
        String approvedBy = waiver.text("approvedBy");
        if (!requestedBy.isEmpty() && person(requestedBy).equals(person(approvedBy))) {
            waiver.refuse("/approvedBy", "The waiver must be approved by somebody other than who requested it.");
        }
        String workClass = workClass(waiver);
        String engagement = waiver.text("engagement");
        check(waiver, engagement, workClass);
        String seenBadge = waiver.text("seenBadge");
        return new Waiver(
                waiver.text("rule"),
                workClass,
                Optional.of(engagement),
                from,
                until,
                requestedBy,
                approvedBy,
                waiver.text("reason"),
                Optional.of(waiver.text("compensatingControl")),
                Optional.of(waiver.text("seenFacts")),
                Optional.of(seenBadge),
                seenRisk(waiver, seenBadge),
                waiver.optionalDate("renews"));
    }

    /** The number beside the badge, where the badge comes with one. */
    private static Optional<Integer> seenRisk(JsonView waiver, String seenBadge) {
        Optional<Integer> seen = waiver.optionalMicros("seenRisk").map(micros -> Math.toIntExact(micros / Micros.ONE));
        if (seen.isEmpty() && !WITHOUT_NUMBER.contains(seenBadge)) {
            waiver.refuse("/seenRisk", "The seenRisk must be present: the number that the approver saw.");
        }
        return seen;
    }

    /** A waiver for work that is not there, or for another class than the work has, would wait unseen for it. */
    private void check(JsonView waiver, String engagement, String workClass) {
        String known = engagements.get(engagement);
        if (known == null && !engagement.isEmpty()) {
            waiver.refuse(
                    "/engagement",
                    "The engagement (" + Problems.shown(engagement) + ") must be one of the supplier's engagements.");
        } else if (known != null && !known.equals(workClass) && isOne(workClass) && isOne(known)) {
            waiver.refuse(
                    "/workClass",
                    "The work class (" + workClass + ") must be that of the engagement (" + engagement + "), " + known
                            + ".");
        }
    }

    /** Case, spacing and dots do not make two persons of one. */
    private static String person(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s.]+", " ")
                .strip();
    }

    private static boolean isOne(String workClass) {
        return WorkClass.all().stream().anyMatch(c -> c.toString().equals(workClass));
    }

    private static String workClass(JsonView view) {
        String text = view.text("workClass");
        if (!isOne(text) && !text.isEmpty()) {
            view.refuse("/workClass", "The work class must be one class such as CRITICAL/ASSEMBLY.");
        }
        return text;
    }

    /** Work with nothing disclosed would have no risk at all, so the assets must be named. */
    static Engagement engagement(JsonView view, Set<String> sites) {
        JsonView engagement = view.object("id", "site", "workClass", "access", "assets", VALID_FROM, VALID_UNTIL);
        LocalDate from = engagement.date(VALID_FROM);
        engagement.text("site");
        List<Engagement.Asset> assets = engagement.someItems("assets").stream()
                .map(ExceptionReading::asset)
                .toList();
        return new Engagement(
                engagement.text("id"),
                engagement.site("site", sites).orElse(""),
                workClass(engagement),
                engagement.code("access", ACCESS),
                assets,
                from,
                engagement.notBefore(VALID_UNTIL, from, VALID_FROM));
    }

    private static Engagement.Asset asset(JsonView view) {
        JsonView asset = view.object("id", "value", "safety");
        return new Engagement.Asset(asset.text("id"), asset.code("value", ASSET_VALUE), asset.code("safety", SAFETY));
    }

    static Dispute dispute(JsonView view) {
        JsonView dispute = view.object("id", "openedOn", "closedOn", "subject");
        LocalDate opened = dispute.date("openedOn");
        return new Dispute(
                dispute.text("id"), opened, dispute.notBefore("closedOn", opened, "openedOn"), dispute.text("subject"));
    }
}
