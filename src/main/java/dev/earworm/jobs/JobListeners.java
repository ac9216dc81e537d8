package dev.earworm.jobs;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Passes news of songs on to everybody who listens; one that fails does not keep the others from hearing it. */
public final class JobListeners implements JobListener {
    private static final Logger LOG = LoggerFactory.getLogger(JobListeners.class);

    private final List<JobListener> listeners = new CopyOnWriteArrayList<>();

    public void add(JobListener listener) {
        listeners.add(listener);
    }

    @Override
    public void changed(Job job) {
        tell(listener -> listener.changed(job));
    }

    @Override
    public void answered(Acceptance acceptance) {
        tell(listener -> listener.answered(acceptance));
    }

    private void tell(Consumer<JobListener> news) {
        for (JobListener listener : listeners) {
            try {
                news.accept(listener);
            } catch (RuntimeException e) {
                LOG.error("a song went on, but somebody could not be told", e);
            }
        }
    }
}
