package dev.earworm.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What is said when the time is up: in words, as a chart, and by failing where something grew or was lost. */
record SoakReport(List<String> told, Audit audit, List<Trend> trends, BytesPerSong bytes) {
    /** What a song that ended adds to the database, in the earlier and in the later half of the time. */
    record BytesPerSong(double early, double late) {
        private static final double SHARE = 1.25;
        private static final double FLOOR = 64;

        /** The first sixth is left out: that is when the first page of each table and index is written. */
        static BytesPerSong of(List<Sample> samples) {
            Sample begin = samples.get(samples.size() / 6);
            Sample middle = samples.get(samples.size() / 2);
            return new BytesPerSong(
                    Flatness.bytesPerSong(begin, middle), Flatness.bytesPerSong(middle, samples.getLast()));
        }

        boolean isSteady() {
            return late <= SHARE * early + FLOOR;
        }

        @Override
        public String toString() {
            return "a song adds %.0f bytes to the database early on, %.0f later".formatted(early, late);
        }
    }

    static SoakReport of(SoakPlan plan, List<Sample> samples, List<String> told, Audit audit) {
        return new SoakReport(told, audit, Flatness.of(samples, plan.longLife()), BytesPerSong.of(samples));
    }

    void write(Path folder, List<Sample> samples) throws IOException {
        List<String> report = new ArrayList<>(told);
        report.addAll(audit.lines());
        trends.stream().map(Trend::line).forEach(report::add);
        report.add(bytes.toString());
        audit.faults().stream().map("WRONG: "::concat).forEach(report::add);
        Files.write(folder.resolve("report.txt"), report);
        Files.writeString(folder.resolve("soak.svg"), Chart.of(samples));
        report.forEach(System.out::println);
    }

    void check() {
        assertThat(audit.faults()).isEmpty();
        assertThat(trends).isNotEmpty().allMatch(Trend::isFlat);
        assertThat(bytes).matches(BytesPerSong::isSteady, "steady");
    }
}
