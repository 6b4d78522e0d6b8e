/** Something went wrong that the person in front of the screen can put right: what happened, and what to do next. */
export class Fault extends Error {
    constructor(what, next) {
        super(what);
        this.next = next;
    }
}

/** Ctrl-C or a polite kill; not an error, but everything under way has to be tidied up on the way out. */
export class Interrupted extends Error {
    constructor(exitCode) {
        super("interrupted");
        this.exitCode = exitCode;
    }
}
