package dev.earworm.audio.picture;

/** The few functions that everything here is drawn with. */
final class Curves {
    private static final int WAVE_STEPS = 4096;
    private static final double[] WAVE = waves();

    private Curves() {}

    static double clamped(double value) {
        return Math.clamp(value, 0, 1);
    }

    /** From 0 below the first value to 1 above the second one, without a corner. */
    static double smooth(double from, double to, double value) {
        double part = clamped((value - from) / (to - from));
        return part * part * (3 - 2 * part);
    }

    /**
     * One full swing for each whole number; from −1 to 1. From a table: a cover asks for some millions, and Java's sine that
     * is the same on every machine makes two numbers of garbage each time.
     */
    static double wave(double turns) {
        double at = (turns - Math.floor(turns)) * WAVE_STEPS;
        int step = Math.min((int) at, WAVE_STEPS - 1);
        return WAVE[step] + (WAVE[step + 1] - WAVE[step]) * (at - step);
    }

    private static double[] waves() {
        double[] table = new double[WAVE_STEPS + 1];
        for (int i = 0; i <= WAVE_STEPS; i++) {
            table[i] = StrictMath.sin(2 * Math.PI * i / WAVE_STEPS);
        }
        return table;
    }

    /** The same number from 0 to 1 for the same two, and another one for their neighbours. */
    static double speckle(int x, int y) {
        int mixed = x * 0x27d4eb2d ^ y * 0x165667b1;
        mixed = (mixed ^ mixed >>> 15) * 0x2c1b3c6d;
        mixed = (mixed ^ mixed >>> 12) * 0x297a2d39;
        return ((mixed ^ mixed >>> 15) >>> 8) / (double) (1 << 24);
    }
}
