package dev.earworm.audio;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/**
 * The picture that a player shows beside a song: a JPEG of our own making, never a stranger's.
 *
 * @param side width and height in pixels
 */
public record Cover(Path jpeg, int side) {
    private static final int FRONT_COVER = 3;
    private static final int BITS_PER_PIXEL = 24;
    private static final String MEDIA_TYPE = "image/jpeg";

    /**
     * As it stands among the tags of an Ogg file, which has no place of its own for pictures: FLAC's picture block in
     * base64. Formats: https://wiki.xiph.org/VorbisComment#METADATA_BLOCK_PICTURE and
     * https://www.rfc-editor.org/rfc/rfc9639#section-8.8
     */
    String asPictureBlock() throws IOException {
        byte[] picture = Files.readAllBytes(jpeg);
        byte[] type = MEDIA_TYPE.getBytes(StandardCharsets.US_ASCII);
        ByteBuffer block = ByteBuffer.allocate(8 * Integer.BYTES + type.length + picture.length)
                .putInt(FRONT_COVER)
                .putInt(type.length)
                .put(type)
                .putInt(0) // no description
                .putInt(side)
                .putInt(side)
                .putInt(BITS_PER_PIXEL)
                .putInt(0) // not a palette picture
                .putInt(picture.length)
                .put(picture);
        return Base64.getEncoder().encodeToString(block.array());
    }
}
