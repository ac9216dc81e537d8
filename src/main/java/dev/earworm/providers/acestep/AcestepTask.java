package dev.earworm.providers.acestep;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.earworm.music.AudioFormat;
import dev.earworm.music.Commission;
import dev.earworm.music.ModelId;
import dev.earworm.music.PlanPrompt;
import dev.earworm.music.ReferenceAudio;
import dev.earworm.music.SongRequest;
import dev.earworm.providers.JsonBody;
import java.io.IOException;
import java.nio.file.Files;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;
import okio.BufferedSink;
import okio.Okio;
import okio.Source;

/**
 * A song in the server's words (https://github.com/ace-step/ACE-Step-1.5/blob/main/docs/en/API.md, section 4): JSON, or a
 * form where a reference goes with it. Either is sent at most once.
 *
 * <p>The audio's format is {@code audio_format}; a field named {@code format} would have the server rewrite the lyrics.
 */
final class AcestepTask {
    /** Follows the words at once, on every server. */
    static final ModelId DIRECT = new ModelId(AcestepProvider.NAME, "ace-step-1.5");

    /** Has the server's language model sketch the song first. */
    static final ModelId THINKING = new ModelId(AcestepProvider.NAME, "ace-step-1.5-thinking");

    private static final String WITHOUT_SINGING = "[Instrumental]";
    private static final double MILLIS_PER_SECOND = 1000;

    private AcestepTask() {}

    static RequestBody body(Commission commission) {
        ObjectNode fields = fields(commission.request());
        return commission
                .reference()
                .<RequestBody>map(reference -> form(fields, reference))
                .orElseGet(() -> new JsonBody(fields));
    }

    private static ObjectNode fields(SongRequest song) {
        ObjectNode fields = JsonNodeFactory.instance
                .objectNode()
                .put("task_type", "text2music")
                .put("prompt", prompt(song))
                .put("lyrics", lyrics(song))
                .put("thinking", song.model().equals(THINKING))
                .put("audio_duration", song.length().toMillis() / MILLIS_PER_SECOND)
                .put("audio_format", format(song.format()).extension())
                // Left out, the server would make every song twice.
                .put("batch_size", 1);
        // Without the first, the server takes no notice of the second.
        song.seed().ifPresent(seed -> fields.put("use_random_seed", false).put("seed", seed));
        return fields;
    }

    private static String prompt(SongRequest song) {
        return song.plan().map(plan -> PlanPrompt.of(song.prompt(), plan)).orElse(song.prompt());
    }

    /** The server sings what stands here and nothing else: no lyrics, no singing. */
    private static String lyrics(SongRequest song) {
        return song.instrumental() ? WITHOUT_SINGING : song.wordsToSing().orElse("");
    }

    /** What the server cannot make is made afterwards, of sound that has lost nothing. */
    private static AudioFormat format(AudioFormat wish) {
        return switch (wish) {
            case MP3, WAV, FLAC -> wish;
            case OGG -> AudioFormat.FLAC;
        };
    }

    /** The file gets a name of ours: the server reads its kind from the ending, and members name files as they like. */
    private static MultipartBody form(ObjectNode fields, ReferenceAudio reference) {
        MultipartBody.Builder form = new MultipartBody.Builder().setType(MultipartBody.FORM);
        fields.properties()
                .forEach(field ->
                        form.addFormDataPart(field.getKey(), field.getValue().asText()));
        String name = "reference." + reference.format().extension();
        return form.addFormDataPart("reference_audio", name, new Sound(reference))
                .build();
    }

    /** Streams a file; being one-shot, it keeps OkHttp from sending the whole form a second time. */
    private static final class Sound extends RequestBody {
        private static final MediaType ANY = MediaType.get("application/octet-stream");

        private final ReferenceAudio reference;

        Sound(ReferenceAudio reference) {
            this.reference = reference;
        }

        @Override
        public MediaType contentType() {
            return ANY;
        }

        @Override
        public long contentLength() throws IOException {
            return Files.size(reference.file());
        }

        @Override
        public boolean isOneShot() {
            return true;
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            try (Source file = Okio.source(reference.file())) {
                sink.writeAll(file);
            }
        }
    }
}
