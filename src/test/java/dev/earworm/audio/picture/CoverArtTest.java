package dev.earworm.audio.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CoverArtTest {
    @Test
    void theSameWordsAndVariantGiveTheSameBytes() {
        assertThat(CoverArt.of("a calm river", "7").jpeg())
                .isEqualTo(CoverArt.of("a calm river", "7").jpeg());
    }

    @Test
    void noTwoSongsLookAlike() throws IOException {
        Set<String> looks = new HashSet<>();
        for (int seed = 0; seed < 12; seed++) {
            looks.add(look(CoverArt.of("a calm river", "" + seed)));
            looks.add(look(CoverArt.of("a wild river", "" + seed)));
        }

        assertThat(looks).hasSize(24);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a calm river", "metal", "静かな夜の歌", "🎵", "\u0000", "neon lights at night"})
    void itIsASquareOfSomeTensOfKilobytesThatShowsSomething(String words) throws IOException {
        byte[] jpeg = CoverArt.of(words, "3").jpeg();
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(jpeg));

        assertThat(jpeg).hasSizeBetween(10_000, 150_000);
        assertThat(picture.getWidth()).isEqualTo(CoverArt.SIDE);
        assertThat(picture.getHeight()).isEqualTo(CoverArt.SIDE);
        assertThat(coarseColours(picture)).hasSizeGreaterThan(3);
    }

    @ParameterizedTest
    @CsvSource({"rainy afternoon, WATER", "a song of METAL!, IRON", "lo-fi beats, FROST", "neon night, NEON"})
    void wordsHaveAMood(String words, Mood mood) {
        assertThat(Mood.of(words)).contains(mood);
    }

    @Test
    void wordsWithoutAMoodGetAnyColour() {
        assertThat(Mood.of("a donkey choir")).isEmpty();
    }

    @Test
    void theColoursFollowTheMood() {
        Colour rain = CoverArt.of("rain", "1").palette().deep();
        Colour fire = CoverArt.of("fire", "1").palette().deep();

        assertThat(rain.b()).as("towards blue").isNegative();
        assertThat(fire.b()).as("towards yellow").isPositive();
        assertThat(fire.a()).as("towards red").isPositive();
    }

    private static String look(CoverArt art) throws IOException {
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(art.jpeg()));
        StringBuilder look = new StringBuilder();
        for (int y = 64; y < CoverArt.SIDE; y += 128) {
            for (int x = 64; x < CoverArt.SIDE; x += 128) {
                look.append(Integer.toHexString(picture.getRGB(x, y) & 0xf0f0f0));
            }
        }
        return look.toString();
    }

    private static Set<Integer> coarseColours(BufferedImage picture) {
        Set<Integer> colours = new HashSet<>();
        for (int at = 0; at < CoverArt.SIDE; at += 8) {
            colours.add(picture.getRGB(at, at) & 0xe0e0e0);
        }
        return colours;
    }
}
