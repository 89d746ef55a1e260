package io.redoubt.firmware;

/** What evidence is about. Of each kind one piece is current for a release, or one for each part. */
enum EvidenceKind {
    SBOM,
    /** By the id that the document gives itself. */
    VEX,
    BINARIES,
    ATTESTATION,
    BUILD_INTEGRITY,
    VALIDATION,
    /** By role. */
    SIGN_OFF,
    /** By vulnerability. */
    PATCH,
    SIGNING_TEST
}
