import type { Server } from "../model/server.js";
import { sameText } from "../values/same-text.js";
import { setUpExchange } from "./exchange-setup.js";
import { Machine } from "./machine.js";
import { installWindows } from "./untouched.js";

/** The Windows of every server, each made when first asked for. */
export class Machines {
    private readonly made = new Map<string, Machine>();

    constructor(
        private readonly servers: () => readonly Server[],
        private readonly now: () => Date,
    ) {}

    /** Of the server with this short name or FQDN. */
    of(named: string): Machine {
        const server = this.servers().find(({ name, fqdn }) => sameText(name, named) || sameText(fqdn, named));
        if (server === undefined) throw new Error(`There is no server ${named}.`);
        const known = this.made.get(server.name);
        if (known !== undefined) return known;
        const { windowsBuild, installed, upgraded = false } = server;
        const machine = new Machine(server.name, windowsBuild, installed, this.now, (hand) => {
            installWindows(hand, windowsBuild);
            setUpExchange(hand, { ...server, upgraded });
        });
        this.made.set(server.name, machine);
        return machine;
    }
}
