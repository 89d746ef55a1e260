package io.redoubt.scoring.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.redoubt.facts.SupplierFacts;
import io.redoubt.rulepack.CatalogueFixture;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said to have happened may not lie ahead; above all no correction may come true by itself. */
class FutureDatesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    /** The list with a fact that has everything, so that only the date in question can be wrong. */
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
                    answers   ¦ answeredOn ¦ 'question': 'Q-NDA', 'value': 'YES'
                    findings  ¦ claimedOn  ¦ 'id': 'F', 'severity': 'MAJOR', 'standard': 'X', 'openedOn': '2026-01-02', 'dueOn': '2027-01-03'
                    findings  ¦ verifiedOn ¦ 'id': 'F', 'severity': 'MAJOR', 'standard': 'X', 'openedOn': '2026-01-02', 'dueOn': '2027-01-03'
                    incidents ¦ resolvedOn ¦ 'id': 'I', 'kind': 'IP_LEAK', 'severity': 'MAJOR', 'occurredOn': '2026-01-02'
                    vulnerabilities ¦ awareOn ¦ 'id': 'V', 'product': 'P', 'severity': 'HIGH'
                    vulnerabilities ¦ noticedOn ¦ 'id': 'V', 'product': 'P', 'severity': 'HIGH'
                    vulnerabilities ¦ exploitedOn ¦ 'id': 'V', 'product': 'P', 'severity': 'HIGH'
                    vulnerabilities ¦ advisoryOn ¦ 'id': 'V', 'product': 'P', 'severity': 'HIGH'
                    disputes  ¦ closedOn   ¦ 'id': 'D', 'openedOn': '2026-01-02', 'subject': 'x'
                    """)
    void aFactIsRefusedFromTomorrowOn(String list, String key, String others) throws Exception {
        // Given
        FutureDates dates = new FutureDates(TODAY);
        SupplierFacts today = facts(list, key, others, TODAY);
        SupplierFacts tomorrow = facts(list, key, others, TODAY.plusDays(1));

        // When
        FactsException refusal = catchThrowableOfType(FactsException.class, () -> dates.check(tomorrow));

        // Then
        assertThatCode(() -> dates.check(today)).doesNotThrowAnyException();
        assertThat(refusal)
                .hasMessage("/" + list + "/0/" + key + " The " + key
                        + " (2026-11-22) must not lie after today (2026-11-21).");
    }

    /** The last second of today in UTC, and the first of tomorrow. */
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
                    findings  ¦ receivedAt ¦ 'id': 'F', 'severity': 'MAJOR', 'standard': 'X', 'openedOn': '2026-01-02'
                    incidents ¦ awareAt    ¦ 'id': 'I', 'kind': 'IP_LEAK', 'severity': 'MAJOR', 'occurredOn': '2026-01-02'
                    incidents ¦ warnedAt   ¦ 'id': 'I', 'kind': 'IP_LEAK', 'severity': 'MAJOR', 'occurredOn': '2026-01-02', 'awareAt': '2026-01-02T08:00:00Z'
                    incidents ¦ notifiedAt ¦ 'id': 'I', 'kind': 'IP_LEAK', 'severity': 'MAJOR', 'occurredOn': '2026-01-02', 'awareAt': '2026-01-02T08:00:00Z'
                    """)
    void aPointInTimeIsRefusedFromTomorrowOn(String list, String key, String others) throws Exception {
        // Given
        FutureDates dates = new FutureDates(TODAY);
        SupplierFacts today = facts(list, key, others, "2026-11-22T00:59:59+01:00");
        SupplierFacts tomorrow = facts(list, key, others, "2026-11-22T01:00:00+01:00");

        // When
        FactsException refusal = catchThrowableOfType(FactsException.class, () -> dates.check(tomorrow));

        // Then
        assertThatCode(() -> dates.check(today)).doesNotThrowAnyException();
        assertThat(refusal)
                .hasMessage("/" + list + "/0/" + key + " The " + key
                        + " (2026-11-22) must not lie after today (2026-11-21).");
    }

    private static SupplierFacts facts(String list, String key, String others, Object day) throws FactsException {
        String fact = "{" + others + ", '" + key + "': '" + day + "'}";
        String document = "{'id': 'S', 'name': 'S', '" + list + "': [" + fact + "]}";
        return new SupplierFactsReader(CatalogueFixture.catalogue())
                .read(SupplierFile.parse(document.replace('\'', '"')));
    }
}
