package io.waymark.launcher.parts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.waymark.servers.Readiness;
import java.net.URI;
import java.net.http.HttpClient;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** What a part is, and so how anyone finds out whether it does its work. */
public enum PartKind {
    POSTGRES,
    ELASTICSEARCH,
    NODE,
    SANDBOX,
    FLINK,
    FLINK_WORKER;

    private static final int SIGN_IN_LIMIT_SECONDS = 5;

    /** Asks the part itself, at the address it was started with. */
    boolean ready(HttpClient client, String url) {
        return switch (this) {
            case POSTGRES -> signsIn(url);
            case ELASTICSEARCH -> Readiness.answers(client, URI.create(url + "/_cluster/health"));
            case NODE -> Readiness.answers(client, URI.create(url + "/health/ready"));
            case SANDBOX -> Readiness.answers(client, URI.create(url + "/control/channels"));
            case FLINK ->
                Readiness.body(client, URI.create(url + "/jobs/overview"))
                        .filter(PartKind::hasRunningJob)
                        .isPresent();
            case FLINK_WORKER ->
                Readiness.body(client, URI.create(url + "/overview"))
                        .filter(PartKind::hasWorker)
                        .isPresent();
        };
    }

    private static boolean signsIn(String url) {
        String limited = url + (url.contains("?") ? "&" : "?") + "loginTimeout=" + SIGN_IN_LIMIT_SECONDS;
        try (Connection connection = DriverManager.getConnection(limited)) {
            return connection.isValid(SIGN_IN_LIMIT_SECONDS);
        } catch (SQLException e) {
            return false;
        }
    }

    private static boolean hasWorker(String overview) {
        try {
            return Json.mapper().readTree(overview).path("taskmanagers").asInt() > 0;
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    private static boolean hasRunningJob(String overview) {
        try {
            for (JsonNode job : Json.mapper().readTree(overview).path("jobs")) {
                if ("RUNNING".equals(job.path("state").asText())) {
                    return true;
                }
            }
            return false;
        } catch (JsonProcessingException e) {
            return false;
        }
    }
}
