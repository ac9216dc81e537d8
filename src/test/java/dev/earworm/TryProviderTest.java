package dev.earworm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.jobs.HandClock;
import dev.earworm.jobs.JobFixtures;
import dev.earworm.music.AccountStatus;
import dev.earworm.music.AsynchronousProvider;
import dev.earworm.music.Commission;
import dev.earworm.music.Composer;
import dev.earworm.music.Composition;
import dev.earworm.music.JobId;
import dev.earworm.music.ModelId;
import dev.earworm.music.MusicModel;
import dev.earworm.music.ProviderFailure;
import dev.earworm.music.ProviderFailure.ContentRefused;
import dev.earworm.music.ProviderJobId;
import dev.earworm.music.Rendering;
import dev.earworm.music.SongRequest;
import dev.earworm.music.Stopping;
import dev.earworm.music.Submission;
import dev.earworm.music.Suggestion.OtherPrompt;
import dev.earworm.music.SynchronousProvider;
import dev.earworm.providers.synth.SynthConfig;
import dev.earworm.providers.synth.SynthProvider;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A composer and a vendor, each with what the page's switches let go wrong with them. */
class TryProviderTest {
    private static final ModelId COMPOSER = new ModelId("synth", "composer");

    @TempDir
    private Path folder;

    private final HandClock clock = new HandClock(Instant.parse("2026-05-01T12:00:00Z"));
    private final TryMusic music = new TryMusic(clock);
    private final AsynchronousProvider composer =
            new TryProvider(new SynthProvider(new SynthConfig(Optional.empty())), music);

    @Test
    void withoutSwitchesTheComposerComposesInOneGo() {
        assertThat(compose(song("a calm river"))).isInstanceOf(Composition.Composed.class);
        assertThat(composer.stopper()).isEmpty();
    }

    @Test
    void whatIsSlowIsHandedInAndThereHalfAMinuteLater() {
        music.slowness().toggle().turnOn();
        ProviderJobId id = handIn(composer, song("a calm river"));
        assertThat(composer.composer(COMPOSER)).isEmpty();
        assertThat(composer.poll(id)).isEqualTo(running(0));
        clock.advance(Duration.ofSeconds(15));
        assertThat(composer.poll(id)).isEqualTo(running(50));
        clock.advance(Duration.ofSeconds(15));

        assertThat(fetch(composer, id)).isInstanceOf(Composition.Composed.class);
        assertThat(folder.resolve("song")).isNotEmptyFile();
    }

    @Test
    void whatIsHeldIsReadyWhenNothingIsSlowAnyMore() {
        music.slowness().toggle().turnOn();
        ProviderJobId id = handIn(composer, song("a calm river"));

        music.slowness().toggle().turnOff();

        assertThat(fetch(composer, id)).isInstanceOf(Composition.Composed.class);
        assertThat(composer.stopper()).isEmpty();
    }

    @Test
    void whatIsHeldCanBeStopped() {
        music.slowness().toggle().turnOn();
        ProviderJobId id = handIn(composer, song("a calm river"));

        assertThat(composer.stopper().orElseThrow().stop(id)).isEqualTo(new Stopping.Stopped());
        assertThat(composer.poll(id)).isInstanceOf(Rendering.Failed.class);
        assertThat(composer.stopper().orElseThrow().stop(id)).isInstanceOf(Stopping.NotStopped.class);
    }

    /** The answer to a song that was paid for may be lost, and whoever awaits songs asks for what is lost again and again. */
    @Test
    void whatWasHeldAndMayHaveBeenMadeIsNotMadeAgain() {
        AsynchronousProvider tried =
                new TryProvider(Mishap.of(new ProviderFailure.OutcomeUnknown("the line broke")), music);
        music.slowness().toggle().turnOn();
        ProviderJobId id = handIn(tried, song("a calm river"));
        music.slowness().toggle().turnOff();

        assertThat(fetch(tried, id))
                .isEqualTo(new Composition.NotComposed(new ProviderFailure.Internal("the line broke")));
        assertThat(tried.poll(id)).isInstanceOf(Rendering.Failed.class);
    }

