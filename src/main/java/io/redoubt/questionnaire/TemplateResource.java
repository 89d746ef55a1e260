package io.redoubt.questionnaire;

import io.redoubt.identity.Role;
import io.redoubt.questionnaire.form.FormQuestion;
import io.redoubt.questionnaire.form.Gives;
import io.redoubt.questionnaire.form.Section;
import io.redoubt.questionnaire.form.Template;
import io.redoubt.questionnaire.form.Tier;
import io.redoubt.shared.Source;
import io.redoubt.web.Cursor;
import io.redoubt.web.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The templates that questionnaires are made of. */
@Path("/api/v1/questionnaire-templates")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Questionnaires")
class TemplateResource {
    private final Templates templates;

    TemplateResource(Templates templates) {
        this.templates = templates;
    }

    /**
     * A template in a list.
     *
     * @param questions how many each tier asks at most, by tier
     */
    record Summary(String id, String title, String version, String hash, Source source, Map<String, Long> questions) {}

    /** A template with all it asks. */
    record Whole(
            Summary summary,
            String description,
            List<Tier> tiers,
            List<Section> sections,
            List<FormQuestion> questions,
            List<Gives> mapping) {}

    @GET
    @RolesAllowed({Role.PROCUREMENT, Role.SECURITY, Role.LEGAL, Role.ENGINEERING, Role.AUDITOR})
    @Operation(summary = "Lists the templates by id, with how many questions each tier asks")
    public Page<Summary> list(
            @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @DefaultValue("50") Integer limit) {
        int size = Cursor.limit(limit);
        String after = Cursor.read(cursor);
        List<Template> found = templates.all().stream()
                .filter(template -> template.id().compareTo(after) > 0)
                .limit(size + 1L)
                .toList();
        return Page.of(
                found,
                size,
                TemplateResource::summary,
                Summary::id,
                templates.all().size());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.PROCUREMENT, Role.SECURITY, Role.LEGAL, Role.ENGINEERING, Role.AUDITOR})
    @Operation(summary = "A template with its questions and what answers give ours")
    public Whole get(@PathParam("id") String id) {
        Template template = templates.required(id);
        return new Whole(
                summary(template),
                template.description(),
                template.tiers(),
                template.sections(),
                template.questions(),
                template.mapping());
    }

    private static Summary summary(Template template) {
        Map<String, Long> questions = new LinkedHashMap<>();
        for (Tier tier : template.tiers()) {
            questions.put(
                    tier.id(),
                    template.questions().stream()
                            .filter(question -> template.asks(tier, question))
                            .count());
        }
        return new Summary(
                template.id(), template.title(), template.version(), template.hash(), template.source(), questions);
    }
}
