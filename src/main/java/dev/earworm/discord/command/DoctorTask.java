package dev.earworm.discord.command;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.discord.command.GuildFinding.Problem;
import dev.earworm.discord.command.GuildFinding.Well;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code /admin doctor}: whether the bot can do its work in this guild, a line for each thing it needs, problems first. It
 * says nothing that is the operator's alone: no amounts, no addresses, no paths.
 */
public final class DoctorTask implements AdminTask {
    private static final Logger LOG = LoggerFactory.getLogger(DoctorTask.class);

    private final List<GuildExamination> examinations;

    public DoctorTask(List<GuildExamination> examinations) {
        this.examinations = List.copyOf(examinations);
    }

    @Override
    public SubcommandData data() {
        return new SubcommandData("doctor", say("command.admin.doctor.description"));
    }

    @Override
    public Reply answer(SlashCommandInteractionEvent event) {
        List<GuildFinding> findings = examinations.stream()
                .flatMap(examination -> findings(examination, event))
                .toList();
        List<String> problems = findings.stream()
                .filter(Problem.class::isInstance)
                .map(problem -> say("doctor.problem", problem.sentence()))
                .toList();
        List<String> well = findings.stream()
                .filter(Well.class::isInstance)
                .map(finding -> say("doctor.ok", finding.sentence()))
                .toList();
        String title = problems.isEmpty() ? say("doctor.all-well") : say("doctor.problems", problems.size());
        return Reply.of(fitting(
                Stream.of(List.of(title), problems, well).flatMap(List::stream).toList()));
    }

    private static Stream<GuildFinding> findings(GuildExamination examination, SlashCommandInteractionEvent event) {
        try {
            return examination.examine(event).stream();
        } catch (RuntimeException e) {
            LOG.error("a part of /admin doctor failed", e);
            return Stream.of(new Problem(say("doctor.fault")));
        }
    }

    /** What does not fit is at the end, where nothing is wrong, or nothing new. */
    private static String fitting(List<String> lines) {
        String all = String.join("\n", lines);
        if (all.length() <= Message.MAX_CONTENT_LENGTH) {
            return all;
        }
        return lines.stream()
                .limit(lines.size() - 1L)
                .collect(Collectors.collectingAndThen(Collectors.toList(), DoctorTask::fitting));
    }
}