    @Test
    void whatWasHeldAndCouldNotBeMadeYetIsTriedAgain() {
        ProviderFailure busy = new ProviderFailure.Unavailable("busy");
        AsynchronousProvider tried = new TryProvider(Mishap.of(busy), music);
        music.slowness().toggle().turnOn();
        ProviderJobId id = handIn(tried, song("a calm river"));
        music.slowness().toggle().turnOff();

        assertThat(fetch(tried, id)).isEqualTo(new Composition.NotComposed(busy));
        assertThat(fetch(tried, id)).isEqualTo(new Composition.NotComposed(busy));
    }

    @Test
    void aVendorsSongIsSlowEvenIfTheVendorIsNot() throws Exception {
        StagedProvider vendor = new StagedProvider(Wav.tone(folder.resolve("tone.wav"), Duration.ofSeconds(3)), 1);
        vendor.finishesSongs();
        AsynchronousProvider tried = new TryProvider(vendor, music);
        music.slowness().toggle().turnOn();
        ProviderJobId id = handIn(tried, song("a calm river"));
        assertThat(tried.poll(id)).isEqualTo(running(0));
        assertThat(vendor.polls()).isZero();

        clock.advance(Duration.ofSeconds(30));

        assertThat(fetch(tried, id)).isInstanceOf(Composition.Composed.class);
    }

    @Test
    void duringADowntimeNobodyAnswersAndNothingIsLost() {
        music.slowness().toggle().turnOn();
        ProviderJobId id = handIn(composer, song("a calm river"));
        music.downtime().turnOn();

        assertThat(composer.submit(song("another"))).isInstanceOf(Submission.Rejected.class);
        assertThat(composer.poll(id))
                .isInstanceOfSatisfying(
                        Rendering.Failed.class,
                        failed -> assertThat(failed.failure()).isInstanceOf(ProviderFailure.Unavailable.class));
        music.downtime().turnOff();
        assertThat(composer.poll(id)).isEqualTo(running(0));
    }

    @Test
    void aRefusedPromptComesWithOneThatIsTaken() {
        music.strictness().turnOn();

        String other = suggested(compose(song("a calm river")));

        assertThat(other).isEqualTo("something friendly in the mood of “a calm river”");
        assertThat(compose(song(other))).isInstanceOf(Composition.Composed.class);
        assertThat(suggested(compose(song("words ".repeat(500)))).length()).isLessThan(150);
        music.strictness().turnOff();
        assertThat(compose(song("a calm river"))).isInstanceOf(Composition.Composed.class);
    }

    private Composition compose(Commission commission) {
        Composer inOneGo = composer.composer(COMPOSER).orElseThrow();
        return inOneGo.compose(commission, folder.resolve("song"));
    }

    private Composition fetch(AsynchronousProvider provider, ProviderJobId id) {
        Rendering.Ready ready = (Rendering.Ready) provider.poll(id);
        return provider.download(ready, folder.resolve("song"));
    }

    private static ProviderJobId handIn(AsynchronousProvider provider, Commission commission) {
        return ((Submission.Submitted) provider.submit(commission)).providerJobId();
    }

    private static String suggested(Composition refused) {
        ContentRefused failure = (ContentRefused) ((Composition.NotComposed) refused).failure();
        return ((OtherPrompt) failure.suggestion().orElseThrow()).prompt();
    }

    private static Rendering running(int percent) {
        return new Rendering.Running(OptionalInt.of(percent), Optional.empty());
    }

    private static Commission song(String prompt) {
        SongRequest request = JobFixtures.request(prompt, Duration.ofSeconds(5)).withModel(COMPOSER);
        return Commission.of(new JobId("01m80bbrqx3eadms"), request);
    }

    /** A vendor that charges for every attempt, and of which nobody ever hears a song. */
    private record Mishap(SynchronousProvider like, ProviderFailure failure) implements SynchronousProvider {
        static Mishap of(ProviderFailure failure) {
            return new Mishap(new SynthProvider(new SynthConfig(Optional.empty())), failure);
        }

        @Override
        public String name() {
            return like.name();
        }

        @Override
        public List<MusicModel> models() {
            return like.models();
        }

        @Override
        public int concurrentSongs() {
            return 1;
        }

        @Override
        public RepeatedSubmit repeatedSubmit() {
            return RepeatedSubmit.MAY_CHARGE_TWICE;
        }

        @Override
        public AccountStatus account() {
            return like.account();
        }

        @Override
        public Composition compose(Commission commission, Path target) {
            return new Composition.NotComposed(failure);
        }
    }
}
