/** Cmdlet → parameters that the agent lets through. Written into agent.ps1 from the field tables by `npm run generate`. */
export type AllowList = Readonly<Record<string, readonly string[]>>;
