package dev.earworm.audio.picture;

import java.util.List;

/**
 * Figures and a few signs in a picture, drawn with a round pen, so that no font is needed.
 *
 * @param text of {@value #SIGNS} alone
 * @param left where it begins, in pixels
 * @param top its upper edge, in pixels
 * @param height of a figure, in pixels
 */
record Inscription(String text, double left, double top, double height) {
    /** What can be written: thousands and millions are {@code k} and {@code M}, songs are {@code ♪}. */
    static final String SIGNS = "0123456789:.,+$kM♪";

    private static final double GAP = 0.13;
    private static final double BLUR = GAP / 2;

    /** As it would be with the upper left corner at 0. */
    static Inscription of(String text, double height) {
        return new Inscription(text, 0, 0, height);
    }

    /** In pixels. */
    double width() {
        double figures =
                text.chars().mapToDouble(sign -> Figure.of(sign).width()).sum();
        return height * (figures + GAP * (text.length() - 1));
    }

    Inscription at(double x, double y) {
        return new Inscription(text, x, y, height);
    }

    Inscription centredAt(double x, double y) {
        return at(x - width() / 2, y - height / 2);
    }

    /** How much of the pixel is ink, from 0 to 1. */
    double ink(int pixelX, int pixelY) {
        double x = (pixelX + 0.5 - left) / height;
        double y = (pixelY + 0.5 - top) / height;
        if (y < -BLUR || y > 1 + BLUR || x < -BLUR) {
            return 0;
        }
        double start = 0;
        for (int i = 0; i < text.length(); i++) {
            Figure figure = Figure.of(text.charAt(i));
            double end = start + figure.width() + GAP;
            if (x < end - GAP / 2) {
                return Curves.smooth(0.7, -0.7, (figure.distance(x - start, y) - Figure.PEN) * height);
            }
            start = end;
        }
        return 0;
    }

    /** One sign: the way of the pen, in heights of a figure. */
    private record Figure(double width, List<Stroke> strokes) {
        /** Half as wide as the pen. */
        static final double PEN = 0.065;

        private static final double WIDTH = 0.56;
        private static final double LEFT = PEN;
        private static final double RIGHT = WIDTH - PEN;
        private static final double MIDDLE = WIDTH / 2;
        private static final double TOP = PEN;
        private static final double BOTTOM = 1 - PEN;

        private static final List<Figure> FIGURES = List.of(
                figure(Stroke.arc(MIDDLE, 0.5, 0.215, 0.435, 0, 360)),
                figure(Stroke.line(0.12, 0.24, 0.32, TOP, 0.32, BOTTOM)),
                figure(
                        Stroke.arc(MIDDLE, 0.29, 0.205, 0.225, -170, 35),
                        Stroke.line(0.448, 0.419, LEFT, BOTTOM, RIGHT, BOTTOM)),
                figure(Stroke.arc(0.265, 0.27, 0.19, 0.205, -160, 90), Stroke.arc(0.265, 0.705, 0.215, 0.23, -90, 160)),
                figure(Stroke.line(0.40, BOTTOM, 0.40, TOP, LEFT - 0.01, 0.69, RIGHT + 0.01, 0.69)),
                figure(
                        Stroke.line(0.46, TOP, 0.12, TOP, 0.095, 0.465),
                        Stroke.arc(0.27, 0.655, 0.215, 0.28, -137, 150)),
                figure(Stroke.arc(MIDDLE, 0.66, 0.215, 0.275, 0, 360), Stroke.arc(0.45, 0.66, 0.385, 0.595, 180, 262)),
                figure(Stroke.line(LEFT, TOP, RIGHT, TOP, 0.2, BOTTOM)),
                figure(Stroke.arc(MIDDLE, 0.275, 0.185, 0.21, 0, 360), Stroke.arc(MIDDLE, 0.71, 0.215, 0.225, 0, 360)),
                figure(Stroke.arc(MIDDLE, 0.34, 0.215, 0.275, 0, 360), Stroke.arc(0.11, 0.34, 0.385, 0.595, 0, 82)),
                new Figure(2 * PEN, List.of(dot(PEN, 0.33), dot(PEN, 0.73))),
                new Figure(2 * PEN, List.of(dot(PEN, BOTTOM))),
                new Figure(0.2, List.of(Stroke.line(0.13, BOTTOM - 0.06, PEN, BOTTOM + 0.04))),
                figure(Stroke.line(MIDDLE, 0.29, MIDDLE, 0.75), Stroke.line(LEFT, 0.52, RIGHT, 0.52)),
                figure(
                        Stroke.arc(MIDDLE, 0.33, 0.19, 0.175, 90, 330),
                        Stroke.arc(MIDDLE, 0.68, 0.2, 0.175, -90, 150),
                        Stroke.line(MIDDLE, 0.04, MIDDLE, 0.96)),
                new Figure(
                        0.5,
                        List.of(
                                Stroke.line(LEFT, TOP, LEFT, BOTTOM),
                                Stroke.line(0.4, 0.34, LEFT, 0.66),
                                Stroke.line(0.18, 0.58, 0.43, BOTTOM))),
                new Figure(0.8, List.of(Stroke.line(LEFT, BOTTOM, LEFT, TOP, 0.4, 0.7, 0.735, TOP, 0.735, BOTTOM))),
                figure(
                        Stroke.arc(0.17, 0.84, 0.1, 0.07, 0, 360),
                        Stroke.arc(0.17, 0.84, 0.04, 0.03, 0, 360),
                        Stroke.line(0.28, 0.82, 0.28, TOP, 0.33, 0.2, 0.44, 0.33, 0.42, 0.5)));

        static Figure of(int sign) {
            return FIGURES.get(SIGNS.indexOf(sign));
        }

        private static Figure figure(Stroke... strokes) {
            return new Figure(WIDTH, List.of(strokes));
        }

        private static Stroke dot(double x, double y) {
            return Stroke.line(x, y, x, y);
        }

        double distance(double x, double y) {
            return strokes.stream()
                    .mapToDouble(stroke -> stroke.distance(x, y))
                    .min()
                    .orElseThrow();
        }
    }
}
