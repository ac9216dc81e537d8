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

    Arrangement(Brief brief) {
        this.brief = brief;
    }

    boolean plays(Role role, Section section) {
        Lineup lineup = section.lineup();
        return lineup.ensemble().has(role) && (lineup.features(role) || isTimeFor(role, section));
    }

    private boolean isTimeFor(Role role, Section section) {
        return switch (role) {
            case LEAD -> (section.hasTune() && !bridgeSoloist(section)) || isAlone(section);
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
        Ensemble ensemble = section.lineup().ensemble();
        return section.kind() == Kind.BRIDGE
                && !section.lineup().features(Role.LEAD)
                && ensemble.at(Role.COUNTER)
                        .filter(instrument -> !ensemble.at(Role.LEAD).equals(Optional.of(instrument)))
                        .map(Instrument::family)
                        .isPresent();
    }

    /** How much the drummer plays; empty when he waits. */
    Optional<Variant> drums(Section section) {
        Ensemble ensemble = section.lineup().ensemble();
        if (ensemble.drummer().isEmpty()) {
            return Optional.empty();
        }
        if (section.intensity() < FAINT || (section.kind() == Kind.BRIDGE && brief.energy() < QUIET_GENRE)) {
            boolean needed = ensemble.seats().isEmpty() || section.lineup().features(Role.DRUMS);
            return needed ? Optional.of(Variant.LIGHT) : Optional.empty();
        }
        if (section.intensity() < MODERATE) {
            return Optional.of(Variant.LIGHT);
        }
        return Optional.of(section.intensity() < LOUD ? Variant.MAIN : Variant.FULL);
    }

    private static boolean isAlone(Section section) {
        return !section.lineup().ensemble().has(Role.CHORDS);
    }
}
