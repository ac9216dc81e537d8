/**
 * One YAML file and the environment, turned into checked records; every mistake named at once.
 */
@NullMarked
package dev.earworm.config;

import org.jspecify.annotations.NullMarked;
