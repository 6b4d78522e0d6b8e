import { expect } from "chai";
import type { Server } from "./server.js";
import { type ServiceName, type ServiceStatus, Services, type Trouble } from "./services.js";

const server = (name: string, changes: Partial<Server> = {}): Server => ({
    ...{ name, fqdn: `${name}.contoso.com`, guid: name, product: "2019", version: "", isEdge: false, site: "" },
    ...{ installed: new Date(0), windowsBuild: "20348", ...changes },
});
const HUB = "MSExchangeTransport";
const FRONT = "MSExchangeFrontEndTransport";

describe("lab: transport services", () => {
    let services: Services;
    beforeEach(() => {
        const servers = [server("EX01"), server("OLD", { product: "2010" }), server("EDGE", { isEdge: true })];
        services = new Services(() => servers);
    });

    const known: readonly (readonly [string, ServiceName, ServiceStatus | undefined])[] = [
        ["", HUB, undefined],
        ["EX", HUB, undefined],
        ["ex01.other.example", HUB, undefined],
        ["OLD", FRONT, undefined],
        ["edge.contoso.com", FRONT, undefined],
        ["edge.contoso.com", HUB, "Running"],
        ["old", HUB, "Running"],
        ["ex01.CONTOSO.com", FRONT, "Running"],
    ];
    for (const [name, service, status] of known) {
        it(`${service} on "${name}": ${status}`, () => {
            expect(services.status(name, service)).to.equal(status);
            expect(services.isRunning(name, service)).to.equal(status === "Running");
            expect(services.listens(name, service)).to.equal(status === "Running");
        });
    }

    const met: readonly (readonly [Trouble, ServiceStatus, problem: string | null, touched: boolean])[] = [
        ["stop-timeout", "StopPending", "stop-timeout", true],
        ["start-timeout", "StartPending", "start-timeout", true],
        ["start-fails", "Stopped", "start-fails", true],
        ["does-not-listen", "Running", null, true],
        ["access-denied", "Running", "access-denied", false],
    ];
    for (const [trouble, status, problem, touched] of met) {
        it(`a restart that meets ${trouble} leaves it ${status}`, () => {
            services.trouble("ex01", HUB, trouble);
            expect(services.restart("EX01.contoso.com", HUB)).to.deep.equal({ problem, status, touched });
            expect(services.status("EX01", HUB)).to.equal(status);
            expect(services.listens("EX01", HUB)).to.equal(trouble === "access-denied");
            expect(services.listens("EX01", FRONT)).to.equal(true);
            expect(services.restarts("EX01", HUB)).to.equal(touched ? 1 : 0);
        });
    }

    it("takes no orders while on its way, and starts what is stopped", () => {
        for (const status of ["StopPending", "StartPending"] as const) {
            services.set("EX01", HUB, status);
            expect(services.restart("EX01", HUB)).to.deep.equal({ problem: "pending", status, touched: false });
        }
        services.set("EX01", HUB, "Stopped");
        expect(services.restart("EX01", HUB)).to.deep.equal({ problem: null, status: "Running", touched: true });
        expect(services.listens("EX01", HUB)).to.equal(true);
        expect(services.restarts("EX01", HUB)).to.equal(1);
    });

    it("meets a trouble as often as it was told to, one after another", () => {
        services.trouble("EX01", HUB, "does-not-listen", 2);
        services.trouble("EX01", HUB, "access-denied");
        const problems = [1, 2, 3, 4].map(() => services.restart("EX01", HUB).problem);
        expect(problems).to.deep.equal([null, null, "access-denied", null]);
        expect(services.listens("EX01", HUB)).to.equal(true);
    });

    it("does not know services of other servers", () => {
        expect(services.restart("EX09", HUB).problem).to.equal("unknown-server");
        expect(services.restart("EDGE", FRONT).problem).to.equal("unknown-service");
        expect(services.restarts("EDGE", FRONT)).to.equal(0);
    });
});
