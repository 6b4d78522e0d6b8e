import type { CrossRule } from "../../rule";
import { bindingsOf, serverOf } from "../surroundings";

export const frontEndPort: CrossRule = {
    code: "R21",
    text: "Port 25 of a Mailbox server belongs to the front-end transport service.",
    find(subject) {
        const { values, server } = subject;
        if (values.transportRole !== "HubTransport" || !serverOf(subject)?.isFrontend) return [];
        if (!bindingsOf(values).some(({ port }) => port === 25)) return [];
        const text = `port 25 of ${server} belongs to the front-end transport service: with a HubTransport connector on it, whichever of the two services starts second stops. Declare transportRole: "FrontendTransport", or another port`;
        return [{ severity: "error", text }];
    },
};
