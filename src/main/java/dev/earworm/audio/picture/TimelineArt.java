package dev.earworm.audio.picture;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The sections of a song as a wide picture, in the colours of its cover: a block for each, as wide as it is long, with its
 * number in it and its start below, and at the right end the length of the whole song. Sections of the same kind have the
 * same colour, so that the song's form is seen at a glance. Where a number or a time has no room, it is left out.
 *
 * <p>Names are not written in it: they may be in any script, and wherever the program runs there may be no font. Whoever
 * shows the picture says them beside it, with the same numbers.
 */
public final class TimelineArt {
    public static final int WIDTH = 1200;
    public static final int HEIGHT = 240;

    private static final int MARGIN = 24;
    private static final int BLOCK_BOTTOM = 168;
    private static final double ROUND = 12;
    private static final double GAP = 5;
    private static final double TIME_TOP = 186;
    private static final double TIME_HEIGHT = 30;
    private static final double TIME_SPACE = 20;
    private static final double TALLEST_NUMBER = 60;
    private static final double SMALLEST_NUMBER = 15;
    private static final double NUMBER_PART = 0.55;
    private static final double NUMBER_SPACE = 5;

    private final Palette palette;
    private final List<Block> blocks;
    private final List<Inscription> times;

    /**
     * A section.
     *
     * @param kind alike for those that shall look alike, such as all verses
     * @param length nothing or more
     */
    public record Part(String kind, Duration length) {}

    /** Where a section is drawn; all in pixels. */
    private record Block(double from, double to, Colour colour, List<Inscription> number) {
        /** How much of the pixel is inside it, from 0 to 1. */
        double covered(int x, int y) {
            double gap = Math.min(GAP, (to - from) / 4);
            double round = Math.min(ROUND, (to - from - gap) / 2);
            double acrossReach = (to - from - gap) / 2 - round;
            double downReach = (BLOCK_BOTTOM - MARGIN) / 2.0 - round;
            double across = Math.abs(x + 0.5 - (from + to) / 2) - acrossReach;
            double down = Math.abs(y + 0.5 - (BLOCK_BOTTOM + MARGIN) / 2.0) - downReach;
            double outside = Math.hypot(Math.max(0, across), Math.max(0, down)) - round;
            return Curves.smooth(0.7, -0.7, outside);
        }
    }

    private TimelineArt(Palette palette, List<Part> parts) {
        this.palette = palette;
        this.blocks = blocks(parts);
        this.times = times(parts);
    }

    /**
     * @param parts one or more, in the order in which they are heard
     * @param cover whose colours it takes
     */
    public static TimelineArt of(List<Part> parts, CoverArt cover) {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("nothing to draw");
        }
        return new TimelineArt(cover.palette(), parts);
    }

    /** As a PNG of some kilobytes. */
    public byte[] png() {
        Canvas canvas = new Canvas(WIDTH, HEIGHT);
        int block = 0;
        for (int x = 0; x < WIDTH; x++) {
            while (block < blocks.size() - 1 && x + 0.5 >= blocks.get(block).to()) {
                block++;
            }
            for (int y = 0; y < HEIGHT; y++) {
                canvas.paint(x, y, at(blocks.get(block), x, y));
            }
        }
        return canvas.png();
    }

    private Colour at(Block block, int x, int y) {
        if (y >= TIME_TOP - NUMBER_SPACE) {
            return ground().mixed(time(), ink(times, x, y));
        }
        Colour filled = block.colour().mixed(ground(), ink(block.number(), x, y));
        return ground().mixed(filled, block.covered(x, y));
    }

    private static double ink(List<Inscription> inscriptions, int x, int y) {
        return inscriptions.stream()
                .mapToDouble(inscription -> inscription.ink(x, y))
                .max()
                .orElse(0);
    }

    private List<Block> blocks(List<Part> parts) {
        double tallest = Math.clamp(NUMBER_PART * (WIDTH - 2.0 * MARGIN) / parts.size(), TIME_HEIGHT, TALLEST_NUMBER);
        List<String> kinds = parts.stream().map(Part::kind).distinct().toList();
        List<Block> all = new ArrayList<>();
        double scale = scale(parts);
        double from = MARGIN;
        for (int i = 0; i < parts.size(); i++) {
            double to = from + scale * parts.get(i).length().toMillis();
            Colour colour = colour(kinds.indexOf(parts.get(i).kind()), kinds.size());
            all.add(new Block(from, to, colour, number(i + 1, tallest, from, to)));
            from = to;
        }
        return List.copyOf(all);
    }

    /** As large as the others, if its block lets it be. */
    private static List<Inscription> number(int number, double tallest, double from, double to) {
        String text = Integer.toString(number);
        double room = to - from - GAP - 2 * NUMBER_SPACE;
        double height = Math.min(tallest, room / Inscription.of(text, 1).width());
        return height < SMALLEST_NUMBER
                ? List.of()
                : List.of(Inscription.of(text, height).centredAt((from + to) / 2, (MARGIN + BLOCK_BOTTOM) / 2.0));
    }

    /** The whole length first, then each start that leaves the others their room. */
    private static List<Inscription> times(List<Part> parts) {
        Inscription length = Inscription.of(clock(length(parts)), TIME_HEIGHT);
        double end = WIDTH - MARGIN - GAP / 2 - length.width();
        List<Inscription> all = new ArrayList<>(List.of(length.at(end, TIME_TOP)));
        double scale = scale(parts);
        double free = MARGIN;
        Duration start = Duration.ZERO;
        for (Part part : parts) {
            Inscription time = Inscription.of(clock(start), TIME_HEIGHT);
            double left = MARGIN + GAP / 2 + scale * start.toMillis();
            if (left >= free && left + time.width() + TIME_SPACE <= end) {
                all.add(time.at(left, TIME_TOP));
                free = left + time.width() + TIME_SPACE;
            }
            start = start.plus(part.length());
        }
        return List.copyOf(all);
    }

    /** Pixels a millisecond. */
    private static double scale(List<Part> parts) {
        return (WIDTH - 2.0 * MARGIN) / Math.max(1, length(parts).toMillis());
    }

    private static Duration length(List<Part> parts) {
        return parts.stream().map(Part::length).reduce(Duration.ZERO, Duration::plus);
    }

    private static String clock(Duration time) {
        long seconds = time.plusMillis(500).toSeconds();
        return "%d:%02d".formatted(seconds / 60, seconds % 60);
    }

    /** Dark, so that it looks alike on light and dark pages. */
    Colour ground() {
        return palette.near().withLightness(0.2);
    }

    Colour time() {
        return palette.glow().withLightness(0.88);
    }

    /** From the one colour of the cover to the other, and neighbours apart by how bright they are, too. */
    Colour colour(int kind, int kinds) {
        Colour first = palette.accent().withLightness(0.8);
        Colour last = palette.glow().withLightness(0.8);
        Colour between = first.mixed(last, kinds == 1 ? 0 : kind / (kinds - 1.0));
        return between.withLightness(kind % 2 == 0 ? 0.84 : 0.68);
    }
}
