/** The two connectors that EdgeSync makes and keeps (reference sheet, section 9). Setup makes none. */
export function isBuiltIn(name: string): boolean {
    return /^EdgeSync - (Inbound to .+|.+ to Internet)$/i.test(name);
}
