package dev.earworm.privacy;

import dev.earworm.jobs.Job;
import dev.earworm.jobs.PostedAt;
import dev.earworm.jobs.Refusal;
import dev.earworm.music.CompositionPlan;
import dev.earworm.music.ProviderJobId;
import dev.earworm.music.Reference;
import dev.earworm.music.Suggestion;
import dev.earworm.music.TrackDetails;
import dev.earworm.music.Usd;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** A song in the file that a person gets; {@link ExportFile} says what each field means. */
record ExportedSong(
        String id,
        String server,
        String channel,
        String visibility,
        String language,
        Instant askedAt,
        String state,
        String model,
        String prompt,
        String length,
        boolean instrumental,
        Optional<String> lyrics,
        String format,
        OptionalLong seed,
        Optional<Reference> reference,
        Optional<CompositionPlan> plan,
        TrackDetails track,
        Optional<String> estimatedCost,
        Optional<String> cost,
        Optional<String> refusal,
        Optional<Suggestion> suggestion,
        Optional<String> nameAtProvider,
        Optional<String> statusMessage,
        List<Message> messages,
        Optional<Instant> keptUntil,
        boolean favourite,
        boolean hidden) {
    /** Where a song was posted. */
    record Message(String channel, String message) {
        static Message of(PostedAt at) {
            return new Message(at.channel().toString(), at.message().toString());
        }
    }

    static ExportedSong of(PersonalSong song) {
        Job job = song.job();
        return new ExportedSong(
                job.id().value(),
                job.account().guild().toString(),
                job.destination().channel().toString(),
                job.destination().visibility().name(),
                job.destination().language().toLanguageTag(),
                job.acceptedAt(),
                job.state().name(),
                job.request().model().toString(),
                job.request().prompt(),
                job.request().length().toString(),
                job.request().instrumental(),
                job.request().lyrics(),
                job.request().format().name(),
                job.request().seed(),
                job.request().reference(),
                job.request().plan(),
                job.details(),
                job.costs().estimated().map(Usd::toString),
                job.costs().actual().map(Usd::toString),
                job.refusal().map(refusal -> refusal.reason().name()),
                job.refusal().flatMap(Refusal::suggestion),
                job.providerJobId().map(ProviderJobId::value),
                job.statusMessage().map(Object::toString),
                messages(song),
                job.keptUntil(),
                song.favourite(),
                song.hidden());
    }

    private static List<Message> messages(PersonalSong song) {
        return Stream.concat(song.job().trackMessage().stream(), song.besides().stream())
                .distinct()
                .map(Message::of)
                .toList();
    }
}
