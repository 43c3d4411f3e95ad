package org.ninetyten.local.platform;

import java.util.List;
import org.ninetyten.local.home.Console;
import org.ninetyten.local.home.Home;

/** What a person wants to know once everything runs. */
final class Overview {

    static final String LAST_LINE = "Ctrl-C stops everything, or from another terminal: ./ninetyten stop";

    private Overview() {}

    static void show(Home home, Platform platform, Console console) {
        console.blank();
        console.table(
                List.of("WHAT", "WHERE", "LOGIN"),
                platform.all().stream()
                        .map(component -> List.of(component.name(), component.address(), component.login()))
                        .toList());
        console.blank();
        console.say("  Vendor's users (password " + Home.LOCAL_PASSWORD + "): partner-manager, sales-desk, finance, "
                + "finance-approver, marketing,");
        console.say("  academy-editor, examiner, executive, admin. Machines: website, product. A partner's user: "
                + "partner:<partnerId>.");
        console.say("  All passwords are for this machine only; every port is bound to localhost.");
        console.blank();
        console.say("  ./ninetyten demo          one story from the application to the money");
        console.say("  ./ninetyten watch         the events as they happen");
        console.say("  ./ninetyten token USER    a token for curl");
        console.say("  ./ninetyten status        what runs, and how much memory it takes");
        console.blank();
        console.say(LAST_LINE);
    }
}
