import { isSingleton } from "../lifecycle/observe/live";
import type { Kind } from "../resources/kind";

/** Cmdlet → parameters that the agent lets through. Written into agent.ps1 from the field tables by `npm run generate`. */
export type AllowList = Readonly<Record<string, readonly string[]>>;

/** What `open` itself, the commands beside Pulumi and the rules over several objects ask. */
const ALWAYS: AllowList = {
    "Get-ExchangeCertificate": ["DomainController", "Server"],
    "Get-ExchangeServer": ["DomainController", "Identity"],
    "Get-TransportServer": ["DomainController", "Identity"],
    "Get-TransportService": ["DomainController", "Identity"],
    "Test-SmtpConnectivity": ["Identity"],
};

export function allowListOf(kinds: readonly Kind[]): AllowList {
    const rows = kinds.flatMap((kind): [string, readonly string[]][] => {
        const { get, change, create, remove } = kind.cmdlets;
        const identity = isSingleton(kind) ? [] : ["Identity"];
        const takenBy = (cmdlet: "New" | "Set") =>
            Object.values(kind.fields).flatMap(({ only, parameter }) =>
                (only ?? cmdlet) === cmdlet ? [parameter] : [],
            );
        const write = ["Confirm", "DomainController"];
        return [
            [get, ["DomainController", ...identity]],
            [change, [...write, ...identity, ...takenBy("Set")]],
            ...(create ? [[create, [...write, ...takenBy("New")]] as [string, string[]]] : []),
            ...(remove ? [[remove, [...write, ...identity]] as [string, string[]]] : []),
        ];
    });
    const all = [...Object.entries(ALWAYS), ...rows].sort(([a], [b]) => (a < b ? -1 : 1));
    return Object.fromEntries(all.map(([cmdlet, parameters]) => [cmdlet, [...parameters].sort()]));
}

const BLOCK = /^(# <allow-list>\n)[\s\S]*?^(# <\/allow-list>)$/m;

/** The agent's text with the table between its two marker lines replaced. */
export function withAllowList(agent: string, list: AllowList): string {
    if (!BLOCK.test(agent)) throw new Error("agent.ps1 has no lines '# <allow-list>' and '# </allow-list>'");
    const rows = Object.entries(list).map(([cmdlet, parameters]) => {
        const names = parameters.map((name) => `'${name}'`);
        return `    '${cmdlet}' = @(\n${wrapped(names)}\n    )`;
    });
    return agent.replace(
        BLOCK,
        (_all, start: string, end: string) => `${start}$AllowList = @{\n${rows.join("\n")}\n}\n${end}`,
    );
}

/** Rows of at most 100 columns, indented. */
function wrapped(names: readonly string[]): string {
    const lines: string[] = [];
    for (const name of names) {
        const last = lines.at(-1);
        if (last !== undefined && last.length + name.length < 88) lines[lines.length - 1] = `${last}, ${name}`;
        else lines.push(name);
    }
    return lines.map((line) => `        ${line}`).join(",\n");
}
