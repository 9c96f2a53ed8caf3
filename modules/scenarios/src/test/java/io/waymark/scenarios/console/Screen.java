package io.waymark.scenarios.console;

/** What people look at the console on. */
enum Screen {
    DESK(1440, 900),
    PHONE(360, 780);

    private final int width;
    private final int height;

    Screen(int width, int height) {
        this.width = width;
        this.height = height;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }
}
