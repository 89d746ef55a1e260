package io.redoubt.portfolio;

import static io.redoubt.Api.as;
import static io.redoubt.Api.buyer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.redoubt.MovableClock;
import io.redoubt.PostgresResource;
import io.redoubt.policy.ActiveMethodology;
import io.redoubt.policy.PackDesk;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a publication overtakes. */
@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, restrictToAnnotatedClass = true)
@TestProfile(MovableClock.InTests.class)
class PinnedMethodologyIT {
    @Inject
    ActiveMethodology methodology;

    @Inject
    Jobs jobs;

    @Inject
    JobScheduler scheduler;

    @Inject
    ObjectMapper json;

    @Test
    void a_job_that_goes_on_after_a_publication_rates_the_rest_as_it_began() throws Exception {
        // Given
        String supplier = PackDesk.supplier();
        SortedMap<?, String> began = methodology.get().hashes();
        String before = PackDesk.inForce();
        Job job = new Job();
        job.id = UUID.randomUUID();
        job.kind = "rate-portfolio";
        job.asOf = LocalDate.of(2026, 11, 21);
        job.requestedBy = "petra.procurement";
        job.createdAt = MovableClock.now();
        job.methodology = json.writeValueAsString(began);
        QuarkusTransaction.requiringNew().run(() -> jobs.persist(job));
        String draft = PackDesk.changed("1.9.9", 8);
        String hash = PackDesk.submitted(draft);
        PackDesk.approve("lara.approver", draft, hash).then().statusCode(200);
        PackDesk.publish(draft, Map.of("emergency", true)).then().statusCode(200);
        PackDesk.awaitInForce(hash);

        // When
        scheduler.queue(job.kind, job.id);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> buyer().get("/api/v1/jobs/" + job.id).path("state").equals("DONE"));

        // Then
        String used = as("anna.auditor")
                .get("/api/v1/suppliers/" + supplier + "/assessments")
                .path("items[0].packHash");
        assertThat(used).isEqualTo(before).isNotEqualTo(hash);
    }

    @Test
    void whoever_publishes_before_what_is_scheduled_is_told_the_day_on_which_that_undoes_it() {
        // Given
        LocalDate later = PackDesk.today().plusDays(40);
        planned("2.0.0", 7, later).then().statusCode(200).body("undoneOn", nullValue());

        // When
        Response sooner = planned("2.0.1", 6, PackDesk.today().plusDays(10));

        // Then
        sooner.then()
                .statusCode(200)
                .body("undoneOn", equalTo(later.toString()))
                .body("title", equalTo("A missing playbook weighs 6"))
                .body("submittedBy", equalTo("leo.legal"))
                .body("approvedBy", equalTo("lara.approver"));
    }

    private static Response planned(String version, int points, LocalDate from) {
        String draft = PackDesk.changed(version, points);
        PackDesk.approve("lara.approver", draft, PackDesk.submitted(draft))
                .then()
                .statusCode(200);
        return PackDesk.publish(draft, Map.of("effectiveFrom", from.toString()));
    }
}
