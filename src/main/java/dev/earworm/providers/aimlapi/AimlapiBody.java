package dev.earworm.providers.aimlapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.earworm.music.AudioFormat;
import dev.earworm.music.Commission;
import dev.earworm.music.ReferenceAudio;
import dev.earworm.music.SongRequest;

/**
 * How a song of one family of models is written down: every field but the model's name. Only documented fields are
 * sent, numbers as numbers (https://docs.aimlapi.com/api-references/music-models, a page for each model).
 */
@FunctionalInterface
interface AimlapiBody {
    /** Around the lyrics of {@link #legacyMinimax} and {@link #music01}. */
    String HASHES = "##";

    void write(Commission commission, ObjectNode body);

    /** With the length always: left out, every song would silently be ten seconds long. */
    static void elevenMusic(Commission commission, ObjectNode body) {
        SongRequest song = commission.request();
        body.put("prompt", AimlapiPrompt.ofElevenMusic(song))
                .put("music_length_ms", song.length().toMillis());
    }

    static void lyria(Commission commission, ObjectNode body) {
        SongRequest song = commission.request();
        body.put("prompt", AimlapiPrompt.withoutAvoided(song));
        song.plan()
                .map(plan -> String.join(", ", plan.avoided()))
                .filter(avoided -> !avoided.isEmpty())
                .ifPresent(avoided -> body.put("negative_prompt", avoided));
        song.seed().ifPresent(seed -> body.put("seed", seed));
    }

    /**
     * Without {@code seconds_start}: it is where in the sound the clip begins, at the earliest one second in, and a song
     * begins at its beginning. Without {@code steps}: the vendor's 100 are as good as any.
     */
    static void stableAudio(Commission commission, ObjectNode body) {
        SongRequest song = commission.request();
        body.put("prompt", AimlapiPrompt.of(song)).put("seconds_total", song.seconds());
    }

    /**
     * What is called the prompt here are the words to sing; how they sound comes from the reference alone, and for the
     * member's own words there is no field (they would be sung). Hash marks around the lyrics ask for instruments.
     */
    static void legacyMinimax(Commission commission, ObjectNode body) {
        body.put("prompt", accompanied(commission.request()))
                .put("reference_audio_url", reference(commission).url().toString());
    }

    /** As {@link #legacyMinimax}, with the reference named by the ids that its upload was given. */
    static void music01(Commission commission, ObjectNode body) {
        body.put("lyrics", accompanied(commission.request()));
        audioSetting("sample_rate", commission, body);
    }

    /** Cannot sing without words, nor be told not to sing. */
    static void minimax(Commission commission, ObjectNode body) {
        SongRequest song = commission.request();
        body.put("prompt", AimlapiPrompt.of(song));
        song.wordsToSing().ifPresent(lyrics -> body.put("lyrics", lyrics));
        audioSetting("audio_sample_rate", commission, body);
    }

    /** Writes its own words where a member gave none and wants singing; it would fail otherwise. */
    static void minimax26(Commission commission, ObjectNode body) {
        SongRequest song = commission.request();
        minimax(commission, body);
        body.put("is_instrumental", song.instrumental())
                .put(
                        "lyrics_optimizer",
                        !song.instrumental() && song.wordsToSing().isEmpty());
    }

    static void minimaxCover(Commission commission, ObjectNode body) {
        SongRequest song = commission.request();
        body.put("prompt", AimlapiPrompt.of(song))
                .put("reference_audio_url", reference(commission).url().toString());
        song.wordsToSing().ifPresent(lyrics -> body.put("lyrics", lyrics));
        audioSetting("sample_rate", commission, body);
    }

    /** The best that they make; a format of ours that they do not make is made of WAV. */
    private static void audioSetting(String sampleRate, Commission commission, ObjectNode body) {
        boolean mp3 = commission.request().format() == AudioFormat.MP3;
        body.putObject("audio_setting")
                .put(sampleRate, 44100)
                .put("bitrate", 256000)
                .put("format", mp3 ? "mp3" : "wav");
    }

    private static String accompanied(SongRequest song) {
        return HASHES + song.wordsToSing().orElse("").strip() + HASHES;
    }

    private static ReferenceAudio reference(Commission commission) {
        return commission.reference().orElseThrow(() -> new IllegalArgumentException("this model needs a reference"));
    }
}
