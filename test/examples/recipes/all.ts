import type { Recipe } from "../recipe";
import { forcedTls } from "./forced-tls";
import { hybrid } from "./hybrid";
import { mutualTls } from "./mutual-tls";
import { receiving } from "./receiving";

/** Every example, and each of its variants that another line of the program makes. */
export const RECIPES: readonly Recipe[] = [...mutualTls, ...forcedTls, ...hybrid, ...receiving];

/** Examples with a test of their own. */
export const OTHERS: readonly string[] = ["schannel-baseline"];
