package dev.earworm.providers.apiframe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.earworm.music.AudioFormat;
import dev.earworm.music.Commission;
import dev.earworm.music.MusicModel;
import dev.earworm.music.MusicModel.Feature;
import dev.earworm.music.Price;
import dev.earworm.music.Price.Tier;
import dev.earworm.music.SongRequest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** ElevenLabs' model, which takes lyrics in its prompt (https://docs-v2.apiframe.ai/docs/music/elevenlabs-music). */
final class ElevenLabsMusic implements ApiframeModel {
    /** Leaves a sensible prompt its room. */
    private static final int LONGEST_LYRICS = 3000;

    private static final Price PRICE = new Price.Tiered(List.of(
            new Tier(Duration.ofSeconds(30), ApiframeModel.credits(10)),
            new Tier(Duration.ofMinutes(2), ApiframeModel.credits(20)),
            new Tier(Duration.ofMinutes(5), ApiframeModel.credits(30))));

    @Override
    public MusicModel model() {
        return ApiframeModel.draft("elevenlabs-music", "ElevenLabs Music")
                .length(5, 60, 300)
                .prompt(1, ApiframePrompt.LIMIT_WITH_LYRICS)
                .lyricsInPrompt(LONGEST_LYRICS)
                .can(Feature.INSTRUMENTAL)
                .formats(AudioFormat.MP3, AudioFormat.WAV)
                .price(PRICE)
                .typicalWait(Duration.ofSeconds(60))
                .build();
    }

    /** The length always: left out, the model would choose one itself, and its price with it. */
    @Override
    public ObjectNode body(Commission commission) {
        SongRequest song = commission.request();
        ObjectNode body = ApiframeModel.body(commission, ApiframePrompt.of(song) + ApiframePrompt.lyricsAfter(song));
        body.putObject("elevenlabsParams")
                .put("music_length_ms", song.length().toMillis())
                .put("force_instrumental", song.instrumental())
                .put("output_format", Output.of(commission).word());
        return body;
    }

    /** The files that the vendor makes, the best first; those of lower sample rates are of no use for music. */
    private enum Output {
        WAV_CD_QUALITY(176_400),
        MP3_HIGH_QUALITY(24_000),
        MP3_STANDARD(16_000);

        /** A WAV file's head, and far more than the tags of an MP3. */
        private static final int HEAD = 4096;

        private final int bytesPerSecond;

        Output(int bytesPerSecond) {
            this.bytesPerSecond = bytesPerSecond;
        }

        /** The best that needs no second encoding; where none fits, it is encoded again in any case. */
        static Output of(Commission commission) {
            return Stream.of(values())
                    .filter(output -> output != WAV_CD_QUALITY || wantsEverySample(commission.request()))
                    .filter(output -> output.size(commission.request().length()) <= commission.sizeLimit())
                    .findFirst()
                    .orElse(MP3_HIGH_QUALITY);
        }

        private static boolean wantsEverySample(SongRequest song) {
            return switch (song.format()) {
                case WAV, FLAC -> true;
                case MP3, OGG -> false;
            };
        }

        private long size(Duration length) {
            return HEAD + length.toMillis() * bytesPerSecond / 1000;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
