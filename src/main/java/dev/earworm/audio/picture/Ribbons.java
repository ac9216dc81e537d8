package dev.earworm.audio.picture;

import java.util.ArrayList;
import java.util.List;

/** Ribbons of light that swing from side to side, like strings. */
final class Ribbons implements Motif {
    private final Palette palette;
    private final Colour ground;
    private final List<Ribbon> ribbons = new ArrayList<>();

    /** Strings between two curves, the one dense, the other fading. */
    private record Ribbon(
            Colour colour, double height, double swing, double pace, double phase, double twist, double width) {
        double middle(double x) {
            return height + swing * Curves.wave(x * pace + phase) + 0.35 * swing * Curves.wave(x * pace * 1.9 - phase);
        }

        double reach(double x) {
            return width * (0.58 + 0.42 * Curves.wave(x * twist + phase * 2));
        }
    }

    Ribbons(Palette palette, Chance chance) {
        this.palette = palette;
        this.ground = palette.near().mixed(palette.deep(), 0.2);
        List<Colour> colours = List.of(palette.glow(), palette.accent(), palette.far(), palette.light());
        int count = 5 + chance.below(3);
        for (int i = 0; i < count; i++) {
            double part = (i + 0.5) / count;
            ribbons.add(new Ribbon(
                    colours.get(i % colours.size()),
                    0.18 + 0.64 * part + chance.between(-0.04, 0.04),
                    chance.between(0.06, 0.17),
                    chance.between(0.5, 1.2),
                    chance.between(0, 1),
                    chance.between(0.8, 2.2),
                    chance.between(0.14, 0.34)));
        }
    }

    @Override
    public Colour at(double x, double y) {
        Colour colour = ground.mixed(palette.deep(), 0.8 * Curves.smooth(0.9, 0.1, Math.hypot(x - 0.5, y - 0.45)));
        for (Ribbon ribbon : ribbons) {
            double across = (y - ribbon.middle(x)) / ribbon.reach(x);
            if (across > 0 && across < 1) {
                double sheen = (1 - across) * Math.sqrt(1 - across);
                colour = colour.mixed(ribbon.colour(), 0.8 * sheen * Curves.smooth(0, EDGE / ribbon.reach(x), across));
            } else if (across <= 0) {
                double glow = StrictMath.exp(across * ribbon.reach(x) * 40);
                colour = colour.mixed(ribbon.colour(), 0.16 * glow);
            }
        }
        return colour;
    }
}
