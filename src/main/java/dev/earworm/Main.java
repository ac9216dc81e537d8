package dev.earworm;

/** The program. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        throw new UnsupportedOperationException("not built yet");
    }
}
