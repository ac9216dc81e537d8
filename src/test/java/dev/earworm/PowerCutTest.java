package dev.earworm;

import static dev.earworm.quota.QuotaFixtures.used;
import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.PowerSwitch.Side;
import dev.earworm.music.ModelId;
import dev.earworm.music.ProviderFailure;
import dev.earworm.quota.QuotaUsage;
import dev.earworm.sandbox.SandboxInteraction;
import dev.earworm.sandbox.SandboxMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The power is cut at every write of a song's life in turn, just before and just after it reaches the disk, and the
 * program is started again. Every accepted song then ends once, and the ledger is exact.
 */
class PowerCutTest {
    private static final ModelId UNDERSTUDY = new ModelId("understudy", "band");
    private static final int MORE_WRITES_THAN_A_SONG_HAS = 20;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void aSongIsDeliveredOnceWhereverThePowerIsCut(Side side) throws Exception {
        cutAtEveryWrite(side, (vendor, power) -> {
            vendor.finishesSongs();
            return isDeliveredOnce(vendor, power);
        });
    }

    @ParameterizedTest
    @EnumSource
    void aRefusedSongIsRefusedOnceWhereverThePowerIsCut(Side side) throws Exception {
        cutAtEveryWrite(side, (vendor, power) -> {
            // As often as it may be asked, for a vendor that forgets what it refused.
            vendor.refusesNext(new ProviderFailure.ContentRefused("bad_prompt", Optional.empty()));
            vendor.refusesNext(new ProviderFailure.ContentRefused("bad_prompt", Optional.empty()));
            return isRefusedOnce(vendor, power);
        });
    }

    @ParameterizedTest
    @EnumSource
    void aSongThatGoesToAnotherProviderEndsOnceWhereverThePowerIsCut(Side side) throws Exception {
        cutAtEveryWrite(side, (vendor, power) -> {
            for (int i = 0; i < 3; i++) {
                vendor.refusesNext(new ProviderFailure.OutOfCredit("empty"));
            }
            return endsOnceAtEither(vendor, power);
        });
    }

    @ParameterizedTest
    @EnumSource
    void aSongThatIsStoppedEndsOnceWhereverThePowerIsCut(Side side) throws Exception {
        cutAtEveryWrite(side, (vendor, power) -> {
            vendor.stopsSongs();
            return isStoppedOnce(vendor, power);
        });
    }

    @ParameterizedTest
    @EnumSource
    void stemsEndOnceAndAreMadeOnceWhereverThePowerIsCut(Side side) throws Exception {
        cutAtEveryWrite(side, (vendor, power) -> {
            vendor.finishesSongs();
            return endStemsOnce(vendor, power);
        });
    }

    @ParameterizedTest
    @EnumSource
    void aSongThatNobodyCanBeGivenIsKeptOnceWhereverThePowerIsCut(Side side) throws Exception {
        cutAtEveryWrite(side, this::isKeptOnce);
    }

    private interface Life {
        /** Whether the power was cut in it, which it is not once the number is higher than the writes of a song. */
        boolean isCut(StagedProvider vendor, PowerSwitch power) throws Exception;
    }

    private void cutAtEveryWrite(Side side, Life life) throws Exception {
        Path tone = Wav.tone(folder.resolve("song.wav"), Duration.ofSeconds(3));
        boolean isCut = true;
        for (int write = 1; isCut; write++) {
            assertThat(write).as("writes of a song").isLessThan(MORE_WRITES_THAN_A_SONG_HAS);
            isCut = life.isCut(new StagedProvider(tone, 1), new PowerSwitch(write, side));
        }
    }

    private boolean isDeliveredOnce(StagedProvider vendor, PowerSwitch power) throws Exception {
        try (FrontDoor bot = new FrontDoor(data(power), FrontDoor.THREE_SONGS, vendor)) {
            bot.start(power);
            bot.run(bot.alice, "song", Map.of("prompt", "a calm river"));
            bot.eventually(() -> power.isCut() || isOver(bot));
            boolean isCut = power.isCut();
            bot.goesDark();
            bot.start(PowerSwitch.never());
            boolean wasAccepted = bot.songs() == 1;
            if (wasAccepted) {
                bot.awaitTrack();
            }
            bot.eventually(() -> bot.untold() == 0);
            QuotaUsage usage = bot.ledgerAfterStop(bot.alice);

            assertThat(bot.tracks()).as("%s", power).hasSize(wasAccepted ? 1 : 0);
            assertThat(usage).as("%s", power).isEqualTo(wasAccepted ? used(1, 30, 0) : QuotaUsage.NONE);
            assertThat(vendor.submits.size()).as("submits, %s", power).isLessThanOrEqualTo(2);
            assertThat(bot.unfinishedAfterStop()).isEmpty();
            return isCut;
        }
    }

