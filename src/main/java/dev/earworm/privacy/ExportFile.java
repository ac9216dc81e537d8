package dev.earworm.privacy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.earworm.drafts.Draft;
import dev.earworm.quota.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;

/** Everything about a person as a file that they, or a program, can read. */
final class ExportFile {
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModules(new Jdk8Module(), new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private ExportFile() {}

    /** What counts, or counted, against the quota. */
    record Counted(String song, String server, String day, int seconds, String money, String state) {
        static Counted of(PersonalReservation counted) {
            return new Counted(
                    counted.song().value(),
                    counted.guild().toString(),
                    counted.day().toString(),
                    counted.seconds(),
                    counted.money().toString(),
                    counted.state());
        }
    }

    record Decided(String server, String decision, Optional<String> of, Optional<Instant> at) {
        static Decided of(PersonalDecision decided) {
            return new Decided(decided.guild().toString(), decided.decision(), decided.of(), decided.at());
        }
    }

    /** A song that was not ordered. */
    record Unordered(String id, String server, Instant changedAt, Object content) {
        static Unordered of(PersonalDraft unordered) {
            Draft draft = unordered.draft();
            return new Unordered(
                    draft.song().value(), draft.account().guild().toString(), unordered.changedAt(), content(draft));
        }

        private static Object content(Draft draft) {
            return switch (draft) {
                case Draft.Typed typed -> typed.form();
                case Draft.Planned planned -> planned.request();
            };
        }
    }

    private record Whole(
            String user,
            Instant writtenAt,
            SequencedMap<String, String> whatFieldsMean,
            List<ExportedSong> songs,
            List<Counted> quota,
            List<Decided> decisions,
            List<Unordered> drafts) {}

    static byte[] of(
            UserId person,
            List<PersonalSong> songs,
            List<PersonalReservation> reservations,
            List<PersonalDecision> decisions,
            List<PersonalDraft> drafts,
            Instant now) {
        Whole whole = new Whole(
                person.toString(),
                now,
                new TreeMap<>(FieldMeanings.ALL),
                songs.stream().map(ExportedSong::of).toList(),
                reservations.stream().map(Counted::of).toList(),
                decisions.stream().map(Decided::of).toList(),
                drafts.stream().map(Unordered::of).toList());
        try {
            return JSON.writeValueAsBytes(whole);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a person's data cannot be written", e);
        }
    }
}
