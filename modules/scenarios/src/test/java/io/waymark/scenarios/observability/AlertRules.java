package io.waymark.scenarios.observability;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The alerts of {@code observability/prometheus/rules.yml}. */
final class AlertRules {

    static final Path ROOT = Path.of("..", "..").normalize();
    static final String FILE = "observability/prometheus/rules.yml";
    static final String TESTS = "observability/prometheus/rules.test.yml";

    /** A name that a rule reads; functions and label names are followed or preceded by something else. */
    private static final Pattern METRIC =
            Pattern.compile("\\b(?:waymark|jvm|hikaricp|process)_[a-z0-9_]+|\\bup(?=\\{)");

    private AlertRules() {}

    /** One alert. */
    record Alert(String name, String expression, String severity, String runbook) {

        /** The metrics that its expression reads. */
        Set<String> metrics() {
            return METRIC.matcher(expression)
                    .results()
                    .map(match -> match.group())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    static List<Alert> all() {
        List<Alert> alerts = new ArrayList<>();
        for (JsonNode group : read(FILE).path("groups")) {
            for (JsonNode rule : group.path("rules")) {
                alerts.add(new Alert(
                        rule.path("alert").asText(),
                        rule.path("expr").asText(),
                        rule.path("labels").path("severity").asText(),
                        rule.path("annotations").path("runbook").asText()));
            }
        }
        return alerts;
    }

    static JsonNode read(String file) {
        try {
            return new YAMLMapper().readTree(ROOT.resolve(file).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
