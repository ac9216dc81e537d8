package dev.earworm.providers.synth.compose;

import dev.earworm.providers.synth.score.Role;
import java.util.Set;

/**
 * Who is on stage in a section.
 *
 * @param featured the roles that were asked for by name, and so play whatever the section is like
 */
record Lineup(Ensemble ensemble, Set<Role> featured) {
    Lineup {
        featured = Set.copyOf(featured);
    }

    /** Everybody, as the section demands. */
    static Lineup of(Ensemble ensemble) {
        return new Lineup(ensemble, Set.of());
    }

    boolean features(Role role) {
        return featured.contains(role);
    }
}
