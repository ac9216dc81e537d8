package dev.earworm.audio.picture;

/**
 * A colour in Oklab, where equal steps look equal, so that a mixture of two never turns grey or garish on the way.
 * Conversion: <a href="https://bottosson.github.io/posts/oklab/">Björn Ottosson, Oklab</a>.
 *
 * @param lightness 0 is black, 1 is white
 * @param a from green to red
 * @param b from blue to yellow
 */
record Colour(double lightness, double a, double b) {
    private static final int GAMMA_STEPS = 4096;
    private static final double[] GAMMA = gamma();

    /**
     * By its hue, as vivid as a screen can show it.
     *
     * @param chroma 0 is grey, 0.2 is vivid; lowered where no screen can show it
     * @param hue in degrees: 30 is red, 100 yellow, 145 green, 250 blue, 330 pink
     */
    static Colour of(double lightness, double chroma, double hue) {
        double radians = StrictMath.toRadians(hue);
        double shown = chroma;
        Colour colour = new Colour(lightness, shown * StrictMath.cos(radians), shown * StrictMath.sin(radians));
        while (shown > 0.005 && !colour.isOnScreen()) {
            shown -= 0.005;
            colour = new Colour(lightness, shown * StrictMath.cos(radians), shown * StrictMath.sin(radians));
        }
        return colour;
    }

    /** This colour with so much of the other: 0 is none, 1 is all. */
    Colour mixed(Colour other, double part) {
        double share = Curves.clamped(part);
        return new Colour(
                lightness + (other.lightness - lightness) * share,
                a + (other.a - a) * share,
                b + (other.b - b) * share);
    }

    Colour lighter(double by) {
        return new Colour(Curves.clamped(lightness + by), a, b);
    }

    /** The same hue; less vivid where it gets darker, since no screen shows a dark colour as vivid as a bright one. */
    Colour withLightness(double other) {
        double vivid = Math.min(1, other / lightness);
        return new Colour(other, a * vivid, b * vivid);
    }

    /**
     * As a screen wants it: 0xRRGGBB.
     *
     * @param dither −0.5 to 0.5, which way to round; varied from pixel to pixel it hides the steps of a soft gradient
     */
    int rgb(double dither) {
        return channel(red(), dither) << 16 | channel(green(), dither) << 8 | channel(blue(), dither);
    }

    /** How bright it is to the eye, from 0 to 1, as accessibility rules measure it (WCAG's relative luminance). */
    double luminance() {
        return 0.2126 * Curves.clamped(red()) + 0.7152 * Curves.clamped(green()) + 0.0722 * Curves.clamped(blue());
    }

    private boolean isOnScreen() {
        return isShown(red()) && isShown(green()) && isShown(blue());
    }

    private static boolean isShown(double linear) {
        return linear >= -0.0005 && linear <= 1.0005;
    }

    private double red() {
        return 4.0767416621 * cone(0.3963377774, 0.2158037573)
                - 3.3077115913 * cone(-0.1055613458, -0.0638541728)
                + 0.2309699292 * cone(-0.0894841775, -1.2914855480);
    }

    private double green() {
        return -1.2684380046 * cone(0.3963377774, 0.2158037573)
                + 2.6097574011 * cone(-0.1055613458, -0.0638541728)
                - 0.3413193965 * cone(-0.0894841775, -1.2914855480);
    }

    private double blue() {
        return -0.0041960863 * cone(0.3963377774, 0.2158037573)
                - 0.7034186147 * cone(-0.1055613458, -0.0638541728)
                + 1.7076147010 * cone(-0.0894841775, -1.2914855480);
    }

    private double cone(double ofA, double ofB) {
        double root = lightness + ofA * a + ofB * b;
        return root * root * root;
    }

    private static int channel(double linear, double dither) {
        double shown = GAMMA[(int) (Curves.clamped(linear) * GAMMA_STEPS)];
        return Math.clamp(Math.round(shown + dither), 0, 255);
    }

    private static double[] gamma() {
        double[] table = new double[GAMMA_STEPS + 1];
        for (int i = 0; i <= GAMMA_STEPS; i++) {
            double linear = (double) i / GAMMA_STEPS;
            double shown = linear <= 0.0031308 ? 12.92 * linear : 1.055 * StrictMath.pow(linear, 1 / 2.4) - 0.055;
            table[i] = shown * 255;
        }
        return table;
    }
}
