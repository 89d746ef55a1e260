package io.redoubt.identity;

/** What a person may do. The names are the roles of the Keycloak realm. */
public final class Role {
    public static final String PROCUREMENT = "procurement";
    public static final String LEGAL = "legal";
    public static final String LEGAL_APPROVER = "legal-approver";
    public static final String SECURITY = "security";
    public static final String ENGINEERING = "engineering";
    public static final String EXECUTIVE = "executive";
    public static final String AUDITOR = "auditor";
    public static final String SUPPLIER = "supplier";
    public static final String ADMINISTRATOR = "administrator";

    private Role() {}
}
