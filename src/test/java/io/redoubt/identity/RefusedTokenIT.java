package io.redoubt.identity;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.redoubt.Api;
import io.redoubt.PostgresResource;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Who is not let in where a real Keycloak says who is who. */
@QuarkusTest
@TestProfile(KeycloakProfile.class)
@QuarkusTestResource(PostgresResource.class)
class RefusedTokenIT {
    private static final String SUPPLIERS = "/api/v1/suppliers";

    private final Realm realm;

    @Inject
    RefusedTokenIT(@ConfigProperty(name = "redoubt.keycloak.url") String url) {
        this.realm = new Realm(url);
    }

    @Test
    void who_has_no_token_is_told_to_bring_one() {
        assertUnauthenticated(given().get(SUPPLIERS));
    }

    @Test
    void a_demo_user_means_nothing_here() {
        assertUnauthenticated(Api.buyer().get(SUPPLIERS));
    }

    @Test
    void a_token_of_another_realm_is_refused() {
        String token = realm.elsewhere().token("petra.procurement");

        assertUnauthenticated(Realm.with(token).get(SUPPLIERS));
    }

    @Test
    void a_token_for_another_audience_is_refused() {
        String token = realm.token("petra.procurement", "admin-cli");

        assertUnauthenticated(Realm.with(token).get(SUPPLIERS));
    }

    @Test
    void a_token_that_somebody_changed_is_refused() {
        // Given
        String[] parts = realm.token("anna.auditor").split("\\.", -1);
        String more =
                new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8).replace("\"auditor\"", "\"procurement\"");
        String changed = encode(more);

        for (String forged : List.of(
                parts[0] + "." + changed + "." + parts[2],
                encode("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + changed + ".",
                parts[0] + "." + parts[1],
                "x")) {
            // When
            Response answer = Realm.with(forged).get(SUPPLIERS);

            // Then
            assertUnauthenticated(answer);
        }
    }

    @Test
    void a_token_is_refused_once_it_has_expired() {
        // Given: everything is warm, and a token that lives for three seconds
        Realm.with(realm.token("petra.procurement")).get(SUPPLIERS);
        String token = realm.token("petra.procurement", "test-brief");
        Realm.with(token).get(SUPPLIERS).then().statusCode(200);

        // When
        await().atMost(Duration.ofSeconds(20))
                .until(() -> Realm.with(token).get(SUPPLIERS).statusCode() != 200);

        // Then
        assertUnauthenticated(Realm.with(token).get(SUPPLIERS));
    }

    private static void assertUnauthenticated(Response answer) {
        answer.then()
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer")
                .contentType("application/problem+json")
                .body("type", equalTo("urn:redoubt:problem:unauthenticated"));
    }

    private static String encode(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(UTF_8));
    }
}
