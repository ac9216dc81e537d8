package dev.earworm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.Doctor.Diagnosis;
import dev.earworm.Finding.Unwell;
import dev.earworm.Finding.Well;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class DoctorTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    @Test
    void partsAreLookedAtTogetherAndSaidInTheirOrder() throws InterruptedException {
        CyclicBarrier together = new CyclicBarrier(3);

        assertThat(lines(
                        LONG,
                        meets("one", together, new Well("it works")),
                        meets("two", together, new Unwell("it does not")),
                        meets("three", together, new Well("it works too"))))
                .containsExactly("ok    one: it works", "FAIL  two: it does not", "ok    three: it works too");
    }

    @Test
    void whoeverDoesNotAnswerInTimeDoesNotHoldUpTheOthers() throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        Examination silent = new Examination("silent", () -> {
            never.await();
            return new Well("at last");
        });

        assertThat(lines(Duration.ofSeconds(1), new Examination("quick", () -> new Well("it works")), silent))
                .containsExactly("ok    quick: it works", "FAIL  silent: there was no answer within 1 seconds");
    }

    @Test
    void aFaultOfOursIsSaidAsOneAndTheOthersGoOn() throws InterruptedException {
        Examination broken = new Examination("broken", () -> {
            throw new UnsupportedOperationException("hush-hush");
        });

        assertThat(lines(LONG, broken, new Examination("next", () -> new Well("it works"))))
                .containsExactly(
                        "FAIL  broken: it could not be looked at because of a fault of Earworm's own;"
                                + " the log above says where",
                        "ok    next: it works");
    }

    @Test
    void whatAVendorEchoesOfASecretIsNotSaid() throws InterruptedException {
        assertThat(lines(
                        LONG,
                        new Examination("echo", () -> new Unwell("the key hush-hush\nis wrong")),
                        new Examination("well", () -> new Well("hush-hush works"))))
                .containsExactly("FAIL  echo: the key [hidden] is wrong", "ok    well: [hidden] works");
    }

    @Test
    void aDiskThatIsNearlyFullIsNamed() {
        assertThat(Examinations.space(Path.of("/srv"), new DiskSpace(12_345_678_901L)))
                .isEqualTo(new Well("12345 MB are free for /srv"));
        assertThat(Examinations.space(Path.of("/srv"), new DiskSpace(499_999_999)))
                .isEqualTo(
                        new Unwell(
                                "only 499 MB are free for /srv; songs need 500, so make room, or name a folder on another disk as data.dir (DATA_DIR)"));
    }

    private static Examination meets(String name, CyclicBarrier together, Finding finding) {
        return new Examination(name, () -> {
            together.await();
            return finding;
        });
    }

    private static List<String> lines(Duration patience, Examination... parts) throws InterruptedException {
        return new Doctor(patience, List.of("hush-hush"))
                .examine(List.of(parts)).stream().map(Diagnosis::line).toList();
    }
}
