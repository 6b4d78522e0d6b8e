import { expect } from "chai";
import { readChangeWindow } from "../../provider/window/change-window";
import { readWindow } from "../../provider/window/window";

const ZONE = "Europe/Berlin";

describe("change window: what is written", () => {
    const wrong: [text: string, words: string][] = [
        ["", "is no window"],
        ["Sat", "is no window"],
        ["22:00-02:00 Europe/Berlin", "is no window"],
        ["Sat 22-02 Europe/Berlin", "is no window"],
        ["Sat 9:00-10:00 Europe/Berlin", "is no window"],
        ["Sat 22:00 - 02:00 Europe/Berlin", "is no window"],
        ["Sat 22:00-02:00 Europe/Berlin or so", "is no window"],
        ["Sat 22:00-02:00", "names no time zone"],
        ["Sat 24:00-02:00 Europe/Berlin", "begins at no time of a day"],
        ["Sat 22:60-23:00 Europe/Berlin", "begins at no time of a day"],
        ["Sat 22:00-24:01 Europe/Berlin", "ends at no time of a day"],
        ["Sat 22:00-25:00 Europe/Berlin", "ends at no time of a day"],
        ["Sat 22:00-22:00 Europe/Berlin", "a whole day is 00:00-24:00"],
        ["Sa 22:00-02:00 Europe/Berlin", "'Sa' is no day"],
        ["Saturday 22:00-02:00 Europe/Berlin", "'Saturday' is no day"],
        ["Mon-Wed-Fri 22:00-02:00 Europe/Berlin", "'Mon-Wed-Fri' is no day"],
        ["Mon-Fr 22:00-02:00 Europe/Berlin", "'Mon-Fr' is no day"],
        ["Mo-Fri 22:00-02:00 Europe/Berlin", "'Mo-Fri' is no day"],
        ["Sat, 22:00-02:00 Europe/Berlin", "'' is no day"],
        ["Sat, Sun 22:00-02:00 Europe/Berlin", "is no window"],
        ["2026-02-30 22:00-02:00 Europe/Berlin", "there is no date 2026-02-30"],
        ["2026-13-01 22:00-02:00 Europe/Berlin", "there is no date 2026-13-01"],
        ["28.11.2026 22:00-02:00 Europe/Berlin", "'28.11.2026' is no day"],
        ["Sat 22:00-02:00 Europe/Berln", "'Europe/Berln' is not the name of a time zone"],
        ["Sat 22:00-02:00 CET", "'CET' is not the name of a time zone"],
        ["Sat 22:00-02:00 EST", "'EST' is not the name of a time zone"],
        ["Sat 22:00-02:00 +01:00", "'+01:00' is not the name of a time zone"],
        ["Sat 22:00-02:00 Europe/", "'Europe/' is not the name of a time zone"],
    ];
    for (const [text, words] of wrong) {
        it(`refuses '${text}'`, () => {
            expect(readWindow(text)).to.have.property("problem").that.includes(words);
        });
    }

    const days: [text: string, days: string][] = [
        ["Sat", "6"],
        ["sat", "6"],
        ["SAT,sun", "0,6"],
        ["Mon-Fri", "1,2,3,4,5"],
        ["Fri-Mon", "0,1,5,6"],
        ["Mon-Mon", "1"],
        ["Mon-Wed,Sat", "1,2,3,6"],
        ["daily", "0,1,2,3,4,5,6"],
    ];
    for (const [text, numbers] of days) {
        it(`takes the days '${text}'`, () => {
            const window = readWindow(`${text} 22:00-24:00 ${ZONE}`);
            expect("days" in window && [...(window.days as ReadonlySet<number>)].sort().join()).to.equal(numbers);
        });
    }

    const whole: [text: string, from: number, to: number, zone: string][] = [
        ["Sat 00:00-24:00 UTC", 0, 1440, "UTC"],
        ["Sat 22:00-00:00 Europe/Berlin", 1320, 0, ZONE],
        ["  Sat  22:00–02:00   America/Argentina/Buenos_Aires ", 1320, 120, "America/Argentina/Buenos_Aires"],
        ["2028-02-29 22:00-02:00 Europe/Berlin", 1320, 120, ZONE],
    ];
    for (const [text, from, to, zone] of whole) {
        it(`takes '${text}'`, () => expect(readWindow(text)).to.include({ from, to, zone }));
    }

    const settings: [text: string, problems: readonly string[]][] = [
        ["[]", ["is an empty list: name a window, or remove the setting"]],
        ['["Sat 22:00-02:00 Europe/Berlin"', ["is not a window, and not a JSON list of windows"]],
        ['["Sat 22:00-02:00 Europe/Berlin", 7]', ["is not a window, and not a JSON list of windows"]],
        ['[["Sat 22:00-02:00 Europe/Berlin"]]', ["is not a window, and not a JSON list of windows"]],
        [
            '["Sat 22:00-02:00 UTC", "Sa 22:00-02:00 UTC", "Sun 02:00-02:00 UTC"]',
            ["'Sa' is no day", "ends when it begins"],
        ],
    ];
    for (const [text, problems] of settings) {
        it(`refuses the setting ${text}, every fault named`, () => {
            const read = readChangeWindow(text);
            expect(read).to.have.property("problems").that.has.length(problems.length);
            if ("problems" in read)
                for (const [at, words] of problems.entries()) expect(read.problems[at]).to.include(words);
        });
    }

    it("takes a list as YAML and JSON bring it", () => {
        const read = readChangeWindow('\n["Sat 22:00-02:00 Europe/Berlin", "2026-12-24 08:00-12:00 UTC"]');
        expect(read).to.include({ text: "Sat 22:00-02:00 Europe/Berlin, 2026-12-24 08:00-12:00 UTC" });
    });
});