    private boolean isKeptOnce(StagedProvider vendor, PowerSwitch power) throws Exception {
        try (FrontDoor bot = new FrontDoor(data(power), FrontDoor.THREE_SONGS, vendor)) {
            bot.start(power);
            bot.run(bot.alice, "song", Map.of("prompt", "a calm river"));
            bot.eventually(() -> power.isCut() || bot.songs() == 1);
            bot.closesEveryWayTo(bot.alice);
            vendor.finishesSongs();
            bot.eventually(() -> power.isCut() || isOver(bot));
            boolean isCut = power.isCut();
            bot.goesDark();
            bot.start(PowerSwitch.never());
            bot.eventually(() -> bot.untold() == 0);
            int songs = bot.songs();
            QuotaUsage usage = bot.ledgerAfterStop(bot.alice);

            assertThat(bot.tracks()).as("%s", power).isEmpty();
            assertThat(bot.keptSongs()).as("%s", power).isEqualTo(songs);
            assertThat(bot.news(bot.alice)).as("%s", power).hasSize(songs);
            assertThat(usage).as("%s", power).isEqualTo(songs == 1 ? used(1, 30, 0) : QuotaUsage.NONE);
            return isCut;
        }
    }

    private boolean isRefusedOnce(StagedProvider vendor, PowerSwitch power) throws Exception {
        try (FrontDoor bot = new FrontDoor(data(power), FrontDoor.THREE_SONGS, vendor)) {
            bot.start(power);
            bot.run(bot.alice, "song", Map.of("prompt", "a forbidden song"));
            bot.eventually(() -> power.isCut() || isOver(bot));
            boolean isCut = power.isCut();
            bot.goesDark();
            bot.start(PowerSwitch.never());
            bot.eventually(() -> bot.untold() == 0);
            QuotaUsage usage = bot.ledgerAfterStop(bot.alice);

            assertThat(bot.news(bot.alice).size()).as("%s", power).isLessThanOrEqualTo(1);
            assertThat(usage).as("%s", power).isEqualTo(QuotaUsage.NONE);
            assertThat(bot.tracks()).isEmpty();
            return isCut;
        }
    }

    /** A cut after the refusal leaves it open whether the song is in the works, and then it goes nowhere else. */
    private boolean endsOnceAtEither(StagedProvider vendor, PowerSwitch power) throws Exception {
        StagedProvider understudy =
                new StagedProvider(UNDERSTUDY, Wav.tone(folder.resolve("song.wav"), Duration.ofSeconds(3)), 1);
        understudy.finishesSongs();
        try (FrontDoor bot = new FrontDoor(data(power), FrontDoor.THREE_SONGS, vendor, understudy)) {
            bot.fallsBackTo(UNDERSTUDY.provider());
            bot.start(power);
            bot.run(bot.alice, "song", Map.of("prompt", "a calm river"));
            bot.eventually(() -> power.isCut() || isOver(bot));
            boolean isCut = power.isCut();
            bot.goesDark();
            bot.start(PowerSwitch.never());
            bot.eventually(() -> bot.untold() == 0);
            int songs = bot.songs();
            QuotaUsage usage = bot.ledgerAfterStop(bot.alice);

            assertEndedOnce(bot, songs, usage, power);
            assertThat(vendor.submits).as("%s", power).isEmpty();
            assertThat(understudy.submits.size()).as("submits, %s", power).isLessThanOrEqualTo(2);
            if (!isCut) {
                assertThat(bot.tracks()).hasSize(1);
            }
            return isCut;
        }
    }

