package dev.earworm;

import dev.earworm.Finding.Unwell;
import dev.earworm.Finding.Well;
import dev.earworm.discord.BotAccountClient;
import dev.earworm.discord.BotApplication;
import dev.earworm.discord.CommandsConfig;
import dev.earworm.discord.DiscordConfig;
import dev.earworm.discord.OutsideConfig;
import dev.earworm.discord.command.ClockSkew;
import dev.earworm.discord.words.CommandNames;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What Discord is asked about the bot, without logging it in. */
final class DiscordExaminations {
    private final DiscordConfig config;
    private final BotAccountClient discord;
    private final InstantSource clock;
    private final RunningEarworm running;

    DiscordExaminations(DiscordConfig config, InstantSource clock, RunningEarworm running) {
        this.config = config;
        this.discord = new BotAccountClient(config);
        this.clock = clock;
        this.running = running;
    }

    List<Examination> all() {
        List<Examination> all = new ArrayList<>();
        all.add(new Examination("discord", () -> AccountSentences.of(discord.ask())));
        all.add(new Examination("application", this::application));
        all.add(new Examination("commands", this::commands));
        all.add(new Examination("clock", this::clock));
        if (config.outside().contains(OutsideConfig.USER_INSTALL)) {
            all.add(new Examination("user install", () -> AccountSentences.of(discord.userInstall())));
        }
        return all;
    }

    private Finding application() {
        Optional<BotApplication> application = discord.application();
        if (application.isEmpty()) {
            return new Well("Discord does not say how the bot is set up");
        }
        if (application.get().asksForCode()) {
            return new Unwell("nobody can add the bot: turn off Requires OAuth2 Code Grant at"
                    + " https://discord.com/developers/applications, Bot");
        }
        return new Well(
                application.get().isPrivileged()
                        ? "privileged intents are on, and Earworm needs none: they can be turned off at"
                                + " https://discord.com/developers/applications, Bot"
                        : "no privileged intent is on, and none is needed");
    }

    private Finding commands() {
        List<OptionalLong> places = switch (config.commands()) {
            case CommandsConfig.Global _ -> List.of(OptionalLong.empty());
            case CommandsConfig.InGuilds some ->
                some.guilds().stream().map(OptionalLong::of).toList();
        };
        Optional<BotApplication> application = discord.application();
        List<Set<String>> offered = application.stream()
                .flatMap(known -> places.stream().flatMap(place -> discord.commands(known.id(), place).stream()))
                .toList();
        return offered.size() < places.size()
                ? new Well("Discord does not say which commands it offers")
                : offered(offered);
    }

    private Finding offered(List<Set<String>> places) {
        Set<String> ours = CommandNames.registered();
        if (places.stream().allMatch(ours::equals)) {
            return new Well("Discord offers all " + ours.size());
        }
        Set<String> others = places.stream()
                .flatMap(place -> Stream.concat(
                        ours.stream().filter(name -> !place.contains(name)),
                        place.stream().filter(name -> !ours.contains(name))))
                .collect(Collectors.toCollection(TreeSet::new));
        return running.isThere()
                ? new Unwell("Discord does not offer them as this version has them (" + String.join(", ", others)
                        + "); start run anew, which tells it")
                : new Well("Discord does not offer all of them yet; run tells it when it starts");
    }

    private Finding clock() {
        return discord.time()
                .map(time -> ClockSentences.of(ClockSkew.between(time, clock.instant())))
                .orElseGet(() -> new Well("Discord does not say what time it is"));
    }
}
