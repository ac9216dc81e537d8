package dev.earworm.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** What the small parts take that run for every interaction or song; measured by JMH, each in a process of its own. */
@ExtendWith(Scoreboard.Extension.class)
@Timeout(300)
class HotPathsBench {
    private static final TimeValue ROUND = TimeValue.milliseconds(500);
    private static final int ROUNDS = 3;

    @Test
    void thePartsThatRunAllTheTimeAreQuick(Scoreboard scoreboard) throws Exception {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(HotPaths.class.getName() + "\\..*")
                        .forks(1)
                        // JMH itself asks for it.
                        .jvmArgsAppend("--sun-misc-unsafe-memory-access=allow")
                        .warmupTime(ROUND)
                        .warmupIterations(ROUNDS)
                        .measurementTime(ROUND)
                        .measurementIterations(ROUNDS)
                        .shouldFailOnError(true)
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run();
        assertThat(results).isNotEmpty();
        results.forEach(result -> scoreboard.add(new Figure(
                subject(result.getPrimaryResult().getLabel()),
                result.getPrimaryResult().getScore(),
                "µs")));
    }

    /** As {@code custom id written} of {@code customIdWritten}. */
    private static String subject(String method) {
        return method.replaceAll("(?<=[a-z])(?=[A-Z])|(?<=A)(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }
}
