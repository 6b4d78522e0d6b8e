import { InvalidValue } from "./invalid-value.js";

const TYPE = "Microsoft.Exchange.Data.Unlimited`1[System.Int32]";

/** A whole number or `Unlimited`, as the text it reads back as. */
export function parseUnlimitedNumber(text: string): string {
    const given = text.trim();
    if (given.toLowerCase() === "unlimited") return "Unlimited";
    if (/^[+-]?\d{1,10}$/.test(given) && Math.abs(Number(given)) <= 2 ** 31 - 1) return String(Number(given));
    throw new InvalidValue(text, TYPE, "isn't a whole number or Unlimited");
}
