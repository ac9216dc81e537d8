package dev.earworm.sandbox.page;

import dev.earworm.sandbox.Permission;
import dev.earworm.sandbox.Sandbox;
import dev.earworm.sandbox.SandboxChannel;
import dev.earworm.sandbox.page.Control.Switch;
import dev.earworm.sandbox.page.Control.Toggle;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What goes wrong at Discord, whatever the bot does. */
public final class DiscordControls {
    /** Long enough to think about an answer, too short for any work. */
    static final Duration SHORT_LIFE = Duration.ofSeconds(3);

    private DiscordControls() {}

    public static List<Control> of(Sandbox sandbox) {
        return List.of(
                new Switch(
                        "short-tokens",
                        "Answers expire",
                        "The bot can change an answer for 3 seconds instead of 15 minutes; what it has to say later comes"
                                + " some other way.",
                        shortTokens(sandbox)),
                new Switch(
                        "no-files",
                        "The bot may not attach files",
                        "It lacks that permission in every channel, and says so, or hands over in another way what it has begun.",
                        noFiles(sandbox)),
                new Switch(
                        "no-gateway",
                        "The connection breaks",
                        "The bot hears nothing of you and your commands fail, but what it works on goes on; it is back"
                                + " seconds after you turn this off.",
                        new NoGateway(sandbox)));
    }

    private static Toggle shortTokens(Sandbox sandbox) {
        Duration usual = sandbox.tokenLifetime();
        return new OnOff(() -> sandbox.tokenLifetime(SHORT_LIFE), () -> sandbox.tokenLifetime(usual));
    }

    private static Toggle noFiles(Sandbox sandbox) {
        List<SandboxChannel> denied = new ArrayList<>();
        return new OnOff(() -> denyFiles(sandbox, denied), () -> {
            denied.forEach(channel ->
                    channel.guild().ifPresent(guild -> channel.inherit(guild.botRole(), Permission.ATTACH_FILES)));
            denied.clear();
        });
    }

    /** Wherever it may now; notes where that was. */
    private static void denyFiles(Sandbox sandbox, List<SandboxChannel> denied) {
        sandbox.guilds()
                .forEach(guild -> guild.channels().stream()
                        .filter(channel -> guild.bot().permissionsIn(channel).contains(Permission.ATTACH_FILES))
                        .forEach(channel -> denied.add(channel.deny(guild.botRole(), Permission.ATTACH_FILES))));
    }

    private record NoGateway(Sandbox sandbox) implements Toggle {
        @Override
        public boolean isOn() {
            return sandbox.gateway().isCutOff();
        }

        @Override
        public void turnOn() {
            sandbox.gateway().cutOff();
        }

        @Override
        public void turnOff() {
            sandbox.gateway().restore();
        }
    }
}
