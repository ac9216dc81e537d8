package dev.earworm.providers.elevenlabs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;
import okio.BufferedSink;

/**
 * A form with a sound in it, read from the disk while it is sent. It is sent at most once: see
 * {@link dev.earworm.providers.JsonBody}.
 */
final class SoundForm extends RequestBody {
    private final MultipartBody form;

    /** The file's own name stays here: it is the song's title. */
    SoundForm(Path sound, SoundType type, Map<String, String> fields) {
        MultipartBody.Builder builder = new MultipartBody.Builder().setType(MultipartBody.FORM);
        fields.forEach(builder::addFormDataPart);
        this.form = builder.addFormDataPart(
                        "file", "song." + type.extension(), RequestBody.create(sound.toFile(), type.mediaType()))
                .build();
    }

    @Override
    public MediaType contentType() {
        return form.contentType();
    }

    @Override
    public long contentLength() throws IOException {
        return form.contentLength();
    }

    @Override
    public boolean isOneShot() {
        return true;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        form.writeTo(sink);
    }
}
