package dev.earworm.discord;

import dev.earworm.discord.command.InstanceCheckup;
import dev.earworm.music.AccountStatus;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/** A program that is as well as a test says. */
final class SettableCheckup implements InstanceCheckup {
    private volatile SequencedMap<String, AccountStatus> accounts = new LinkedHashMap<>();
    private volatile boolean isWell = true;

    /** Nothing is wrong any more. */
    void recover() {
        isWell = true;
        accounts = new LinkedHashMap<>();
        accounts.put("studio", new AccountStatus.Usable(Optional.of("1200 credits")));
    }

    /** Neither the database nor the disk will do. */
    void fails() {
        isWell = false;
    }

    void has(String provider, AccountStatus status) {
        accounts.put(provider, status);
    }

    @Override
    public String version() {
        return "1.2.3";
    }

    @Override
    public boolean databaseAnswers() {
        return isWell;
    }

    @Override
    public boolean hasRoom() {
        return isWell;
    }

    @Override
    public SequencedMap<String, AccountStatus> accounts() {
        return accounts;
    }
}
