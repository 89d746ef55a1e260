package io.redoubt;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.concurrent.atomic.AtomicInteger;

/** Requests as a named demo user. */
public final class Api {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private Api() {}

    public static RequestSpecification as(String user) {
        return given().auth().preemptive().basic(user, "demo").contentType(ContentType.JSON);
    }

    public static RequestSpecification buyer() {
        return as("petra.procurement");
    }

    /** An id that no other test uses. */
    public static String freshId() {
        return "T-" + NUMBER.incrementAndGet();
    }
}
