package dev.earworm.audio.picture;

import dev.earworm.audio.picture.Mood.Light;
import java.util.List;

/**
 * The colours of one song, for its cover and whatever else is drawn of it.
 *
 * @param deep the dark one of the background
 * @param glow the bright one of the background
 * @param light of a lamp, a sun or a moon
 * @param far what lies behind
 * @param near what lies in front, the darkest
 * @param accent a contrast to all of them
 */
record Palette(Light scene, Colour deep, Colour glow, Colour light, Colour far, Colour near, Colour accent) {
    private static final List<Double> TURNS = List.of(-60.0, -40.0, 38.0, 55.0, 75.0);
    private static final double BROWN = 58;
    private static final double GREEN = 145;

    /** By the mood of the words, varied by chance. */
    static Palette of(String words, Chance chance) {
        double anyHue = chance.between(0, 360);
        Light anyLight = chance.oneOf(List.of(Light.values()));
        double hue = Mood.of(words).map(Mood::hue).orElse(anyHue) + chance.between(-16, 16);
        Light light = Mood.of(words).map(Mood::light).orElse(anyLight);
        return of(light, hue, hue + chance.oneOf(TURNS), chance.between(0.9, 1.25));
    }

    private static Palette of(Light scene, double hue, double second, double vivid) {
        return switch (scene) {
            case NIGHT ->
                new Palette(
                        scene,
                        dark(0.24, 0.09 * vivid, hue),
                        dark(0.58, 0.17 * vivid, second),
                        Colour.of(0.94, 0.07 * vivid, second + 15),
                        dark(0.47, 0.14 * vivid, (hue + second) / 2),
                        dark(0.15, 0.06 * vivid, hue),
                        Colour.of(0.74, 0.17 * vivid, second + 30));
            case DUSK ->
                new Palette(
                        scene,
                        dark(0.44, 0.13 * vivid, hue),
                        Colour.of(0.83, 0.12 * vivid, second),
                        Colour.of(0.97, 0.06 * vivid, second + 12),
                        Colour.of(0.66, 0.13 * vivid, (hue + second) / 2),
                        dark(0.23, 0.08 * vivid, hue),
                        Colour.of(0.72, 0.17 * vivid, second + 25));
            case DAY ->
                new Palette(
                        scene,
                        Colour.of(0.74, 0.12 * vivid, hue),
                        Colour.of(0.95, 0.05 * vivid, second),
                        Colour.of(0.99, 0.03 * vivid, second),
                        Colour.of(0.82, 0.10 * vivid, (hue + second) / 2),
                        dark(0.36, 0.11 * vivid, hue),
                        Colour.of(0.70, 0.17 * vivid, second + 20));
        };
    }

    /** A dark yellow looks like mud, so it is taken for the brown or the green beside it. */
    private static Colour dark(double lightness, double chroma, double hue) {
        double turned = ((hue % 360) + 360) % 360;
        boolean isYellow = turned > BROWN && turned < GREEN;
        return Colour.of(lightness, chroma, isYellow ? (turned < (BROWN + GREEN) / 2 ? BROWN : GREEN) : turned);
    }

    /** On the way from what lies behind to what lies in front. */
    Colour depth(double part) {
        return far.mixed(near, part);
    }
}
