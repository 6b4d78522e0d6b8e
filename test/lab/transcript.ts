/** Readable lines of what happened, in order, with secrets masked. */
export class Transcript {
    readonly lines: string[] = [];
    private readonly secrets = new Set<string>();

    /** Masks this text from now on. */
    hide(secret: string): void {
        if (secret === "") return;
        this.secrets.add(secret);
        // Calls are noted as JSON, where a secret with a quote or an umlaut may look different.
        this.secrets.add(JSON.stringify(secret).slice(1, -1));
    }

    note(line: string): void {
        this.lines.push([...this.secrets].reduce((text, secret) => text.replaceAll(secret, "***"), line));
    }
}
