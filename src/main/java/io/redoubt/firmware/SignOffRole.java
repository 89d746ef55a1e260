package io.redoubt.firmware;

import io.redoubt.identity.Role;
import java.util.Arrays;

/** Who signs a release off together with the others (F-13), and what a person must be to do so. */
enum SignOffRole {
    FIRMWARE_ENGINEER(Role.ENGINEERING),
    SECURITY_ARCHITECT(Role.SECURITY),
    /** Quality has no role of its own here: it lies with those who buy, or with engineering. */
    QA_LEAD(Role.PROCUREMENT, Role.ENGINEERING);

    private final String first;
    private final String second;

    SignOffRole(String... roles) {
        this.first = roles[0];
        this.second = roles[roles.length - 1];
    }

    String[] roles() {
        return Arrays.stream(new String[] {first, second}).distinct().toArray(String[]::new);
    }
}
