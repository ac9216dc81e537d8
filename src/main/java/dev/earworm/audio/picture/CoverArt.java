package dev.earworm.audio.picture;

import java.util.List;
import java.util.function.BiFunction;

/**
 * The cover of a song: a square picture in the colours of its words, without any text in it.
 *
 * <p>The same words and variant give the same picture, byte for byte; any other gives another one. Drawing takes a few
 * tenths of a second.
 */
public final class CoverArt {
    /** Its width and height in pixels. */
    public static final int SIDE = 1024;

    private static final double QUALITY = 0.86;
    private static final List<BiFunction<Palette, Chance, Motif>> MOTIFS =
            List.of(Hills::new, PaperCut::new, Ribbons::new, Tiles::new);

    private final Palette palette;
    private final Motif motif;

    private CoverArt(Palette palette, Motif motif) {
        this.palette = palette;
        this.motif = motif;
    }

    /**
     * @param words what the song is like; decides on the colours
     * @param variant tells songs with the same words apart: a seed, or an id
     */
    public static CoverArt of(String words, String variant) {
        Chance chance = new Chance(words + "\n" + variant);
        Palette palette = Palette.of(words, chance);
        return new CoverArt(palette, chance.oneOf(MOTIFS).apply(palette, chance));
    }

    /** As a JPEG of some tens of kilobytes. */
    public byte[] jpeg() {
        Canvas canvas = new Canvas(SIDE, SIDE);
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                canvas.paintSoftly(x, y, motif.at((x + 0.5) / SIDE, (y + 0.5) / SIDE));
            }
        }
        return canvas.jpeg(QUALITY);
    }

    /** The one that stands out of the picture, as 0xRRGGBB. */
    public int colour() {
        return palette.accent().rgb(0);
    }

    Palette palette() {
        return palette;
    }
}
