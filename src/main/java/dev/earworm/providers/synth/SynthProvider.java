package dev.earworm.providers.synth;

import dev.earworm.music.AccountStatus;
import dev.earworm.music.AudioFormat;
import dev.earworm.music.Commission;
import dev.earworm.music.Composition;
import dev.earworm.music.ModelId;
import dev.earworm.music.MusicModel;
import dev.earworm.music.MusicModel.Feature;
import dev.earworm.music.Planner;
import dev.earworm.music.Price;
import dev.earworm.music.ProviderFailure;
import dev.earworm.music.SongRequest;
import dev.earworm.music.StemSeparator;
import dev.earworm.music.SynchronousProvider;
import dev.earworm.music.TrackDetails;
import dev.earworm.providers.synth.compose.Composer;
import dev.earworm.providers.synth.prompt.PromptReader;
import dev.earworm.providers.synth.score.Suite;
import dev.earworm.providers.synth.sound.Studio;
import dev.earworm.providers.synth.theory.Chance;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Composes music from the words of a prompt by rule, on this machine, with no key and no network. It is no AI model and
 * it does not sing.
 *
 * <p>Every prompt works; the words that it does not know still make the piece another one. The same prompt, length and
 * seed make the same bytes. The file is a WAV of 44.1 kHz, 16 bits, stereo, exactly as long as asked.
 *
 * <p>A plan is followed section by section. The dice are the prompt's alone, so that a plan which is changed in one place
 * and made again stays the same piece elsewhere. What it made it can make again, so it keeps every song as its
 * {@link Recipe}: it makes songs longer, and plays their voices apart.
 */
public final class SynthProvider implements SynchronousProvider {
    public static final String NAME = "synth";

    private static final MusicModel COMPOSER = MusicModel.named(
                    new ModelId(NAME, "composer"), "Built-in composer (by rule, not AI; instrumental)")
            .length(5, 30, 300)
            .prompt(1, 6000)
            .can(Feature.SEED, Feature.INSTRUMENTAL, Feature.PLAN, Feature.EXTEND, Feature.STEMS)
            .formats(AudioFormat.WAV)
            .price(Price.free())
            .typicalWait(Duration.ofSeconds(2))
            .build();

    private final PromptReader reader = new PromptReader();
    private final Composer composer = new Composer();
    private final Repertory repertory = new Repertory(reader, composer);
    private final Planner planner = new SynthPlanner(COMPOSER.length(), composer, reader);
    private final Studio studio;

    /** @throws UncheckedIOException when the configured sound font cannot be read */
    public SynthProvider(SynthConfig config) {
        try {
            studio = Studio.open(config.soundfont());
        } catch (IOException e) {
            throw new UncheckedIOException("synth.soundfont: " + e.getMessage(), e);
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<MusicModel> models() {
        return List.of(COMPOSER);
    }

    @Override
    public int concurrentSongs() {
        return Math.max(1, Runtime.getRuntime().availableProcessors());
    }

    @Override
    public RepeatedSubmit repeatedSubmit() {
        return RepeatedSubmit.HARMLESS;
    }

    /** This very program. */
    @Override
    public AccountStatus account() {
        return new AccountStatus.Usable(Optional.empty());
    }

    @Override
    public Optional<Planner> planner() {
        return Optional.of(planner);
    }

    @Override
    public Optional<StemSeparator> stems() {
        return Optional.of(new SynthStems(repertory, studio));
    }

    /** @throws UncheckedIOException when the disk does not take the file */
    @Override
    public Composition compose(Commission commission, Path target) {
        Recipe recipe = Recipe.of(commission.request());
        Optional<Suite> suite = repertory.suite(recipe);
        if (suite.isEmpty()) {
            return new Composition.NotComposed(
                    new ProviderFailure.BadRequest("the plan takes up what this composer cannot play again"));
        }
        try {
            studio.record(suite.get(), target);
            return new Composition.Composed(TrackDetails.NONE.withSongId(Optional.of(recipe.songId())));
        } catch (InterruptedIOException e) {
            discard(target);
            return new Composition.NotComposed(new ProviderFailure.Internal("interrupted while rendering"));
        } catch (IOException e) {
            discard(target);
            throw new UncheckedIOException("cannot write the song " + commission.id(), e);
        }
    }

    /** What will be played; the prompt's unknown words count as much as the known ones. */
    Suite suite(SongRequest request) {
        return repertory.suite(Recipe.of(request)).orElseThrow();
    }

    /** The composer's dice: the prompt's words and the member's seed. */
    static long seed(String prompt, long seed) {
        return seed * 0x9E3779B97F4A7C15L + Chance.hash(prompt.strip());
    }

    private static void discard(Path target) {
        try {
            Files.deleteIfExists(target);
        } catch (IOException e) {
            // The caller throws an incomplete file away anyway.
        }
    }
}
