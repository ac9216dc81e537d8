package dev.earworm.ops.metrics;

import dev.earworm.music.AccountStatus;
import dev.earworm.music.Composition;
import dev.earworm.music.Planner.Planning;
import dev.earworm.music.ProviderFailure;
import dev.earworm.music.Rendering;
import dev.earworm.music.SongUploader.Upload;
import dev.earworm.music.StemSeparator.Separation;
import dev.earworm.music.Stopping;
import dev.earworm.music.Submission;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;

/** The calls of one provider: how many, how long, and what came of them. */
final class ProviderCalls {
    /** A question takes a tenth of a second; a song that is answered at once, minutes. */
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(3),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30),
        Duration.ofMinutes(1),
        Duration.ofMinutes(3),
        Duration.ofMinutes(10),
        Duration.ofMinutes(30)
    };

    private static final String WELL = "ok";

    /** The call left by an exception, or was interrupted by a stop. */
    private static final String BROKEN = "broken";

    private final MeterRegistry registry;
    private final String provider;

    ProviderCalls(MeterRegistry registry, String provider) {
        this.registry = registry;
        this.provider = provider;
    }

    /** What is asked of a provider. */
    enum Operation {
        ACCOUNT,
        SUBMIT,
        LOOK_UP,
        POLL,
        DOWNLOAD,
        COMPOSE,
        SEPARATE,
        UPLOAD,
        PLAN,
        STOP
    }

    Submission submission(Supplier<Submission> call) {
        return timed(Operation.SUBMIT, call, answer -> switch (answer) {
            case Submission.Submitted _ -> WELL;
            case Submission.Rejected rejected -> category(rejected.failure());
        });
    }

    Rendering rendering(Supplier<Rendering> call) {
        return timed(Operation.POLL, call, answer -> switch (answer) {
            case Rendering.Running _, Rendering.Ready _ -> WELL;
            case Rendering.Failed failed -> category(failed.failure());
        });
    }

    Composition composition(Operation operation, Supplier<Composition> call) {
        return timed(operation, call, answer -> switch (answer) {
            case Composition.Composed _ -> WELL;
            case Composition.NotComposed not -> category(not.failure());
        });
    }

    Separation separation(Supplier<Separation> call) {
        return timed(Operation.SEPARATE, call, answer -> switch (answer) {
            case Separation.Separated _ -> WELL;
            case Separation.NotSeparated not -> category(not.failure());
        });
    }

    Upload upload(Supplier<Upload> call) {
        return timed(Operation.UPLOAD, call, answer -> switch (answer) {
            case Upload.Uploaded _ -> WELL;
            case Upload.NotUploaded not -> category(not.failure());
        });
    }

    Planning planning(Supplier<Planning> call) {
        return timed(Operation.PLAN, call, answer -> switch (answer) {
            case Planning.Planned _ -> WELL;
            case Planning.NotPlanned not -> category(not.failure());
        });
    }

    Stopping stopping(Supplier<Stopping> call) {
        return timed(Operation.STOP, call, answer -> switch (answer) {
            case Stopping.Stopped _ -> WELL;
            case Stopping.NotStopped not -> category(not.failure());
        });
    }

    AccountStatus account(Supplier<AccountStatus> call) {
        return timed(Operation.ACCOUNT, call, answer -> switch (answer) {
            case AccountStatus.Usable _ -> WELL;
            case AccountStatus.Unusable unusable -> category(unusable.failure());
        });
    }

    <T> T lookUp(Supplier<T> call) {
        return timed(Operation.LOOK_UP, call, _ -> WELL);
    }

    private static String category(ProviderFailure failure) {
        return Label.of(failure.getClass());
    }

    private <T> T timed(Operation operation, Supplier<T> call, Function<T, String> outcome) {
        long begun = System.nanoTime();
        String came = BROKEN;
        try {
            T answer = call.get();
            came = outcome.apply(answer);
            return answer;
        } finally {
            Timer.builder("earworm.provider.call")
                    .tags("provider", provider, "operation", Label.of(operation), "outcome", came)
                    .serviceLevelObjectives(BUCKETS)
                    .register(registry)
                    .record(Duration.ofNanos(System.nanoTime() - begun));
        }
    }
}
