/**
 * Values that become known only when another resource has been made. In a preview they arrive as these texts
 * (sdk/go/common/resource/plugin/rpc.go); the Node SDK sends the first, other sources may send the rest.
 */
const UNKNOWN = new Set([
    "04da6b54-80e4-46f7-96ec-b56ff0331ba9",
    "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
    "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
    "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
    "030794c1-ac77-496b-92df-f27374a8bd58",
    "e48ece36-62e2-4504-bad9-02848725956a",
    "dd056dcd-154b-4c76-9bd3-c8f88648b5ff",
]);

/** Whether `value` is unknown or holds something unknown. */
export function hasUnknown(value: unknown): boolean {
    if (typeof value === "string") return UNKNOWN.has(value);
    return typeof value === "object" && value !== null && Object.values(value).some(hasUnknown);
}

/** Why there is no plan yet for a resource. */
export function knownLater(properties: readonly string[]): string {
    return `known only in up: ${properties.join(", ")}; what depends on it is checked then, and no command is known before`;
}
