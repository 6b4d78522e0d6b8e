// Part of `npm run build`, after the compiler.
import { copyAgent } from "./agent-copy.mjs";
import { root } from "./places.mjs";

copyAgent(root);
