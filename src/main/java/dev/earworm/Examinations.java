package dev.earworm;

import dev.earworm.Finding.Unwell;
import dev.earworm.Finding.Well;
import dev.earworm.audio.Ffmpeg;
import dev.earworm.config.Configuration;
import dev.earworm.discord.BotAccountClient;
import dev.earworm.discord.OutsideConfig;
import dev.earworm.music.MusicProvider;
import dev.earworm.storage.DatabaseCondition;
import dev.earworm.storage.DatabaseInspection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Every part of an installation that {@code doctor} looks at, in the order in which they are said. */
final class Examinations {
    /** For ffmpeg, and some songs on their way as they were sent and as they are posted. */
    private static final long LEAST_FREE_BYTES = 500_000_000;

    private static final long MEGABYTE = 1_000_000;

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
        all.add(new Examination("database", examinations::database));
        all.add(new Examination("ffmpeg", examinations::ffmpeg));
        all.add(new Examination("discord", examinations::discord));
        if (configuration.discord().outside().contains(OutsideConfig.USER_INSTALL)) {
            all.add(new Examination("user install", examinations::userInstall));
        }
        configuration.http().webhook("…").map(Examinations::webhooks).ifPresent(all::add);
        all.addAll(examinations.providers());
        return all;
    }

    private Finding dataFolder() throws IOException {
        Path folder = configuration.dataDirectory().toAbsolutePath();
        Path existing = Stream.iterate(folder, Path::getParent)
                .filter(Files::exists)
                .findFirst()
                .orElseThrow();
        return Files.isWritable(existing)
                ? space(folder, Files.getFileStore(existing).getUsableSpace())
                : new Unwell(folder + " cannot be written to");
    }

    static Finding space(Path folder, long freeBytes) {
        String free = freeBytes / MEGABYTE + " MB are free for " + folder;
        return freeBytes >= LEAST_FREE_BYTES
                ? new Well(free)
                : new Unwell("only " + free + "; songs need " + LEAST_FREE_BYTES / MEGABYTE);
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

    private Finding discord() {
        return AccountSentences.of(new BotAccountClient(configuration.discord()).ask());
    }

    private Finding userInstall() {
        return AccountSentences.of(new BotAccountClient(configuration.discord()).userInstall());
    }

    private static Examination webhooks(URI address) {
        return new Examination(
                "webhooks",
                () -> new Well(
                        "providers that can are asked to call " + address + "; whether they get through is not tried"));
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
