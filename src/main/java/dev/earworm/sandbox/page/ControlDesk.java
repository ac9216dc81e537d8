package dev.earworm.sandbox.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** The controls of a page, moved one at a time. */
final class ControlDesk {
    private final List<Control> controls;

    ControlDesk(List<Control> controls) {
        this.controls = List.copyOf(controls);
    }

    ArrayNode json() {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        controls.forEach(control -> json.add(json(control)));
        return json;
    }

    Optional<Control> find(String id) {
        return controls.stream().filter(control -> control.id().equals(id)).findFirst();
    }

    synchronized void turnOn(Control control) {
        switch (control) {
            case Control.Switch shown -> shown.toggle().turnOn();
            case Control.Press shown -> shown.action().press();
        }
    }

    synchronized void turnOff(Control control) {
        switch (control) {
            case Control.Switch shown -> shown.toggle().turnOff();
            case Control.Press _ -> {}
        }
    }

    private static ObjectNode json(Control control) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", control.id());
        json.put("label", control.label());
        json.put("sentence", control.sentence());
        return switch (control) {
            case Control.Switch shown -> json.put("on", shown.toggle().isOn()).put("status", "");
            case Control.Press shown ->
                json.putNull("on").put("status", shown.action().status());
        };
    }
}
