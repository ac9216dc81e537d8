package dev.earworm.providers.aimlapi;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.earworm.music.AudioFormat;
import dev.earworm.music.Commission;
import dev.earworm.music.ModelId;
import dev.earworm.music.MusicModel;
import dev.earworm.music.MusicModel.Feature;
import dev.earworm.music.Price;
import dev.earworm.music.ReferenceRule;
import dev.earworm.music.Usd;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The models that are sold here: one entry each, with its limits and how its songs are written down
 * (https://docs.aimlapi.com/api-references/music-models, a page for each model). The vendor documents no prompt limit
 * for lyria2 and stable-audio; theirs is that of the other models. Lengths that nobody may choose and waits are those of
 * the vendor's examples.
 */
final class AimlapiModels {
    static final String PROVIDER = "aimlapi";

    /** Speaks another protocol than all the others: {@link Music01Composer}. */
    static final ModelId MUSIC_01 = new ModelId(PROVIDER, "music-01");

    private static final int PROMPT = 2000;

    /** 600 characters with the hash marks around them. */
    private static final int SHORT_LYRICS = 600 - 2 * AimlapiBody.HASHES.length();

    /** The vendor names no largest file but for music-cover's references. */
    private static final long REFERENCE_BYTES = 50_000_000;

    /** The one figure there is: 120,000 credits, in an example of the default ten seconds. */
    private static final Price ELEVEN_MUSIC_PRICE = new Price.PerSecond(Usd.of("0.006"));

    private static final List<Entry> ENTRIES = List.of(
            entry(
                    "elevenlabs/eleven_music",
                    "Eleven Music",
                    AimlapiBody::elevenMusic,
                    draft -> draft.length(10, 60, 300)
                            .prompt(1, AimlapiPrompt.ELEVEN_MUSIC_LIMIT)
                            .lyricsInPrompt(1500)
                            .can(Feature.INSTRUMENTAL)
                            .price(ELEVEN_MUSIC_PRICE)
                            .typicalWait(Duration.ofSeconds(40))),
            entry(
                    "minimax/music-2.6",
                    "MiniMax Music 2.6",
                    AimlapiBody::minimax26,
                    draft -> draft.ownLength(120)
                            .prompt(10, PROMPT)
                            .lyrics(10, 3000)
                            .can(Feature.INSTRUMENTAL)
                            .formats(AudioFormat.MP3, AudioFormat.WAV)
                            .price(new Price.PerSong(Usd.of("0.195")))
                            .typicalWait(Duration.ofSeconds(90))),
            entry(
                    "minimax/music-2.0",
                    "MiniMax Music 2.0",
                    AimlapiBody::minimax,
                    draft -> draft.ownLength(120)
                            .prompt(10, PROMPT)
                            .lyrics(10, 3000)
                            .needs(Feature.LYRICS)
                            .formats(AudioFormat.MP3, AudioFormat.WAV)
                            .typicalWait(Duration.ofSeconds(75))),
            entry(
                    "minimax/music-1.5",
                    "MiniMax Music 1.5",
                    AimlapiBody::minimax,
                    draft -> draft.ownLength(120)
                            .prompt(10, 300)
                            .lyrics(10, 3000)
                            .needs(Feature.LYRICS)
                            .formats(AudioFormat.MP3, AudioFormat.WAV)
                            .typicalWait(Duration.ofSeconds(90))),
            entry(
                    "minimax/music-cover",
                    "MiniMax Music Cover",
                    AimlapiBody::minimaxCover,
                    draft -> draft.ownLength(120)
                            .prompt(10, PROMPT)
                            .lyrics(10, 3000)
                            .needs(Feature.REFERENCE)
                            .reference(new ReferenceRule(
                                    Duration.ofSeconds(6),
                                    Duration.ofMinutes(6),
                                    REFERENCE_BYTES,
                                    Set.of(AudioFormat.MP3, AudioFormat.WAV, AudioFormat.FLAC)))
                            .formats(AudioFormat.MP3, AudioFormat.WAV)
                            .typicalWait(Duration.ofSeconds(90))),
            entry(
                    "google/lyria2",
                    "Lyria 2",
                    AimlapiBody::lyria,
                    draft -> draft.ownLength(33)
                            .prompt(1, PROMPT)
                            .can(Feature.INSTRUMENTAL, Feature.SEED)
                            .formats(AudioFormat.WAV)
                            .typicalWait(Duration.ofSeconds(35))),
            entry(
                    "stable-audio",
                    "Stable Audio",
                    AimlapiBody::stableAudio,
                    draft -> draft.length(1, 30, 47)
                            .prompt(1, PROMPT)
                            .can(Feature.INSTRUMENTAL)
                            .formats(AudioFormat.WAV)
                            .typicalWait(Duration.ofSeconds(50))),
            entry(
                    "minimax-music",
                    "MiniMax Music",
                    AimlapiBody::legacyMinimax,
                    draft -> draft.ownLength(60)
                            .prompt(1, PROMPT)
                            .lyrics(1, SHORT_LYRICS)
                            .needs(Feature.LYRICS, Feature.REFERENCE)
                            .reference(sung(Duration.ofSeconds(15)))
                            .typicalWait(Duration.ofSeconds(55))),
            entry(
                    MUSIC_01.model(),
                    "MiniMax Music 01",
                    AimlapiBody::music01,
                    draft -> draft.ownLength(60)
                            .prompt(1, PROMPT)
                            .lyrics(1, SHORT_LYRICS)
                            .needs(Feature.LYRICS, Feature.REFERENCE)
                            .reference(sung(Duration.ofSeconds(10)))
                            .formats(AudioFormat.MP3, AudioFormat.WAV)
                            .typicalWait(Duration.ofSeconds(60))));

    private AimlapiModels() {}

    /** The best default first. */
    static List<MusicModel> all() {
        return ENTRIES.stream().map(Entry::model).toList();
    }

    /**
     * The whole request for a song.
     *
     * @throws IllegalArgumentException when the model is none of ours
     */
    static ObjectNode body(Commission commission) {
        ModelId id = commission.request().model();
        Entry entry = ENTRIES.stream()
                .filter(each -> each.model().id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no model of AI/ML API: " + id));
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("model", id.model());
        entry.body().write(commission, body);
        return body;
    }

    private record Entry(MusicModel model, AimlapiBody body) {}

    private static Entry entry(String name, String title, AimlapiBody body, UnaryOperator<MusicModel.Draft> abilities) {
        MusicModel.Draft draft = MusicModel.named(new ModelId(PROVIDER, name), title + " (AI/ML API)");
        return new Entry(abilities.apply(draft).build(), body);
    }

    /** Singing and instruments together. */
    private static ReferenceRule sung(Duration longerThan) {
        return new ReferenceRule(
                longerThan.plusMillis(1),
                Duration.ofMinutes(10),
                REFERENCE_BYTES,
                Set.of(AudioFormat.MP3, AudioFormat.WAV));
    }
}
