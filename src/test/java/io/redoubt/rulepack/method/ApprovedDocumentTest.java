package io.redoubt.rulepack.method;

import static org.assertj.core.api.Assertions.assertThat;

import io.redoubt.rulepack.files.PackFixture;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The small pack's documents against those that somebody approved. A change that was meant is approved with
 * {@code -Dredoubt.approve=true}; the difference then shows in the review.
 */
class ApprovedDocumentTest {
    private static final Path APPROVED = Path.of("src", "test", "resources", "approved", "method");

    @ParameterizedTest
    @ValueSource(strings = {"legal.md", "legal.html", "suppliers.md", "suppliers.html"})
    void comesOutAsApproved(String name) throws Exception {
        // Given
        Path approved = APPROVED.resolve(name);
        Method method = MethodFixture.small(PackFixture.files());

        // When
        Document document = name.startsWith("legal") ? method.internal() : method.forSuppliers();
        String text = name.endsWith(".md") ? document.markdown() : document.html();

        // Then
        if (Boolean.getBoolean("redoubt.approve")) {
            Files.createDirectories(APPROVED);
            Files.writeString(approved, text);
        }
        assertThat(approved).exists();
        assertThat(text).isEqualTo(Files.readString(approved));
    }
}
