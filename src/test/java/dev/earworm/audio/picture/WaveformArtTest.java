package dev.earworm.audio.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earworm.audio.Waveform;
import dev.earworm.audio.Waveform.Step;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class WaveformArtTest {
    private static final CoverArt COVER = CoverArt.of("a calm river", "1");

    @Test
    void itIsAWidePictureOfSomeTensOfKilobytesAndTheSameAtEachDrawing() throws IOException {
        byte[] png = WaveformArt.of(growing(), COVER).png();
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png));

        assertThat(WaveformArt.of(growing(), COVER).png()).isEqualTo(png);
        assertThat(png).hasSizeBetween(3_000, 80_000);
        assertThat(picture.getWidth()).isEqualTo(WaveformArt.WIDTH);
        assertThat(picture.getHeight()).isEqualTo(WaveformArt.HEIGHT);
    }

    @Test
    void louderPartsStandHigher() throws IOException {
        BufferedImage picture = drawn(growing());

        assertThat(lit(picture, 0)).isLessThan(lit(picture, 60));
        assertThat(lit(picture, 60)).isLessThan(lit(picture, 119));
    }

    @Test
    void aQuietSongFillsThePictureLikeALoudOneAndSilenceIsALine() throws IOException {
        BufferedImage quiet = drawn(each(_ -> new Step(0.05, 0.02)));
        BufferedImage loud = drawn(each(_ -> new Step(1, 0.4)));
        BufferedImage silent = drawn(each(_ -> new Step(0, 0)));

        assertThat(lit(quiet, 60)).isEqualTo(lit(loud, 60)).isGreaterThan(WaveformArt.HEIGHT / 2);
        assertThat(lit(silent, 60)).isBetween(3, 10);
    }

    @Test
    void barsStandOutFromTheGroundWhateverTheColours() {
        for (int seed = 0; seed < 200; seed++) {
            WaveformArt art = WaveformArt.of(growing(), CoverArt.of("song " + seed, "" + seed));
            for (int bar : new int[] {0, WaveformArt.BARS - 1}) {
                assertThat(contrast(art.strong(bar), art.ground()))
                        .as("song %d", seed)
                        .isGreaterThan(7);
                assertThat(contrast(art.faint(bar), art.ground()))
                        .as("song %d", seed)
                        .isGreaterThan(2.5);
            }
        }
    }

    @Test
    void aWaveformOfAnotherLengthIsAMistake() {
        assertThatThrownBy(() -> WaveformArt.of(new Waveform(List.of(new Step(1, 1))), COVER))
                .hasMessage("1 steps, wanted 120");
    }

    /** As WCAG 2.2 measures it. */
    private static double contrast(Colour one, Colour other) {
        double bright = Math.max(one.luminance(), other.luminance());
        double dim = Math.min(one.luminance(), other.luminance());
        return (bright + 0.05) / (dim + 0.05);
    }

    private static Waveform growing() {
        return each(bar -> new Step((bar + 1.0) / WaveformArt.BARS, 0.5 * bar / WaveformArt.BARS));
    }

    private static Waveform each(IntFunction<Step> step) {
        return new Waveform(IntStream.range(0, WaveformArt.BARS).mapToObj(step).toList());
    }

    private static BufferedImage drawn(Waveform waveform) throws IOException {
        return ImageIO.read(
                new ByteArrayInputStream(WaveformArt.of(waveform, COVER).png()));
    }

    /** How many pixels are no ground, down the middle of a bar. */
    private static int lit(BufferedImage picture, int bar) {
        int x = (int) (24 + (bar + 0.5) * (WaveformArt.WIDTH - 48) / WaveformArt.BARS);
        int ground = picture.getRGB(0, 0);
        return (int) IntStream.range(0, WaveformArt.HEIGHT)
                .filter(y -> picture.getRGB(x, y) != ground)
                .count();
    }
}
