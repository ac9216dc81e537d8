package dev.earworm.audio.picture;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;

/** A ground on which shapes are drawn one over the other, with smooth edges. */
final class Sheet {
    private static final double DIAGONAL = Math.sqrt(2);

    private final int width;
    private final int height;
    private final Colour[] pixels;

    Sheet(int width, int height, Colour ground) {
        this.width = width;
        this.height = height;
        this.pixels = new Colour[width * height];
        Arrays.fill(pixels, ground);
    }

    /** A rectangle; in pixels, its edges may lie between two. */
    record Box(double left, double top, double right, double bottom) {
        /** How far a place is outside of it; less than 0 inside. */
        private double outside(double x, double y) {
            return Math.max(Math.max(left - x, x - right), Math.max(top - y, y - bottom));
        }
    }

    void fill(Box box, Colour colour) {
        draw(box, colour, (x, y) -> -box.outside(x, y));
    }

    /** The same with stripes, of which each leaves as much free as it takes. */
    void stripe(Box box, double width, Colour colour) {
        draw(box, colour, (x, y) -> {
            double fromMiddle = Math.abs((x + y) % (2 * width * DIAGONAL) / DIAGONAL - width);
            return Math.min(-box.outside(x, y), width / 2 - fromMiddle);
        });
    }

    void write(Inscription inscription, Colour colour) {
        double edge = inscription.height() / 5;
        int right = (int) (inscription.left() + inscription.width() + edge);
        int bottom = (int) (inscription.top() + inscription.height() + edge);
        for (int y = Math.max(0, (int) (inscription.top() - edge)); y < Math.min(height, bottom); y++) {
            for (int x = Math.max(0, (int) (inscription.left() - edge)); x < Math.min(width, right); x++) {
                mix(x, y, colour, inscription.ink(x, y));
            }
        }
    }

    /** @param depth how far inside the shape a place is */
    private void draw(Box box, Colour colour, DoubleBinaryOperator depth) {
        for (int y = Math.max(0, (int) box.top() - 1); y < Math.min(height, box.bottom() + 1); y++) {
            for (int x = Math.max(0, (int) box.left() - 1); x < Math.min(width, box.right() + 1); x++) {
                mix(x, y, colour, Curves.smooth(-0.7, 0.7, depth.applyAsDouble(x + 0.5, y + 0.5)));
            }
        }
    }

    private void mix(int x, int y, Colour colour, double part) {
        if (part > 0) {
            pixels[y * width + x] = pixels[y * width + x].mixed(colour, part);
        }
    }

    byte[] png() {
        Canvas canvas = new Canvas(width, height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                canvas.paint(x, y, pixels[y * width + x]);
            }
        }
        return canvas.png();
    }
}
