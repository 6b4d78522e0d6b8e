import type { LabOptions } from "../../lab/index.js";
import { type Directory, directoryOf, putBack } from "./directory";
import { Place } from "./place";

/** One place for all tests of a suite, put back as it was after each of them. */
export function usePlace(options: LabOptions, take: (place: Place) => void): void {
    let place: Place;
    let untouched: Directory;
    before(async () => {
        place = await Place.open(options);
        untouched = directoryOf(place.lab);
        take(place);
    });
    after(() => place?.close());
    afterEach(() => putBack(place.lab, untouched));
}
