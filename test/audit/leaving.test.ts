import { expect } from "chai";
import { OutsideWindowError } from "../../provider/audit/errors";
import { watchOver } from "../../provider/audit/watch";
import { send } from "../../provider/lifecycle/apply/send";
import type { AgentSession } from "../../provider/session/pool/pool";
import { readChangeWindow } from "../../provider/window/change-window";

describe("a write that waits for others while the window ends", () => {
    it("is not sent, and is on record as that", async () => {
        const changeWindow = readChangeWindow("Sat 22:00-02:00 Europe/Berlin");
        if ("problems" in changeWindow) throw new Error(changeWindow.problems.join());
        let now = Date.parse("2026-11-29T00:59:59Z");
        let sent = 0;
        const session: Pick<AgentSession, "server" | "info" | "write"> = {
            server: "ex01:22",
            info: async () => Promise.reject(new Error("not connected")),
            write: async (_calls, _readBack, options) => {
                now += 1_000;
                options?.permit?.();
                sent += 1;
                throw new Error("was sent");
            },
        };
        const lines: string[] = [];
        const openLog = async () => ({
            append: async (more: readonly string[]) => void lines.push(...more),
            close: async () => undefined,
        });
        const watch = watchOver({
            ...{ sender: { user: "anna", client: "ws12", env: {}, now: () => now, openLog }, changeWindow },
            ...{ auditLog: "x", session, resource: "x", stack: null, urn: null, mask: (text) => text, tell: () => {} },
        });
        const call = { cmd: "Set-SendConnector", par: {}, sel: [] };
        const error: unknown = await send(session as AgentSession, watch, [{ call, before: null }], call).then(
            () => undefined,
            (cause) => cause,
        );
        expect(error).to.be.instanceOf(OutsideWindowError);
        expect(sent).to.equal(0);
        expect(lines.map((line) => JSON.parse(line))).to.have.length(1);
        expect(JSON.parse(lines[0] ?? "")).to.include({
            ...{ time: "2026-11-29T01:00:00.000Z", outcome: "not sent", account: "unknown" },
        });
    });
});
