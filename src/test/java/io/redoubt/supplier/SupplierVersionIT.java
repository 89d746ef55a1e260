package io.redoubt.supplier;

import static io.redoubt.Api.buyer;
import static io.redoubt.Api.freshId;
import static io.redoubt.supplier.SupplierFixture.SUPPLIERS;
import static io.redoubt.supplier.SupplierFixture.created;
import static io.redoubt.supplier.SupplierFixture.document;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redoubt.PostgresResource;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a supplier was and will be, seen from one of its versions. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class SupplierVersionIT {

    @Test
    void what_was_read_today_can_be_put_back_without_losing_what_begins_tomorrow() {
        // Given a certificate that is renewed from tomorrow on
        String id = freshId();
        LocalDate tomorrow = LocalDate.now(ZoneOffset.UTC).plusDays(1);
        buyer().body("""
                        {"id": "%s", "name": "Halvorix GmbH", "certifications": [{"id": "C-2", "scheme": "ISO_27001",
                         "number": "2", "scopeMatch": "CONFIRMED", "validFrom": "%s", "validUntil": "%s"}]}
                        """.formatted(id, tomorrow, tomorrow.plusYears(3)))
                .post(SUPPLIERS)
                .then()
                .statusCode(201);

        // When
        String read = buyer().get(SUPPLIERS + "/" + id).asString();
        Response put = buyer().header("If-Match", "\"0\"").body(read).put(SUPPLIERS + "/" + id);

        // Then
        put.then().statusCode(200).header("ETag", "\"0\"");
        buyer().get(SUPPLIERS + "/" + id + "?asOf=" + tomorrow).then().body("certifications[0].id", equalTo("C-2"));
    }

    @Test
    void a_supplier_was_not_known_before_it_was_created() {
        String id = created("YES");

        Response before = buyer().get(SUPPLIERS + "/" + id + "?knownAt=2001-01-01T00:00:00Z");

        before.then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {"\"0\"|200", "\"7\", \"0\"|200", "W/\"0\"|412", "\"7\", \"8\"|412", "0\"|412", "*|400"})
    void an_update_names_the_versions_it_would_change(String versions, int status) {
        String id = created("YES");

        Response update =
                buyer().header("If-Match", versions).body(document(id, "NO")).put(SUPPLIERS + "/" + id);

        assertThat(update.statusCode()).isEqualTo(status);
    }
}
