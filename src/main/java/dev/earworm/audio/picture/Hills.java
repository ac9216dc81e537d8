package dev.earworm.audio.picture;

import java.util.ArrayList;
import java.util.List;

/** Ridges in the mist, one behind another, below a sun or a moon. */
final class Hills implements Motif {
    private final Palette palette;
    private final Disc sun;
    private final List<Ridge> ridges = new ArrayList<>();
    private final int starsOf;

    private record Disc(double x, double y, double radius) {
        double distance(double atX, double atY) {
            return Math.hypot(atX - x, atY - y) - radius;
        }
    }

    /** A horizon that swings around a height. */
    private record Ridge(double height, double swing, double[] pace, double[] phase) {
        double top(double x) {
            double sum = 0;
            double weight = 1;
            for (int i = 0; i < pace.length; i++) {
                sum += weight * Curves.wave(x * pace[i] + phase[i]);
                weight *= 0.45;
            }
            return height + swing * sum;
        }

        /** Whether even its highest peak does not reach up to there. */
        boolean isBelow(double y) {
            return y < height - 2 * swing;
        }
    }

    Hills(Palette palette, Chance chance) {
        this.palette = palette;
        this.sun = new Disc(chance.between(0.2, 0.8), chance.between(0.22, 0.42), chance.between(0.08, 0.17));
        this.starsOf = chance.below(1 << 16);
        int count = 5 + chance.below(3);
        for (int i = 0; i < count; i++) {
            double part = (double) i / (count - 1);
            ridges.add(new Ridge(
                    0.46 + 0.43 * part + chance.between(-0.02, 0.02),
                    chance.between(0.025, 0.055),
                    new double[] {
                        chance.between(0.5, 1.1), chance.between(1.6, 2.6), chance.between(4, 6), chance.between(9, 13)
                    },
                    new double[] {chance.between(0, 1), chance.between(0, 1), chance.between(0, 1), chance.between(0, 1)
                    }));
        }
    }

    @Override
    public Colour at(double x, double y) {
        return at(x, y, ridges.size() - 1);
    }

    /** From this ridge on backwards; what is hidden behind one is not computed. */
    private Colour at(double x, double y, int ridge) {
        if (ridge < 0) {
            return sky(x, y);
        }
        double below = ridges.get(ridge).isBelow(y) ? -1 : y - ridges.get(ridge).top(x);
        if (below <= -EDGE) {
            return at(x, y, ridge - 1);
        }
        Colour hill = palette.depth(ridge / (ridges.size() - 1.0));
        Colour misty = hill.mixed(palette.glow(), 0.38 * Curves.smooth(0, 0.22, below) * (1 - y));
        return below >= EDGE ? misty : at(x, y, ridge - 1).mixed(misty, Curves.smooth(-EDGE, EDGE, below));
    }

    private Colour sky(double x, double y) {
        Colour colour = palette.deep().mixed(palette.glow(), Curves.smooth(0, 0.68, y));
        if (palette.scene() == Mood.Light.NIGHT) {
            colour = colour.mixed(palette.light(), star(x, y) * (1 - Curves.smooth(0.1, 0.55, y)));
        }
        double distance = sun.distance(x, y);
        double halo = 0.75 * StrictMath.exp(-Math.max(0, distance) * 9);
        return colour.mixed(palette.light(), halo).mixed(palette.light(), Curves.smooth(EDGE, -EDGE, distance));
    }

    /** One in some of the fields of a grid, somewhere inside its field. */
    private double star(double x, double y) {
        int column = (int) (x * 36);
        int row = (int) (y * 36);
        if (Curves.speckle(column + starsOf, row) > 0.22) {
            return 0;
        }
        double atX = (column + 0.15 + 0.7 * Curves.speckle(column, row + starsOf)) / 36;
        double atY = (row + 0.15 + 0.7 * Curves.speckle(column, row - starsOf)) / 36;
        double size = 0.0008 + 0.0016 * Curves.speckle(row, column + starsOf);
        return Curves.smooth(size + EDGE, size - EDGE, Math.hypot(x - atX, y - atY));
    }
}
