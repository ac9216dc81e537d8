package dev.earworm.audio.picture;

import java.util.ArrayList;
import java.util.List;

/** The way of a pen from point to point. */
record Stroke(List<Point> points) {
    private static final double STEP = 15;

    /** A place, in whatever measure the picture has. */
    private record Point(double x, double y) {}

    /** @param coordinates x and y of each point in turn; two points or more */
    static Stroke line(double... coordinates) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < coordinates.length; i += 2) {
            points.add(new Point(coordinates[i], coordinates[i + 1]));
        }
        return new Stroke(List.copyOf(points));
    }

    /**
     * A part of an ellipse.
     *
     * @param from in degrees, clockwise from the right: −90 is up
     * @param to more than {@code from}
     */
    static Stroke arc(double centreX, double centreY, double radiusX, double radiusY, double from, double to) {
        int steps = (int) Math.ceil((to - from) / STEP);
        List<Point> points = new ArrayList<>();
        for (int i = 0; i <= steps; i++) {
            double angle = StrictMath.toRadians(from + (to - from) * i / steps);
            points.add(new Point(centreX + radiusX * StrictMath.cos(angle), centreY + radiusY * StrictMath.sin(angle)));
        }
        return new Stroke(List.copyOf(points));
    }

    /** From the nearest place on the way. */
    double distance(double x, double y) {
        double nearest = Double.MAX_VALUE;
        for (int i = 1; i < points.size(); i++) {
            nearest = Math.min(nearest, distance(points.get(i - 1), points.get(i), x, y));
        }
        return nearest;
    }

    private static double distance(Point from, Point to, double x, double y) {
        double alongX = to.x - from.x;
        double alongY = to.y - from.y;
        double length = alongX * alongX + alongY * alongY;
        double part = length == 0 ? 0 : Curves.clamped(((x - from.x) * alongX + (y - from.y) * alongY) / length);
        return Math.hypot(x - from.x - part * alongX, y - from.y - part * alongY);
    }
}
