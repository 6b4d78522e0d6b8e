/** Readable names for resources, each once: `To Fabrikam (mutual TLS)` becomes `to-fabrikam-mutual-tls`. */
export function resourceNames(called: readonly string[]): readonly string[] {
    const taken = new Set<string>();
    return called.map((text) => {
        const slug = slugOf(text);
        let name = slug;
        for (let count = 2; taken.has(name); count += 1) name = `${slug}-${count}`;
        taken.add(name);
        return name;
    });
}

/** Letters and digits of any script, Latin ones without accents. */
function slugOf(text: string): string {
    const plain = text
        .normalize("NFKD")
        .replaceAll(/(\p{Script=Latin})\p{M}+/gu, "$1")
        .normalize("NFC")
        .toLowerCase();
    return plain.replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, "-").replaceAll(/^-|-$/g, "") || "connector";
}
