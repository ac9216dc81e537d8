package dev.earworm.rules;

import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.PropertyAttributes;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutionResult.Status;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/**
 * Has every property try the same cases in every build, unless another seed or more tries were asked for; one that fails
 * says how it is tried again. It is around all of them by {@code META-INF/services}.
 */
public final class RepeatableProperties implements AroundPropertyHook {
    private static final String SEED = "earworm.properties.seed";
    private static final String USUAL_SEED = "20261122";

    /** How many times as many tries as usual. */
    private static final String TIMES = "earworm.properties.times";

    @Override
    public PropagationMode propagateTo() {
        return PropagationMode.ALL_DESCENDANTS;
    }

    @Override
    public PropertyExecutionResult aroundProperty(PropertyLifecycleContext context, PropertyExecutor property) {
        PropertyAttributes attributes = context.attributes();
        String seed = System.getProperty(SEED, USUAL_SEED);
        attributes.setSeed(seed);
        attributes.tries().ifPresent(tries -> attributes.setTries(tries * Integer.getInteger(TIMES, 1)));
        PropertyExecutionResult result = property.execute();
        return result.status() == Status.FAILED ? result.mapToFailed(told(seed, result)) : result;
    }

    private static AssertionError told(String seed, PropertyExecutionResult result) {
        String sample = result.falsifiedParameters()
                .map(parameters -> "\nfails for " + parameters)
                .orElse("");
        Throwable cause = result.throwable().orElse(null);
        return new AssertionError(
                "try " + result.countTries() + " with -D" + SEED + "=" + seed + sample + "\n" + cause, cause);
    }
}
