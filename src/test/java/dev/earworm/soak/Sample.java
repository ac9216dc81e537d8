package dev.earworm.soak;

import java.time.Duration;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * What the program held at one moment, and what had become of the songs until then.
 *
 * @param at since the soak began
 * @param life which process it was, the first is 1
 * @param age of that process
 * @param resident memory of every kind, in megabytes
 * @param heap in use, garbage included, in megabytes
 * @param committed heap that is taken from the system, in megabytes
 * @param live what is left of the heap after a full collection; empty where none was asked for
 * @param database the file and its write-ahead log, in megabytes
 * @param log the write-ahead log alone
 * @param folder everything in the data folder, in megabytes
 * @param processor seconds of processor time that the process took so far
 */
record Sample(
        Duration at,
        int life,
        Duration age,
        double resident,
        double heap,
        double committed,
        OptionalDouble live,
        double threads,
        double files,
        double database,
        double log,
        double folder,
        double processor,
        Songs songs) {

    static final String HEADER =
            "minute,life,age_minutes,rss_mb,heap_mb,committed_heap_mb,live_heap_mb,threads,open_files,database_mb,"
                    + "wal_mb,data_folder_mb,cpu_seconds,accepted,delivered,failed,cancelled,in_flight,executions";

    String line() {
        return String.format(
                Locale.ROOT,
                "%.1f,%d,%.1f,%.1f,%.1f,%.1f,%s,%.0f,%.0f,%.3f,%.3f,%.3f,%.1f,%s",
                minutes(at),
                life,
                minutes(age),
                resident,
                heap,
                committed,
                live.isPresent() ? String.format(Locale.ROOT, "%.1f", live.getAsDouble()) : "",
                threads,
                files,
                database,
                log,
                folder,
                processor,
                songs.line());
    }

    /** Next to it: not all of the committed heap need have been touched. */
    double outside() {
        return resident - committed;
    }

    double idleExecutions() {
        return songs.executions() - songs.inFlight();
    }

    /** In megabytes, beside the program's own ffmpeg what songs that are under way need. */
    double unfinished() {
        return folder - database;
    }

    static double minutes(Duration duration) {
        return duration.toMillis() / 60_000.0;
    }
}
