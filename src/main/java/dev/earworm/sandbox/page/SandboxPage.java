package dev.earworm.sandbox.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.earworm.sandbox.ClientRefusalException;
import dev.earworm.sandbox.Sandbox;
import dev.earworm.sandbox.SandboxFile;
import dev.earworm.sandbox.SandboxSite;
import dev.earworm.sandbox.SandboxUser;
import dev.earworm.sandbox.rules.DiscordException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The sandbox in a browser, at the root of its web server: channels to type in, members to be, controls to move.
 *
 * <p>{@code Sandbox.start(config, new SandboxPage(DiscordControls::of))}. The page's own files come from here alone, every order must
 * carry a header that no other site can send, and events go out as server-sent events, a whole {@code state} first.
 */
public final class SandboxPage implements SandboxSite {
    private static final String BY_ADDRESS = "Open this page by its address, as http://127.0.0.1:8080.";

    private final Function<Sandbox, List<Control>> controls;
    private final Set<Viewing> viewings = ConcurrentHashMap.newKeySet();

    /**
     * A page for one sandbox.
     *
     * @param controls in the order in which they are shown
     */
    public SandboxPage(List<Control> controls) {
        this(_ -> controls);
    }

    /**
     * The same where controls need to know the sandbox.
     *
     * @param controls of a sandbox, in the order in which they are shown
     */
    public SandboxPage(Function<Sandbox, List<Control>> controls) {
        this.controls = controls;
    }

    @Override
    public void open(Sandbox sandbox, RoutesConfig routes) {
        Orders orders = new Orders(sandbox);
        ControlDesk desk = new ControlDesk(controls.apply(sandbox));
        List.of("/", "/{file}", "/page/*").forEach(path -> routes.before(path, SandboxPage::checkHost));
        routes.get("/", context -> PageFiles.send(context, "index.html"));
        routes.get("/{file}", context -> PageFiles.send(context, context.pathParam("file")));
        routes.get("/page/files/{id}/{name}", context -> sendFile(context, sandbox));
        routes.get(
                "/page/commands",
                context -> answer(context, () -> orders.commands(asked(context, "as"), asked(context, "channel"))));
        routes.get("/page/events", context -> show(sandbox, desk, context));
        accept(routes, "run", orders::run);
        accept(routes, "complete", orders::complete);
        accept(routes, "press", orders::press);
        accept(routes, "select", orders::select);
        accept(routes, "submit", orders::submit);
        accept(routes, "say", orders::say);
        accept(routes, "delete", orders::delete);
        accept(routes, "locale", order -> {
            JsonNode done = orders.locale(order);
            refresh();
            return done;
        });
        accept(routes, "control", order -> move(desk, order));
    }

    @Override
    public void close() {
        viewings.forEach(Viewing::end);
    }

    private void refresh() {
        viewings.forEach(Viewing::refresh);
    }

    private void show(Sandbox sandbox, ControlDesk desk, Context context) throws IOException {
        Optional<String> wanted = Optional.ofNullable(context.queryParam("as"));
        People people = new People(sandbox);
        // Who was here before a restart of the sandbox is nobody now.
        Optional<SandboxUser> viewer = people.find(wanted).or(() -> people.find(Optional.empty()));
        if (viewer.isEmpty()) {
            return;
        }
        Viewing viewing = new Viewing(
                viewer.get(), EventStream.open(context), () -> StateJson.of(sandbox, viewer.get(), desk.json()));
        viewings.add(viewing);
        sandbox.onChange(viewing);
        try {
            viewing.run();
        } finally {
            sandbox.removeListener(viewing);
            viewings.remove(viewing);
        }
    }

    private JsonNode move(ControlDesk desk, Order order) {
        Control control = desk.find(order.text("id")).orElseThrow(() -> new UnfitOrder("There is no such control."));
        if (order.json().path("on").asBoolean(true)) {
            desk.turnOn(control);
        } else {
            desk.turnOff(control);
        }
        refresh();
        return JsonNodeFactory.instance.objectNode();
    }

    private void accept(RoutesConfig routes, String name, Function<Order, JsonNode> work) {
        routes.post("/page/" + name, context -> {
            if (!VisitorPolicy.isFromPage(header(context, VisitorPolicy.HEADER))) {
                refuse(context, 403, "Only the page itself can do this.");
                return;
            }
            answer(context, () -> work.apply(Order.of(context)));
        });
    }

    private static void checkHost(Context context) {
        if (!VisitorPolicy.isExpected(header(context, "Host"))) {
            throw new HttpResponseException(421, BY_ADDRESS);
        }
    }

    private static void answer(Context context, Supplier<JsonNode> work) {
        try {
            context.contentType("application/json").result(work.get().toString());
        } catch (ClientRefusalException e) {
            refuse(context, 422, sentence(e));
        } catch (UnfitOrder e) {
            refuse(context, 400, sentence(e));
        } catch (DiscordException e) {
            refuse(context, 422, e.error().message());
        }
    }

    private static String sentence(RuntimeException refusal) {
        String words = Objects.requireNonNullElse(refusal.getMessage(), "That is not possible here");
        return words.endsWith(".") ? words : words + ".";
    }

    private static void refuse(Context context, int status, String problem) {
        context.status(status)
                .contentType("application/json")
                .result(JsonNodeFactory.instance
                        .objectNode()
                        .put("problem", problem)
                        .toString());
    }

    private static void sendFile(Context context, Sandbox sandbox) throws IOException {
        String id = context.pathParam("id");
        Optional<SandboxFile> file =
                id.matches("\\d{1,19}") ? sandbox.findFile(Long.parseUnsignedLong(id)) : Optional.empty();
        if (file.isEmpty()) {
            context.status(404).result("This file is gone.");
            return;
        }
        file.get().sendTo(context);
    }

    private static String asked(Context context, String name) {
        return Objects.requireNonNullElse(context.queryParam(name), "");
    }

    private static Optional<String> header(Context context, String name) {
        return Optional.ofNullable(context.header(name));
    }
}
