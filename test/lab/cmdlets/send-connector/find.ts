import type { SendConnector } from "../../model/send-connector.js";
import { sameText } from "../../values/same-text.js";
import type { CmdletContext } from "../context.js";
import { matching } from "../find.js";

/** Connectors by name or GUID; the pages of Get and Remove also allow `Server\Name`. */
export function connectorsNamed(identity: string, { organisation }: CmdletContext, byServer: boolean): SendConnector[] {
    const nameOf = ({ settings }: SendConnector) => [settings.Name];
    const found = matching(organisation.sendConnectors, identity, nameOf);
    const [server = "", name] = identity.split(/\\(.*)/s);
    if (found.length > 0 || !byServer || name === undefined) return found;
    const ofServer = organisation.sendConnectors.filter(({ settings }) =>
        settings.SourceTransportServers.some((source) => sameText(source, server)),
    );
    return matching(ofServer, name, nameOf);
}
