package dev.earworm.audio.picture;

import java.util.ArrayList;
import java.util.List;

/** Sheets of coloured paper with wavy holes, each a little smaller, that look down to a light. */
final class PaperCut implements Motif {
    private static final double SHADOW = 0.028;

    private final Palette palette;
    private final double centreX;
    private final double centreY;
    private final List<Hole> holes = new ArrayList<>();

    /** Its rim swings around a radius, all the way round. */
    private record Hole(double radius, double swing, int waves, double phase, int ripples, double ripplePhase) {
        double rim(double turn) {
            return radius
                    * (1
                            + swing * Curves.wave(turn * waves + phase)
                            + 0.5 * swing * Curves.wave(turn * ripples + ripplePhase));
        }
    }

    PaperCut(Palette palette, Chance chance) {
        this.palette = palette;
        this.centreX = chance.between(0.35, 0.65);
        this.centreY = chance.between(0.35, 0.65);
        int count = 6 + chance.below(3);
        double drift = chance.between(0, 1);
        int waves = 2 + chance.below(4);
        for (int i = 0; i < count; i++) {
            double part = (double) i / count;
            drift += chance.between(-0.09, 0.09);
            holes.add(new Hole(
                    0.62 - 0.53 * part,
                    chance.between(0.05, 0.13),
                    waves,
                    drift,
                    waves + 1 + chance.below(3),
                    chance.between(0, 1)));
        }
    }

    @Override
    public Colour at(double x, double y) {
        double distance = Math.hypot(x - centreX, y - centreY);
        double turn = StrictMath.atan2(y - centreY, x - centreX) / (2 * Math.PI);
        Colour colour = sheet(0, x, y);
        for (int i = 0; i < holes.size(); i++) {
            double inside = holes.get(i).rim(turn) - distance;
            if (inside <= -EDGE) {
                return colour;
            }
            Colour below = sheet(i + 1, x, y);
            Colour shaded = below.mixed(palette.near(), 0.5 * (1 - Curves.smooth(0, SHADOW, inside)));
            colour = colour.mixed(shaded, Curves.smooth(-EDGE, EDGE, inside));
        }
        return colour;
    }

    /** The lowest one shines. */
    private Colour sheet(int number, double x, double y) {
        double part = (double) number / holes.size();
        Colour colour = part < 0.5
                ? palette.near().mixed(palette.deep().mixed(palette.far(), 0.5), part * 2)
                : palette.deep().mixed(palette.far(), 0.5).mixed(palette.light(), (part - 0.5) * 2);
        return colour.mixed(palette.accent(), part * (1 - part) * 1.6 * x).lighter(0.04 * (0.5 - y));
    }
}
