import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import { SETTINGS, variableOf } from "../../provider/pulumi/run/run-config";
import { RUN_SETTINGS } from "../../provider/pulumi/run/settings-table";
import { settingsOfStack } from "../../sdk/stack-settings";

describe("settings of the stack, as the program sees them", () => {
    afterEach(() => {
        pulumi.runtime.setAllConfig({});
        delete process.env.EXCHANGE_TLS_CHANGE_WINDOW;
    });

    const good: [what: string, config: Record<string, string>][] = [
        ["nothing", {}],
        ["settings of others", { "aws:changeWindow": "x", "project:exchange-tls": "y", "exchange-tls2:foo": "z" }],
        [
            "all that there are",
            {
                ...{ "exchange-tls:host": "ex01", "exchange-tls:port": "22", "exchange-tls:username": "svc" },
                ...{ "exchange-tls:hostKey": "SHA256:x", "exchange-tls:exchangeServer": "ex01.contoso.com" },
                ...{ "exchange-tls:connection": '{"passwordFile":"p"}', "exchange-tls:explain": "off" },
                ...{ "exchange-tls:offline": "true", "exchange-tls:onLiveChange": "stop" },
                ...{ "exchange-tls:auditLog": "audit.jsonl", "exchange-tls:changeWindow": '["daily 00:00-24:00 UTC"]' },
            },
        ],
    ];
    for (const [what, config] of good) {
        it(`takes ${what}`, () => {
            pulumi.runtime.setAllConfig(config);
            settingsOfStack();
        });
    }

    const bad: [config: Record<string, string>, words: string][] = [
        [{ "exchange-tls:chanegWindow": "secret" }, "exchange-tls:chanegWindow (is it exchange-tls:changeWindow?)"],
        [{ "exchange-tls:changewindow": "x" }, "(is it exchange-tls:changeWindow?)"],
        [{ "exchange-tls:ChangeWindows": "x" }, "(is it exchange-tls:changeWindow?)"],
        [{ "exchange-tls:audit": "x" }, "(is it exchange-tls:auditLog?)"],
        [
            { "exchange-tls:password": "secret" },
            "(a password must not stand in a program, a configuration or a state: set the variable EXCHANGE_TLS_PASSWORD, or",
        ],
        [{ "exchange-tls:colour": "x" }, "there is no setting exchange-tls:colour (there are host, port,"],
        [{ "exchange-tls:": "x" }, "there is no setting exchange-tls: "],
        [
            { "exchange-tls:auditlog": "x", "exchange-tls:Explain": "on" },
            "auditLog?); there is no setting exchange-tls:Explain",
        ],
        [{ "exchange-tls:explain": "maybe" }, "exchange-tls:explain must be on or off"],
        [{ "exchange-tls:changeWindow": "" }, "exchange-tls:changeWindow '' is no window"],
    ];
    for (const [config, words] of bad) {
        it(`refuses ${JSON.stringify(config)} in one line, without the value of an unknown name`, () => {
            pulumi.runtime.setAllConfig(config);
            expect(settingsOfStack).to.throw(pulumi.RunError, words);
            try {
                settingsOfStack();
            } catch (error) {
                expect(String(error)).not.to.include("secret").and.not.include("\n");
            }
        });
    }

    it("refuses what the environment says, by the variable's name", () => {
        process.env.EXCHANGE_TLS_CHANGE_WINDOW = "sometimes";
        expect(settingsOfStack).to.throw("EXCHANGE_TLS_CHANGE_WINDOW 'sometimes' is no window");
    });

    it("the table tells of every setting that the provider reads", () => {
        expect(Object.keys(RUN_SETTINGS).sort()).to.deep.equal([...SETTINGS].sort());
        expect(variableOf("onLiveChange")).to.equal("EXCHANGE_TLS_ON_LIVE_CHANGE");
    });
});
