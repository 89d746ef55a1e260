package io.redoubt.firmware.sbom;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A signed attestation log: an in-toto statement in a DSSE envelope, with the public key that its signature is checked
 * with. The signature shows that whoever holds the key vouches for these binaries and that nothing was changed since; whose
 * key it is, its fingerprint lets people compare.
 *
 * @param key SHA-256 of the public key
 * @param subjects SHA-256 of every binary that it vouches for
 * @param environment trusted execution environment that gave the evidence; empty where nothing is said of one
 * @param quotedAt when that environment gave it
 */
public record Attestation(String key, Set<String> subjects, Optional<String> environment, Optional<Instant> quotedAt) {
    private static final String IN_TOTO = "application/vnd.in-toto+json";
    private static final int LEAST_RSA_BITS = 2048;
    private static final Map<String, String> ALGORITHMS =
            Map.of("Ed25519", "Ed25519", "EC", "SHA256withECDSA", "RSA", "SHA256withRSA");

    public Attestation {
        subjects = Set.copyOf(subjects);
    }

    /**
     * Reads {@code {"envelope": {"payloadType", "payload", "signatures": [{"sig"}]}, "publicKey": "-----BEGIN PUBLIC KEY…"}}.
     *
     * @throws UnreadableException if it can't be read, or no signature is good
     */
    public static Attestation read(byte[] content) throws UnreadableException {
        JsonNode root = GuardedJson.json(Limits.text(content));
        JsonNode envelope = root.path("envelope");
        String type = envelope.path("payloadType").asText();
        if (!type.equals(IN_TOTO)) {
            throw new UnreadableException("The payloadType must be " + IN_TOTO + ".");
        }
        PublicKey key = key(root.path("publicKey").asText());
        byte[] payload = decoded(envelope.path("payload").asText(), "payload");
        boolean good = false;
        for (JsonNode signature : envelope.path("signatures")) {
            good |= verifies(
                    key, encoded(type, payload), decoded(signature.path("sig").asText(), "sig"));
        }
        if (!good) {
            throw new UnreadableException(
                    "The signature must be good under the public key.\nMaybe another key signed it.");
        }
        return statement(GuardedJson.json(Limits.text(payload)), fingerprint(key));
    }

    private static Attestation statement(JsonNode statement, String key) throws UnreadableException {
        if (!statement.path("_type").asText().startsWith("https://in-toto.io/Statement/")) {
            throw new UnreadableException("The payload must be an in-toto statement.");
        }
        Set<String> subjects = new HashSet<>();
        for (JsonNode subject : statement.path("subject")) {
            String sha256 = subject.path("digest").path("sha256").asText();
            if (!sha256.matches("[0-9a-f]{64}")) {
                throw new UnreadableException("Every subject must have a sha256 of 64 hexadecimal digits.");
            }
            subjects.add(sha256);
        }
        JsonNode trusted = statement.path("predicate").path("trustedExecution");
        Optional<String> environment = Said.text(trusted.path("environment").asText());
        Optional<Instant> quotedAt = Said.instant(trusted.path("at").asText());
        if (environment.isPresent() && quotedAt.isEmpty()) {
            throw new UnreadableException(
                    "Evidence of a trusted execution environment must say when (at) it was given.");
        }
        return new Attestation(key, subjects, environment, quotedAt);
    }

    /** What is signed: DSSE's pre-authentication encoding. */
    private static byte[] encoded(String type, byte[] payload) {
        byte[] head =
                ("DSSEv1 " + type.length() + " " + type + " " + payload.length + " ").getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[head.length + payload.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(payload, 0, all, head.length, payload.length);
        return all;
    }

    private static PublicKey key(String pem) throws UnreadableException {
        byte[] der = decoded(pem.replaceAll("-----(BEGIN|END) PUBLIC KEY-----|\\s", ""), "publicKey");
        for (String algorithm : List.of("Ed25519", "EC", "RSA")) {
            PublicKey key = key(algorithm, der);
            if (key instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() < LEAST_RSA_BITS) {
                throw new UnreadableException("An RSA key must have at least " + LEAST_RSA_BITS + " bits.");
            }
            if (key != null) {
                return key;
            }
        }
        throw new UnreadableException("The publicKey must be an Ed25519, EC or RSA key in PEM form.");
    }

    private static @Nullable PublicKey key(String algorithm, byte[] der) {
        try {
            return KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(der));
        } catch (GeneralSecurityException e) {
            return null;
        }
    }

    private static boolean verifies(PublicKey key, byte[] message, byte[] signature) {
        try {
            String algorithm = key.getAlgorithm().equals("EdDSA") ? "Ed25519" : key.getAlgorithm();
            Signature verifier = Signature.getInstance(ALGORITHMS.getOrDefault(algorithm, algorithm));
            verifier.initVerify(key);
            verifier.update(message);
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static String fingerprint(PublicKey key) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key.getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform must offer SHA-256.", e);
        }
    }

    private static byte[] decoded(String base64, String field) throws UnreadableException {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new UnreadableException("The " + field + " must be Base64.");
        }
    }
}
