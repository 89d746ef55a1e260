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
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The same request again, and several at once. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class RepeatedRequestIT {
    @Test
    void a_repeated_request_with_its_key_is_answered_as_the_first_time() {
        String id = freshId();
        String key = UUID.randomUUID().toString();
        Response first =
                buyer().header("Idempotency-Key", key).body(document(id, "YES")).post(SUPPLIERS);

        Response second =
                buyer().header("Idempotency-Key", key).body(document(id, "YES")).post(SUPPLIERS);

        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(second.header("Idempotent-Replay")).isEqualTo("true");
    }

    @Test
    void a_key_serves_one_request_only() {
        String key = UUID.randomUUID().toString();
        buyer().header("Idempotency-Key", key).body(document(freshId(), "YES")).post(SUPPLIERS);

        Response other = buyer().header("Idempotency-Key", key)
                .body(document(freshId(), "YES"))
                .post(SUPPLIERS);

        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.path("type").toString()).isEqualTo("urn:redoubt:problem:idempotency-key-reused");
    }

    @Test
    void eight_requests_with_one_key_at_once_make_one_supplier() throws Exception {
        // Given
        String id = freshId();
        String key = UUID.randomUUID().toString();
        Callable<Integer> request = () -> buyer().header("Idempotency-Key", key)
                .body(document(id, "YES"))
                .post(SUPPLIERS)
                .statusCode();

        // When
        List<Integer> statuses = atOnce(request);

        // Then
        assertThat(statuses).contains(201).isSubsetOf(201, 409);
        buyer().get(SUPPLIERS + "/" + id + "/facts").then().body("total", equalTo(2));
    }

    @Test
    void of_eight_updates_of_one_version_at_once_one_wins_and_the_others_are_stale() throws Exception {
        String id = created("YES");
        Callable<Integer> update = () -> buyer().header("If-Match", "\"0\"")
                .body(document(id, "NO"))
                .put(SUPPLIERS + "/" + id)
                .statusCode();

        List<Integer> statuses = atOnce(update);

        assertThat(statuses).containsOnlyOnce(200).isSubsetOf(200, 412);
    }

    @Test
    void of_eight_creations_of_one_id_at_once_one_wins_and_the_others_conflict() throws Exception {
        String id = freshId();
        Callable<Integer> creation =
                () -> buyer().body(document(id, "YES")).post(SUPPLIERS).statusCode();

        List<Integer> statuses = atOnce(creation);

        assertThat(statuses).containsOnlyOnce(201).isSubsetOf(201, 409);
    }

    private static List<Integer> atOnce(Callable<Integer> request) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Integer> statuses = new ArrayList<>();
        for (Future<Integer> answer : threads.invokeAll(java.util.Collections.nCopies(8, request))) {
            statuses.add(answer.get());
        }
        threads.shutdown();
        return statuses;
    }
}
