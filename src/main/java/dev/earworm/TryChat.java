package dev.earworm;

import dev.earworm.sandbox.ClientRefusalException;
import dev.earworm.sandbox.Sandbox;
import dev.earworm.sandbox.SandboxChannel;
import dev.earworm.sandbox.SandboxMember;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ExitCode;

/** A channel in the terminal: a person types slash commands, and sees what the bot posts. */
final class TryChat {
    private static final Pattern OPTION = Pattern.compile("(?:^|\\s)([a-z]+):");

    private final Sandbox sandbox;
    private final SandboxMember member;
    private final SandboxChannel channel;
    private final Console console;

    TryChat(Sandbox sandbox, SandboxMember member, SandboxChannel channel, Console console) {
        this.sandbox = sandbox;
        this.member = member;
        this.channel = channel;
        this.console = console;
    }

    /** Until the person says /exit, or closes the terminal. */
    int run() throws IOException {
        console.out().println("""
                Earworm runs on a Discord of its own, at %s.
                You are %s in #%s. The commands are /%s; /exit ends it. For example:

                  /song prompt:lo-fi piano with light rain length:20
                """.formatted(
                        sandbox.apiUrl(),
                        member.name(),
                        channel.name(),
                        String.join(", /", sandbox.commandNames(member.guild()))));
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null && !line.strip().equals("/exit"); line = lines.readLine()) {
            if (!line.isBlank()) {
                type(line.strip());
            }
        }
        return ExitCode.OK;
    }

    private void type(String line) {
        if (!line.startsWith("/")) {
            console.out().println("Commands begin with a slash, as /song prompt:a calm river");
            return;
        }
        String[] words = line.substring(1).split("\\s+", 2);
        try {
            member.in(channel)
                    .runs(words[0], words.length == 1 ? Map.of() : options(words[1]))
                    .modal()
                    .ifPresent(form -> console.out()
                            .println("“%s” is a form, which cannot be filled in here.".formatted(form.title())));
        } catch (ClientRefusalException e) {
            console.out().println(e.getMessage());
        }
    }

    /** As in Discord's own field: {@code name:} begins an option, and what follows up to the next one is its value. */
    static Map<String, Object> options(String text) {
        Map<String, Object> options = new LinkedHashMap<>();
        Matcher names = OPTION.matcher(text);
        boolean isFound = names.find();
        while (isFound) {
            String name = names.group(1);
            int from = names.end();
            isFound = names.find();
            options.put(
                    name,
                    typed(text.substring(from, isFound ? names.start() : text.length())
                            .strip()));
        }
        return options;
    }

    private static Object typed(String value) {
        if (value.matches("\\d{1,18}")) {
            return Long.valueOf(value);
        }
        return value.equals("true") || value.equals("false") ? Boolean.valueOf(value) : value;
    }
}
