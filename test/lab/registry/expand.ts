/** Environment of the agent's process, as far as texts of the registry go. */
const ENVIRONMENT: Readonly<Record<string, string>> = {
    SYSTEMROOT: "C:\\Windows",
    WINDIR: "C:\\Windows",
    PROGRAMFILES: "C:\\Program Files",
};

/** Unknown names stay as they are. */
export function expanded(text: string): string {
    return text.replace(/%([^%]+)%/g, (whole, name: string) => ENVIRONMENT[name.toUpperCase()] ?? whole);
}
