package io.redoubt.scoring.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.redoubt.facts.LegalIdentifiers;
import io.redoubt.rulepack.CatalogueFixture;
import io.redoubt.shared.Violation;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a supplier document may not say; each case has this one violation. */
class SupplierDocumentTest {
    /** The member is added to a document that has only an id, a name and a site; quotes are written as '. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
                    'nmae': 'x'                                     ¦ /nmae The key (nmae) must be one of answers,
                    'a/b~c': 1                                      ¦ /a~1b~0c The key (a/b~c) must be one of answers,
                    'identifiers': {'lei': '000000RDBTDM00002429'}  ¦ /identifiers/lei The LEI must be 20 characters
                    'identifiers': {'lei': '000000rdbtdm00002428'}  ¦ /identifiers/lei The LEI must be 20 characters
                    'identifiers': {'duns': '12345678'}             ¦ /identifiers/duns The DUNS number must be nine digits.
                    'identifiers': {'vat': '12345'}                 ¦ /identifiers/vat The VAT number must begin with
                    'identifiers': []                               ¦ /identifiers The value must be an object.
                    'answers': {}                                   ¦ /answers The answers must be a list of at most
                    'answers': [7]                                  ¦ /answers/0 The value must be an object.
                    'answers': [{'question': 'Q-X', 'value': 'YES', 'answeredOn': '2026-01-01'}] ¦ /answers/0/question The question (Q-X) must be
                    'answers': [{'question': 'Q-NDA', 'value': 'yes', 'answeredOn': '2026-01-01'}] ¦ /answers/0/value The value (yes) must be one of
                    'answers': [{'question': 'Q-NDA', 'value': true, 'answeredOn': '2026-01-01'}] ¦ /answers/0/value The value must be a text
                    'answers': [{'question': 'Q-NDA', 'answeredOn': '2026-01-01'}] ¦ /answers/0/value The value must be present.
                    'answers': [{'question': 'Q-HOURS', 'answeredOn': '2026-01-01'}] ¦ /answers/0/value The value must be present.
                    'answers': [{'question': 'Q-NDA', 'value': 'YES'}] ¦ /answers/0/answeredOn The answeredOn must be present.
                    'answers': [{'question': 'Q-NDA', 'value': 'YES', 'answeredOn': '1.2.2026'}] ¦ /answers/0/answeredOn The answeredOn (1.2.2026)
                    'answers': [{'question': 'Q-NDA', 'value': 'YES', 'answeredOn': '2026-02-29'}] ¦ /answers/0/answeredOn The answeredOn (2026-02-29)
                    'answers': [{'question': 'Q-NDA', 'value': 'YES', 'answeredOn': '+999999999-12-31'}] ¦ /answers/0/answeredOn The answeredOn (+999999999-12-31)
                    'answers': [{'question': 'Q-NDA', 'value': 'YES', 'answeredOn': '2026-01-02', 'validUntil': '2026-01-01'}] ¦ /answers/0/validUntil The validUntil must not lie before
                    'answers': [{'question': 'Q-NDA', 'state': 'STALE', 'value': 'YES', 'answeredOn': '2026-01-02'}] ¦ /answers/0/state The state (STALE) must be one of
                    'answers': [{'question': 'Q-NDA', 'state': 'NOT_APPLICABLE', 'answeredOn': '2026-01-02', 'validUntil': '2027-01-02', 'reason': 'r', 'approvedBy': 'a'}] ¦ /answers/0/state The question must be answered
                    'answers': [{'question': 'Q-BOOT', 'state': 'UNKNOWN', 'value': 'YES', 'answeredOn': '2026-01-02'}] ¦ /answers/0/value The value must be left out
                    'answers': [{'question': 'Q-HOURS', 'value': 'YES', 'answeredOn': '2026-01-02'}] ¦ /answers/0/value The value (YES) must be a number of hours.
                    'answers': [{'question': 'Q-HOURS', 'value': '-1', 'answeredOn': '2026-01-02'}] ¦ /answers/0/value The value (-1) must not be negative.
                    'findings': [{'id': 'F', 'severity': 'BAD', 'standard': 'X', 'openedOn': '2026-01-01', 'dueOn': '2026-01-01'}] ¦ /findings/0/severity The severity (BAD)
                    'findings': [{'id': 'F', 'severity': 'MAJOR', 'standard': 'X', 'openedOn': '2026-01-02', 'dueOn': '2026-01-01'}] ¦ /findings/0/dueOn The dueOn must not lie before
                    'findings': [{'id': 'F', 'severity': 'MAJOR', 'standard': 'X', 'openedOn': '2026-01-02', 'dueOn': '3.1.2026'}] ¦ /findings/0/dueOn The dueOn (3.1.2026) must be a date
                    'answers': [{'question': 'Q-BOOT', 'state': 'NOT_APPLICABLE', 'answeredOn': '2026-01-02', 'validUntil': '2027-01-02', 'reason': 'r'}] ¦ /answers/0/approvedBy The approvedBy must be present.
                    'findings': [{'id': 'F', 'severity': 'MAJOR', 'standard': 'X', 'openedOn': '2026-01-02', 'receivedAt': '2026-01-02'}] ¦ /findings/0/receivedAt The receivedAt (2026-01-02) must be an instant
                    'findings': [{'id': 'F', 'severity': 'MAJOR', 'standard': 'X', 'openedOn': '2026-01-03', 'receivedAt': '2026-01-01T23:59:59Z'}] ¦ /findings/0/receivedAt The receivedAt must not lie before openedOn (2026-01-03).
                    'incidents': [{'id': 'I', 'kind': 'OTHER', 'severity': 'MINOR', 'occurredOn': '2026-01-03', 'awareAt': '2026-01-01T23:59:59Z'}] ¦ /incidents/0/awareAt The awareAt must not lie before occurredOn (2026-01-03).
                    'incidents': [{'id': 'I', 'kind': 'OTHER', 'severity': 'MINOR', 'occurredOn': '2026-01-01', 'awareAt': '2026-01-02T08:00:00Z', 'notifiedAt': '2026-01-02T07:59:59Z'}] ¦ /incidents/0/notifiedAt The notifiedAt must not lie before awareAt
                    'sites': [{'id': 'S1', 'name': 'S', 'country': 'CZE', 'timeZone': 'Mars/Olympus'}] ¦ /sites/0/timeZone The timeZone must be a name
                    'sites': [{'id': 'S1', 'name': 'S', 'country': 'CZE', 'activities': ['ASSEMBLY', 'ASSEMBLY']}] ¦ /sites/0/activities The activities must name each entry once.
                    'sites': [{'id': 'S1', 'name': 'S', 'country': 'CZE', 'activities': ['BAKING']}] ¦ /sites/0/activities/0 The activities/0 (BAKING) must be one of
                    'sites': [{'id': 'S1', 'name': 'S', 'country': 'CZE', 'activities': [7]}] ¦ /sites/0/activities/0 The entry of activities must be a text
                    'certifications': [{'id': 'C', 'scheme': 'ISO_27001', 'number': '1', 'scopeMatch': 'NONE', 'validFrom': '2026-01-01', 'validUntil': '2026-02-01', 'scope': {'sites': ['S9']}}] ¦ /certifications/0/scope/sites/0 The site (S9) must be
                    'certifications': [{'id': 'C', 'scheme': 'ISO_27001', 'number': '1', 'scopeMatch': 'NONE', 'validFrom': '2026-01-01', 'validUntil': '2026-02-01', 'scope': {'level': 5}}] ¦ /certifications/0/scope/level The level must be 1, 2, 3 or 4.
                    'certifications': [{'id': 'C', 'scheme': 'ISO_27001', 'number': '1', 'scopeMatch': 'NONE', 'validFrom': '2026-01-01', 'validUntil': '2028-12-31', 'edition': '2029'}] ¦ /certifications/0/edition The edition (2029) must not be a year after 2028.
                    'certifications': [{'id': 'C', 'scheme': 'ISO_27001', 'number': '1', 'scopeMatch': 'NONE', 'validFrom': '2026-01-01', 'validUntil': '2200-12-31', 'edition': '2101'}] ¦ /certifications/0/edition The edition (2101) must not be a year after 2100.
                    'vulnerabilities': [{'id': 'CVE-2026-1', 'product': 'P', 'severity': 'HIGH'}] ¦ /vulnerabilities/0 The vulnerability must have one of
                    'vulnerabilities': [{'id': 'CVE-2026-1', 'product': 'P', 'severity': 'HIGH', 'awareOn': '2026-03-02', 'noticedOn': '2026-03-05', 'fixedOn': '2026-03-01'}] ¦ /vulnerabilities/0/fixedOn The fixedOn must not lie before
                    'incidents': [{'id': 'I', 'kind': 'OTHER', 'severity': 'MINOR', 'occurredOn': '2026-01-01', 'warnedAt': '2026-01-01T08:00:00Z'}] ¦ /incidents/0/warnedAt The warnedAt must not lie before awareAt
                    'engagements': [{'id': 'E', 'site': 'S9', 'workClass': 'CRITICAL/ASSEMBLY', 'access': 'NONE', 'validFrom': '2026-01-01', 'assets': [{'id': 'A', 'value': 'HIGH', 'safety': 'NONE'}]}] ¦ /engagements/0/site The site (S9) must be one of
                    'engagements': [{'id': 'E', 'site': 'S1', 'workClass': 'CRITICAL/ASSEMBLY', 'access': 'NONE', 'validFrom': '2026-01-01', 'assets': []}] ¦ /engagements/0/assets The assets must have at least one entry.
                    'engagements': [{'id': 'E', 'site': 'S1', 'workClass': 'CRITICAL/ASSEMBLY', 'access': 'NONE', 'validFrom': '2026-01-01'}] ¦ /engagements/0/assets The assets must have at least one entry.
                    'engagements': [{'id': 'E', 'site': 'S1', 'workClass': 'CRITICAL/ASSEMBLY', 'access': 'NONE', 'validFrom': '2026-01-01', 'assets': {}}] ¦ /engagements/0/assets The assets must be a list
                    'audits': [{'id': 'A', 'standard': 'IEC_62443_3_3', 'system': 'line', 'heldOn': '2026-01-01', 'result': 'GOOD'}] ¦ /audits/0/result The result (GOOD) must be
                    'findings': [{'id': 'F', 'severity': 'MAJOR', 'standard': 'X', 'openedOn': '2026-01-02', 'dueOn': '2026-01-03', 'site': 'S9'}] ¦ /findings/0/site The site (S9) must be one of
                    'registers': [{'kind': 'RUMOURS', 'completeUntil': '2026-01-01'}] ¦ /registers/0/kind The kind (RUMOURS) must be one of
                    'registers': [{'kind': 'FINDINGS', 'completeUntil': '2026-01-01'}, {'kind': 'FINDINGS', 'completeUntil': '2027-01-01'}] ¦ /registers/1 The entry (FINDINGS) must stand once
                    'clauses': [{'clause': 'L-99', 'standing': 'AGREED'}] ¦ /clauses/0/clause The clause (L-99) must be one of
                    'canaries': [{'id': 'K', 'placedOn': '2026-01-01', 'outcome': 'SANG'}] ¦ /canaries/0/outcome The outcome (SANG) must be one of
                    'canaries': [{'id': 'K', 'placedOn': '2026-01-01', 'outcome': 'ATTRIBUTED', 'reviewers': ['Ada Berg', 'ADA  berg ']}] ¦ /canaries/0/reviewers The reviewers (Ada Berg, ADA  berg) must be different persons.
                    'canaries': [{'id': 'K', 'placedOn': '2026-01-01', 'outcome': 'ATTRIBUTED', 'reviewers': ['Ada Berg', 'Ada Berg']}] ¦ /canaries/0/reviewers The reviewers must name each entry once.
                    'ownership': {'disclosed': 'true'}              ¦ /ownership/disclosed The disclosed must be true or false.
                    'ownership': {'links': [{'owner': 'O', 'percent': 100.5, 'validFrom': '2026-01-01'}]} ¦ /ownership/links/0/percent The percent must be at most 100.
                    'ownership': {'links': [{'owner': 'O', 'identifier': {'scheme': 'LEI', 'value': '529900HALVORIXTEST89'}, 'validFrom': '2026-01-01'}]} ¦ /ownership/links/0/identifier/value The value must be 20 characters with valid check digits (ISO 17442).
                    'ownership': {'links': [{'owner': 'O', 'identifier': {'scheme': 'GB-COH', 'value': '-'}, 'validFrom': '2026-01-01'}]} ¦ /ownership/links/0/identifier/value The value must hold a letter or a digit.
                    'ownership': {'links': [{'owner': 'O', 'identifier': {'scheme': 'LEI'}, 'validFrom': '2026-01-01'}]} ¦ /ownership/links/0/identifier/value The value must be present.
                    'ownership': {'links': [{'owner': 'Berg AG', 'percent': 30, 'validFrom': '2026-01-01'}, {'owner': 'BERG  ag', 'percent': 30, 'validFrom': '2025-01-01'}]} ¦ /ownership/links/1/owner The owner (BERG  ag) must have one link on a day, with all that it holds; another is valid from 2026-01-01.
                    'ownership': {'links': [{'owner': 'O', 'percent': 30, 'validFrom': '2025-01-01', 'validUntil': '2026-01-01'}, {'owner': 'O', 'percent': 30, 'validFrom': '2026-01-01'}]} ¦ /ownership/links/1/owner The owner (O) must have one link on a day
                    'ownership': {'links': [{'owner': 'O', 'percent': 60, 'validFrom': '2025-01-01'}, {'owner': 'P', 'percent': 40.000002, 'validFrom': '2026-01-01'}]} ¦ /ownership/links/1/percent The percents of all owners on 2026-01-01 must be at most 100 together, and are 100.000002.
                    'firmwareReleases': [{'id': 'R', 'product': 'P', 'releasedOn': '2026-01-01', 'sbomCompleteness': 101}] ¦ /firmwareReleases/0/sbomCompleteness The sbomCompleteness must be at
                    'firmwareReleases': [{'id': 'R', 'product': 'P', 'releasedOn': '2026-01-01', 'referenceDeviation': -1}] ¦ /firmwareReleases/0/referenceDeviation The referenceDeviation must be a plain
                    'firmwareReleases': [{'id': 'R', 'product': 'P', 'releasedOn': '2026-01-01', 'referenceDeviation': 1e400}] ¦ /firmwareReleases/0/referenceDeviation The referenceDeviation must be a plain
                    'firmwareReleases': [{'id': 'R', 'product': 'P', 'releasedOn': '2026-01-01', 'referenceDeviation': 1e99999999}] ¦ /firmwareReleases/0/referenceDeviation The referenceDeviation must be a plain
                    'firmwareReleases': [{'id': 'R', 'product': 'P', 'releasedOn': '2026-01-01', 'referenceDeviation': 1e-99999999}] ¦ /firmwareReleases/0/referenceDeviation The referenceDeviation must be a plain
                    'waivers': [{'rule': 'K', 'engagement': 'E', 'workClass': 'CRITICAL/ASSEMBLY', 'validFrom': '2026-01-01', 'validUntil': '2026-07-01', 'requestedBy': 'a', 'approvedBy': 'b', 'reason': 'r', 'compensatingControl': 'c', 'seenFacts': 'f', 'seenBadge': 'LOW', 'seenRisk': 5}], 'engagements': [{'id': 'E', 'site': 'S1', 'workClass': 'CRITICAL/ASSEMBLY', 'access': 'NONE', 'validFrom': '2026-01-01', 'assets': [{'id': 'A', 'value': 'HIGH', 'safety': 'NONE'}]}] ¦ /waivers/0/validUntil The waiver must end within 180 days
                    'waivers': [{'rule': 'K', 'engagement': 'E', 'workClass': 'CRITICAL/ASSEMBLY', 'validFrom': '2026-01-01', 'validUntil': '2026-06-01', 'requestedBy': 'a', 'approvedBy': 'a', 'reason': 'r', 'compensatingControl': 'c', 'seenFacts': 'f', 'seenBadge': 'LOW', 'seenRisk': 5}], 'engagements': [{'id': 'E', 'site': 'S1', 'workClass': 'CRITICAL/ASSEMBLY', 'access': 'NONE', 'validFrom': '2026-01-01', 'assets': [{'id': 'A', 'value': 'HIGH', 'safety': 'NONE'}]}] ¦ /waivers/0/approvedBy The waiver must be approved by somebody
                    'waivers': [{'rule': 'K', 'engagement': 'E', 'workClass': 'CRITICAL/*', 'validFrom': '2026-01-01', 'validUntil': '2026-06-01', 'requestedBy': 'a', 'approvedBy': 'b', 'reason': 'r', 'compensatingControl': 'c', 'seenFacts': 'f', 'seenBadge': 'LOW', 'seenRisk': 5}], 'engagements': [{'id': 'E', 'site': 'S1', 'workClass': 'CRITICAL/ASSEMBLY', 'access': 'NONE', 'validFrom': '2026-01-01', 'assets': [{'id': 'A', 'value': 'HIGH', 'safety': 'NONE'}]}] ¦ /waivers/0/workClass The work class must be one class
                    'waivers': [{'rule': 'K', 'workClass': 'CRITICAL/ASSEMBLY', 'engagement': 'E', 'validFrom': '2026-01-01', 'validUntil': '2026-06-01', 'requestedBy': 'a', 'approvedBy': 'b', 'reason': 'r', 'compensatingControl': 'c', 'seenFacts': 'f', 'seenBadge': 'LOW', 'seenRisk': 5}] ¦ /waivers/0/engagement The engagement (E) must be one of the supplier's
                    'waivers': [{'rule': 'K', 'workClass': 'CRITICAL/ASSEMBLY', 'engagement': 'E', 'validFrom': '2026-01-01', 'validUntil': '2026-06-01', 'requestedBy': 'a', 'approvedBy': 'b', 'reason': 'r', 'compensatingControl': 'c', 'seenFacts': 'f', 'seenBadge': 'LOW'}], 'engagements': [{'id': 'E', 'site': 'S1', 'workClass': 'CRITICAL/ASSEMBLY', 'access': 'NONE', 'validFrom': '2026-01-01', 'assets': [{'id': 'A', 'value': 'HIGH', 'safety': 'NONE'}]}] ¦ /waivers/0/seenRisk The seenRisk must be present
                    'waivers': [{'rule': 'K', 'workClass': 'CRITICAL/TESTING', 'engagement': 'E', 'validFrom': '2026-01-01', 'validUntil': '2026-06-01', 'requestedBy': 'a', 'approvedBy': 'b', 'reason': 'r', 'compensatingControl': 'c', 'seenFacts': 'f', 'seenBadge': 'LOW', 'seenRisk': 5}], 'engagements': [{'id': 'E', 'site': 'S1', 'workClass': 'CRITICAL/ASSEMBLY', 'access': 'NONE', 'validFrom': '2026-01-01', 'assets': [{'id': 'A', 'value': 'HIGH', 'safety': 'NONE'}]}] ¦ /waivers/0/workClass The work class (CRITICAL/TESTING) must be that of the engagement
                    'disputes': [{'id': 'D', 'openedOn': '2026-01-02', 'closedOn': '2026-01-01', 'subject': 'x'}] ¦ /disputes/0/closedOn The closedOn must not lie before
                    """)
    void aMemberIsRefusedAtItsPointer(String member, String why) {
        // Given
        String site = member.startsWith("'sites'") ? "" : "'sites': [{'id': 'S1', 'name': 'S', 'country': 'CZE'}], ";
        String text = "{'id': 'S', 'name': 'S', " + site + member + "}";

        // When
        List<String> violations = violations(text);

        // Then
        assertThat(violations).hasSize(1);
        assertThat(violations.get(0)).startsWith(why);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
                    {}                                    ¦ /id The id must be present.
                    {'id': 'S'}                           ¦ /name The name must be present.
                    {'id': '../S', 'name': 'S'}           ¦ /id The id must be 1 to 64 letters
                    {'id': 7, 'name': 'S'}                ¦ /id The id must be a text
                    {'id': 'S', 'name': ' '}              ¦ /name The name must be a text
                    {'id': 'S', 'name': 'a\\u0000b'}      ¦ /name The name must be a text
                    {'id': 'S', 'name': 'a\\u202eb'}      ¦ /name The name must be a text
                    {'id': 'S', 'name': 'a\\ud800b'}      ¦ /name The name must be a text
                    {'id': 'S', 'name': 'S', 'sites': [{'id': 'S1', 'name': 'S', 'country': 'XXX'}]} ¦ /sites/0/country The country (XXX)
                    []                                    ¦ / The value must be an object.
                    null                                  ¦ / The value must be an object.
                    {'id': 'S', 'id': 'T', 'name': 'S'}   ¦ / The text must be well-formed JSON at line 1, column 17: Duplicate
                    {'id': 'S', 'name': NaN}              ¦ / The text must be well-formed JSON at line 1
                    {'id': 'S', 'name': Infinity}         ¦ / The text must be well-formed JSON at line 1
                    {'id': 'S', 'name': 'S'} {}           ¦ / The text must be well-formed JSON at line 1
                    {'id': 'S', 'name': 'S',}             ¦ / The text must be well-formed JSON at line 1
                    {'id': 'S' /* x */, 'name': 'S'}      ¦ / The text must be well-formed JSON at line 1
                    {'id': 'S', 'name': 'S               ¦ / The text must be well-formed JSON at line 1
                    """)
    void aDocumentIsRefused(String text, String why) {
        // When
        List<String> violations = violations(text);

        // Then
        assertThat(violations).isNotEmpty();
        assertThat(violations.get(0)).startsWith(why);
    }

    /** The day before in UTC may be the same day at the site. */
    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "'findings': [{'id': 'F', 'severity': 'MAJOR', 'standard': 'X', 'openedOn': '2026-01-03',"
                        + " 'receivedAt': '2026-01-02T00:00:00Z'}]",
                "'incidents': [{'id': 'I', 'kind': 'OTHER', 'severity': 'MINOR', 'occurredOn': '2026-01-03',"
                        + " 'awareAt': '2026-01-02T00:00:00Z', 'warnedAt': '2026-01-02T00:00:00Z'}]"
            })
    void aPointInTimeMayLieOnTheDayBeforeInUtc(String member) {
        // When
        List<String> violations = violations("{'id': 'S', 'name': 'S', " + member + "}");

        // Then
        assertThat(violations).isEmpty();
    }

    /** A share that changes hands is two links that do not meet on a day. */
    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "{'owner': 'O', 'percent': 60, 'validFrom': '2025-01-01', 'validUntil': '2025-12-31'},"
                        + " {'owner': 'O', 'percent': 70, 'validFrom': '2026-01-01'}",
                "{'owner': 'O', 'percent': 60, 'validFrom': '2026-01-01'},"
                        + " {'owner': 'P', 'percent': 40, 'validFrom': '2025-01-01'}",
                "{'owner': 'O', 'percent': 66.666667, 'validFrom': '2026-01-01'},"
                        + " {'owner': 'P', 'percent': 33.333334, 'validFrom': '2025-01-01'}",
                "{'owner': 'O', 'percent': 60, 'validFrom': '2025-01-01', 'validUntil': '2025-12-31'},"
                        + " {'owner': 'P', 'percent': 60, 'validFrom': '2026-01-01'}"
            })
    void ownersThatTogetherHoldTheWholeOnEveryDayAreAccepted(String links) {
        // When
        List<String> violations = violations("{'id': 'S', 'name': 'S', 'ownership': {'links': [" + links + "]}}");

        // Then
        assertThat(violations).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"[", "{'a':", "[[],", "9", "'x", "\\u0041"})
    void aHugeOrDeepDocumentIsRefusedQuickly(String piece) {
        // Given
        String text = "{'id': " + piece.repeat(300_000);

        // When
        List<String> violations = assertTimeout(Duration.ofSeconds(5), () -> violations(text));

        // Then
        assertThat(violations).hasSize(1);
        assertThat(violations.get(0)).startsWith("/ The text must be well-formed JSON");
    }

    @Test
    void everythingThatIsWrongIsToldTogether() {
        // When
        List<String> violations = violations("{'id': '', 'sites': [{'id': 'S1'}], 'clauses': [{}], 'x': 1}");

        // Then
        assertThat(violations.stream().map(told -> told.substring(0, told.indexOf(' '))))
                .containsExactlyInAnyOrder(
                        "/x",
                        "/id",
                        "/name",
                        "/sites/0/name",
                        "/sites/0/country",
                        "/clauses/0/clause",
                        "/clauses/0/standing");
    }

    /** Places count what can't be read, and what can't be read is not called the same. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
                    'sites': [{'id': 'S1', 'name': 'S', 'country': 'CZE', 'activities': [7, 'NONSENSE']}] ¦ /sites/0/activities/0 /sites/0/activities/1
                    'certifications': [{'id': 'C', 'scheme': 'ISO_27001', 'number': '1', 'scopeMatch': 'NONE', 'validFrom': '2026-01-01', 'validUntil': '2026-02-01', 'scope': {'sites': [null, 'S9']}}] ¦ /certifications/0/scope/sites/0 /certifications/0/scope/sites/1
                    'disputes': [{'openedOn': '2026-01-02', 'subject': 'x'}, {'openedOn': '2026-01-02', 'subject': 'y'}] ¦ /disputes/0/id /disputes/1/id
                    'disputes': [{'id': 'D', 'openedOn': '2026-01-02'}, {'id': 'D', 'openedOn': '2026-01-02', 'subject': 'y'}] ¦ /disputes/0/subject /disputes/1
                    'disputes': [7, 7] ¦ /disputes/0 /disputes/1
                    'clauses': [{'clause': 'L-99', 'standing': 'AGREED'}, {'clause': 'L-98', 'standing': 'AGREED'}, {'clause': 'L-01', 'standing': 'AGREED'}] ¦ /clauses/0/clause /clauses/1/clause
                    """)
    void whatIsWrongIsToldAtItsOwnPlace(String member, String pointers) {
        // When
        List<String> violations = violations("{'id': 'S', 'name': 'S', " + member + "}");

        // Then
        assertThat(violations.stream().map(told -> told.substring(0, told.indexOf(' '))))
                .containsExactlyInAnyOrder(pointers.split(" ", -1));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        // Two issued identifiers that their issuers publish, and the same with one digit or letter changed
        "5493001KJTIIGC8Y1R12, true",
        "5493001KJTIIGC8Y1R13, false",
        "5493001KJTIIGC8Y1R21, false",
        "5943001KJTIIGC8Y1R12, false",
        "000000RDBTDM00002428, true",
        "5493001KJTIIGC8Y1R1, false",
        "'', false"
    })
    void theCheckDigitsOfAnLeiAreChecked(String lei, boolean valid) {
        // When
        boolean accepted = LegalIdentifiers.isLei(lei);

        // Then
        assertThat(accepted).isEqualTo(valid);
    }

    private static List<String> violations(String text) {
        SupplierFactsReader reader = new SupplierFactsReader(CatalogueFixture.catalogue());
        FactsException refusal = catchThrowableOfType(
                FactsException.class, () -> reader.read(SupplierFile.parse(text.replace('\'', '"'))));
        return refusal == null
                ? List.of()
                : refusal.violations().stream().map(Violation::toString).toList();
    }
}
