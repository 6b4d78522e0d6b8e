/** The parts of `urn:pulumi:<stack>::<project>::<types>::<name>`; `types` of a child begin with those of its parents. */
export function partsOf(urn: string) {
    const [stack, project, types = "", name = urn] = urn.replace(/^urn:pulumi:/, "").split("::");
    return { stack, project, types, name };
}

/** The resource's name in the program. */
export function nameOf(urn: string): string {
    return urn.split("::").at(-1) ?? urn;
}
