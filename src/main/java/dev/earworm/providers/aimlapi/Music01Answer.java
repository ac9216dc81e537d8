package dev.earworm.providers.aimlapi;

import dev.earworm.providers.AudioDownload;
import dev.earworm.providers.VendorAnswer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import okhttp3.MediaType;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.BufferedSource;
import okio.Okio;

/**
 * music-01's answer taken apart: the audio, which stands in the middle of its JSON as a string of millions of
 * hexadecimal digits, goes to a file as it comes in, and only the rest of the text is held.
 *
 * @param text the answer with an empty string instead of the audio
 * @param audio what came of the audio; empty when there is none
 */
record Music01Answer(VendorAnswer text, Optional<AudioDownload.Result> audio) {
    private static final String KEY = "\"audio\"";
    private static final MediaType MP3 = MediaType.get("audio/mpeg");

    /** By then the audio has begun, whatever stands before it. */
    private static final int HEAD = 64 << 10;

    /**
     * Takes it apart.
     *
     * @param target written only when there is audio
     * @throws IOException when the answer breaks off
     */
    static Music01Answer read(Response response, Path target) throws IOException {
        BufferedSource source = response.body().source();
        Optional<String> before = response.isSuccessful() ? upToAudio(source) : Optional.empty();
        if (before.isEmpty()) {
            return new Music01Answer(VendorAnswer.read(response), Optional.empty());
        }
        AudioDownload.Result audio = save(source, target);
        String after = switch (audio) {
            case AudioDownload.Result.Saved _ -> VendorAnswer.read(response).body();
            // Somewhere within the audio: what follows is no text.
            case AudioDownload.Result.Unfit _ -> "";
        };
        VendorAnswer text = new VendorAnswer(response.code(), Optional.empty(), before.get() + '"' + after);
        return new Music01Answer(text, Optional.of(audio));
    }

    /** The text with the quotation mark behind which the digits begin; empty, and nothing taken, when none do. */
    private static Optional<String> upToAudio(BufferedSource source) throws IOException {
        source.request(HEAD);
        String head = source.peek()
                .readByteString(Math.min(HEAD, source.getBuffer().size()))
                .string(StandardCharsets.ISO_8859_1);
        int digits = firstDigit(head);
        return digits < 0 ? Optional.empty() : Optional.of(source.readUtf8(digits));
    }

    /** One character is one byte here. */
    private static int firstDigit(String head) {
        int at = head.indexOf(KEY);
        if (at < 0) {
            return -1;
        }
        at += KEY.length();
        while (at < head.length() && (Character.isWhitespace(head.charAt(at)) || head.charAt(at) == ':')) {
            at++;
        }
        boolean opens = at + 1 < head.length() && head.charAt(at) == '"';
        return opens && Character.digit(head.charAt(at + 1), 16) >= 0 ? at + 1 : -1;
    }

    private static AudioDownload.Result save(BufferedSource source, Path target) throws IOException {
        try {
            return AudioDownload.save(
                    ResponseBody.create(Okio.buffer(new HexSource(source)), MP3, -1), target, AudioDownload.MAX_BYTES);
        } catch (HexSource.NotHexException _) {
            return new AudioDownload.Result.Unfit("the audio is not written in hexadecimal digits");
        }
    }
}
