package dev.earworm.audio.picture;

/** A picture of any size: what colour each point has. Same for the same point, whoever asks and when. */
@FunctionalInterface
interface Motif {
    /** How wide an edge is drawn, so that it has no stairs: about a pixel of a large picture. */
    double EDGE = 1.2 / 1024;

    /**
     * @param x 0 is the left edge, 1 the right one
     * @param y 0 is the upper edge, 1 the lower one
     */
    Colour at(double x, double y);
}
