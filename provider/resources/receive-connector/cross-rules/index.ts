import type { CrossRule } from "../../rule";

export const crossRules: readonly CrossRule[] = [];
