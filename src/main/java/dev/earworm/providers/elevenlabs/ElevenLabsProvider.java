package dev.earworm.providers.elevenlabs;

import dev.earworm.music.AccountStatus;
import dev.earworm.music.AudioFormat;
import dev.earworm.music.Commission;
import dev.earworm.music.Composition;
import dev.earworm.music.ModelId;
import dev.earworm.music.MusicModel;
import dev.earworm.music.MusicModel.Feature;
import dev.earworm.music.Planner;
import dev.earworm.music.Price;
import dev.earworm.music.SongUploader;
import dev.earworm.music.StemSeparator;
import dev.earworm.music.SynchronousProvider;
import dev.earworm.music.Usd;
import dev.earworm.providers.VendorTimeouts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Songs from ElevenLabs' Music API: one request, minutes of silence, and the audio as the answer.
 *
 * <p>The vendor keeps no job and knows no idempotency: an answer that breaks off is a song lost and probably paid. A
 * seed is taken only with a plan.
 */
public final class ElevenLabsProvider implements SynchronousProvider {
    private static final String NAME = "elevenlabs";

    /** The least of the paid plans; the vendor's first refusal tells the account's own number. */
    private static final int CONCURRENT_SONGS = 2;

    /** Leaves room for words about the music beside the lyrics; both together are held by the prompt's limit. */
    private static final int LYRICS_LIMIT = 3000;

    /** For each model, as resellers list it; accounts with a plan pay in credits. */
    private static final Price PRICE = new Price.PerMinute(Usd.of("0.15"));

    /** Writing the plan of a long song takes the vendor a while. */
    private static final VendorTimeouts QUESTIONS =
            new VendorTimeouts(Duration.ofSeconds(10), Duration.ofMinutes(2), Duration.ofMinutes(3));

    private final SongKeeping keeping;
    private final ElevenLabsClient client;
    private final ElevenLabsComposer composer;
    private final List<MusicModel> models;

    public ElevenLabsProvider(ElevenLabsConfig config) {
        this(config, VendorTimeouts.untilTheSongIsMade(), QUESTIONS);
    }

    ElevenLabsProvider(ElevenLabsConfig config, VendorTimeouts works, VendorTimeouts questions) {
        this.keeping = config.keeping();
        this.client = new ElevenLabsClient(config, works, questions);
        this.composer = new ElevenLabsComposer(client, keeping);
        this.models = catalogue(keeping);
    }

    /** What every account can make, the best default first. */
    public static List<MusicModel> catalogue(SongKeeping keeping) {
        return List.of(
                model("music_v2", "ElevenLabs Music v2", keeping),
                model("music_v2_5", "ElevenLabs Music v2.5", keeping),
                model("music_v1", "ElevenLabs Music v1", keeping));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<MusicModel> models() {
        return models;
    }

    @Override
    public int concurrentSongs() {
        return CONCURRENT_SONGS;
    }

    @Override
    public AccountStatus account() {
        return new ElevenLabsAccount(client).status();
    }

    @Override
    public RepeatedSubmit repeatedSubmit() {
        return RepeatedSubmit.MAY_CHARGE_TWICE;
    }

    /** The id goes nowhere: the vendor has no place for one. */
    @Override
    public Composition compose(Commission commission, Path target) {
        return composer.compose(commission, target);
    }

    @Override
    public Optional<Planner> planner() {
        return Optional.of(new ElevenLabsPlanner(client));
    }

    @Override
    public Optional<StemSeparator> stems() {
        return Optional.of(new ElevenLabsStems(client));
    }

    /** An operator who wants no songs kept wants none kept of others either. */
    @Override
    public Optional<SongUploader> uploads() {
        return switch (keeping) {
            case KEPT -> Optional.of(new ElevenLabsUploads(client));
            case NOT_KEPT -> Optional.empty();
        };
    }

    private static MusicModel model(String name, String title, SongKeeping keeping) {
        MusicModel.Draft model = MusicModel.named(new ModelId(NAME, name), title)
                .length(3, 60, 600)
                .prompt(1, ElevenLabsPrompt.LIMIT)
                .lyricsInPrompt(LYRICS_LIMIT)
                .can(Feature.INSTRUMENTAL, Feature.PLAN, Feature.SEED_WITH_PLAN, Feature.STEMS)
                .formats(AudioFormat.MP3, AudioFormat.OGG)
                .price(PRICE);
        return switch (keeping) {
            case KEPT -> model.can(Feature.EXTEND).build();
            case NOT_KEPT -> model.build();
        };
    }
}
