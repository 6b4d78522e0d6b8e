/** Readable lines of what happened, in order, with secrets masked. */
export class Transcript {
    readonly lines: string[] = [];
    private readonly secrets = new Set<string>();

    /** Masks this text from now on. */
    hide(secret: string): void {
        if (secret !== "") this.secrets.add(secret);
    }

    note(line: string): void {
        this.lines.push([...this.secrets].reduce((text, secret) => text.replaceAll(secret, "***"), line));
    }
}
