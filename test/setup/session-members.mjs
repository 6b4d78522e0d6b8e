import { readdirSync, readFileSync } from "node:fs";

/**
 * The living processes of a session. Pulumi puts its plugins into process groups of their own, so the group alone
 * would miss exactly those. Only Linux tells cheaply; elsewhere the answer is empty and the group has to do.
 */
export function sessionMembers(leader) {
    if (process.platform !== "linux") {
        return [];
    }
    return readdirSync("/proc")
        .filter((name) => /^\d+$/.test(name))
        .flatMap((name) => member(Number(name), leader));
}

function member(pid, leader) {
    try {
        // pid (command) state parent group session …; the command may itself hold spaces and brackets.
        const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
        const [state, , , session] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
        if (Number(session) !== leader || state === "Z") {
            return [];
        }
        const command = readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim();
        return [{ pid, command: command.slice(0, 160) || `process ${pid}` }];
    } catch {
        return [];
    }
}

/** Kills whatever is left of a session. */
export function endSession(leader) {
    for (const target of [-leader, ...sessionMembers(leader).map((each) => each.pid)]) {
        try {
            process.kill(target, "SIGKILL");
        } catch {
            // Gone already, which is the wish.
        }
    }
}
