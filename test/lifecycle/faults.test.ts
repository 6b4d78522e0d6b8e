import { expect } from "chai";
import type { Kind } from "../../provider/resources/kind";
import { receiveConnector } from "../../provider/resources/receive-connector";
import { sendConnector } from "../../provider/resources/send-connector";
import { transportConfig } from "../../provider/resources/transport-config";
import { differences, directoryOf } from "../conformance/driver/directory";
import { Place } from "../conformance/driver/place";
import { type Program, Stack } from "../conformance/driver/stack";
import { expectNothing, succeed } from "../conformance/suite/bench";
import type { Fault } from "../lab/index.js";

/** A fault at the write that makes an object what it should be, at its reading, and at the write that removes it. */
describe("one fault in a run", () => {
    const DOMAIN = "fabrikam.com";
    const rows: readonly { kind: Kind; program: Program; write: string; remove: string }[] = [
        {
            kind: sendConnector,
            program: { name: "To Fabrikam", addressSpaces: [DOMAIN], requireTls: true },
            write: "New-SendConnector",
            remove: "Remove-SendConnector",
        },
        {
            kind: receiveConnector,
            program: {
                ...{ server: "EX01", name: "Relay", transportRole: "FrontendTransport" },
                ...{ bindings: ["0.0.0.0:2526"], remoteIpRanges: ["10.1.0.0/24"], bareLinefeedRejectionEnabled: true },
            },
            write: "Set-ReceiveConnector",
            remove: "Remove-ReceiveConnector",
        },
        {
            kind: transportConfig,
            program: { tlsSendDomainSecureList: [DOMAIN], tlsReceiveDomainSecureList: [DOMAIN] },
            write: "Set-TransportConfig",
            remove: "Set-TransportConfig",
        },
    ];
    const faults = [
        "cut-before-execution",
        "cut-before-answer",
        "cut-in-answer",
        "garbage-answer",
        "duplicate-answer",
        "agent-crash",
        "error-after-write",
        "cmdlet-error",
    ] as const satisfies readonly Fault[];

    let place: Place;
    beforeEach(async () => {
        place = await Place.open({ preset: "single", foreignDomains: 3 });
    });
    afterEach(() => place.close());

    const strike = (fault: Fault, cmd: string) => place.lab.faults.inject({ fault, cmd });
    const struck = (fault: Fault) => expect(place.lab.transcript.join("\n")).to.contain(`fault ${fault}`);

    for (const { kind, program, write, remove } of rows) {
        for (const fault of faults) {
            for (const cmd of new Set([write, kind.cmdlets.get])) {
                it(`${fault} at ${cmd}: this up or the next ends as declared, nothing twice, nothing left at destroy`, async () => {
                    const untouched = directoryOf(place.lab);
                    const stack = new Stack(place, kind);
                    strike(fault, cmd);
                    const first = await stack.up(program);
                    struck(fault);
                    if (first.errors.length > 0) await succeed(stack.up(program));
                    await expectNothing(stack.up(program));
                    const made = kind.cmdlets.create === undefined ? 0 : 1;
                    expect(directoryOf(place.lab).size).to.equal(untouched.size + made);
                    await succeed(stack.destroy());
                    // An entry is ours only where its write was accepted: another hand may have been quicker.
                    const found = fault === "error-after-write" && cmd === "Set-TransportConfig";
                    const left = ["TLSReceiveDomainSecureList", "TLSSendDomainSecureList"];
                    expect(differences(untouched, directoryOf(place.lab))).to.deep.equal(
                        found ? left.map((name) => `transport config: ${name}`) : [],
                    );
                });
            }

            it(`${fault} at ${remove} of a destroy: this one or the next removes it, and only it`, async () => {
                const untouched = directoryOf(place.lab);
                const stack = new Stack(place, kind);
                await succeed(stack.up(program));
                strike(fault, remove);
                const first = await stack.destroy();
                struck(fault);
                if (first.errors.length > 0) await succeed(stack.destroy());
                expect(stack.state).to.equal(undefined);
                expect(differences(untouched, directoryOf(place.lab))).to.deep.equal([]);
            });
        }
    }
});
