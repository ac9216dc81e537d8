package dev.earworm.providers.aimlapi;

import dev.earworm.music.Usd;
import dev.earworm.providers.VendorAnswer;
import java.io.IOException;
import java.util.Optional;
import okhttp3.Response;

/**
 * An answer with what its headers say of the song.
 *
 * @param inferenceId the name of the song, which every answer to a request for one bears
 * @param cost what the song was charged
 */
record AimlapiReply(VendorAnswer answer, Optional<String> inferenceId, Optional<Usd> cost) {
    /**
     * Takes in a bounded part of the text.
     *
     * @throws IOException when an answer that says success breaks off
     */
    static AimlapiReply read(Response response) throws IOException {
        return of(response, VendorAnswer.read(response));
    }

    /** Of an answer whose text has been taken in already. */
    static AimlapiReply of(Response response, VendorAnswer answer) {
        return new AimlapiReply(
                answer,
                Optional.ofNullable(response.header("x-inference-id")).filter(id -> !id.isBlank()),
                AimlapiCost.of(response.headers(), answer.json()));
    }
}
