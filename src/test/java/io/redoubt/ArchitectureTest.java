package io.redoubt;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.Entity;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The wall between the rings; see src/docs/adr/0001. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.redoubt");
    private static final String[] CORE = {
        "io.redoubt.facts",
        "io.redoubt.shared",
        "io.redoubt.jurisdiction",
        "io.redoubt.listing",
        "io.redoubt.questionnaire.form",
        "io.redoubt.rulepack",
        "io.redoubt.scoring",
        "io.redoubt.allocation"
    };
    private static final String[] ENGINES = {
        "io.redoubt.files..",
        "io.redoubt.firmware.sbom..",
        "io.redoubt.jurisdiction.files..",
        "io.redoubt.listing.files..",
        "io.redoubt.questionnaire.files..",
        "io.redoubt.questionnaire.sheets..",
        "io.redoubt.rulepack.files..",
        "io.redoubt.rulepack.drl..",
        "io.redoubt.rulepack.method..",
        "io.redoubt.rulepack.sheets..",
        "io.redoubt.scoring.drools..",
        "io.redoubt.scoring.files..",
        "io.redoubt.allocation.optaplanner..",
        "io.redoubt.allocation.bound.."
    };

    @Test
    void the_core_needs_nothing_but_java() {
        classes()
                .that()
                .resideInAnyPackage(CORE)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(Stream.concat(Stream.of(CORE), Stream.of("java..", "org.jspecify.."))
                        .toArray(String[]::new))
                .because("the core decides by itself and is usable as a library")
                .check(CLASSES);
    }

    @Test
    void drools_stays_in_its_engine() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.redoubt.scoring.drools..", "io.redoubt.rulepack.drl..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.drools..", "org.kie..")
                .because("the canonical-model API is little documented and must be replaceable in one place")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage("io.redoubt.rulepack.drl..")
                .should()
                .dependOnClassesThat(new com.tngtech.archunit.base.DescribedPredicate<>("Drools but its parser") {
                    @Override
                    public boolean test(com.tngtech.archunit.core.domain.JavaClass type) {
                        return (type.getPackageName().startsWith("org.drools")
                                        || type.getPackageName().startsWith("org.kie"))
                                && !type.getPackageName().startsWith("org.drools.drl")
                                && !type.getName().equals("org.kie.internal.builder.conf.LanguageLevelOption");
                    }
                })
                .because("reading safe DRL needs the parser alone; nothing may compile or run what an author wrote")
                .check(CLASSES);
    }

    @Test
    void no_rule_text_is_ever_compiled() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching(".*\\.(KieFileSystem|KieBuilder|KieHelper|SpreadsheetCompiler|KnowledgeBuilder)")
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("org.mvel..", "org.eclipse.jdt..", "org.kie.dmn..", "javax.script..")
                .because("stock Drools ran code from 46 of 54 hostile rule files; ours are parsed and thrown away")
                .check(CLASSES);
    }

    @Test
    void no_spreadsheet_is_parsed_by_poi() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching(
                        "org\\.apache\\.poi\\..*(WorkbookFactory|OPCPackage|XSSFReader|XSSFSheetXMLHandler|SharedStringsTable"
                                + "|ExcelExtractor|POIFSFileSystem|ZipSecureFile)")
                .because("POI's guards against hostile files are settings of the whole process that others may reset")
                .check(CLASSES);
    }

    @Test
    void optaplanner_stays_in_its_engine() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.redoubt.allocation.optaplanner..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.optaplanner..")
                .because("it stands behind the Allocator port and has moved house before")
                .check(CLASSES);
    }

    @Test
    void bills_of_materials_are_read_in_one_place() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.redoubt.firmware.sbom..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.cyclonedx..", "org.spdx..", "com.github.packageurl..", "org.json..")
                .because("the guards against hostile files stand there, before any library sees a byte")
                .check(CLASSES);
    }

    @Test
    void quarkus_and_jakarta_stay_in_the_application() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        Stream.concat(Stream.of(CORE), Stream.of(ENGINES)).toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.quarkus..", "jakarta..")
                .because(
                        "core and engines run without a container: in the command line, in a child process, in a cluster")
                .check(CLASSES);
    }

    @Test
    void rating_and_allocation_meet_only_in_sourcing() {
        noClasses()
                .that()
                .resideInAPackage("io.redoubt.scoring..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.redoubt.allocation..")
                .because("a rating must not depend on who would win")
                .check(CLASSES);
    }

    @Test
    void packages_form_no_cycles() {
        slices().matching("io.redoubt.(**)")
                .should()
                .beFreeOfCycles()
                .because("a cycle is two packages that are one")
                .check(CLASSES);
    }

    @Test
    void entities_never_leave_their_package() {
        classes()
                .that()
                .areAnnotatedWith(Entity.class)
                .should()
                .notHaveModifier(JavaModifier.PUBLIC)
                .because("entity, API and core are three things")
                .check(CLASSES);
    }

    @Test
    void every_route_names_the_roles_that_may() {
        methods()
                .that()
                .areAnnotatedWith(GET.class)
                .or()
                .areAnnotatedWith(POST.class)
                .or()
                .areAnnotatedWith(PUT.class)
                .or()
                .areAnnotatedWith(PATCH.class)
                .or()
                .areAnnotatedWith(DELETE.class)
                .should()
                .beAnnotatedWith(RolesAllowed.class)
                .because("a route without roles is open to everybody")
                .check(CLASSES);
    }

    @Test
    void names_say_what_a_class_does() {
        noClasses()
                .should()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveNameMatching(".*(DAO|DTO|Utils?|Helper|Manager)")
                .because("such names explain nothing")
                .check(CLASSES);
    }

    @Test
    void half_of_the_classes_fit_on_a_screen() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            List<Long> lines = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("package-info.java"))
                    .map(ArchitectureTest::lines)
                    .sorted()
                    .toList();

            assertThat(lines.get(lines.size() / 2)).isLessThanOrEqualTo(70);
            assertThat(lines.get(lines.size() - 1)).isLessThanOrEqualTo(400);
        }
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
