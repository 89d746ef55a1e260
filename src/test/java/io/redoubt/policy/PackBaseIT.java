package io.redoubt.policy;

import static io.redoubt.Api.as;
import static io.redoubt.Api.buyer;
import static io.redoubt.policy.PackDesk.DRAFTS;
import static io.redoubt.policy.PackDesk.PACKS;
import static io.redoubt.policy.PackDesk.approve;
import static io.redoubt.policy.PackDesk.awaitInForce;
import static io.redoubt.policy.PackDesk.changed;
import static io.redoubt.policy.PackDesk.emergency;
import static io.redoubt.policy.PackDesk.inForce;
import static io.redoubt.policy.PackDesk.publish;
import static io.redoubt.policy.PackDesk.ratify;
import static io.redoubt.policy.PackDesk.submitted;
import static io.redoubt.policy.PackDesk.today;
import static io.redoubt.policy.PackDesk.version;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.redoubt.MovableClock;
import io.redoubt.PostgresResource;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a draft begins with, and whose it is: nothing is undone unseen, and nobody approves his own text by a detour. */
@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, restrictToAnnotatedClass = true)
@TestProfile(MovableClock.InTests.class)
class PackBaseIT {
    @AfterEach
    void restore() {
        MovableClock.forward(Duration.ofDays(60));
    }

    private static Response begun(Map<String, Object> with) {
        return as("leo.legal").body(with).post(DRAFTS);
    }

    private static String approved(String draft) {
        String hash = submitted(draft);
        approve("lara.approver", draft, hash).then().statusCode(200);
        return hash;
    }

    private static Map<String, Object> from(int days) {
        return Map.of("effectiveFrom", today().plusDays(days).toString());
    }

    private static void writtenByLara(String draft) {
        String changes = as("leo.legal").get(DRAFTS + draft + "/files").path("'CHANGELOG.md'");
        as("lara.approver")
                .contentType(ContentType.TEXT)
                .header("If-Match", version(draft))
                .body(changes + "\nWritten by Lara.\n")
                .put(DRAFTS + draft + "/files/CHANGELOG.md")
                .then()
                .statusCode(200);
    }

    @Test
    void what_is_announced_is_not_undone_by_a_draft_that_knows_nothing_of_it() {
        // Given
        String other = changed("2.2.0", 22);
        approved(other);
        String announced = changed("2.1.0", 21);
        String hash = approved(announced);
        publish(announced, from(20)).then().statusCode(200);

        // When, Then
        publish(other, from(20)).then().statusCode(409).body("detail", containsString(hash));
        publish(other, from(30))
                .then()
                .statusCode(409)
                .body("detail", containsString("begin another one with that base"));
        publish(other, from(10))
                .then()
                .statusCode(200)
                .body("undoneOn", equalTo(today().plusDays(20).toString()));
    }

    @Test
    void a_draft_may_begin_with_what_is_announced() {
        // Given
        String announced = changed("2.3.0", 23);
        String hash = approved(announced);
        publish(announced, from(20)).then().statusCode(200);

        // When
        String next = begun(Map.of("title", "On top of it", "base", hash))
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        // Then
        as("leo.legal").get(DRAFTS + next).then().body("base", equalTo(hash));
        as("leo.legal").get(DRAFTS + next + "/difference").then().body("changes.size()", equalTo(0));
        as("leo.legal")
                .post(DRAFTS + next + "/submit")
                .then()
                .statusCode(409)
                .body("detail", containsString("must differ"));
        begun(Map.of("title", "Of nothing", "base", "0".repeat(64))).then().statusCode(404);
    }

    @Test
    void an_announcement_is_taken_back_by_what_is_in_force() {
        // Given
        String now = inForce();
        String announced = changed("2.4.0", 24);
        String hash = approved(announced);
        publish(announced, from(20)).then().statusCode(200);

        // When
        String back = begun(Map.of("title", "Not after all", "restores", now, "base", hash))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        approved(back);

        // Then
        publish(back, from(20)).then().statusCode(200).body("hash", equalTo(now));
        as("anna.auditor").get(PACKS).then().body("scheduled.hash", hasItems(hash, now));
    }

    @Test
    void what_was_submitted_and_never_in_force_is_not_brought_back() {
        String refused = changed("2.5.0", 25);
        String hash = submitted(refused);

        begun(Map.of("title", "By the back door", "restores", hash))
                .then()
                .statusCode(422)
                .body("detail", containsString("is or was in force"));
        buyer().get(PACKS + "/" + hash + "/method").then().statusCode(404);
        as("lara.approver").get(PACKS + "/" + hash + "/method").then().statusCode(200);
    }

    @Test
    void a_copy_is_still_of_those_who_wrote_it() {
        // Given lara wrote it
        String hers = changed("2.6.0", 26);
        writtenByLara(hers);

        // When leo begins with it, by its id or by its texts
        Map<String, String> texts =
                as("leo.legal").get(DRAFTS + hers + "/files").path("$");
        String copied = begun(Map.of("title", "Copied", "from", hers))
                .then()
                .statusCode(201)
                .body("authors", hasItems("leo.legal", "lara.approver"))
                .extract()
                .path("id");
        String typed = begun(Map.of("title", "Typed", "files", texts))
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        // Then she approves neither
        for (String draft : new String[] {copied, typed}) {
            String hash = submitted(draft);
            approve("lara.approver", draft, hash).then().statusCode(403);
            approve("lin.approver", draft, hash).then().statusCode(200);
        }
        texts.computeIfPresent("pack.yaml", (path, text) -> "# typed again\n" + text + "\n");
        String retyped = begun(Map.of("title", "Typed again", "files", texts))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String same = submitted(retyped);
        approve("lara.approver", retyped, same).then().statusCode(403);
        approve("lin.approver", retyped, same).then().statusCode(200);
        int publication = emergency("lin.approver", retyped);
        ratify("lara.approver", publication).then().statusCode(403);
        begun(Map.of("title", "Both", "from", hers, "files", texts)).then().statusCode(422);
    }

    @Test
    void an_emergency_is_ratified_by_nobody_who_wrote_it() {
        // Given
        String draft = changed("2.7.0", 27);
        writtenByLara(draft);
        String hash = submitted(draft);
        approve("lin.approver", draft, hash).then().statusCode(200);
        as("lin.approver")
                .body(Map.of("emergency", true, "effectiveFrom", today().toString()))
                .post(DRAFTS + draft + "/publish")
                .then()
                .statusCode(422);
        int publication = emergency("lin.approver", draft);

        // When, Then
        for (String person : new String[] {"lara.approver", "lin.approver"}) {
            ratify(person, publication).then().statusCode(403);
        }
    }

    @Test
    void an_emergency_that_ends_is_not_put_in_force_for_good_by_the_next_draft() {
        // Given
        String before = inForce();
        String emergency = changed("2.8.0", 28);
        String hash = approved(emergency);
        emergency("lara.approver", emergency);
        awaitInForce(hash);

        // When
        String next = changed("2.8.1", 29);
        approved(next);

        // Then
        publish(next, from(10)).then().statusCode(409).body("detail", containsString(before));
    }
}
