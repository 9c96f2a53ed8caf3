package io.waymark.launcher.replay.delivery;

import io.waymark.launcher.replay.schedule.Step;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** A public way into the system: how it is told of a step, and how its answer is to be understood. */
interface Route {

    HttpRequest request(Step step);

    Answer answer(Step step, HttpResponse<byte[]> response);
}
