package dev.earworm.audio.picture;

import dev.earworm.audio.Waveform;

/**
 * The outline of a song as a wide picture, in the colours of its cover: a card of its own ground, so that it reads alike on
 * light and dark pages.
 */
public final class WaveformArt {
    /** How many bars it has: what to divide the song into. */
    public static final int BARS = 120;

    public static final int WIDTH = 1200;
    public static final int HEIGHT = 240;

    private static final int MARGIN = 24;
    private static final double PITCH = (WIDTH - 2.0 * MARGIN) / BARS;
    private static final double RADIUS = 3.3;
    private static final double TALLEST = HEIGHT / 2.0 - MARGIN;
    private static final double SILENT = 0.012;

    private final Waveform waveform;
    private final Palette palette;
    private final double loudest;

    private WaveformArt(Waveform waveform, Palette palette) {
        this.waveform = waveform;
        this.palette = palette;
        this.loudest = Math.max(SILENT, waveform.peak());
    }

    /**
     * @param waveform of {@value #BARS} steps
     * @param cover whose colours it takes
     */
    public static WaveformArt of(Waveform waveform, CoverArt cover) {
        if (waveform.steps().size() != BARS) {
            throw new IllegalArgumentException(waveform.steps().size() + " steps, wanted " + BARS);
        }
        return new WaveformArt(waveform, cover.palette());
    }

    /** As a PNG of some tens of kilobytes. */
    public byte[] png() {
        Canvas canvas = new Canvas(WIDTH, HEIGHT);
        for (int x = 0; x < WIDTH; x++) {
            int bar = Math.clamp((int) ((x - MARGIN) / PITCH), 0, BARS - 1);
            double aside = x + 0.5 - (MARGIN + (bar + 0.5) * PITCH);
            for (int y = 0; y < HEIGHT; y++) {
                canvas.paint(x, y, at(bar, aside, Math.abs(y + 0.5 - HEIGHT / 2.0)));
            }
        }
        return canvas.png();
    }

    /** @param aside pixels from the middle of the bar, as {@code away} is from the middle of the picture */
    private Colour at(int bar, double aside, double away) {
        Waveform.Step step = waveform.steps().get(bar);
        double peak = covered(aside, away, step.peak());
        double average = covered(aside, away, step.average());
        return ground().mixed(faint(bar), peak).mixed(strong(bar), average);
    }

    /** How much of the pixel is inside a bar with round ends. */
    private double covered(double aside, double away, double loudness) {
        double reach = Math.max(0, TALLEST * loudness / loudest - RADIUS);
        double outside = Math.hypot(aside, Math.max(0, away - reach)) - RADIUS;
        return Curves.smooth(0.7, -0.7, outside);
    }

    /** Dark enough that even the faint bars stand out. */
    Colour ground() {
        return palette.near().withLightness(0.2);
    }

    Colour faint(int bar) {
        return strong(bar).withLightness(0.52);
    }

    Colour strong(int bar) {
        Colour first = palette.accent().withLightness(0.8);
        return first.mixed(palette.glow().withLightness(0.88), bar / (BARS - 1.0));
    }
}
