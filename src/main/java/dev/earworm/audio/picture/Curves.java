package dev.earworm.audio.picture;

/** The few functions that everything here is drawn with. */
final class Curves {
    private static final double TURN = 2 * Math.PI;

    private Curves() {}

    static double clamped(double value) {
        return Math.clamp(value, 0, 1);
    }

    /** From 0 below the first value to 1 above the second one, without a corner. */
    static double smooth(double from, double to, double value) {
        double part = clamped((value - from) / (to - from));
        return part * part * (3 - 2 * part);
    }

    /** One full swing for each whole number; from −1 to 1. */
    static double wave(double turns) {
        return StrictMath.sin(turns * TURN);
    }

    /** The same number from 0 to 1 for the same two, and another one for their neighbours. */
    static double speckle(int x, int y) {
        int mixed = x * 0x27d4eb2d ^ y * 0x165667b1;
        mixed = (mixed ^ mixed >>> 15) * 0x2c1b3c6d;
        mixed = (mixed ^ mixed >>> 12) * 0x297a2d39;
        return ((mixed ^ mixed >>> 15) >>> 8) / (double) (1 << 24);
    }
}