    private boolean isStoppedOnce(StagedProvider vendor, PowerSwitch power) throws Exception {
        try (FrontDoor bot = new FrontDoor(data(power), FrontDoor.THREE_SONGS, vendor)) {
            bot.start(power);
            bot.run(bot.alice, "song", Map.of("prompt", "a calm river"));
            bot.eventually(() -> power.isCut() || bot.rendering() == 1);
            bot.run(bot.alice, "cancel", Map.of());
            bot.eventually(() -> power.isCut() || isOver(bot));
            boolean isCut = power.isCut();
            bot.goesDark();
            vendor.finishesSongs();
            bot.start(PowerSwitch.never());
            bot.eventually(() -> bot.untold() == 0);
            int songs = bot.songs();
            QuotaUsage usage = bot.ledgerAfterStop(bot.alice);

            int stopped = vendor.stops();
            int ends = bot.tracks().size() + bot.news(bot.alice).size();
            assertThat(ends).as("%s", power).isBetween(songs - Math.min(1, stopped), songs);
            assertThat(usage)
                    .as("%s", power)
                    .isEqualTo(songs == bot.news(bot.alice).size() ? QuotaUsage.NONE : used(1, 30, 0));
            return isCut;
        }
    }

    /** The song is there before; what is cut off is what is made of it. */
    private boolean endStemsOnce(StagedProvider vendor, PowerSwitch power) throws Exception {
        try (FrontDoor bot = new FrontDoor(data(power), FrontDoor.THREE_SONGS, vendor)) {
            bot.start(PowerSwitch.never());
            bot.run(bot.alice, "song", Map.of("prompt", "a calm river"));
            SandboxMessage track = bot.awaitTrack();
            bot.eventually(() -> bot.untold() == 0);
            bot.stop();
            bot.start(power);
            SandboxInteraction question = bot.alice.in(bot.general).presses(track, "Stems");
            SandboxMessage asked = question.awaitResponse(FrontDoor.SOON);
            bot.alice.in(bot.general).presses(asked, "Six stems");
            bot.eventually(() -> power.isCut() || bot.songs() == 2 && bot.untold() == 0);
            boolean isCut = power.isCut();
            bot.goesDark();
            bot.start(PowerSwitch.never());
            bot.eventually(() -> bot.untold() == 0);
            int accepted = bot.songs() - 1;
            QuotaUsage usage = bot.ledgerAfterStop(bot.alice);

            int delivered = bot.tracks().size() - 1;
            int refused = bot.news(bot.alice).size();
            assertThat(delivered + refused).as("%s", power).isEqualTo(accepted);
            assertThat(usage).as("%s", power).isEqualTo(delivered == 1 ? used(2, 60, 0) : used(1, 30, 0));
            assertThat(vendor.separations()).as("separations, %s", power).isLessThanOrEqualTo(1);
            if (!isCut) {
                assertThat(delivered).isEqualTo(1);
            }
            return isCut;
        }
    }

    private static void assertEndedOnce(FrontDoor bot, int songs, QuotaUsage usage, PowerSwitch power) {
        int delivered = bot.tracks().size();
        int refused = bot.news(bot.alice).size();
        assertThat(delivered + refused).as("%s", power).isEqualTo(songs);
        assertThat(usage).as("%s", power).isEqualTo(delivered == 1 ? used(1, 30, 0) : QuotaUsage.NONE);
    }

    private static boolean isOver(FrontDoor bot) {
        return bot.songs() == 1 && bot.untold() == 0;
    }

    private Path data(PowerSwitch power) {
        return folder.resolve(power.toString().replace(' ', '-'));
    }

    @Test
    void aPowerSwitchThatNeverCutsCountsTheWritesOfASong() throws Exception {
        PowerSwitch power = PowerSwitch.never();
        StagedProvider vendor = new StagedProvider(Wav.tone(folder.resolve("song.wav"), Duration.ofSeconds(3)), 1);
        vendor.finishesSongs();
        try (FrontDoor bot = new FrontDoor(folder.resolve("data"), FrontDoor.THREE_SONGS, vendor)) {
            bot.start(power);
            bot.run(bot.alice, "song", Map.of("prompt", "a calm river"));
            bot.eventually(() -> isOver(bot));
        }
        // Accepted, promoted, submit opened, rendering, rendered, delivered; and where the status message is.
        assertThat(power.writes()).isGreaterThanOrEqualTo(6);
    }
}
