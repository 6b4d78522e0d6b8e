import type { Server } from "./server.js";

/** Settings of the transport service of one server (sheet 10.2). */
export interface TransportServiceSettings {
    readonly UseDowngradedExchangeServerAuth: boolean;
}

/** The transport services' settings, by server. */
export class TransportServices {
    private readonly changed = new Map<string, { readonly at: Date; readonly settings: TransportServiceSettings }>();

    of(server: Server): TransportServiceSettings {
        return this.changed.get(server.guid)?.settings ?? { UseDowngradedExchangeServerAuth: false };
    }

    changedAt(server: Server): Date {
        return this.changed.get(server.guid)?.at ?? server.installed;
    }

    put(server: Server, settings: TransportServiceSettings, at: Date): void {
        this.changed.set(server.guid, { at, settings });
    }
}
