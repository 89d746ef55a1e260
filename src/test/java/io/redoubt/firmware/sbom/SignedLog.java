package io.redoubt.firmware.sbom;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Collectors;

/** Attestation logs, signed here. */
public final class SignedLog {
    private static final String TYPE = "application/vnd.in-toto+json";

    private SignedLog() {}

    public static byte[] of(KeyPair keys, String predicate, String... hashes) throws GeneralSecurityException {
        String subjects = Arrays.stream(hashes)
                .map(hash -> "{\"name\": \"fw\", \"digest\": {\"sha256\": \"" + hash + "\"}}")
                .collect(Collectors.joining(","));
        byte[] payload = ("{\"_type\": \"https://in-toto.io/Statement/v1\", \"subject\": [" + subjects
                        + "], \"predicateType\": \"https://example.com/firmware/v1\", \"predicate\": " + predicate
                        + "}")
                .getBytes(StandardCharsets.UTF_8);
        String algorithm = keys.getPublic().getAlgorithm();
        Signature signer = Signature.getInstance(
                algorithm.equals("RSA") ? "SHA256withRSA" : algorithm.equals("EC") ? "SHA256withECDSA" : "Ed25519");
        signer.initSign(keys.getPrivate());
        signer.update(encoded(TYPE, payload));
        Base64.Encoder base64 = Base64.getEncoder();
        return ("{\"envelope\": {\"payloadType\": \"" + TYPE + "\", \"payload\": \"" + base64.encodeToString(payload)
                        + "\", \"signatures\": [{\"sig\": \"" + base64.encodeToString(signer.sign())
                        + "\"}]}, \"publicKey\": \"-----BEGIN PUBLIC KEY-----"
                        + base64.encodeToString(keys.getPublic().getEncoded()) + "-----END PUBLIC KEY-----\"}")
                .getBytes(StandardCharsets.UTF_8);
    }

    static byte[] encoded(String type, byte[] payload) {
        return ("DSSEv1 " + type.length() + " " + type + " " + payload.length + " "
                        + new String(payload, StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8);
    }
}
