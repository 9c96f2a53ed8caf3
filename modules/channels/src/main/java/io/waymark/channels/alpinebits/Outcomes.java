package io.waymark.channels.alpinebits;

import io.waymark.channels.alpinebits.xml.XmlElement;
import java.util.List;

/** The outcomes that the answers of all actions share: success, success with warnings, and errors. */
public final class Outcomes {

    /** OpenTravel's error warning type for a business rule. */
    public static final int BUSINESS_RULE = 3;

    private static final int APPLICATION_ERROR = 13;

    private Outcomes() {}

    /** The action was carried out; what the client should know beyond that stands in the warnings. */
    public static XmlElement success(Action action, List<String> warnings) {
        XmlElement.Builder list = XmlElement.named("Warnings");
        warnings.forEach(warning ->
                list.add(XmlElement.named("Warning").with("Type", BUSINESS_RULE).text(warning)));
        return succeeded(action).add(list.unlessEmpty()).build();
    }

    /** Nothing was carried out, for these reasons. */
    public static XmlElement errors(Action action, List<Violation> violations) {
        XmlElement.Builder list = XmlElement.named("Errors");
        violations.forEach(violation -> list.add(XmlElement.named("Error")
                .with("Type", APPLICATION_ERROR)
                .with("Code", violation.error().code())
                .text(violation.reason())));
        return answer(action).add(list).build();
    }

    /** An answer that has begun with success; the action's own content follows. */
    public static XmlElement.Builder succeeded(Action action) {
        return answer(action).add(XmlElement.named("Success"));
    }

    private static XmlElement.Builder answer(Action action) {
        return XmlElement.named(action.responseRoot()).with("Version", action.documentVersion());
    }
}
