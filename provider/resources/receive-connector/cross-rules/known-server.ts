import type { CrossRule } from "../../rule";
import { NotChecked } from "../../rule";
import { some } from "../in-words";
import { serverOf } from "../surroundings";

export const knownServer: CrossRule = {
    code: "5.2",
    text: "server must be an Exchange server of the organisation.",
    find(subject) {
        if (serverOf(subject) !== undefined) return [];
        const names = some(subject.around.servers.map(({ name }) => name));
        const text = `there is no Exchange server ${subject.server}: declare as server one of those that Get-ExchangeServer shows (${names})`;
        if (subject.action === "create") return [{ severity: "error", text }];
        throw new NotChecked(`Get-ExchangeServer does not show ${subject.server}`);
    },
};
