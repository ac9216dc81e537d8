package dev.earworm.jobs;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
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
        for (JobListener listener : listeners) {
            try {
                listener.changed(job);
            } catch (RuntimeException e) {
                LOG.error("song {} went on, but somebody could not be told", job.id(), e);
            }
        }
    }
}
