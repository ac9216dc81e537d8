package dev.earworm.audio.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earworm.audio.picture.TimelineArt.Part;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class TimelineArtTest {
    private static final CoverArt COVER = CoverArt.of("a calm river", "1");
    /** Above the numbers. */
    private static final int TOP_OF_BLOCKS = 40;

    private static final int MIDDLE_OF_TIMES = 201;

    @Test
    void itIsAWidePictureOfSomeKilobytesAndTheSameAtEachDrawing() throws IOException {
        List<Part> parts = List.of(part("intro", 10), part("verse", 20));
        byte[] png = TimelineArt.of(parts, COVER).png();
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png));

        assertThat(TimelineArt.of(parts, COVER).png()).isEqualTo(png);
        assertThat(png).hasSizeBetween(1_000, 60_000);
        assertThat(picture.getWidth()).isEqualTo(TimelineArt.WIDTH);
        assertThat(picture.getHeight()).isEqualTo(TimelineArt.HEIGHT);
    }

    @Test
    void aBlockIsAsWideAsItsSectionIsLong() throws IOException {
        List<Integer> widths = blocks(drawn(part("intro", 10), part("verse", 30), part("outro", 20)));

        assertThat(widths).hasSize(3);
        assertThat(widths.get(0)).isBetween(180, 192);
        assertThat(widths.get(1)).isBetween(565, 576);
        assertThat(widths.get(2)).isBetween(372, 384);
    }

    @Test
    void sectionsOfAKindLookAlikeAndOthersDoNot() throws IOException {
        BufferedImage picture = drawn(part("verse", 10), part("chorus", 10), part("verse", 10), part("bridge", 10));
        int quarter = (TimelineArt.WIDTH - 48) / 4;
        List<Integer> colours = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            colours.add(picture.getRGB(24 + i * quarter + 30, TOP_OF_BLOCKS));
        }

        assertThat(colours.get(0)).isEqualTo(colours.get(2)).isNotEqualTo(colours.get(1));
        assertThat(colours.get(3)).isNotIn(colours.get(0), colours.get(1));
    }

    @Test
    void eachStartAndTheEndAreWrittenBelowWhereTheyHaveRoom() throws IOException {
        BufferedImage picture = drawn(part("a", 30), part("b", 30), part("c", 30));

        assertThat(isWritten(picture, 24, 100)).isTrue();
        assertThat(isWritten(picture, 408, 490)).isTrue();
        assertThat(isWritten(picture, 792, 880)).isTrue();
        assertThat(isWritten(picture, 1100, 1180)).isTrue();
        assertThat(isWritten(picture, 120, 400)).isFalse();
    }

    @Test
    void aSongOfThirtySectionsAndOneOfNoLengthCanBeDrawn() throws IOException {
        List<Part> many = new ArrayList<>(Collections.nCopies(29, part("short", 3)));
        many.add(part("long", 120));

        assertThat(blocks(read(TimelineArt.of(many, COVER)))).hasSize(30);
        assertThat(drawn(part("none", 0), part("none", 0)).getWidth()).isEqualTo(TimelineArt.WIDTH);
        assertThat(drawn(part("hours", 90_000)).getWidth()).isEqualTo(TimelineArt.WIDTH);
        assertThatThrownBy(() -> TimelineArt.of(List.of(), COVER)).hasMessage("nothing to draw");
    }

    @Test
    void numbersAndTimesStandOutWhateverTheColours() {
        for (int seed = 0; seed < 200; seed++) {
            TimelineArt art = TimelineArt.of(List.of(part("x", 1)), CoverArt.of("song " + seed, "" + seed));
            assertThat(contrast(art.time(), art.ground())).as("song %d", seed).isGreaterThan(7);
            for (int kind = 0; kind < 5; kind++) {
                assertThat(contrast(art.colour(kind, 5), art.ground()))
                        .as("kind %d of song %d", kind, seed)
                        .isGreaterThan(4.5);
            }
        }
    }

    /** As WCAG 2.2 measures it. */
    private static double contrast(Colour one, Colour other) {
        double bright = Math.max(one.luminance(), other.luminance());
        double dim = Math.min(one.luminance(), other.luminance());
        return (bright + 0.05) / (dim + 0.05);
    }

    private static Part part(String kind, int seconds) {
        return new Part(kind, Duration.ofSeconds(seconds));
    }

    private static BufferedImage drawn(Part... parts) throws IOException {
        return read(TimelineArt.of(List.of(parts), COVER));
    }

    private static BufferedImage read(TimelineArt art) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(art.png()));
    }

    /** How wide each stretch without any ground in it is. */
    private static List<Integer> blocks(BufferedImage picture) {
        int ground = picture.getRGB(0, 0);
        List<Integer> widths = new ArrayList<>();
        int width = 0;
        for (int x = 0; x < picture.getWidth(); x++) {
            if (picture.getRGB(x, TOP_OF_BLOCKS) != ground) {
                width++;
            } else if (width > 0) {
                widths.add(width);
                width = 0;
            }
        }
        return widths;
    }

    private static boolean isWritten(BufferedImage picture, int from, int to) {
        int ground = picture.getRGB(0, 0);
        for (int x = from; x < to; x++) {
            if (picture.getRGB(x, MIDDLE_OF_TIMES) != ground) {
                return true;
            }
        }
        return false;
    }
}
