package dev.earworm;

import dev.earworm.config.Configuration;
import dev.earworm.config.Key;
import dev.earworm.discord.OutsideConfig;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;

/** The link by which somebody with Manage Server adds the bot to a guild. */
@Command(
        name = "invite",
        description = "Prints the link that adds the bot to a server, with exactly the permissions it needs.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class InviteCommand implements Callable<Integer> {
    private final ConfigurationOption configuration;
    private final Console console;

    InviteCommand(ConfigurationOption configuration, Console console) {
        this.configuration = configuration;
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        return configuration.then(Set.of(Key.DISCORD_TOKEN), this::print);
    }

    private int print(Configuration checked) {
        Optional<InviteLink> link = checked.discord().botToken().flatMap(InviteLink::ofBot);
        if (link.isEmpty()) {
            console.err()
                    .println(
                            Key.DISCORD_TOKEN + " is no bot token, which has three parts with dots between them"
                                    + " and begins with the bot's number; copy it again from https://discord.com/developers/applications.");
            return ExitCode.USAGE;
        }
        console.out().println(link.get().address());
        if (checked.discord().outside().contains(OutsideConfig.USER_INSTALL)) {
            console.out().println("For a member's own account: " + link.get().forMembers());
        }
        return ExitCode.OK;
    }
}
