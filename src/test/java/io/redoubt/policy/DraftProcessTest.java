package io.redoubt.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.redoubt.rulepack.files.PackEdit;
import io.redoubt.rulepack.files.PackFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an author wrote can end the process that looks at it, and nothing else. */
class DraftProcessTest {
    private static final String TODAY = "2026-11-21";
    private static final Duration RUNS = Duration.ofMillis(30);
    private PackFiles questionnaire;
    private Workers workers;
    private DraftProcess process;

    @BeforeEach
    void start() throws Exception {
        questionnaire = PackFiles.of(Path.of("rules/examples/questionnaire"));
        workers = limited(60, 512);
        process = new DraftProcess(new ObjectMapper(), workers);
    }

    @AfterEach
    void stop() {
        workers.stop();
    }

    private static Workers limited(int seconds, int megabytes) {
        return new Workers("data", "rules/baseline", seconds, megabytes);
    }

    private CheckWorker.Request request(Map<Subject, PackFiles> base) {
        return new CheckWorker.Request(Map.of(Subject.RULES, questionnaire), base, base.isEmpty(), TODAY);
    }

    /** The processes that check packs for this one. */
    private static List<ProcessHandle> workers() {
        return ProcessHandle.current()
                .children()
                .filter(child -> child.info().command().orElse("").endsWith("java"))
                .toList();
    }

    @Test
    void theSameProcessAnswersOneCheckAfterTheOther() {
        // When
        CheckedPack first = process.check(request(Map.of()));
        List<ProcessHandle> workers = workers();
        CheckedPack second = process.check(request(Map.of(Subject.RULES, questionnaire)));

        // Then
        assertThat(first.ready()).isTrue();
        assertThat(first.scenarios()).isEqualTo(6);
        assertThat(second).usingRecursiveComparison().ignoringFields("changes").isEqualTo(first);
        assertThat(first.changes().rules()).as("beside another pack").isNotEmpty();
        assertThat(second.changes().rules()).as("beside itself").isEmpty();
        assertThat(workers).hasSize(1).isEqualTo(workers());
    }

    @Test
    void aProcessThatIsKilledIsReplaced() {
        // Given
        CheckedPack before = process.check(request(Map.of()));
        workers().forEach(worker -> {
            worker.destroyForcibly();
            worker.onExit().join();
        });

        // When
        CheckedPack after = process.check(request(Map.of()));

        // Then
        assertThat(after).isEqualTo(before);
    }

    @Test
    void aProcessThatIsKilledWhileItWorksIsReplacedToo() throws Exception {
        // Given
        CompletableFuture<CheckedPack> check = CompletableFuture.supplyAsync(() -> process.check(request(Map.of())));

        // When
        killNext(check);

        // Then
        assertThat(check.get(60, TimeUnit.SECONDS).ready()).isTrue();
    }

    @Test
    void processesThatAreKilledOverAndOverSayNothingOfTheDraft() {
        // Given
        CompletableFuture<CheckedPack> check = CompletableFuture.supplyAsync(() -> process.check(request(Map.of())));

        // When
        while (!check.isDone()) {
            killNext(check);
        }

        // Then
        assertThatThrownBy(check::join)
                .hasRootCauseInstanceOf(HttpProblem.class)
                .hasMessageContaining("ended twice");
        assertThat(workers()).isEmpty();
    }

    /** Kills the process that is started next, when it runs already: nobody could be told of the start of one otherwise. */
    private static void killNext(CompletableFuture<?> check) {
        List<ProcessHandle> found = List.of();
        while (found.isEmpty() && !check.isDone()) {
            found = workers().stream()
                    .filter(worker -> worker.info()
                                    .totalCpuDuration()
                                    .orElse(Duration.ZERO)
                                    .compareTo(RUNS)
                            > 0)
                    .toList();
        }
        found.forEach(worker -> {
            worker.destroyForcibly();
            worker.onExit().join();
        });
    }

