package dev.earworm.discord.command;

import dev.earworm.music.AccountStatus;
import java.util.SequencedMap;

/** How the running program is beyond Discord, as far as that concerns the admins of a guild. May block for seconds. */
public interface InstanceCheckup {
    String version();

    boolean databaseAnswers();

    /** Whether there is room on the disk for songs that are to be made. */
    boolean hasRoom();

    /** How each provider's account is, by the provider's name, the default first. */
    SequencedMap<String, AccountStatus> accounts();
}
