package io.waymark.launcher;

import io.waymark.launcher.demo.Demo;
import java.io.PrintWriter;

/** Where a person goes next once everything runs. */
final class Addresses {

    private Addresses() {}

    static void print(PrintWriter out, Settings settings, Demo demo) {
        out.printf("%nWaymark is ready.%n");
        out.printf("  console      %s%n", demo.consoleUrl());
        out.printf("  API          %s/v1/me   (keys in %s)%n", demo.baseUrl(), settings.demoFile());
        out.printf("  AlpineBits   %s%n", demo.alpinebits().url());
        out.printf("  warehouse    %s%n", demo.warehouse().psql());
        out.printf("  search       %s%n", demo.elasticsearchUrl());
        out.printf("  pipeline     %s%n%n", demo.flinkUrl());
        out.flush();
    }
}
