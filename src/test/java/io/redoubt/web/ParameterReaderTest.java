package io.redoubt.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.ext.ParamConverter;
import java.lang.annotation.Annotation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParameterReaderTest {
    private static <T> ParamConverter<T> reader(Class<T> type) {
        return Objects.requireNonNull(new ParameterReader().getConverter(type, type, new Annotation[0]));
    }

    @Test
    void an_instant_with_an_offset_is_the_same_instant_even_where_its_day_is_another() {
        Instant read = reader(Instant.class).fromString("2026-01-01T00:30:00+02:00");

        assertThat(read).isEqualTo(Instant.parse("2025-12-31T22:30:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+300000-01-01T00:00:00Z", "1582-10-10T00:00:00Z", "2026-01-01", "now"})
    void an_instant_beyond_the_years_or_of_another_form_is_refused(String text) {
        assertThatThrownBy(() -> reader(Instant.class).fromString(text)).isInstanceOf(BadRequestException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+300000-01-01", "0000-01-01", "2026-02-30", "21.11.2026"})
    void a_day_beyond_the_years_or_of_another_form_is_refused(String text) {
        assertThatThrownBy(() -> reader(LocalDate.class).fromString(text)).isInstanceOf(BadRequestException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "yes", "TRUE", ""})
    void a_flag_is_true_or_false_and_nothing_else(String text) {
        assertThatThrownBy(() -> reader(Boolean.class).fromString(text)).isInstanceOf(BadRequestException.class);
    }
}
