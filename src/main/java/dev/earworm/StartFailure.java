package dev.earworm;

/** Why the program could not start, in one sentence. */
public final class StartFailure extends Exception {
    private static final long serialVersionUID = 1;

    private final int exitCode;

    public StartFailure(String sentence, int exitCode) {
        super(sentence);
        this.exitCode = exitCode;
    }

    public int exitCode() {
        return exitCode;
    }
}
