import { copyFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import path from "node:path";

const agent = path.join("provider", "agent", "agent.ps1");

/** The compiler leaves the agent's PowerShell behind; the provider reads it from beside its compiled code. */
export function copyAgent(checkout) {
    const from = path.join(checkout, agent);
    const to = path.join(checkout, "dist", agent);
    if (!existsSync(from) || (existsSync(to) && readFileSync(from).equals(readFileSync(to)))) {
        return;
    }
    mkdirSync(path.dirname(to), { recursive: true });
    copyFileSync(from, to);
}
