package dev.earworm.soak;

import static org.assertj.core.api.Assertions.assertThat;

/** The program's processes, one after the other. */
final class Lives implements AutoCloseable {
    interface Midwife {
        Life begin(int number) throws Exception;
    }

    interface Deed {
        void with(Life life) throws Exception;
    }

    private final Midwife midwife;
    private Life current;

    private Lives(Midwife midwife, Life first) {
        this.midwife = midwife;
        this.current = first;
    }

    static Lives begun(Midwife midwife) throws Exception {
        return new Lives(midwife, midwife.begin(1));
    }

    /** Never while one process ends and the next begins. */
    synchronized void whileAlive(Deed deed) throws Exception {
        assertThat(current.bot().isAlive())
                .as("the program ended by itself: %s", current.bot().output())
                .isTrue();
        deed.with(current);
    }

    synchronized void stopAndBeginAgain() throws Exception {
        end();
        current = midwife.begin(current.number() + 1);
    }

    synchronized void killAndBeginAgain() throws Exception {
        current.bot().kill();
        current.reportWords();
        current = midwife.begin(current.number() + 1);
    }

    synchronized void end() throws Exception {
        current.report("end");
        current.bot().close();
        current.reportWords();
    }

    /** However the soak ends. */
    @Override
    public synchronized void close() {
        current.bot().close();
    }
}
