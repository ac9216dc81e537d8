package dev.earworm;

import dev.earworm.Finding.Unwell;
import dev.earworm.Finding.Well;
import dev.earworm.audio.Ffmpeg;
import dev.earworm.config.Configuration;
import dev.earworm.music.MusicProvider;
import dev.earworm.storage.DatabaseCondition;
import dev.earworm.storage.DatabaseFigures;
import dev.earworm.storage.DatabaseInspection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Every part of an installation that {@code doctor} looks at, in the order in which they are said. */
final class Examinations {
    private final Configuration configuration;
    private final Parts parts;

    private Examinations(Configuration configuration, Parts parts) {
        this.configuration = configuration;
        this.parts = parts;
    }

    /** @param origin where the configuration was read from */
    static List<Examination> of(Configuration configuration, String origin, Parts parts) {
        Examinations examinations = new Examinations(configuration, parts);
        List<Examination> all = new ArrayList<>();
        all.add(new Examination("configuration", () -> new Well("read from " + origin)));
        all.add(new Examination("data folder", examinations::dataFolder));
        all.add(new Examination("folder rights", () -> FolderRights.of(configuration.dataDirectory())));
        all.add(new Examination("database", examinations::database));
        all.add(new Examination("schema", examinations::schema));
        all.add(new Examination("ffmpeg", examinations::ffmpeg));
        RunningEarworm running = new RunningEarworm(configuration.http().port());
        all.addAll(new DiscordExaminations(configuration.discord(), parts.clock(), running).all());
        all.add(new Examination("http port", () -> running.port("http.port (HTTP_PORT)")));
        configuration.http().webhook("…").map(Examinations::webhooks).ifPresent(all::add);
        all.addAll(examinations.providers());
        return all;
    }

    private Finding dataFolder() throws IOException {
        Path folder = configuration.dataDirectory().toAbsolutePath();
        return space(folder, DiskSpace.of(folder));
    }

    static Finding space(Path folder, DiskSpace space) {
        String free = space.megabytes() + " MB are free for " + folder;
        return space.isEnough()
                ? new Well(free)
                : new Unwell("only " + free + "; songs need " + DiskSpace.leastMegabytes() + ", so make room, or name a"
                        + " folder on another disk as data.dir (DATA_DIR)");
    }

    private Finding schema() {
        return DatabaseFigures.of(configuration.database())
                .<Finding>map(figures -> new Well("version " + figures.schema() + ", with "
                        + figures.songs().values().stream()
                                .mapToLong(Long::longValue)
                                .sum() + " songs"))
                .orElseGet(() -> new Well("there is none yet"));
    }

    private Finding database() {
        String place = configuration.database().place();
        return switch (DatabaseInspection.of(configuration.database())) {
            case DatabaseCondition.Absent() -> new Well(place + " is not there yet; run makes it");
            case DatabaseCondition.InUse() -> new Well(place + " is in use by a running Earworm");
            case DatabaseCondition.Usable(int steps)
            when steps > 0 -> new Well(place + " is whole, and older than this version; run brings it up to date");
            case DatabaseCondition.Usable _ -> new Well(place + " is whole and up to date");
            case DatabaseCondition.Unusable(String sentence) -> new Unwell(sentence);
        };
    }

    /** As a start does it: whether it starts depends on the disk that it is unpacked to. */
    private Finding ffmpeg() throws InterruptedException {
        Path folder = configuration.dataDirectory().resolve("ffmpeg");
        try {
            return new Well("version " + Ffmpeg.unpackedUnder(folder).version() + " starts");
        } catch (IOException | UncheckedIOException e) {
            return new Unwell("it cannot be used from " + folder + ": " + e.getMessage());
        }
    }

    private static Examination webhooks(URI address) {
        return new Examination(
                "webhooks",
                () -> new Well("providers that can are asked to call " + address
                        + (address.getScheme().equalsIgnoreCase("https")
                                ? "; whether they get through is not tried"
                                : "; by http only those within your own network get through")));
    }

    private List<Examination> providers() {
        try {
            return parts.providers()
                    .apply(configuration)
                    .all()
                    .map(Examinations::account)
                    .toList();
        } catch (UncheckedIOException e) {
            return List.of(new Examination("providers", () -> new Unwell(String.valueOf(e.getMessage()))));
        }
    }

    private static Examination account(MusicProvider provider) {
        return new Examination(provider.name(), () -> AccountSentences.of(provider));
    }
}