    @ParameterizedTest(name = "{0} s, {1} MB: {2}")
    @CsvSource({"0, 512, more than 0 seconds", "60, 12, more than 12 MB"})
    void whatExceedsALimitIsToldAndLeavesNoProcess(int seconds, int megabytes, String told) {
        // Given
        DraftProcess small = new DraftProcess(new ObjectMapper(), limited(seconds, megabytes));

        // When
        CheckedPack checked = small.check(request(Map.of()));

        // Then
        assertThat(checked.ready()).isFalse();
        assertThat(checked.mistakes())
                .singleElement()
                .satisfies(mistake -> assertThat(mistake.message()).contains(told));
        assertThat(workers()).isEmpty();
    }

    @Test
    void aProcessThatOtherWorkKeepsFromItsProcessorIsNoMistakeOfTheDraft() throws Exception {
        // Given
        int seconds = 8;
        DraftProcess small = new DraftProcess(new ObjectMapper(), limited(seconds, 512));

        // When
        CompletableFuture<CheckedPack> check = CompletableFuture.supplyAsync(() -> small.check(request(Map.of())));
        await().until(() -> !workers().isEmpty());
        signal("-STOP");
        TimeUnit.MILLISECONDS.sleep(seconds * 1_000 + 500);
        signal("-CONT");

        // Then
        assertThat(check.get(90, TimeUnit.SECONDS).ready()).isTrue();
    }

    private static void signal(String signal) throws Exception {
        for (ProcessHandle worker : workers()) {
            assertThat(new ProcessBuilder("kill", signal, Long.toString(worker.pid()))
                            .start()
                            .waitFor())
                    .isZero();
        }
    }

    @Test
    void aChangeOfCellsIsToldAsWhatItsRuleSays() throws Exception {
        // Given
        PackFiles before = PackFiles.of(Path.of("rules/baseline"));
        PackFiles after =
                new PackEdit(before).parameter("playbook_points", LocalDate.of(2027, 6, 1), "9", "redoubt-policy");

        // When
        RuleChanges changes = process.check(new CheckWorker.Request(
                        Map.of(Subject.RULES, after), Map.of(Subject.RULES, before), false, TODAY))
                .changes();

        // Then
        assertThat(changes.asOf()).as("from where on it says so").isEqualTo("2027-06-01");
        assertThat(changes.rules()).singleElement().satisfies(change -> {
            assertThat(change.rule()).isEqualTo("GOV-01");
            assertThat(change.before()).contains("is NO, 12 points (");
            assertThat(change.after()).contains("is NO, 9 points (", "12 points from 2026-09-11 until 2027-06-01");
        });
    }

    @Test
    void aTableGoesOutAsAWorkbookAndComesBackAsItWas() throws Exception {
        // Given
        PackFiles pack = PackFiles.of(Path.of("rules/baseline"));
        String workbook = process.table(new TableWorker.Request(pack, Map.of(), "answers_legal", null))
                .workbook();

        // When
        TableWorker.Answer back = process.table(new TableWorker.Request(pack, Map.of(), "answers_legal", workbook));

        // Then
        assertThat(back.problems()).isEmpty();
        assertThat(back.text()).isEqualTo(pack.texts().get("tables/answers_legal.csv"));
    }

    @Test
    void aTableThatIsTooMuchIsToldAtItsFile() throws Exception {
        // Given
        DraftProcess small = new DraftProcess(new ObjectMapper(), limited(0, 512));

        // When
        TableWorker.Answer answer = small.table(new TableWorker.Request(questionnaire, Map.of(), "t", null));

        // Then
        assertThat(answer.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.place().file()).isEqualTo("t.xlsx");
            assertThat(problem.message()).contains("more than 0 seconds");
        });
    }

    /** Passwords of the database and of the identity provider come by the environment. */
    @Test
    void theProcessHasNoneOfOurEnvironment() throws Exception {
        // Given
        process.check(request(Map.of()));

        // When
        String environment =
                Files.readString(Path.of("/proc/" + workers().get(0).pid() + "/environ"));

        // Then
        assertThat(environment).isEmpty();
        assertThat(System.getenv()).isNotEmpty();
    }
}
