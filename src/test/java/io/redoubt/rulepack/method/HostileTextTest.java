package io.redoubt.rulepack.method;

import static org.assertj.core.api.Assertions.assertThat;

import io.redoubt.rulepack.Band;
import io.redoubt.rulepack.Citation;
import io.redoubt.rulepack.Domain;
import io.redoubt.rulepack.Parameter;
import io.redoubt.rulepack.Rule;
import io.redoubt.rulepack.RulePack;
import io.redoubt.rulepack.RuleTable;
import io.redoubt.rulepack.Scenario;
import io.redoubt.rulepack.Weighting;
import io.redoubt.rulepack.Weighting.WeightSet;
import io.redoubt.rulepack.checks.Finding;
import io.redoubt.rulepack.checks.Finding.Kind;
import io.redoubt.rulepack.files.PackFixture;
import io.redoubt.shared.Place;
import io.redoubt.shared.Share;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Whatever an author writes is text to read: it brings no element, no link and no unseen character of its own. */
class HostileTextTest {
    private static final Set<String> ELEMENTS = Set.of(
            "body", "a", "h1", "h2", "h3", "h4", "nav", "main", "ul", "li", "p", "dl", "div", "dt", "dd", "section",
            "table", "caption", "thead", "tbody", "tr", "th", "td", "pre", "code");
    private static final Map<String, Set<String>> ATTRIBUTES = Map.of(
            "a", Set.of("href", "class"),
            "th", Set.of("scope"),
            "nav", Set.of("aria-labelledby"),
            "div", Set.of("class", "role", "tabindex", "aria-label"),
            "pre", Set.of("tabindex"));
    private static final Set<String> ANYWHERE = Set.of("id", "class");

