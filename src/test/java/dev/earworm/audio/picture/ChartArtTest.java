package dev.earworm.audio.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.earworm.audio.picture.ChartArt.Bar;
import dev.earworm.audio.picture.ChartArt.Panel;
import dev.earworm.audio.picture.ChartArt.Unit;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChartArtTest {
    private static final Bar NONE = new Bar(0, 0);

    @Test
    void itIsAWidePictureOfSomeKilobytesAndTheSameAtEachDrawing() throws IOException {
        ChartArt chart = songs(new Bar(3, 1), NONE, new Bar(5, 0));

        assertThat(chart.png()).isEqualTo(chart.png()).hasSizeBetween(1_000, 100_000);
        assertThat(drawn(chart).getWidth()).isEqualTo(ChartArt.WIDTH);
        assertThat(drawn(chart).getHeight()).isEqualTo(ChartArt.HEIGHT);
    }

    @Test
    void aBarIsAsHighAsItsNumber() throws IOException {
        BufferedImage picture = drawn(songs(new Bar(10, 0), new Bar(5, 0), NONE, new Bar(1, 0)));

        int highest = height(picture, 0, 4, solid());
        assertThat(highest).isGreaterThan(400);
        assertThat(height(picture, 1, 4, solid())).isCloseTo(highest / 2, within(2));
        assertThat(height(picture, 2, 4, solid())).isZero();
        assertThat(height(picture, 3, 4, solid())).isCloseTo(highest / 10, within(2));
    }

    @Test
    void whatFailedIsStripedAndOnTop() throws IOException {
        BufferedImage picture = drawn(songs(new Bar(6, 4), new Bar(10, 0), new Bar(0, 5)));

        int whole = height(picture, 1, 3, solid());
        assertThat(height(picture, 0, 3, solid())).isCloseTo(whole * 6 / 10, within(5));
        assertThat(stripes(picture, 0, 3)).isGreaterThan(5);
        assertThat(stripes(picture, 1, 3)).isZero();
        assertThat(stripes(picture, 2, 3)).isGreaterThan(5);
        assertThat(height(picture, 2, 3, solid())).isZero();
    }

    @Test
    void oneFailureAmongVeryManySongsCanBeSeenAndSoCanOneSong() throws IOException {
        BufferedImage picture = drawn(songs(new Bar(1_000_000, 1), new Bar(1, 0), new Bar(0, 1)));

        assertThat(height(picture, 0, 3, ChartArt.striped(Unit.SONGS).rgb(0))).isBetween(3, 16);
        assertThat(height(picture, 1, 3, solid())).isBetween(2, 6);
        assertThat(height(picture, 2, 3, ChartArt.striped(Unit.SONGS).rgb(0))).isBetween(2, 8);
    }

    @Test
    void moneyHasAPanelOfItsOwnBelowTheSongs() throws IOException {
        ChartArt chart = ChartArt.of(
                List.of("1", "2"),
                List.of(
                        new Panel(Unit.SONGS, List.of(new Bar(4, 0), new Bar(4, 0))),
                        new Panel(Unit.DOLLARS, List.of(new Bar(2_000_000, 0), new Bar(1_000_000, 0)))),
                '.');
        BufferedImage picture = drawn(chart);
        int money = ChartArt.solid(Unit.DOLLARS).rgb(0);

        assertThat(lowest(picture, 0, 2, solid())).isLessThan(highest(picture, 0, 2, money));
        assertThat(height(picture, 1, 2, money)).isCloseTo(height(picture, 0, 2, money) / 2, within(2));
    }

    @Test
    void anythingFromNothingToThirtyOneDaysOfHugeNumbersCanBeDrawn() throws IOException {
        Bar huge = new Bar(Long.MAX_VALUE / 4, Long.MAX_VALUE / 4);

        assertThat(height(drawn(songs(NONE)), 0, 1, solid())).isZero();
        assertThat(drawn(songs(Collections.nCopies(31, huge).toArray(Bar[]::new)))
                        .getWidth())
                .isEqualTo(ChartArt.WIDTH);
        assertThatThrownBy(() -> songs()).hasMessage("nothing to draw");
        assertThatThrownBy(() -> ChartArt.of(List.of("1"), List.of(new Panel(Unit.SONGS, List.of())), '.'))
                .hasMessage("not a bar for each label");
    }

    @Test
    void theLastOfManyDaysHasItsNumberBelow() throws IOException {
        BufferedImage picture = drawn(songs(Collections.nCopies(31, NONE).toArray(Bar[]::new)));
        int ground = picture.getRGB(0, 0);
        int writtenFrom = ChartArt.WIDTH;
        for (int x = ChartArt.WIDTH - 1; x > 1000; x--) {
            if (picture.getRGB(x, ChartArt.HEIGHT - 48) != ground) {
                writtenFrom = x;
                break;
            }
        }

        assertThat(writtenFrom).isBetween(1140, 1180);
    }

    @ParameterizedTest
    @EnumSource
    void barsAndNumbersStandOutFromTheGround(Unit unit) {
        assertThat(contrast(ChartArt.ink(), ChartArt.ground())).isGreaterThan(7);
        assertThat(contrast(ChartArt.solid(unit), ChartArt.ground())).isGreaterThan(4.5);
        assertThat(contrast(ChartArt.striped(unit), ChartArt.ground())).isGreaterThan(4.5);
    }

    /** As WCAG 2.2 measures it. */
    private static double contrast(Colour one, Colour other) {
        double bright = Math.max(one.luminance(), other.luminance());
        double dim = Math.min(one.luminance(), other.luminance());
        return (bright + 0.05) / (dim + 0.05);
    }

    private static ChartArt songs(Bar... bars) {
        List<String> labels = IntStream.rangeClosed(1, bars.length)
                .mapToObj(Integer::toString)
                .toList();
        return ChartArt.of(labels, List.of(new Panel(Unit.SONGS, List.of(bars))), '.');
    }

    private static BufferedImage drawn(ChartArt chart) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(chart.png()));
    }

    private static int solid() {
        return ChartArt.solid(Unit.SONGS).rgb(0);
    }

    /** From the highest pixel of a colour in the middle of a bar to the lowest; 0 if there is none. */
    private static int height(BufferedImage picture, int bar, int bars, int colour) {
        int highest = highest(picture, bar, bars, colour);
        return highest < 0 ? 0 : lowest(picture, bar, bars, colour) - highest + 1;
    }

    private static int highest(BufferedImage picture, int bar, int bars, int colour) {
        return rows(picture, bar, bars, colour).min().orElse(-1);
    }

    private static int lowest(BufferedImage picture, int bar, int bars, int colour) {
        return rows(picture, bar, bars, colour).max().orElse(-1);
    }

    private static IntStream rows(BufferedImage picture, int bar, int bars, int colour) {
        int x = middle(picture, bar, bars);
        return IntStream.range(0, picture.getHeight())
                .filter(y -> IntStream.rangeClosed(x - 8, x + 8)
                        .anyMatch(column -> (picture.getRGB(column, y) & 0xffffff) == colour));
    }

    /** How often the colour of what failed begins, down the middle of a bar. */
    private static long stripes(BufferedImage picture, int bar, int bars) {
        int x = middle(picture, bar, bars);
        int colour = ChartArt.striped(Unit.SONGS).rgb(0);
        return IntStream.range(1, picture.getHeight())
                .filter(y ->
                        (picture.getRGB(x, y) & 0xffffff) == colour && (picture.getRGB(x, y - 1) & 0xffffff) != colour)
                .count();
    }

    /** The base line begins where the bars do. */
    private static int middle(BufferedImage picture, int bar, int bars) {
        int base = ChartArt.HEIGHT - 81;
        int right = ChartArt.WIDTH - 30;
        int left = right;
        while (picture.getRGB(left - 1, base) != picture.getRGB(0, 0)) {
            left--;
        }
        return (int) (left + (bar + 0.5) * (right - left) / bars);
    }
}
