package dev.earworm.providers.synth.compose;

import dev.earworm.providers.synth.compose.Groove.Variant;
import dev.earworm.providers.synth.compose.Section.Kind;
import dev.earworm.providers.synth.score.Role;
import dev.earworm.providers.synth.theory.Instrument;
import java.util.Optional;

/** Decides who plays in which section, so that a piece opens thin, grows, and thins out again. */
final class Arrangement {
    private static final double SPACIOUS = 0.6;
    private static final double LOUD = 0.76;
    private static final double MODERATE = 0.5;
    private static final double FAINT = 0.24;
    private static final double QUIET_GENRE = 0.35;

    private final Brief brief;
    private final Ensemble ensemble;

    Arrangement(Brief brief) {
        this.brief = brief;
        this.ensemble = brief.ensemble();
    }

    boolean plays(Role role, Section section) {
        return ensemble.has(role)
                && switch (role) {
                    case LEAD -> (section.hasTune() && !bridgeSoloist(section)) || isAlone();
                    case CHORDS -> true;
                    case PAD -> section.intensity() >= 0.45 || brief.space() >= SPACIOUS;
                    case BASS -> section.intensity() >= 0.36 || section.kind() == Kind.BRIDGE;
                    case COUNTER ->
                        bridgeSoloist(section)
                                || section.kind() == Kind.CHORUS
                                || (section.hasTune() && section.occurrence() > 0);
                    case ARPEGGIO ->
                        section.kind() == Kind.INTRO
                                || section.kind() == Kind.CHORUS
                                || section.kind() == Kind.BRIDGE
                                || section.occurrence() > 0;
                    case DRUMS, TEXTURE -> true;
                };
    }

    /** Whether the second melodic voice takes the tune over in this section. */
    boolean bridgeSoloist(Section section) {
        return section.kind() == Kind.BRIDGE
                && ensemble.at(Role.COUNTER)
                        .filter(instrument -> !ensemble.at(Role.LEAD).equals(Optional.of(instrument)))
                        .map(Instrument::family)
                        .isPresent();
    }

    /** How much the drummer plays; empty when he waits. */
    Optional<Variant> drums(Section section) {
        if (section.intensity() < FAINT || (section.kind() == Kind.BRIDGE && brief.energy() < QUIET_GENRE)) {
            return ensemble.seats().isEmpty() ? Optional.of(Variant.LIGHT) : Optional.empty();
        }
        if (section.intensity() < MODERATE) {
            return Optional.of(Variant.LIGHT);
        }
        return Optional.of(section.intensity() < LOUD ? Variant.MAIN : Variant.FULL);
    }

    private boolean isAlone() {
        return !ensemble.has(Role.CHORDS);
    }
}