    static Stream<String> hostile() {
        return Stream.of(
                "<script>alert(1)</script><img src=x onerror=alert(1)>",
                "\"><svg/onload=alert(1)> ' onmouseover='alert(1)",
                "</code></pre></section></main><h1>Fine</h1>",
                "<!-- --> <![CDATA[ x ]]> &lt;b&gt; &#60;i&#62; <?php",
                "[click](javascript:alert(1)) ![x](http://example.org/x.png) <http://example.org>",
                "**bold** _it_ ~~gone~~ `code` ``` $x$ | cell | [ref]: http://example.org",
                "# heading\n- item\n1. one\n> quote\n```\nfence\n```\n| a | b |\n| --- | --- |\n\n---\n",
                "back\\slash \\` \\[x](y) \\<b> end\\",
                "see https://example.org and www.example.org",
                "points \u202E52\u202C \u2066x\u2069 \u200B\u200F\uFEFF\u00AD\u061C",
                "bell \u0007 escape \u001B[31m null \u0000 next \u0085 line \u2028 paragraph \u2029",
                "half \uD83D and private \uE000 and tag \uDB40\uDC41");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void theHtmlHasOnlyElementsOfOurs(String text) throws Exception {
        for (Document document : documents(text)) {
            // When
            Element body = body(document.html());

            // Then
            NodeList all = body.getElementsByTagName("*");
            for (int i = 0; i < all.getLength(); i++) {
                Element element = (Element) all.item(i);
                assertThat(ELEMENTS).contains(element.getTagName());
                for (int j = 0; j < element.getAttributes().getLength(); j++) {
                    String name = element.getAttributes().item(j).getNodeName();
                    assertThat(ATTRIBUTES
                                            .getOrDefault(element.getTagName(), ANYWHERE)
                                            .contains(name)
                                    || ANYWHERE.contains(name))
                            .as(element.getTagName() + " " + name)
                            .isTrue();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void everyLinkLeadsToOnePlaceOfTheDocument(String text) throws Exception {
        for (Document document : documents(text)) {
            // When
            Element body = body(document.html());

            // Then
            Set<String> ids = new HashSet<>();
            List<String> twice = new ArrayList<>();
            NodeList all = body.getElementsByTagName("*");
            for (int i = 0; i < all.getLength(); i++) {
                String id = ((Element) all.item(i)).getAttribute("id");
                if (!id.isEmpty() && !ids.add(id)) {
                    twice.add(id);
                }
            }
            assertThat(twice).isEmpty();
            NodeList links = body.getElementsByTagName("a");
            for (int i = 0; i < links.getLength(); i++) {
                String to = ((Element) links.item(i)).getAttribute("href");
                assertThat(to).startsWith("#");
                assertThat(ids).contains(to.substring(1));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void noCharacterIsUnseen(String text) throws Exception {
        for (Document document : documents(text)) {
            // When
            String both = document.html() + document.markdown();

            // Then
            assertThat(both.codePoints()
                            .filter(c -> c != '\n')
                            .filter(c -> switch (Character.getType(c)) {
                                case Character.CONTROL,
                                        Character.FORMAT,
                                        Character.SURROGATE,
                                        Character.PRIVATE_USE,
                                        Character.LINE_SEPARATOR,
                                        Character.PARAGRAPH_SEPARATOR -> true;
                                default -> false;
                            })
                            .mapToObj(Integer::toHexString))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void theMarkdownHasOnlyMarkupOfOurs(String text) throws Exception {
        // Given
        Document plain = documents("plain").get(0);
        for (Document document : documents(text).subList(0, 1)) {
            // When
            List<String> lines = withoutCode(document.markdown());

            // Then: as many lines of each kind as with a harmless text, and no markup left in the text
            assertThat(kinds(lines)).isEqualTo(kinds(withoutCode(plain.markdown())));
            for (String line : lines) {
                String left = line.replaceAll("\\\\[\\\\`*_\\[\\]<>&|~$.:#+=-]|(?<!`)(`+)(?!`).*?(?<!`)\\1(?!`)", "")
                        .replaceAll("<a id=\"[\\w.-]+\"></a>", "")
                        .replaceAll("\\[[^\\[\\]]*\\]\\(#[\\w.-]+\\)", "")
                        .replaceAll("^> |^(  )?- (\\*\\*[\\w ()-]+:\\*\\* )?|^\\*\\*|\\*\\*$", "")
                        .replaceAll("^\\| | \\|$| \\| ", "");
                assertThat(left).doesNotContain("<", ">", "[", "]", "`", "*", "&", "|", "://");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a.b", "a/b", "A-1", "\"x", "é", "a\u202Eb", "..", "a.0020b"})
    void anAnchorIsPlainAndItsOwn(String id) {
        // When
        String anchor = Anchor.rule(id).name();

        // Then
        assertThat(anchor).matches("rule-[A-Za-z0-9_.-]+");
        assertThat(Stream.of("a b", "a.b", "a/b", "A-1", "\"x", "é", "a\u202Eb", "..", "a.0020b")
                        .filter(other -> Anchor.rule(other).name().equals(anchor)))
                .containsExactly(id);
    }

    @Test
    void aTurnOfDirectionIsNamed() throws Exception {
        // When
        String html = documents("5\u202E2 points").get(0).html();

        // Then
        assertThat(html).contains("5[U+202E]2 points");
    }

    private static Element body(String html) throws Exception {
        String body = html.substring(html.indexOf("<body>"), html.indexOf("</html>"));
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(body)))
                .getDocumentElement();
    }

    /** The lines outside of code blocks, whose fence is longer than any in the code. */
    private static List<String> withoutCode(String markdown) {
        List<String> lines = new ArrayList<>();
        String fence = "";
        for (String line : markdown.lines().toList()) {
            if (fence.isEmpty() && line.matches("`{3,}drl")) {
                fence = line.replace("drl", "");
            } else if (!fence.isEmpty()) {
                fence = line.equals(fence) ? "" : fence;
            } else {
                lines.add(line);
            }
        }
        assertThat(fence).isEmpty();
        return lines;
    }

    private static List<String> kinds(List<String> lines) {
        return lines.stream()
                .map(line -> line.replaceFirst("^(#+ |> |\\| |(  )?- |\\*\\*|<a id=|$)?.*$", "$1"))
                .toList();
    }

    private static List<Document> documents(String text) throws Exception {
        Method method = poisoned(text);
        return List.of(method.internal(), method.forSuppliers());
    }

    /** The small pack with a text in every place that an author fills freely. */
    private static Method poisoned(String text) throws Exception {
        RulePack pack = PackFixture.read(PackFixture.files());
        RulePack.Header header = pack.header();
        RulePack poisoned = new RulePack(
                new RulePack.Header(header.id(), text, text, header.effectiveFrom(), text),
                pack.thresholds(),
                pack.domains().stream()
                        .map(d -> new Domain(d.id(), text, d.figure(), d.weight(), d.baseline()))
                        .toList(),
                pack.bands().stream()
                        .map(b -> new Band(b.id(), b.upTo(), b.bars(), text))
                        .toList(),
                pack.engagement(),
                pack.citations().stream()
                        .map(c -> new Citation(c.id(), text, text, text, text, c.retrieved()))
                        .toList(),
                pack.parameters().stream()
                        .map(p -> new Parameter(p.id(), text, p.unit(), p.values(), p.lastKnownValidOn()))
                        .toList(),
                pack.tables().stream()
                        .map(t -> new RuleTable(t.id(), t.subject(), t.policy(), text))
                        .toList(),
                pack.rules().stream().map(rule -> poisoned(rule, text)).toList(),
                pack.scenarios().stream()
                        .map(s -> new Scenario(text, s.asOf(), s.facts(), s.expected(), s.place()))
                        .toList(),
                pack.aggregation(),
                new Weighting(List.of(new WeightSet("swing", text, text, "law", List.of(Share.WHOLE))), 1, 10));
        Method method = MethodFixture.small(poisoned);
        return new Method(
                poisoned,
                method.catalogue(),
                method.day(),
                Map.of("embargo", text, "watch_list", text, "rule_of_law", text),
                List.of(new Finding(Kind.GAP, "LEG-01", Place.of("x"), text)));
    }

    private static Rule poisoned(Rule rule, String text) {
        return new Rule(
                rule.id(),
                rule.table(),
                rule.order(),
                rule.subject(),
                rule.when(),
                rule.then(),
                new Rule.Dossier(text, text, text, text, text),
                List.of(text),
                rule.citations(),
                rule.status(),
                rule.place());
    }
}
