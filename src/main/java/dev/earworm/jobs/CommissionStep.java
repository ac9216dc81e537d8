package dev.earworm.jobs;

import dev.earworm.jobs.ReferenceSource.Outcome;
import dev.earworm.jobs.Refusal.Reason;
import dev.earworm.music.Commission;
import dev.earworm.music.MusicModel;
import dev.earworm.music.OptionProblem;
import dev.earworm.music.Providers;
import dev.earworm.music.Reference;
import dev.earworm.music.ReferenceAudio;
import dev.earworm.music.ReferenceRule;
import dev.earworm.quota.Charge;
import java.util.List;
import java.util.Optional;

/** Puts together what a provider gets of a song; its reference is fetched and looked into first. */
final class CommissionStep {
    private static final int ATTEMPTS = 4;

    private final SongEnding ending;
    private final SongFiles files;
    private final Providers providers;
    private final ReferenceSource references;
    private final Pause pause;

    CommissionStep(SongEnding ending, SongFiles files, Providers providers, ReferenceSource references, Pause pause) {
        this.ending = ending;
        this.files = files;
        this.providers = providers;
        this.references = references;
        this.pause = pause;
    }

    /** Empty when the song cannot be commissioned, and has ended for that. */
    Optional<Commission> of(Job job) throws InterruptedException {
        Optional<MusicModel> model = providers.model(job.request().model());
        if (model.isEmpty()) {
            ending.failed(
                    job.id(),
                    Refusal.because(Refusal.Reason.UNAVAILABLE),
                    job.request().model() + " is no longer in the catalogue",
                    Charge.NONE);
            return Optional.empty();
        }
        Optional<Reference> reference = job.request().reference();
        if (reference.isEmpty()) {
            return Optional.of(commission(job, Optional.empty()));
        }
        Optional<ReferenceRule> rule = model.get().reference();
        if (rule.isEmpty()) {
            return refused(job, Reason.REFERENCE_UNREADABLE, job.request().model() + " takes no reference");
        }
        return fetched(job, reference.get(), rule.get());
    }

    private Optional<Commission> fetched(Job job, Reference reference, ReferenceRule rule) throws InterruptedException {
        String trouble = "";
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (attempt > 0) {
                pause.pause(job.id(), RetryPolicy.backOff(attempt));
            }
            switch (references.fetch(reference, rule, files.reference(job.id()))) {
                case Outcome.Fetched(ReferenceAudio audio) -> {
                    return Optional.of(commission(job, Optional.of(audio)));
                }
                case Outcome.Unfit unfit -> {
                    return refused(job, reason(unfit.problems()), "the reference does not fit: " + unfit.problems());
                }
                case Outcome.Gone(String detail) -> {
                    return refused(job, Reason.REFERENCE_GONE, "the reference is gone: " + detail);
                }
                case Outcome.Unreachable(String detail) -> trouble = detail;
            }
        }
        return refused(job, Reason.REFERENCE_GONE, "the reference cannot be fetched: " + trouble);
    }

    /** One of them: a member mends one thing at a time. */
    private static Reason reason(List<OptionProblem> problems) {
        if (problems.stream().anyMatch(OptionProblem.ReferenceTooLarge.class::isInstance)) {
            return Reason.REFERENCE_TOO_LARGE;
        }
        boolean isUnreadable = problems.stream().anyMatch(OptionProblem.ReferenceUnreadable.class::isInstance);
        return isUnreadable ? Reason.REFERENCE_UNREADABLE : Reason.REFERENCE_LENGTH;
    }

    private Optional<Commission> refused(Job job, Reason reason, String detail) {
        ending.failed(job.id(), Refusal.because(reason), detail, Charge.NONE);
        return Optional.empty();
    }

    private static Commission commission(Job job, Optional<ReferenceAudio> reference) {
        return new Commission(job.id(), job.request(), job.destination().uploadLimit(), reference);
    }
}
