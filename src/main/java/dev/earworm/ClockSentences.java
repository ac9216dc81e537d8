package dev.earworm;

import dev.earworm.Finding.Unwell;
import dev.earworm.Finding.Well;
import dev.earworm.discord.command.ClockSkew;

/** How this machine's clock stands to Discord's, in words for the operator. */
final class ClockSentences {
    private ClockSentences() {}

    static Finding of(ClockSkew skew) {
        if (skew.isHarmless()) {
            return new Well("it agrees with Discord's to within " + (skew.seconds() + 1) + " seconds");
        }
        return new Unwell("it is " + skew.seconds() + " seconds " + (skew.isAhead() ? "ahead of" : "behind")
                + " Discord's; set it by a time server, as songs would be given up too early or too late");
    }
}
