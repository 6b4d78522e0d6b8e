/** From where, and with which rights, somebody looks at the organisation. */
export interface Viewpoint {
    readonly domainController: string;
    /** Sees new objects that aren't shown yet. */
    readonly seesNews: boolean;
    /** What is new from this view is shown only after so many reads. */
    readonly hideNewFor: number;
    /** Throws where the object with these names must not be written. */
    readonly mayWrite: (names: readonly string[]) => void;
}

/** Sees and may do everything: a test's view, or that of another administrator. */
export function plainView(domainController: string): Viewpoint {
    return { domainController, seesNews: true, hideNewFor: 0, mayWrite: () => {} };
}
