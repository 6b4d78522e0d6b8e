/** Random numbers from a printed seed (mulberry32): the same seed gives the same run. */
export class Chance {
    private state: number;

    constructor(readonly seed: number) {
        this.state = seed >>> 0;
    }

    /** At least 0, below 1. */
    next(): number {
        this.state = (this.state + 0x6d2b79f5) >>> 0;
        let mixed = this.state;
        mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
        mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
        return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
    }

    hex(digits: number): string {
        return Array.from({ length: digits }, () => Math.floor(this.next() * 16).toString(16)).join("");
    }

    guid(): string {
        return `${this.hex(8)}-${this.hex(4)}-4${this.hex(3)}-a${this.hex(3)}-${this.hex(12)}`;
    }
}
