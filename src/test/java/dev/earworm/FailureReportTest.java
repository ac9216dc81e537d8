package dev.earworm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class FailureReportTest {
    private final StringWriter err = new StringWriter();

    @Test
    void aFailureToStartIsOneSentenceWithItsExitCode() {
        assertThat(run(() -> {
                    throw new StartFailure("Discord refused the token.", 2);
                }))
                .isEqualTo(2);
        assertThat(err.toString().strip()).isEqualTo("Discord refused the token.");
    }

    @Test
    void aFaultOfOursLeavesItsTraceToTheLog() {
        assertThat(run(() -> {
                    throw new IllegalStateException("details");
                }))
                .isEqualTo(1);
        assertThat(err.toString().strip())
                .isEqualTo("Earworm has to stop because of a fault of its own; the log above says where.");
    }

    private int run(Callable<Integer> work) {
        return new CommandLine(new Work(work))
                .setErr(new PrintWriter(err))
                .setExecutionExceptionHandler(new FailureReport())
                .execute();
    }

    @Command(name = "work")
    private record Work(Callable<Integer> work) implements Callable<Integer> {
        @Override
        public Integer call() throws Exception {
            return work.call();
        }
    }
}
