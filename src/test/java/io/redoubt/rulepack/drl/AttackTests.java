package io.redoubt.rulepack.drl;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.engine.CancellationToken;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherExecutionRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs the tests of attacks, as they stand, against the copy of the gate that a class loader holds. */
final class AttackTests implements TestExecutionListener {
    private final CancellationToken token = CancellationToken.create();
    private final boolean stopsAtFirst;
    private final List<String> red = new ArrayList<>();
    private int green;

    private AttackTests(boolean stopsAtFirst) {
        this.stopsAtFirst = stopsAtFirst;
    }

    /** What came of a run. */
    record Result(int green, List<String> red) {}

    static Result runAll(ClassLoader gate, Class<?>... tests) throws ClassNotFoundException {
        return new AttackTests(false).run(gate, tests);
    }

    /** Ends with the first test that fails. */
    static Result runToRed(ClassLoader gate, Class<?>... tests) throws ClassNotFoundException {
        Result result = new Result(0, List.of());
        for (int i = 0; i < tests.length && result.red().isEmpty(); i++) {
            result = new AttackTests(true).run(gate, tests[i]);
        }
        return result;
    }

    private Result run(ClassLoader gate, Class<?>... tests) throws ClassNotFoundException {
        List<ClassSelector> selectors = new ArrayList<>();
        for (Class<?> test : tests) {
            selectors.add(DiscoverySelectors.selectClass(Class.forName(test.getName(), true, gate)));
        }
        LauncherConfig config = LauncherConfig.builder()
                .enableTestEngineAutoRegistration(false)
                .enableLauncherSessionListenerAutoRegistration(false)
                .enableLauncherDiscoveryListenerAutoRegistration(false)
                .enablePostDiscoveryFilterAutoRegistration(false)
                .enableTestExecutionListenerAutoRegistration(false)
                .addTestEngines(new JupiterTestEngine())
                .build();
        try (LauncherSession session = LauncherFactory.openSession(config)) {
            session.getLauncher()
                    .execute(LauncherExecutionRequestBuilder.request(LauncherDiscoveryRequestBuilder.request()
                                    .selectors(selectors)
                                    .configurationParameter("junit.jupiter.execution.parallel.enabled", "false")
                                    .build())
                            .listeners(this)
                            .cancellationToken(token)
                            .build());
        }
        return new Result(green, List.copyOf(red));
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (result.getStatus() == Status.FAILED) {
            red.add(test.getDisplayName());
            if (stopsAtFirst) {
                token.cancel();
            }
        } else if (test.isTest() && result.getStatus() == Status.SUCCESSFUL) {
            green++;
        }
    }
}
