package io.redoubt.questionnaire;

import io.redoubt.questionnaire.form.Form;
import io.redoubt.questionnaire.form.Given;
import io.redoubt.web.Versions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts together what is told of a questionnaire. */
@ApplicationScoped
class QuestionnaireViews {
    private final Questionnaires questionnaires;
    private final Responses responses;
    private final Delegations delegations;
    private final Forms forms;

    QuestionnaireViews(Questionnaires questionnaires, Responses responses, Delegations delegations, Forms forms) {
        this.questionnaires = questionnaires;
        this.responses = responses;
        this.delegations = delegations;
        this.forms = forms;
    }

    QuestionnaireView of(Questionnaire kept) {
        Form form = forms.form(kept);
        List<Response> found = responses.of(kept.id);
        Map<String, Given> answers = new LinkedHashMap<>();
        found.forEach(response -> answers.put(response.question, forms.given(response)));
        return QuestionnaireView.of(kept, form, answers, found, delegations.of(kept.id));
    }

    /** The same with its version as ETag, after what is to be written was. */
    jakarta.ws.rs.core.Response answer(Questionnaire kept, ResponseBuilder builder) {
        questionnaires.flush();
        return builder.header("ETag", Versions.tag(kept.version))
                .entity(of(kept))
                .build();
    }
}
