package io.redoubt.firmware.sbom;

import static io.redoubt.firmware.sbom.SbomFixture.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttestationTest {
    private static final String HASH = "ab".repeat(32);

    @ParameterizedTest
    @ValueSource(strings = {"Ed25519", "EC", "RSA"})
    void a_log_that_the_key_signed_is_read(String algorithm) throws Exception {
        // Given
        byte[] log = SignedLog.of(
                keys(algorithm),
                "{\"trustedExecution\": {\"environment\": \"ARM_TRUSTZONE\"," + " \"at\": \"2026-05-01T10:00:00Z\"}}",
                HASH);

        // When
        Attestation read = Attestation.read(log);

        // Then
        assertThat(read.subjects()).containsExactly(HASH);
        assertThat(read.environment()).contains("ARM_TRUSTZONE");
        assertThat(read.quotedAt()).contains(Instant.parse("2026-05-01T10:00:00Z"));
        assertThat(read.key()).matches("[0-9a-f]{64}");
    }

    private static KeyPair keys(String algorithm) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        if (algorithm.equals("EC")) {
            generator.initialize(new ECGenParameterSpec("secp256r1"));
        } else if (algorithm.equals("RSA")) {
            generator.initialize(2048);
        }
        return generator.generateKeyPair();
    }

    @Test
    void the_published_example_of_the_envelope_is_checked_as_published() throws Exception {
        // Given: the test vector of the DSSE protocol is signed over "DSSEv1 29 http://example.com/HelloWorld 11 hello
        // world"
        String one = new String(SignedLog.of(keys("Ed25519"), "{}", HASH), java.nio.charset.StandardCharsets.UTF_8);
        String other = new String(SignedLog.of(keys("Ed25519"), "{}", HASH), java.nio.charset.StandardCharsets.UTF_8);
        String swapped =
                one.substring(0, one.indexOf("\"publicKey\"")) + other.substring(other.indexOf("\"publicKey\""));

        // Then
        assertThat(SignedLog.encoded("http://example.com/HelloWorld", bytes("hello world")))
                .asString()
                .isEqualTo("DSSEv1 29 http://example.com/HelloWorld 11 hello world");
        assertThatThrownBy(() -> Attestation.read(bytes(swapped)))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("must be good under the public key");
    }

    @Test
    void a_weak_key_is_refused() throws Exception {
        // Given
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(1024);
        byte[] log = SignedLog.of(generator.generateKeyPair(), "{}", HASH);

        // Then
        assertThatThrownBy(() -> Attestation.read(log)).hasMessageContaining("at least 2048 bits");
    }
}
