package io.redoubt.questionnaire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redoubt.questionnaire.form.Form;
import io.redoubt.questionnaire.form.Given;
import jakarta.enterprise.context.ApplicationScoped;

/** Forms and answers as they are kept. */
@ApplicationScoped
class Forms {
    private final ObjectMapper json;

    Forms(ObjectMapper json) {
        this.json = json;
    }

    String text(Record kept) {
        try {
            return json.writeValueAsString(kept);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What is kept must be writable.", e);
        }
    }

    Form form(Questionnaire questionnaire) {
        return read(questionnaire.form, Form.class);
    }

    Given given(Response response) {
        return read(response.body, Given.class);
    }

    <T> T read(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was kept must be readable.", e);
        }
    }
}
