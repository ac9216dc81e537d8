package dev.earworm.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class FitPolicyTest {
    private static final long MEGABYTE = 1_000_000;
    private static final AudioInfo MINUTE_OF_WAV =
            new AudioInfo(Duration.ofMinutes(1), Optional.of(AudioKind.WAV), "pcm_s16le", 44_100, 2, 1_411_200);
    private static final AudioInfo MINUTE_OF_MP3 =
            new AudioInfo(Duration.ofMinutes(1), Optional.of(AudioKind.MP3), "mp3", 44_100, 2, 128_000);
    private static final long WAV_BYTES = 10_584_044;
    private static final long MP3_BYTES = 960_000;

    private final FitPolicy policy = new FitPolicy();

    @Test
    void aFileOfTheWantedKindThatIsSmallEnoughStaysAsItIs() {
        assertThat(first(policy.plan(MINUTE_OF_MP3, MP3_BYTES, AudioKind.MP3, 10 * MEGABYTE)))
                .isEqualTo(new Encoding.Copy(AudioKind.MP3));
    }

    @Test
    void aFileThatOnlyJustFitsIsWrittenAnewBecauseTagsNeedRoom() {
        assertThat(first(policy.plan(MINUTE_OF_MP3, MP3_BYTES, AudioKind.MP3, MP3_BYTES)))
                .isEqualTo(new Encoding.Lossy(AudioKind.MP3, 96, 2));
    }

    @Test
    void aLosslessSourceGetsTheBestBitRateThatFits() {
        assertThat(first(policy.plan(MINUTE_OF_WAV, WAV_BYTES, AudioKind.MP3, 10 * MEGABYTE)))
                .isEqualTo(new Encoding.Lossy(AudioKind.MP3, 320, 2));
        assertThat(first(policy.plan(MINUTE_OF_WAV, WAV_BYTES, AudioKind.MP3, 2 * MEGABYTE)))
                .isEqualTo(new Encoding.Lossy(AudioKind.MP3, 256, 2));
        assertThat(first(policy.plan(MINUTE_OF_WAV, WAV_BYTES, AudioKind.MP3, MEGABYTE)))
                .isEqualTo(new Encoding.Lossy(AudioKind.MP3, 128, 2));
    }

    @Test
    void theLowestMp3IsMonoAndBelowItComesOpus() {
        assertThat(first(policy.plan(MINUTE_OF_WAV, WAV_BYTES, AudioKind.MP3, 300_000)))
                .isEqualTo(new Encoding.Lossy(AudioKind.MP3, 32, 1));
        assertThat(first(policy.plan(MINUTE_OF_WAV, WAV_BYTES, AudioKind.MP3, 200_000)))
                .isEqualTo(new Encoding.Lossy(AudioKind.OPUS, 24, 1));
    }

    @Test
    void aLossySourceIsNotBlownUp() {
        assertThat(first(policy.plan(MINUTE_OF_MP3, MP3_BYTES, AudioKind.OPUS, 10 * MEGABYTE)))
                .isEqualTo(new Encoding.Lossy(AudioKind.OPUS, 128, 2));
    }

    @Test
    void aLossySourceAboveEveryStepGetsTheTopStep() {
        AudioInfo rich = new AudioInfo(Duration.ofMinutes(1), Optional.of(AudioKind.MP3), "mp3", 44_100, 2, 320_000);

        assertThat(first(policy.plan(rich, 2_400_000, AudioKind.OPUS, 10 * MEGABYTE)))
                .isEqualTo(new Encoding.Lossy(AudioKind.OPUS, 160, 2));
    }

    @Test
    void losslessKindsThatDoNotFitBecomeMp3() {
        assertThat(first(policy.plan(MINUTE_OF_WAV, WAV_BYTES, AudioKind.FLAC, 9 * MEGABYTE)))
                .isEqualTo(new Encoding.Lossless(AudioKind.FLAC));
        assertThat(first(policy.plan(MINUTE_OF_WAV, WAV_BYTES, AudioKind.FLAC, 3 * MEGABYTE)))
                .isEqualTo(new Encoding.Lossy(AudioKind.MP3, 320, 2));
        assertThat(first(policy.plan(MINUTE_OF_WAV, WAV_BYTES, AudioKind.WAV, 9 * MEGABYTE)))
                .isEqualTo(new Encoding.Lossy(AudioKind.MP3, 320, 2));
    }

    @Test
    void everyAttemptIsNoLargerThanTheOneBeforeWithinItsKind() {
        FitPlan plan = policy.plan(MINUTE_OF_WAV, WAV_BYTES, AudioKind.OPUS, 10 * MEGABYTE);

        assertThat(encodings(plan))
                .extracting(encoding -> ((Encoding.Lossy) encoding).kilobits())
                .containsExactly(160, 128, 96, 64, 48, 32, 24);
    }

    @Test
    void aSongThatFitsNowhereIsToldHowLongItMayBe() {
        AudioInfo hour = new AudioInfo(Duration.ofHours(1), Optional.of(AudioKind.MP3), "mp3", 44_100, 2, 128_000);

        assertThat(policy.plan(hour, 57_600_000, AudioKind.MP3, MEGABYTE))
                .isEqualTo(new CannotFit(Duration.ofHours(1), MEGABYTE, Duration.ofSeconds(325)));
        assertThat(policy.plan(
                        new AudioInfo(Duration.ofSeconds(325), Optional.empty(), "aac", 44_100, 2, 128_000),
                        5_200_000,
                        AudioKind.MP3,
                        MEGABYTE))
                .isInstanceOf(FitPlan.Attempts.class);
    }

    @Test
    void aLimitBelowTheTagsFitsNothing() {
        assertThat(policy.plan(MINUTE_OF_MP3, MP3_BYTES, AudioKind.MP3, 1000))
                .isEqualTo(new CannotFit(Duration.ofMinutes(1), 1000, Duration.ZERO));
    }

    private static Encoding first(FitPlan plan) {
        return encodings(plan).getFirst();
    }

    private static List<Encoding> encodings(FitPlan plan) {
        return assertThat(plan)
                .asInstanceOf(InstanceOfAssertFactories.type(FitPlan.Attempts.class))
                .actual()
                .encodings();
    }
}
