/**
 * One YAML file and the environment, turned into checked records; every mistake named at once.
 *
 * <p>Start with {@link dev.earworm.config.ConfigurationReader}; {@link dev.earworm.config.Key} lists everything that can
 * be set. The environment wins over the file, and only our own variables are read from it. Must not know what the
 * settings are used for, so of other packages it sees only the {@code …Config} records it fills.
 */
@NullMarked
package dev.earworm.config;

import org.jspecify.annotations.NullMarked;
