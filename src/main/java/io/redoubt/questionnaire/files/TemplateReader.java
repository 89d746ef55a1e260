package io.redoubt.questionnaire.files;

import io.redoubt.files.Problems;
import io.redoubt.files.SourceEntry;
import io.redoubt.files.TextFile;
import io.redoubt.files.Texts;
import io.redoubt.files.YamlMap;
import io.redoubt.files.YamlNode;
import io.redoubt.questionnaire.form.FormQuestion;
import io.redoubt.questionnaire.form.Section;
import io.redoubt.questionnaire.form.Template;
import io.redoubt.questionnaire.form.Tier;
import io.redoubt.rulepack.PackException;
import io.redoubt.rulepack.Question;
import io.redoubt.shared.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Reads templates, a folder each: {@code template.yaml} says where it comes from, who is asked how much and what the
 * sections are, {@code questions.csv} has a row for each question, {@code mapping.csv} says which answers give ours. The
 * text and kind of a question of the catalogue stand in the catalogue alone.
 */
public final class TemplateReader {
    private static final String MAIN = "template.yaml";
    private static final String QUESTIONS = "questions.csv";
    private static final String MAPPING = "mapping.csv";

    private final Collection<Question> catalogue;
    private final Problems problems;

    private TemplateReader(Collection<Question> catalogue, Problems problems) {
        this.catalogue = catalogue;
        this.problems = problems;
    }

    /**
     * Reads every folder below one.
     *
     * @param catalogue our own questions
     * @throws PackException with every mistake at its file, row and column
     */
    public static List<Template> read(Path folder, Collection<Question> catalogue) throws PackException {
        Problems problems = new Problems();
        TreeMap<String, String> texts = new TreeMap<>();
        for (String id : folders(folder)) {
            for (String file : List.of(MAIN, QUESTIONS, MAPPING)) {
                if (!file.equals(MAPPING) || Files.exists(folder.resolve(id).resolve(file))) {
                    String path = id + "/" + file;
                    TextFile.read(folder, path, problems).ifPresent(text -> texts.put(path, text));
                }
            }
        }
        List<Template> templates = problems.isEmpty() ? read(new Texts(texts), catalogue, problems) : List.of();
        if (!problems.isEmpty()) {
            throw new PackException(problems.list());
        }
        return templates;
    }

    /** The templates; to be used only where no problem was added. */
    static List<Template> read(Texts texts, Collection<Question> catalogue, Problems problems) {
        TemplateReader reader = new TemplateReader(catalogue, problems);
        return texts.folders().stream()
                .flatMap(id -> reader.template(id, texts).stream())
                .toList();
    }

    private static List<String> folders(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(Files::isDirectory)
                    .map(path -> path.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The folder of templates must be readable.", e);
        }
    }

    private Optional<Template> template(String folder, Texts texts) {
        String main = folder + "/" + MAIN;
        return texts.text(main, problems).map(text -> {
            YamlMap yaml = YamlNode.of(main, text, problems)
                    .map("id", "title", "version", "description", "source", "tiers", "sections");
            String id = yaml.text("id");
            if (!id.equals(folder)) {
                problems.add(yaml.place("id"), "The id (" + Problems.shown(id) + ") must be that of its folder.");
            }
            List<Tier> tiers = tiers(yaml);
            List<Section> sections = sections(yaml);
            QuestionRows rows = new QuestionRows(catalogue, tiers, sections, problems);
            List<FormQuestion> questions = rows.read(folder + "/" + QUESTIONS, texts);
            Template template = new Template(
                    id,
                    yaml.text("title"),
                    yaml.text("version"),
                    yaml.text("description"),
                    SourceEntry.of(yaml),
                    hash(folder, texts),
                    tiers,
                    sections,
                    questions,
                    new MappingRows(catalogue, questions, problems).read(folder + "/" + MAPPING, texts));
            checkLength(template, main);
            return template;
        });
    }

    private List<Tier> tiers(YamlMap yaml) {
        List<Tier> tiers = new ArrayList<>();
        int last = -1;
        for (YamlNode node : yaml.list("tiers")) {
            YamlMap tier = node.map("id", "title", "from");
            Optional<Integer> from =
                    tier.optional("from").flatMap(value -> value.scalar().integer());
            boolean afterOrder =
                    !tiers.isEmpty() && tiers.get(tiers.size() - 1).from().isEmpty();
            int next = from.orElse(last + 1);
            if (next <= last || next > 100 || (from.isPresent() && afterOrder)) {
                problems.add(
                        tier.place("from"),
                        "The tier must begin at more points than the one before it, at most 100; one without from"
                                + " stands last.");
            }
            last = next;
            tiers.add(new Tier(tier.text("id"), tier.text("title"), from));
        }
        if (tiers.isEmpty() || !tiers.get(0).from().equals(Optional.of(0))) {
            problems.add(yaml.place("tiers"), "The first tier must begin at 0 points, so that everybody is asked.");
        }
        return tiers;
    }

    private List<Section> sections(YamlMap yaml) {
        List<Section> sections = new ArrayList<>();
        for (YamlNode node : yaml.list("sections")) {
            YamlMap section = node.map("id", "title");
            Section read = new Section(section.text("id"), section.text("title"));
            if (sections.stream().anyMatch(one -> one.id().equals(read.id()))) {
                problems.add(section.place("id"), "The section (" + Problems.shown(read.id()) + ") must stand once.");
            }
            sections.add(read);
        }
        return sections;
    }

    /** Attention falls after a hundred questions. */
    private void checkLength(Template template, String file) {
        if (!problems.isEmpty()) {
            return;
        }
        for (Tier tier : template.tiers()) {
            long asked = template.questions().stream()
                    .filter(question -> template.asks(tier, question))
                    .count();
            if (tier.from().isPresent() && asked > Template.MOST_QUESTIONS) {
                problems.add(
                        Place.of(file),
                        "The tier (" + tier.id() + ") must ask at most " + Template.MOST_QUESTIONS
                                + " questions; it asks " + asked + ".\nMaybe leave some to a tier without from.");
            }
        }
    }

    private static String hash(String folder, Texts texts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            texts.byPath().forEach((path, text) -> {
                if (path.startsWith(folder + "/")) {
                    digest.update((path + "\n" + text.length() + "\n" + text).getBytes(StandardCharsets.UTF_8));
                }
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform must offer SHA-256.", e);
        }
    }
}
