package io.redoubt.identity;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.Map;

/** A realm that gives tokens. */
record Realm(String url) {
    /** A request that brings a token. */
    static RequestSpecification with(String token) {
        return given().auth().preemptive().oauth2(token).contentType(ContentType.JSON);
    }

    /** A token as the service wants it. */
    String token(String user) {
        return token(user, "test");
    }

    String token(String user, String client) {
        return issue(
                Map.of("grant_type", "password", "client_id", client, "username", user, "password", "redoubt-demo"));
    }

    String tokenOfIntegration() {
        return issue(Map.of(
                "grant_type",
                "client_credentials",
                "client_id",
                "redoubt-integration",
                "client_secret",
                "integration"));
    }

    private String issue(Map<String, String> form) {
        return given().formParams(form)
                .post(url + "/protocol/openid-connect/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }

    Realm elsewhere() {
        return new Realm(url.replaceFirst("redoubt$", "elsewhere"));
    }
}
