import type { CrossRule } from "../../rule";

const isBasic = (mechanism: unknown) => mechanism === "BasicAuth" || mechanism === "BasicAuthRequireTLS";

export const credential: CrossRule = {
    code: "S11",
    text: "BasicAuth and BasicAuthRequireTLS need authenticationCredential; a connector that uses one of them already keeps its stored credential.",
    find({ values, live, declared }) {
        const { smartHostAuthMechanism: mechanism } = values;
        if (!isBasic(mechanism) || isBasic(live?.smartHostAuthMechanism)) return [];
        if (typeof declared.authenticationCredential === "string") return [];
        const text = `smartHostAuthMechanism ${mechanism} needs a user name and a password: declare authenticationCredential`;
        return [{ severity: "error", text }];
    },
};
