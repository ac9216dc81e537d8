package dev.earworm.soak;

/** How many songs stand where, by the program's own books. */
record Songs(int accepted, int delivered, int failed, int cancelled, int executions) {
    int inFlight() {
        return accepted - ended();
    }

    int ended() {
        return delivered + failed + cancelled;
    }

    String line() {
        return "%d,%d,%d,%d,%d,%d".formatted(accepted, delivered, failed, cancelled, inFlight(), executions);
    }
}
