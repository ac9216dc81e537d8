package dev.earworm.discord.component;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.drafts.Draft;
import dev.earworm.drafts.Draft.Planned;
import dev.earworm.drafts.DraftStore;
import dev.earworm.jobs.JobFixtures;
import dev.earworm.music.CompositionPlan;
import dev.earworm.music.Excerpt;
import dev.earworm.music.JobId;
import dev.earworm.music.PlanPolicy;
import dev.earworm.music.PlanProblem;
import dev.earworm.music.PlanSection;
import dev.earworm.music.SongRequest;
import dev.earworm.rules.ScratchFolder;
import dev.earworm.storage.Database;
import dev.earworm.storage.Engine;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.dv8tion.jda.api.components.Component;
import net.dv8tion.jda.api.interactions.modals.ModalInteraction;
import net.dv8tion.jda.api.interactions.modals.ModalMapping;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterProperty;

/** Whatever forms are sent in whatever order, also forged ones: a plan is what the list of its sections would be. */
class PlanEditingPropertyTest {
    private static final JobId SONG = JobId.next(JobFixtures.NOON);

    private final ScratchFolder folder = ScratchFolder.create();
    private final Database database = Database.open(Engine.usual().in(folder.path()));

    @AfterProperty
    void close() {
        database.close();
        folder.close();
    }

    /** What was typed as a length, and what that is. */
    private record Typed(String text, Optional<Duration> length) {
        /** Whole seconds that are those of before leave its fractions. */
        Duration after(Duration before) {
            boolean isAsShown = text.contains(":")
                    && Duration.ofSeconds(Math.round(before.toMillis() / 1000.0))
                            .equals(length.orElseThrow());
            return isAsShown ? before : length.orElse(before);
        }
    }

    private sealed interface Edit {
        /** What is empty was not in the form. */
        record Section(
                int index,
                Optional<String> name,
                Optional<Typed> length,
                Optional<Styles> styles,
                Optional<List<String>> lines,
                String step,
                SectionStep.Redoing redoing)
                implements Edit {}

        record Whole(Optional<List<String>> styles, Optional<List<String>> avoided) implements Edit {}
    }

    private record Styles(List<String> wanted, List<String> avoided) {}

    @Provide
    Arbitrary<List<Edit>> edits() {
        Arbitrary<Typed> lengths = Arbitraries.of(
                new Typed("45", Optional.of(Duration.ofSeconds(45))),
                new Typed(" 2:05 ", Optional.of(Duration.ofSeconds(125))),
                new Typed("１５秒", Optional.of(Duration.ofSeconds(15))),
                new Typed("0", Optional.of(Duration.ZERO)),
                new Typed("2", Optional.of(Duration.ofSeconds(2))),
                new Typed("-5", Optional.empty()),
                new Typed("for ever", Optional.empty()),
                new Typed("", Optional.empty()));
        Arbitrary<String> steps = Arbitraries.of(
                "STAY", "UP", "DOWN", "COPY", "COPY", "COPY", "ADD", "REMOVE", "REDO", "", "copy", "DROP TABLE");
        // Few of them, so that sections meet; and some that there cannot be.
        Arbitrary<Integer> indexes = Arbitraries.of(0, 1, 2, 3, 4, 5, 28, 29, 30, 99);
        Arbitrary<Edit> section = Combinators.combine(
                        indexes,
                        Arbitraries.of("Verse 1", "Chorus", "静かな橋").optional(),
                        lengths.optional(),
                        Combinators.combine(words(), words()).as(Styles::new).optional(),
                        words().optional(),
                        steps,
                        Arbitraries.of(SectionStep.Redoing.class))
                .as(Edit.Section::new);
        Arbitrary<Edit> whole =
                Combinators.combine(words().optional(), words().optional()).as(Edit.Whole::new);
        return Arbitraries.frequencyOf(Tuple.of(8, section), Tuple.of(1, whole))
                .list()
                .ofMinSize(1)
                .ofMaxSize(50);
    }

    private static Arbitrary<List<String>> words() {
        return Arbitraries.of("calm", "slow drums", "la la la", "静かな", "80s pop")
                .list()
                .ofMaxSize(3);
    }

    @Provide
    Arbitrary<List<PlanSection>> sections() {
        Arbitrary<PlanSection> section = Combinators.combine(
                        Arbitraries.of("Intro", "Bridge"),
                        Arbitraries.integers().between(3_000, 120_000).map(Duration::ofMillis),
                        words(),
                        words(),
                        Arbitraries.of(new Excerpt("song", Duration.ZERO, Duration.ofSeconds(9)))
                                .optional(0.1))
                .as((name, length, styles, lines, source) ->
                        new PlanSection(name, length, styles, List.of(), lines, source));
        return Arbitraries.of(1, 2, 3, 29, 30).flatMap(size -> section.list().ofSize(size));
    }

    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void aPlanIsWhatTheListOfItsSectionsWouldBe(
            @ForAll("sections") List<PlanSection> begin, @ForAll("edits") List<Edit> edits) {
        // All of a try in one transaction: a disk is asked once, not for each edit.
        database.transactions().inOne(() -> edit(new CompositionPlan(List.of("pop"), List.of(), begin), edits));
    }

