import { expect } from "chai";
import { ExchangeTlsError } from "../../provider/errors";

/** What `work` failed with; fails itself when it did not, or not within ten seconds. */
export async function rejection(work: Promise<unknown>): Promise<ExchangeTlsError> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new Error("nothing happened within 10 s")), 10_000);
    });
    try {
        const value = await Promise.race([work, late]);
        throw new Error(`expected a rejection, got ${JSON.stringify(value)}`);
    } catch (error) {
        expect(error).to.be.instanceOf(ExchangeTlsError);
        return error as ExchangeTlsError;
    } finally {
        clearTimeout(timer);
    }
}
