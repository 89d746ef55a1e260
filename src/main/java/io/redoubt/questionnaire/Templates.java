package io.redoubt.questionnaire;

import static io.redoubt.files.Problems.shown;

import io.quarkus.runtime.Startup;
import io.redoubt.policy.ActiveMethodology;
import io.redoubt.problem.ProblemType;
import io.redoubt.questionnaire.files.TemplateReader;
import io.redoubt.questionnaire.form.Template;
import io.redoubt.rulepack.PackException;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The templates of the data folder. A service that can't read one does not start. */
@Startup
@ApplicationScoped
class Templates {
    private final List<Template> all;

    Templates(@ConfigProperty(name = "redoubt.data") String data, ActiveMethodology methodology) throws PackException {
        all = TemplateReader.read(
                Path.of(data, "questionnaires"), methodology.get().catalogue().questions());
    }

    /** In the order of ids. */
    List<Template> all() {
        return all;
    }

    Template required(String id) {
        return all.stream()
                .filter(template -> template.id().equals(id))
                .findFirst()
                .orElseThrow(() -> ProblemType.NOT_FOUND.because("There is no template (" + shown(id) + ")."));
    }
}