    private void edit(CompositionPlan begin, List<Edit> edits) {
        CompositionPlan model = begin;
        DraftStore drafts = database.drafts();
        SongRequest request = JobFixtures.request("a calm river", Duration.ofSeconds(30));
        drafts.put(new Planned(SONG, JobFixtures.ALICE, request.withPlan(begin)), JobFixtures.NOON);

        for (Edit edit : edits) {
            model = expected(model, edit);
            Planned changed = drafts.replan(SONG, plan -> edited(plan, edit), JobFixtures.NOON)
                    .orElseThrow();

            assertThat(changed.request().plan()).contains(model);
            assertThat(drafts.find(SONG)).as("as it was kept").contains((Draft) changed);
            assertBounds(model, changed.request());
        }
    }

    private static CompositionPlan edited(CompositionPlan plan, Edit edit) {
        return switch (edit) {
            case Edit.Section section -> SectionForm.edited(plan, section.index(), form(section), section.redoing());
            case Edit.Whole whole -> PlanModal.read(form(whole), plan);
        };
    }

    private static CompositionPlan expected(CompositionPlan plan, Edit edit) {
        return switch (edit) {
            case Edit.Whole whole ->
                new CompositionPlan(
                        whole.styles().orElse(plan.styles()), whole.avoided().orElse(plan.avoided()), plan.sections());
            case Edit.Section section -> {
                List<PlanSection> all = new ArrayList<>(plan.sections());
                if (section.index() < all.size()) {
                    take(section, all);
                }
                yield new CompositionPlan(plan.styles(), plan.avoided(), all);
            }
        };
    }

    private static void take(Edit.Section edit, List<PlanSection> all) {
        int index = edit.index();
        PlanSection before = all.remove(index);
        PlanSection after = new PlanSection(
                edit.name().orElse(before.name()),
                edit.length().map(typed -> typed.after(before.length())).orElse(before.length()),
                edit.styles().map(Styles::wanted).orElse(before.styles()),
                edit.styles().map(Styles::avoided).orElse(before.avoided()),
                edit.lines().orElse(before.lines()),
                before.source());
        boolean hasRoom = all.size() + 1 < 30;
        switch (edit.step()) {
            case "UP" -> all.add(Math.max(0, index - 1), after);
            case "DOWN" -> all.add(Math.min(all.size(), index + 1), after);
            case "COPY" -> all.addAll(index, hasRoom ? List.of(after, after) : List.of(after));
            case "ADD" -> all.addAll(index, hasRoom ? List.of(after, fresh()) : List.of(after));
            case "REMOVE" -> all.addAll(index, all.isEmpty() ? List.of(after) : List.of());
            default -> all.add(index, after);
        }
    }

    private static PlanSection fresh() {
        return PlanSection.of("New section", Duration.ofSeconds(15), List.of(), List.of());
    }

    /** A plan that was changed may be too long or too short, and then it says so; it is never empty or past all bounds. */
    private static void assertBounds(CompositionPlan model, SongRequest request) {
        CompositionPlan plan = request.plan().orElseThrow();
        assertThat(plan.sections()).hasSizeBetween(1, PlanPolicy.MAX_SECTIONS);
        long millis = model.sections().stream()
                .mapToLong(section -> section.length().toMillis())
                .sum();
        assertThat(request.length()).isEqualTo(Duration.ofMillis(millis));
        List<PlanProblem> problems = PlanPolicy.problems(plan);
        assertThat(problems.stream().anyMatch(PlanProblem.LengthOutOfRange.class::isInstance))
                .isEqualTo(millis < 3_000 || millis > 600_000);
        assertThat(problems.stream().filter(PlanProblem.SectionLengthOutOfRange.class::isInstance))
                .hasSize((int) model.sections().stream()
                        .filter(section -> section.source().isEmpty())
                        .filter(section -> section.length().toMillis() < 3_000
                                || section.length().toMillis() > 120_000)
                        .count());
    }

    private static ModalInteraction form(Edit.Section edit) {
        List<DataObject> fields = new ArrayList<>();
        edit.name().ifPresent(name -> fields.add(text("name", name)));
        edit.length().ifPresent(length -> fields.add(text("length", length.text())));
        edit.styles().ifPresent(styles -> {
            List<String> all = new ArrayList<>(styles.wanted());
            styles.avoided().forEach(style -> all.add("−" + style));
            fields.add(text("styles", String.join(" ,\n", all)));
        });
        edit.lines().ifPresent(lines -> fields.add(text("lyrics", String.join("\n\n ", lines))));
        fields.add(field("step", Component.Type.STRING_SELECT)
                .put("values", DataArray.empty().add(edit.step())));
        return form(fields);
    }

    private static ModalInteraction form(Edit.Whole edit) {
        List<DataObject> fields = new ArrayList<>();
        edit.styles().ifPresent(styles -> fields.add(text("styles", String.join(", ", styles))));
        edit.avoided().ifPresent(avoided -> fields.add(text("avoided", String.join("、", avoided))));
        return form(fields);
    }

    private static DataObject text(String id, String typed) {
        return field(id, Component.Type.TEXT_INPUT).put("value", typed);
    }

    private static DataObject field(String id, Component.Type type) {
        return DataObject.empty().put("id", 1).put("custom_id", id).put("type", type.getKey());
    }

    /** As much of one as is read. */
    private static ModalInteraction form(List<DataObject> fields) {
        Map<String, ModalMapping> values = new HashMap<>();
        fields.forEach(
                field -> values.put(field.getString("custom_id"), new ModalMapping(null, DataObject.empty(), field)));
        return (ModalInteraction) Proxy.newProxyInstance(
                ModalInteraction.class.getClassLoader(),
                new Class<?>[] {ModalInteraction.class},
                (_, method, arguments) -> {
                    if (!method.getName().equals("getValue")) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    return values.get((String) arguments[0]);
                });
    }
}
