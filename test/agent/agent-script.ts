import { readFileSync } from "node:fs";
import { join } from "node:path";
import { repositoryRoot } from "../repository-root";

/** The script as it is delivered: the source, not a copy of a build. */
export const agentPath = join(repositoryRoot(), "provider", "agent", "agent.ps1");
export const agentText = readFileSync(agentPath, "utf8");
