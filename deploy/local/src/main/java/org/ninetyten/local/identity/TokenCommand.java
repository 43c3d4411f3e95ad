package org.ninetyten.local.identity;

import java.util.concurrent.Callable;
import org.ninetyten.local.home.Console;
import org.ninetyten.local.home.DataOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "token",
        description = "Prints an access token for curl: -H \"Authorization: Bearer $(./ninetyten token sales-desk)\".")
public final class TokenCommand implements Callable<Integer> {

    @Mixin
    private final DataOption data = new DataOption();

    @Parameters(
            paramLabel = "USER",
            description =
                    "A vendor role (sales-desk, finance, …), a machine (website, product), or partner:<partnerId>.")
    private String user = "";

    @Override
    public Integer call() {
        Console.standard().say(new Realm(data.home().keycloakUrl()).tokenOf(user));
        return 0;
    }
}
