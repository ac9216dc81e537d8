package dev.earworm.providers.elevenlabs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.earworm.music.ModelId;
import dev.earworm.music.ProviderFailure;
import dev.earworm.music.ProviderFailure.BadRequest;
import dev.earworm.music.ProviderFailure.Internal;
import dev.earworm.music.SongUploader;
import dev.earworm.providers.VendorAnswer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import okhttp3.Response;

/**
 * Gives songs to ElevenLabs to keep (https://elevenlabs.io/docs/api-reference/music/upload). It costs as much as having
 * one made, and half of that when the vendor finds it to be somebody's and refuses it.
 */
final class ElevenLabsUploads implements SongUploader {
    private final ElevenLabsClient client;

    ElevenLabsUploads(ElevenLabsClient client) {
        this.client = client;
    }

    @Override
    public Upload upload(Path audio, ModelId model) {
        Optional<SoundType> type = SoundType.of(audio);
        if (type.isEmpty()) {
            return failed(new BadRequest("the file is no sound"));
        }
        return client.submit(
                client.address("v1/music/upload"),
                new SoundForm(audio, type.get(), Map.of("extract_composition_plan", model.model())),
                this::read,
                ElevenLabsUploads::failed);
    }

    private Upload read(Response response) throws IOException {
        VendorAnswer answer = VendorAnswer.read(response);
        if (!answer.successful()) {
            return failed(client.errors().failure(answer));
        }
        JsonNode json = SnakeCase.of(answer.json());
        String songId = PlanJson.text(json.path("song_id"));
        return songId.isBlank()
                ? failed(new Internal("the vendor took the song and did not say how it is called"))
                : new Upload.Uploaded(songId, PlanShape.read(json.path("composition_plan")));
    }

    private static Upload failed(ProviderFailure failure) {
        return new Upload.NotUploaded(failure);
    }
}
