import type { Kind, Kinds } from "./directory.js";
import type { DirectoryNames } from "./directory-names.js";

export interface ObjectNames {
    /** What a caller may call it by. */
    readonly identities: readonly string[];
    readonly distinguishedName: string;
}

type Naming = { readonly [K in Kind]: (object: Kinds[K], names: DirectoryNames) => ObjectNames };

export const NAMING: Naming = {
    sendConnector: ({ guid, settings: { Name } }, names) => ({
        identities: [guid, Name],
        distinguishedName: names.sendConnector(Name),
    }),
    receiveConnector: ({ guid, server, settings: { Name } }, names) => ({
        identities: [guid, `${server}\\${Name}`, Name],
        distinguishedName: names.receiveConnector(server, Name),
    }),
    transport: ({ guid }, names) => ({
        identities: [guid, "Transport Settings"],
        distinguishedName: names.transportSettings(),
    }),
};
