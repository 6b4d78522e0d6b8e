import type { RestartEvent } from "./restart/run";

/** One line for people, for what happens on the way. */
export function lineOf(event: RestartEvent): string {
    switch (event.kind) {
        case "planned":
            return event.targets
                .map(({ name, services }) => `${name}: will restart ${services.join(", then ")}`)
                .join("\n");
        case "restarting":
            return `${event.server}: restarts ${event.service}`;
        case "running":
            return `${event.server}: ${event.service} runs`;
        case "waiting":
            return `${event.server}: waits, ${event.answer}`;
        case "listening":
            return `${event.server}: done, ${event.bindings} bindings listen`;
    }
}
