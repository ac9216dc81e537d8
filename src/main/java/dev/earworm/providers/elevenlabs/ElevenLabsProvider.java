package dev.earworm.providers.elevenlabs;

import dev.earworm.music.AccountStatus;
import dev.earworm.music.Commission;
import dev.earworm.music.Composition;
import dev.earworm.music.ModelId;
import dev.earworm.music.MusicModel;
import dev.earworm.music.MusicModel.Feature;
import dev.earworm.music.SynchronousProvider;
import dev.earworm.providers.VendorTimeouts;
import java.nio.file.Path;
import java.util.List;

/**
 * Songs from ElevenLabs' Music API: one request, minutes of silence, and the audio as the answer.
 *
 * <p>The vendor keeps no job and knows no idempotency: an answer that breaks off is a song lost and probably paid. A
 * seed is not offered, since the vendor takes one only with a composition plan.
 */
public final class ElevenLabsProvider implements SynchronousProvider {
    private static final String NAME = "elevenlabs";

    /** The least of the paid plans; the vendor's first refusal tells the account's own number. */
    private static final int CONCURRENT_SONGS = 2;

    /** Leaves room for words about the music beside the lyrics; both together are held by the prompt's limit. */
    private static final int LYRICS_LIMIT = 3000;

    private static final List<MusicModel> MODELS = List.of(
            model("music_v2", "ElevenLabs Music v2"),
            model("music_v2_5", "ElevenLabs Music v2.5"),
            model("music_v1", "ElevenLabs Music v1"));

    private final ElevenLabsClient client;

    public ElevenLabsProvider(ElevenLabsConfig config) {
        this(config, VendorTimeouts.untilTheSongIsMade());
    }

    ElevenLabsProvider(ElevenLabsConfig config, VendorTimeouts timeouts) {
        this.client = new ElevenLabsClient(config, timeouts);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<MusicModel> models() {
        return MODELS;
    }

    @Override
    public int concurrentSongs() {
        return CONCURRENT_SONGS;
    }

    @Override
    public AccountStatus account() {
        throw new UnsupportedOperationException();
    }

    @Override
    public RepeatedSubmit repeatedSubmit() {
        return RepeatedSubmit.MAY_CHARGE_TWICE;
    }

    /** The id goes nowhere: the vendor has no place for one. */
    @Override
    public Composition compose(Commission commission, Path target) {
        return client.compose(commission.request(), target);
    }

    private static MusicModel model(String name, String title) {
        return MusicModel.named(new ModelId(NAME, name), title)
                .length(3, 60, 600)
                .prompt(1, ElevenLabsPrompt.LIMIT)
                .lyricsInPrompt(LYRICS_LIMIT)
                .can(Feature.INSTRUMENTAL)
                .build();
    }
}
