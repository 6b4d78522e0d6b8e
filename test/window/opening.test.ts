import { expect } from "chai";
import fc from "fast-check";
import { readChangeWindow } from "../../provider/window/change-window";
import { nextInWords, spanInWords } from "../../provider/window/in-words";
import { wallAt } from "../../provider/window/wall-clock";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe("change window: when it is open", () => {
    const windowOf = (...texts: readonly string[]) => {
        const read = readChangeWindow(JSON.stringify(texts));
        if ("problems" in read) throw new Error(read.problems.join());
        return read;
    };
    const isOpen = (text: string, now: string) => windowOf(text).at(Date.parse(now)).open;

    // The moment before, the first, the last, the moment after; all in UTC.
    const edges: [text: string, start: string, end: string][] = [
        ["Sat 22:00-02:00 Europe/Berlin", "2026-11-28T21:00:00Z", "2026-11-29T01:00:00Z"],
        ["Sat 22:00-24:00 Europe/Berlin", "2026-11-28T21:00:00Z", "2026-11-28T23:00:00Z"],
        ["Sat 22:00-00:00 Europe/Berlin", "2026-11-28T21:00:00Z", "2026-11-28T23:00:00Z"],
        ["Sat 00:00-24:00 America/New_York", "2026-11-28T05:00:00Z", "2026-11-29T05:00:00Z"],
        ["2026-12-31 22:00-02:00 Asia/Kathmandu", "2026-12-31T16:15:00Z", "2026-12-31T20:15:00Z"],
        ["Sat 23:59-00:01 UTC", "2026-11-28T23:59:00Z", "2026-11-29T00:01:00Z"],
        ["Fri-Mon 22:00-06:00 UTC", "2026-11-30T22:00:00Z", "2026-12-01T06:00:00Z"],
        // Clocks go forward over midnight's window: an hour shorter.
        ["Sat 22:00-04:00 Europe/Berlin", "2026-03-28T21:00:00Z", "2026-03-29T02:00:00Z"],
        ["Sat 22:00-04:00 America/New_York", "2026-03-08T03:00:00Z", "2026-03-08T08:00:00Z"],
        // Back: an hour longer.
        ["Sat 22:00-04:00 Europe/Berlin", "2026-10-24T20:00:00Z", "2026-10-25T03:00:00Z"],
        ["Sat 22:00-04:00 America/New_York", "2026-11-01T02:00:00Z", "2026-11-01T09:00:00Z"],
        // A time that the clock jumps over is the moment of the jump …
        ["Sun 02:30-05:00 Europe/Berlin", "2026-03-29T01:00:00Z", "2026-03-29T03:00:00Z"],
        ["Sat 22:00-02:30 Europe/Berlin", "2026-03-28T21:00:00Z", "2026-03-29T01:00:00Z"],
        ["Sun 02:30-05:00 America/New_York", "2026-03-08T07:00:00Z", "2026-03-08T09:00:00Z"],
        // … and of one that it shows twice the first counts, for the beginning and for the end.
        ["Sun 02:30-05:00 Europe/Berlin", "2026-10-25T00:30:00Z", "2026-10-25T04:00:00Z"],
        ["Sat 22:00-02:30 Europe/Berlin", "2026-10-24T20:00:00Z", "2026-10-25T00:30:00Z"],
        ["Sun 02:15-02:45 Europe/Berlin", "2026-10-25T00:15:00Z", "2026-10-25T00:45:00Z"],
        ["Sun 01:30-04:00 America/New_York", "2026-11-01T05:30:00Z", "2026-11-01T09:00:00Z"],
        ["2026-10-25 02:30-03:00 Europe/Berlin", "2026-10-25T00:30:00Z", "2026-10-25T02:00:00Z"],
        // Half an hour of summer time, south of the equator.
        ["Sun 01:45-02:15 Australia/Lord_Howe", "2026-10-03T15:15:00Z", "2026-10-03T15:30:00Z"],
    ];
    for (const [text, start, end] of edges) {
        it(`${text} is open from ${start} to ${end}`, () => {
            const at = (time: string, offset: number) => windowOf(text).at(Date.parse(time) + offset).open;
            expect([at(start, -1), at(start, 0), at(end, -1), at(end, 0)]).to.deep.equal([false, true, true, false]);
        });
    }

    it("the second 02:15 of the night is outside a window that ended with the first", () => {
        expect(isOpen("Sun 02:10-02:20 Europe/Berlin", "2026-10-25T00:15:00Z")).to.equal(true);
        expect(isOpen("Sun 02:10-02:20 Europe/Berlin", "2026-10-25T01:15:00Z")).to.equal(false);
    });

    it("a window inside the hour that is skipped does not come that night, but a week later", () => {
        const state = windowOf("Sun 02:10-02:50 Europe/Berlin").at(Date.parse("2026-03-28T12:00:00Z"));
        expect(state.open ? "" : state.next?.text).to.equal("Sun 2026-04-05 02:10-02:50 Europe/Berlin");
    });

    const next: [texts: readonly string[], now: string, words: string][] = [
        [
            ["Sat 22:00-02:00 Europe/Berlin"],
            "2026-11-25T16:56:00Z",
            "Sat 2026-11-28 22:00-02:00 Europe/Berlin, in 3 days 4 h",
        ],
        [
            ["Sat 22:00-02:00 Europe/Berlin"],
            "2026-11-28T20:59:30Z",
            "Sat 2026-11-28 22:00-02:00 Europe/Berlin, in 1 min",
        ],
        [
            ["Sat 22:00-02:00 Europe/Berlin"],
            "2026-11-29T01:00:00Z",
            "Sat 2026-12-05 22:00-02:00 Europe/Berlin, in 6 days 20 h",
        ],
        [
            ["Sat 22:00-02:00 Europe/Berlin", "2026-11-26 12:00-13:00 UTC"],
            "2026-11-26T10:00:00Z",
            "Thu 2026-11-26 12:00-13:00 UTC, in 2 h",
        ],
        [
            ["2026-11-20 12:00-13:00 UTC", "2027-01-02 12:00-13:00 UTC"],
            "2026-11-26T10:00:00Z",
            "Sat 2027-01-02 12:00-13:00 UTC, in 37 days 2 h",
        ],
    ];
    for (const [texts, now, words] of next) {
        it(`at ${now} the next of ${texts.join(" and ")} is ${words}`, () => {
            const moment = Date.parse(now);
            const state = windowOf(...texts).at(moment);
            expect(state.open ? "open" : nextInWords(state.next, moment)).to.equal(`next window: ${words}`);
        });
    }

    it("says so when the last one-off window is over", () => {
        const state = windowOf("2026-11-20 12:00-13:00 UTC").at(Date.parse("2026-11-20T13:00:00Z"));
        expect(state.open ? "open" : nextInWords(state.next, 0)).to.equal("no window opens any more");
    });

    it("one of several that overlap is enough", () => {
        const both = windowOf("Sat 22:00-24:00 UTC", "daily 23:00-01:00 UTC");
        for (const [time, open] of [
            ["2026-11-28T22:30:00Z", true],
            ["2026-11-29T00:30:00Z", true],
            ["2026-11-29T01:00:00Z", false],
        ] as const) {
            expect(both.at(Date.parse(time)).open, time).to.equal(open);
        }
    });

    const spans: [ms: number, words: string][] = [
        [1, "1 min"],
        [MINUTE, "1 min"],
        [MINUTE + 1, "2 min"],
        [HOUR, "1 h"],
        [HOUR - 1, "1 h"],
        [24 * HOUR, "1 day"],
        [49 * HOUR + MINUTE, "2 days 1 h"],
        [48 * HOUR + MINUTE, "2 days"],
    ];
    for (const [ms, words] of spans) it(`${ms} ms are ${words}`, () => expect(spanInWords(ms)).to.equal(words));

    // Against a clock that is read minute by minute: open from the minute at which it reaches the start, of each day.
    it("is open exactly as a clock on the wall says, on any day of any year", () => {
        const zones = ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "UTC"];
        const minutes = fc.integer({ min: 0, max: 1439 });
        fc.assert(
            fc.property(
                fc.constantFrom(...zones),
                fc.integer({ min: 0, max: 3650 }),
                minutes,
                minutes,
                (zone, day, from, to) => {
                    fc.pre(from !== to);
                    const midday = Date.UTC(2026, 0, 1 + day, 12);
                    const date = new Date(wallAt(midday, zone)).toISOString().slice(0, 10);
                    const text = `${date} ${clock(from)}-${clock(to)} ${zone}`;
                    const expected = openMinutes(date, from, to, zone);
                    const window = windowOf(text);
                    for (let now = midday - 40 * HOUR; now < midday + 40 * HOUR; now += 7 * MINUTE) {
                        const opened = now >= expected.start && now < expected.end;
                        expect(window.at(now).open, `${text} at ${new Date(now).toISOString()}`).to.equal(opened);
                    }
                },
            ),
            { numRuns: 25 },
        );
    });
});

function clock(minutes: number): string {
    return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, "0")).join(":");
}

/** The first minutes at which the wall shows the start and the end, or a later time. */
function openMinutes(date: string, from: number, to: number, zone: string) {
    const midnight = Date.parse(`${date}T00:00:00Z`);
    const reached = (wall: number) => {
        for (let now = wall - 15 * HOUR; ; now += MINUTE) if (wallAt(now, zone) >= wall) return now;
    };
    const end = midnight + to * MINUTE + (to > from ? 0 : 24 * HOUR);
    return { start: reached(midnight + from * MINUTE), end: reached(end) };
}
